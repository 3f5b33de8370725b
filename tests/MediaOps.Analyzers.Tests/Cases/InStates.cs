// Helpers of users that tell the states they take and return.
public class InStates
{
    public async Task Believed_inside([InState(nameof(ChannelState.Running))] Channel channel)
    {
        await channel.ResetAsync();
        await channel.StopAsync();
    }

    public async Task Believed_inside_and_wrong([InState(nameof(ChannelState.Running))] Channel channel)
    {
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Several_states([InState(nameof(ChannelState.Running), nameof(ChannelState.Stopped))] Channel channel)
    {
        await channel.{|MOPS1004:StopAsync|}();
    }

    public async Task Several_states_and_a_check([InState(nameof(ChannelState.Running), nameof(ChannelState.Stopped))] Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task An_interface([InState(nameof(ChannelState.Running))] IChannel channel)
    {
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Changed_inside([InState(nameof(ChannelState.Running))] Channel channel)
    {
        await channel.StopAsync();
        await channel.StartAsync();
    }

    public async Task Reassigned_inside(StudioClient client, [InState(nameof(ChannelState.Running))] Channel channel)
    {
        channel = await client.Channels.CreateAsync(channel.Name);
        await channel.StartAsync();
    }

    public async Task Checked_at_the_call_and_right(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await NeedsRunning(channel);
    }

    public async Task Checked_at_the_call_of_an_unknown_channel(Channel channel) => await NeedsRunning(channel);

    public async Task A_helper_may_change_the_state(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await NeedsRunning(channel);
        await channel.StartAsync();
    }

    public async Task A_return_is_believed(StudioClient client)
    {
        var channel = await GivesRunning(client);
        await channel.StopAsync();
    }

    public async Task A_return_is_believed_and_wrong(StudioClient client)
    {
        var channel = await GivesRunning(client);
        await channel.{|MOPS1001:StartAsync|}();
    }

    public void A_sync_return_is_believed_and_wrong(StudioClient client)
    {
        Channel channel = GivesRunningAtOnce(client);
        channel.{|MOPS1001:Start|}();
    }

    public async Task A_lambda_has_parameters_too()
    {
        Func<Channel, Task> work = async ([InState(nameof(ChannelState.Running))] channel) => await channel.ResetAsync();
        await work(null!);
    }

    public async Task A_local_function_has_parameters_too(Channel channel)
    {
        await Work(channel);

        static async Task Work([InState(nameof(ChannelState.Stopped))] Channel channel) => await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task A_state_that_does_not_exist_says_nothing([InState({|MOPS1009:"Flying"|})] Channel channel)
    {
        await channel.StopAsync();
    }

    public async Task A_constructor_takes_states_too(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Console.WriteLine(new {|MOPS1001:Announcer|}(channel));
    }

    public async Task A_constructor_whose_type_is_not_written(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Announcer announcer = {|MOPS1001:new(channel)|};
        Console.WriteLine(announcer);
    }

    public async Task A_constructor_that_is_given_what_it_takes(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        Console.WriteLine(new Announcer(channel));
    }

    public async Task A_constructor_with_a_body(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Console.WriteLine(new {|MOPS1001:Herald|}(channel));
    }

    public void A_constructor_that_is_given_an_unknown_channel(Channel channel) => Console.WriteLine(new Announcer(channel));

    private static Task NeedsRunning([InState(nameof(ChannelState.Running))] Channel channel) => channel.ResetAsync();

    [return: InState(nameof(ChannelState.Running))]
    private static async Task<Channel> GivesRunning(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        return channel;
    }

    [return: InState(nameof(ChannelState.Running))]
    private static Channel GivesRunningAtOnce(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Start();
        return channel;
    }

    private class Announcer([InState(nameof(ChannelState.Running))] Channel channel)
    {
        public string Name => channel.Name;
    }

    private sealed class Herald
    {
        public Herald([InState(nameof(ChannelState.Running))] Channel channel)
        {
            Name = channel.Name;
        }

        public string Name { get; }
    }
}
