// The names in the attributes of users.
public class StateNames
{
    public void Of_a_parameter([InState({|MOPS1009:"Runing"|})] Channel channel) => channel.Stop();

    public void Of_a_parameter_and_right([InState("Running")] Channel channel) => channel.Stop();

    public void In_the_wrong_case([InState({|MOPS1009:"running"|})] IChannel channel) => channel.Stop();

    public void One_of_several([InState(nameof(ChannelState.Running), {|MOPS1009:"Flying"|}, nameof(ChannelState.Stopped))] Channel channel) => channel.Refresh();

    public void In_an_array([InState(new[] { "Running", {|MOPS1009:"Flying"|} })] Channel channel) => channel.Refresh();

    public void In_a_typed_array([InState(new string[] { {|MOPS1009:"Flying"|} })] Channel channel) => channel.Refresh();

    public void In_a_collection([InState([{|MOPS1009:"Flying"|}, "Running"])] Channel channel) => channel.Refresh();

    public void By_the_name_of_the_parameter([InState(states: {|MOPS1009:"Flying"|})] Channel channel) => channel.Refresh();

    public void By_a_constant([InState({|MOPS1009:Flying|})] Channel channel) => channel.Refresh();

    public void By_a_constant_and_right([InState(OnAir)] Channel channel) => channel.Refresh();

    public void By_the_full_name_of_the_attribute([MediaOps.InStateAttribute({|MOPS1009:"Flying"|})] Channel channel) => channel.Refresh();

    public void By_nameof_of_something_else([InState({|MOPS1009:nameof(StateNames)|})] Channel channel) => channel.Refresh();

    public void By_the_state_of_another_entity_that_has_the_same_name([InState(nameof(ProgramState.Running))] Channel channel) => channel.Refresh();

    public void Of_the_word_for_what_is_not_known([InState(nameof(ChannelState.Unknown))] Channel channel) => channel.Refresh();

    public void No_names_at_all([InState] Channel channel) => channel.Refresh();

    public void A_null([InState(null!)] Channel channel) => channel.Refresh();

    [return: InState({|MOPS1009:"Runing"|})]
    public Channel Of_what_is_returned(Channel channel) => channel;

    [return: InState({|MOPS1009:"Runing"|})]
    public Task<Channel> Of_what_a_task_returns(Channel channel) => Task.FromResult(channel);

    [return: InState("Running")]
    public ValueTask<IChannel?> Of_what_a_task_returns_and_right(Channel channel) => new(channel);

    public void Of_local_functions(Channel channel)
    {
        Work(Given(channel));

        [return: InState({|MOPS1009:"Runing"|})]
        static Channel Given(Channel channel) => channel;

        static void Work([InState({|MOPS1009:"Stoped"|})] Channel channel) => channel.Refresh();
    }

    public void Of_lambdas(Channel channel)
    {
        Action<Channel> work = ([InState({|MOPS1009:"Runing"|})] Channel given) => given.Refresh();
        Func<Channel> make = [return: InState({|MOPS1009:"Runing"|})] () => channel;
        work(make());
    }

    public void Of_what_is_no_entity([{|MOPS1009:InState("Running")|}] string channel) => Console.WriteLine(channel);

    public void Of_what_is_in_a_list([{|MOPS1009:InState("Running")|}] IEnumerable<Channel> channels) => Console.WriteLine(channels);

    public void Of_a_type_parameter<T>([InState("Running")] T channel)
        where T : class => Console.WriteLine(channel);

    public void Of_a_type_parameter_that_is_an_entity<T>([InState({|MOPS1009:"Runing"|})] T channel)
        where T : IChannel => channel.Refresh();

    public void Of_an_attribute_of_somebody_else([Mine.InState("Flying")] Channel channel) => channel.Refresh();

    private const string Flying = "Flying";

    private const string OnAir = "Running";

    private static class Mine
    {
        [AttributeUsage(AttributeTargets.Parameter)]
        public sealed class InStateAttribute(string state) : Attribute
        {
            public string State { get; } = state;
        }
    }
}
