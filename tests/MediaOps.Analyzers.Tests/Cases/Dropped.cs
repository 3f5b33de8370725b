// Operations that nobody keeps.
public class Dropped
{
    private IOperation? _last;

    public void By_a_statement(Channel channel) => channel.{|MOPS1007:SendStartOperation|}();

    public void By_a_statement_in_a_block(Channel channel)
    {
        channel.{|MOPS1007:SendStartOperation|}();
    }

    public async Task By_an_awaited_statement(Channel channel)
    {
        await channel.{|MOPS1007:SendStartOperationAsync|}();
    }

    public async Task By_an_awaited_statement_without_context(Channel channel)
    {
        await channel.{|MOPS1007:SendStopOperationAsync|}().ConfigureAwait(false);
    }

    public async Task By_an_expression_body(Channel channel) => await channel.{|MOPS1007:SendStopOperationAsync|}();

    public async Task Dropped_and_then_too_early(Channel channel)
    {
        await channel.{|MOPS1007:SendStartOperationAsync|}();
        await channel.{|MOPS1002:StopAsync|}();
    }

    public void Of_a_create(StudioClient client) => client.Channels.{|MOPS1007:SendCreateOperation|}(new ChannelCreationOptions { Name = "live" });

    public async Task Of_a_create_that_is_awaited(StudioClient client)
    {
        await client.Channels.{|MOPS1007:SendCreateOperationAsync|}(new ChannelCreationOptions { Name = "live" });
    }

    public async Task Thrown_away_on_purpose(Channel channel)
    {
        _ = await channel.SendStartOperationAsync();
    }

    public async Task Kept(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        Console.WriteLine(operation.Id);
    }

    public async Task Kept_in_a_field(Channel channel)
    {
        _last = await channel.SendStartOperationAsync();
        Console.WriteLine(_last.Id);
    }

    public void Given_on(Channel channel) => Track(channel.SendStartOperation());

    public async Task Given_on_after_the_await(Channel channel) => Track(await channel.SendStartOperationAsync());

    public Operation<Channel> Returned(Channel channel) => channel.SendStopOperation();

    public Task Returned_as_a_task(Channel channel) => channel.SendStopOperationAsync();

    public void Waited_for(Channel channel) => channel.SendStopOperation().WaitForCompletion();

    public string Asked_for_its_id(Channel channel) => channel.SendStopOperation().Id;

    public async Task Used_in_a_condition(Channel channel)
    {
        if ((await channel.SendStopOperationAsync()).State == OperationState.Succeeded)
        {
            Console.WriteLine("done at once");
        }
    }

    public async Task Of_several(Channel a, Channel b)
    {
        Operation<Channel>[] operations = await Task.WhenAll(a.SendStopOperationAsync(), b.SendStopOperationAsync());
        await Operation.WaitAllAsync(operations);
    }

    public void Of_a_polling_form(Channel channel) => channel.Start();

    public void Of_an_interface(IChannel channel) => channel.{|MOPS1007:SendStartOperation|}();

    private static void Track(IOperation operation) => Console.WriteLine(operation.Id);
}
