// The four forms of an action.
public class Forms
{
    public void Sync(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Start();
        channel.Stop();
        channel.Delete();
    }

    public void Sync_in_the_wrong_state(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.{|MOPS1001:Stop|}();
    }

    public void Sync_twice(Channel channel)
    {
        channel.Start();
        channel.{|MOPS1001:Start|}();
    }

    public void Sync_and_then_async(Channel channel)
    {
        channel.Start();
        channel.StopAsync().GetAwaiter().GetResult();
        channel.{|MOPS1001:Stop|}();
    }

    public void Waited_for_by_a_blocking_call(Channel channel)
    {
        channel.StartAsync().Wait();
        channel.{|MOPS1001:StartAsync|}().Wait();
    }

    public void Sent_and_waited_for(Channel channel)
    {
        Operation<Channel> operation = channel.SendStartOperation();
        operation.WaitForCompletion();
        channel.Stop();
    }

    public void Sent_and_waited_for_and_then_wrong(Channel channel)
    {
        Operation<Channel> operation = channel.SendStartOperation();
        operation.WaitForCompletion();
        channel.{|MOPS1001:Start|}();
    }

    public async Task Sent_and_awaited(Channel channel)
    {
        var operation = await channel.SendStopOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.StartAsync();
    }

    public async Task Sent_and_awaited_and_then_wrong(Channel channel)
    {
        var operation = await channel.SendStopOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public void Sent_and_waited_for_in_one_line(Channel channel)
    {
        channel.SendStartOperation().WaitForCompletion();
        channel.Stop();
    }

    public async Task Sent_and_awaited_in_one_line(Channel channel)
    {
        await (await channel.SendStartOperationAsync()).WaitForCompletionAsync();
        await channel.StopAsync();
    }

    public void Sent_in_the_wrong_state(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Operation<Channel> operation = channel.{|MOPS1001:SendStopOperation|}();
        operation.WaitForCompletion();
    }

    public async Task Sent_async_in_the_wrong_state(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var operation = await channel.{|MOPS1001:SendStopOperationAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public async Task All_forms_in_turn(StudioClient client)
    {
        var channel = client.Channels.Create("live");
        channel.Start();
        await channel.StopAsync();
        channel.SendStartOperation().WaitForCompletion();
        var stopping = await channel.SendStopOperationAsync();
        await stopping.WaitForCompletionAsync();
        await channel.DeleteAsync();
    }

    public async Task An_update_that_was_sent_leaves_the_state(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var operation = await channel.SendUpdateOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.StartAsync();
    }

    public async Task The_target_of_an_operation_is_used(Channel channel)
    {
        var operation = await channel.SendStopOperationAsync();
        await operation.WaitForCompletionAsync();
        Channel target = await operation.GetTargetAsync();
        await target.StartAsync();
        await target.StopAsync();
    }

    public async Task Only_sent_when_it_was_called_for(Channel channel, bool wait)
    {
        await channel.StopAsync();
        if (wait)
        {
            await channel.StartAsync();
        }
        else
        {
            var operation = await channel.SendStartOperationAsync();
            await operation.WaitForCompletionAsync();
        }

        await channel.StopAsync();
    }
}
