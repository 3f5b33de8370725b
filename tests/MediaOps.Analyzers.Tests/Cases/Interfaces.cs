// The same rules by interface.
public class Interfaces
{
    public async Task Wrong(IChannel channel)
    {
        await channel.StartAsync();
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Right(IChannel channel)
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public void Sync(IChannel channel)
    {
        channel.Stop();
        channel.{|MOPS1001:Stop|}();
    }

    public async Task Created(StudioClient client)
    {
        IChannel channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.StopAsync();
        await channel.DeleteAsync();
    }

    public async Task Checked(IChannel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task Checked_by_a_pattern(IChannel channel)
    {
        if (channel is { State: ChannelState.Running })
        {
            await channel.StopAsync();
        }
    }

    public async Task An_operation_without_a_way_to_wait(IChannel channel)
    {
        IOperation operation = await channel.SendStartOperationAsync();
        Console.WriteLine(operation.Id);
        await channel.RefreshAsync();
        await channel.StopAsync();
    }

    public void As_programs_of_the_old_library_poll(StudioClient client, IChannel channel)
    {
        IOperation operation = channel.SendStartOperation();
        string operationId = operation.Id;
        bool completed = false;
        while (!completed)
        {
            IOperation current = client.Operations.GetOperation(operationId);
            switch (current.State)
            {
                case OperationState.Failed:
                    return;
                case OperationState.Succeeded:
                    completed = true;
                    break;
            }

            Thread.Sleep(TimeSpan.FromSeconds(10));
        }

        channel.Stop();
    }

    public async Task Found_by_a_query(StudioClient client)
    {
        IChannel? channel = await client.Channels.Where(c => c.Name == "live").FirstOrDefaultAsync();
        if (channel is null)
        {
            return;
        }

        await channel.StopAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public void Found_by_a_sync_query(StudioClient client)
    {
        IChannel channel = client.Channels.Where(c => c.State == ChannelState.Running).First();
        channel.Stop();
        channel.Start();
    }

    public async Task The_class_behind_it(IChannel channel)
    {
        if (channel is Channel actual)
        {
            await actual.StopAsync();
            await channel.StartAsync();
        }
    }

    public async Task A_mock_of_a_user(FakeChannel channel)
    {
        await channel.StartAsync();
        await channel.StartAsync();
    }

    public async Task A_generic_entity<T>(T channel)
        where T : IChannel
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task A_generic_class<T>(T channel)
        where T : Channel
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task A_class_of_a_user_that_derives(RecordedChannel channel)
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public void Sent_by_the_interface(IChannel channel)
    {
        IOperation operation = channel.SendStartOperation();
        channel.{|MOPS1002:Stop|}();
    }
}

public class FakeChannel
{
    public ChannelState State { get; set; }

    public Task StartAsync() => Task.CompletedTask;

    public Task StopAsync() => Task.CompletedTask;
}

public class RecordedChannel : Channel
{
    public int Starts { get; private set; }

    public override Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default)
    {
        Starts++;
        return base.StartAsync(polling, cancellationToken);
    }
}
