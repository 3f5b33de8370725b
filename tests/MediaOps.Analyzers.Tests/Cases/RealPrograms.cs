// Programs as people write them. None of them is wrong.
public class RealPrograms
{
    private readonly StudioClient _client = new();
    private readonly Action<TimeSpan> _sleep = Thread.Sleep;

    public async Task A_day_on_the_air(CancellationToken token)
    {
        var channel = await _client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", Description = "the day" }, cancellationToken: token);
        try
        {
            await channel.StartAsync(cancellationToken: token);
            var morning = await channel.Programs.CreateAsync(new ProgramCreationOptions { Name = "morning" }, cancellationToken: token);
            await morning.StartAsync(cancellationToken: token);
            await Task.Delay(TimeSpan.FromHours(1), token);
            await morning.StopAsync(cancellationToken: token);
            await morning.DeleteAsync(cancellationToken: token);
            await channel.StopAsync(cancellationToken: token);
        }
        finally
        {
            await channel.RefreshAsync(CancellationToken.None);
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync(cancellationToken: CancellationToken.None);
            }

            if (channel.State == ChannelState.Stopped)
            {
                await channel.DeleteAsync(cancellationToken: CancellationToken.None);
            }
        }
    }

    public string A_back_end_that_answers_with_an_id(string name)
    {
        IOperation operation = _client.Channels.SendCreateOperation(new ChannelCreationOptions { Name = name });
        return operation.Id;
    }

    public bool A_back_end_that_is_asked_later(string operationId, out string? channelId)
    {
        IOperation operation = _client.Operations.GetOperation(operationId);
        channelId = null;
        switch (operation.State)
        {
            case OperationState.Failed:
                throw new InvalidOperationException(operation.ErrorCode + ": " + operation.ErrorMessage);
            case OperationState.Succeeded:
                channelId = operation.TargetEntityId;
                return true;
            default:
                return false;
        }
    }

    public async Task Every_action_in_its_four_forms(IChannel channel)
    {
        channel.Start();
        channel.Reset();
        await channel.ResetAsync();
        Finish(channel.SendResetOperation());
        Finish(await channel.SendResetOperationAsync());
        channel.ShowSlate(TimeSpan.FromSeconds(10), "nb:cid:1");
        channel.HideSlate();
        Finish(channel.SendShowSlateOperation(TimeSpan.FromSeconds(10)));
        Finish(await channel.SendHideSlateOperationAsync());
        channel.Stop();
        await channel.StartAsync();
        await channel.StopAsync();
        Finish(channel.SendStartOperation());
        Finish(channel.SendStopOperation());
        Task<IOperation> starting = channel.SendStartOperationAsync();
        Finish(await starting);
        Finish(await channel.SendStopOperationAsync());
    }

    public async Task Changes(IChannel channel)
    {
        channel.Description = "changed";
        channel.Update();
        channel.Description = "changed again";
        await channel.UpdateAsync();
        channel.Description = null;
        Finish(channel.SendUpdateOperation());
        channel.Description = "and again";
        Finish(await channel.SendUpdateOperationAsync());
    }

    public async Task<string> Two_programs_of_one_channel(IChannel channel)
    {
        IProgram first = channel.Programs.Create("first");
        IProgram second = await channel.Programs.CreateAsync(new ProgramCreationOptions { Name = "second" });
        first.Start();
        await second.StartAsync();
        string states = first.State + " " + second.State;
        first.Stop();
        await second.StopAsync();
        first.Delete();
        await second.DeleteAsync();
        return states;
    }

    public async Task A_channel_that_is_there_or_is_made(string name)
    {
        Channel? channel = null;
        await foreach (Channel each in _client.Channels.ListAsync(c => c.Name == name))
        {
            channel = each;
            break;
        }

        channel ??= await _client.Channels.CreateAsync(name);
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }
    }

    public async Task All_channels_are_shut_down()
    {
        var running = new List<Channel>();
        await foreach (Channel channel in _client.Channels.ListAsync(c => c.State == ChannelState.Running))
        {
            running.Add(channel);
        }

        var operations = new List<Operation>();
        foreach (Channel channel in running)
        {
            foreach (Program program in channel.Programs.List(p => p.State == ProgramState.Running))
            {
                program.Stop();
            }

            operations.Add(await channel.SendStopOperationAsync());
        }

        foreach (OperationOutcome outcome in await Operation.WaitAllAsync(operations))
        {
            Console.WriteLine(outcome.IsSuccess ? "stopped" : outcome.Exception!.Message);
        }

        foreach (Channel channel in running)
        {
            await channel.DeleteAsync();
        }
    }

    public async Task A_start_that_tells_its_progress(string id, IProgress<string> progress)
    {
        var channel = await _client.Channels.GetAsync(id);
        if (channel.State is not ChannelState.Stopped)
        {
            progress.Report($"{channel.Name} is {channel.State}, nothing to do.");
            return;
        }

        var operation = await channel.SendStartOperationAsync();
        progress.Report(operation.Id);
        while (operation.State is OperationState.InProgress)
        {
            await Task.Delay(operation.PollingInterval);
            await operation.RefreshAsync();
            progress.Report(operation.State.ToString());
        }

        await channel.RefreshAsync();
        if (channel.State == ChannelState.Running)
        {
            await channel.ShowSlateAsync(TimeSpan.FromSeconds(30));
        }
    }

    public void A_console_program(string[] args)
    {
        Channel channel = _client.Channels.Create("live");
        Console.WriteLine($"{channel.Name} is {channel.State}");
        channel.Start();
        Console.WriteLine($"{channel.Name} is {channel.State}");
        while (args.Length > 0 && Console.ReadLine() is { Length: > 0 } line)
        {
            switch (line)
            {
                case "slate":
                    channel.ShowSlate(TimeSpan.FromSeconds(5));
                    break;
                case "reset":
                    channel.Reset();
                    break;
            }
        }

        channel.Stop();
        channel.Delete();
    }

    public async Task A_channel_that_heals_itself(string id, CancellationToken token)
    {
        var channel = await _client.Channels.GetAsync(id, token);
        while (!token.IsCancellationRequested)
        {
            try
            {
                await channel.RefreshAsync(token);
                switch (channel.State)
                {
                    case ChannelState.Stopped:
                        await channel.StartAsync(cancellationToken: token);
                        break;
                    case ChannelState.Running:
                        await channel.ResetAsync(cancellationToken: token);
                        break;
                }
            }
            catch (ServiceException e)
            {
                Console.WriteLine(e.Message);
            }

            await Task.Delay(TimeSpan.FromMinutes(1), token);
        }
    }

    public async Task A_test_of_a_user()
    {
        var channel = await _client.Channels.CreateAsync("live");
        Expect(channel.State == ChannelState.Stopped);
        await channel.StartAsync();
        Expect(channel.State == ChannelState.Running);
        await channel.StopAsync();
        Expect(channel.State == ChannelState.Stopped);
        await channel.DeleteAsync();
    }

    public async Task A_restart_where_it_is_needed(Channel channel, bool force)
    {
        bool wasRunning = channel.State == ChannelState.Running;
        if (wasRunning)
        {
            await channel.StopAsync();
        }

        if (channel.State == ChannelState.Stopped)
        {
            channel.Description = "restarted " + DateTime.UtcNow;
            await channel.UpdateAsync();
        }

        await channel.RefreshAsync();
        if (wasRunning || force)
        {
            await channel.StartAsync();
        }
    }

    public async Task Operations_that_another_process_began(string channelId, string operationId)
    {
        Operation<Channel> operation = _client.Channels.GetOperation(operationId, channelId);
        await operation.WaitForCompletionAsync();
        Channel channel = await operation.GetTargetAsync();
        await channel.StopAsync();
    }

    public async Task A_transfer_from_one_channel_to_another(string from, string to)
    {
        Channel source = await _client.Channels.GetAsync(from);
        Channel target = await _client.Channels.GetAsync(to);
        await target.StartAsync();
        await source.StopAsync();
        await target.ResetAsync();
        await source.DeleteAsync();
    }

    public async ValueTask Disposed(Channel channel)
    {
        try
        {
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync().ConfigureAwait(false);
            }
        }
        catch (InvalidEntityStateException)
        {
            // It is not running: good.
        }
    }

    private static void Expect(bool fact)
    {
        if (!fact)
        {
            throw new InvalidOperationException("It is not so.");
        }
    }

    private void Finish(IOperation operation)
    {
        while (_client.Operations.GetOperation(operation.Id).State == OperationState.InProgress)
        {
            _sleep(TimeSpan.FromSeconds(10));
        }
    }
}
