// Operations that were sent: on the way, waited for, polled, handed out.
public class Operations
{
    public async Task Acted_on_while_on_the_way(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        await channel.{|MOPS1002:StopAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public void Acted_on_while_on_the_way_sync(Channel channel)
    {
        Operation<Channel> operation = channel.SendStartOperation();
        channel.{|MOPS1002:Stop|}();
        operation.WaitForCompletion();
    }

    public async Task Sent_twice(Channel channel)
    {
        var first = await channel.SendStartOperationAsync();
        var second = await channel.{|MOPS1002:SendStartOperationAsync|}();
        await first.WaitForCompletionAsync();
        await second.WaitForCompletionAsync();
    }

    public async Task Waited_for_in_one_branch_only(Channel channel, bool wait)
    {
        var operation = await channel.SendStartOperationAsync();
        if (wait)
        {
            await operation.WaitForCompletionAsync();
            await channel.StopAsync();
        }
    }

    public async Task Waited_for_in_both_branches(Channel channel, bool slow)
    {
        var operation = await channel.SendStartOperationAsync();
        if (slow)
        {
            await operation.WaitForCompletionAsync(new PollingOptions { Timeout = TimeSpan.FromHours(1) });
        }
        else
        {
            await operation.WaitForCompletionAsync();
        }

        await channel.StopAsync();
    }

    public async Task A_refresh_ends_the_knowledge(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        Console.WriteLine(operation.Id);
        await channel.RefreshAsync();
        await channel.StopAsync();
    }

    public async Task Polled_by_the_state_of_the_operation(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        while (operation.State == OperationState.InProgress)
        {
            await Task.Delay(operation.PollingInterval);
            await operation.RefreshAsync();
        }

        await channel.StopAsync();
    }

    public void Polled_by_its_id(StudioClient client, Channel channel)
    {
        IOperation operation = channel.SendStartOperation();
        while (operation.State == OperationState.InProgress)
        {
            Thread.Sleep(TimeSpan.FromSeconds(30));
            operation = client.Operations.GetOperation(operation.Id);
        }

        channel.Stop();
    }

    public async Task Polled_by_the_state_of_the_channel(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        Console.WriteLine("started by " + operation.Id);
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(30));
            await channel.RefreshAsync();
        }
        while (channel.State == ChannelState.Starting);

        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task<string> Only_its_id_is_returned(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        return operation.Id;
    }

    public async Task<IOperation> Returned(Channel channel) => await channel.SendStartOperationAsync();

    public Task<Operation<Channel>> Returned_as_a_task(Channel channel) => channel.SendStartOperationAsync();

    public async Task Given_to_a_helper(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        await Finish(operation);
        await channel.StopAsync();
    }

    public async Task Put_into_a_list(IReadOnlyList<Channel> channels)
    {
        var operations = new List<Operation>();
        foreach (Channel channel in channels)
        {
            operations.Add(await channel.SendStartOperationAsync());
        }

        await Operation.WaitAllAsync(operations);
        foreach (Channel channel in channels)
        {
            await channel.StopAsync();
        }
    }

    public async Task Waited_for_with_others(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        var first = await a.SendStartOperationAsync();
        var second = await b.SendStartOperationAsync();
        await Operation.WaitAllAsync([first, second]);
        await a.StopAsync();
        await b.StopAsync();
    }

    public async Task Watched(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        await foreach (OperationProgress progress in operation.WatchAsync())
        {
            Console.WriteLine(progress);
        }

        await channel.StopAsync();
    }

    public async Task Failed_while_it_was_waited_for(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        try
        {
            await operation.WaitForCompletionAsync();
        }
        catch (OperationFailedException)
        {
            await channel.RefreshAsync();
            if (channel.State == ChannelState.Stopped)
            {
                await channel.StartAsync();
            }
        }
    }

    public async Task Two_channels_at_once(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        var first = await a.SendStartOperationAsync();
        var second = await b.SendStartOperationAsync();
        await first.WaitForCompletionAsync();
        await a.StopAsync();
        await second.WaitForCompletionAsync();
        await b.StopAsync();
    }

    public async Task Two_channels_at_once_and_the_wrong_one_waited_for(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        var first = await a.SendStartOperationAsync();
        var second = await b.SendStartOperationAsync();
        await first.WaitForCompletionAsync();
        await b.{|MOPS1002:StopAsync|}();
        await second.WaitForCompletionAsync();
    }

    public async Task Awaited_later(Channel channel)
    {
        Task<Operation<Channel>> sending = channel.SendStartOperationAsync();
        Console.WriteLine("sending");
        var operation = await sending;
        await operation.WaitForCompletionAsync();
        await channel.StopAsync();
    }

    public async Task Waited_for_later(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        Task waiting = operation.WaitForCompletionAsync();
        Console.WriteLine("waiting");
        await waiting;
        await channel.StopAsync();
    }

    public async Task A_time_that_is_waited_for_instead(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        Console.WriteLine("on its way");
        await channel.{|MOPS1002:StopAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public async Task A_checked_state_ends_the_knowledge(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }

        await operation.WaitForCompletionAsync();
    }

    public async Task An_update_that_was_sent(Channel channel)
    {
        await channel.StopAsync();
        channel.Description = "new";
        var operation = await channel.SendUpdateOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.StartAsync();
    }

    public async Task Scaled_and_used_before_it_was_done(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        var operation = await origin.SendScaleOperationAsync(2);
        await origin.{|MOPS1002:StartAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public async Task Scaled_and_waited_for(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        var operation = await origin.SendScaleOperationAsync(2);
        await operation.WaitForCompletionAsync();
        await origin.StartAsync();
    }

    public async Task Each_turn_waits(StudioClient client, IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            var channel = await client.Channels.GetAsync(id);
            var operation = await channel.SendStopOperationAsync();
            await operation.WaitForCompletionAsync();
            await channel.DeleteAsync();
        }
    }

    private static Task Finish(Operation operation) => operation.WaitForCompletionAsync();

    public async Task Waited_for_after_a_branch_that_lost_its_operation(Channel channel)
    {
        var operation = channel.SendStopOperation();
        if (channel.State == ChannelState.Deleting)
        {
            channel.{|MOPS1001:StopAsync|}().Wait();
        }

        await Operation.WaitAllAsync([operation]);
        channel.Start();
    }

    public async Task Of_somebody_else_and_waited_for_meanwhile(Channel channel, Operation<Channel> given)
    {
        Task waiting = given.WaitForCompletionAsync();
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StopAsync();
        }

        await waiting;
    }

    public async Task Of_somebody_else_and_asked(Channel channel, Operation<Channel> given)
    {
        if (channel.State == ChannelState.Stopped)
        {
            given.Refresh();
            await channel.StopAsync();
        }
    }

    public async Task Of_somebody_else_and_waited_for_before(Channel channel, Operation<Channel> given)
    {
        await given.WaitForCompletionAsync();
        if (channel.State == ChannelState.Stopped)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task Of_somebody_else_and_waited_for_in_a_loop(Channel channel, IReadOnlyList<Operation<Channel>> given)
    {
        foreach (Operation<Channel> operation in given)
        {
            await operation.WaitForCompletionAsync();
        }

        if (channel.State == ChannelState.Stopped)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }
}
