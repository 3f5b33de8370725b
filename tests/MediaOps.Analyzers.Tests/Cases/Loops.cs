// Turns of a loop.
public class Loops
{
    public async Task Polled_until_it_runs(Channel channel)
    {
        while (channel.State != ChannelState.Running)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            await channel.RefreshAsync();
        }

        await channel.StopAsync();
    }

    public async Task Polled_until_it_runs_and_then_wrong(Channel channel)
    {
        while (channel.State != ChannelState.Running)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            await channel.RefreshAsync();
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Polled_by_do(Channel channel)
    {
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            await channel.RefreshAsync();
        }
        while (channel.State is ChannelState.Starting or ChannelState.Stopping);

        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task Polled_with_a_way_out(Channel channel, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await channel.RefreshAsync(token);
            if (channel.State == ChannelState.Running)
            {
                break;
            }
        }

        await channel.StopAsync(cancellationToken: token);
    }

    public async Task Restarted_every_turn(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        for (int i = 0; i < 3; i++)
        {
            await channel.StartAsync();
            await channel.StopAsync();
        }

        await channel.DeleteAsync();
    }

    public async Task Started_every_turn(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        for (int i = 0; i < 3; i++)
        {
            await channel.{|MOPS1004:StartAsync|}();
        }
    }

    public async Task Started_once_before_the_loop(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await channel.ResetAsync();
        }

        await channel.StopAsync();
    }

    public async Task Stopped_in_a_loop_that_may_not_turn(Channel channel, int turns)
    {
        await channel.StartAsync();
        while (turns-- > 0)
        {
            await channel.StopAsync();
            break;
        }

        await channel.{|MOPS1004:StopAsync|}();
    }

    public async Task A_wrong_call_in_every_turn(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        for (int i = 0; i < 3; i++)
        {
            await channel.{|MOPS1001:ResetAsync|}();
        }
    }

    public async Task A_new_channel_every_turn(StudioClient client)
    {
        for (int i = 0; i < 3; i++)
        {
            var channel = await client.Channels.CreateAsync("live" + i);
            await channel.StartAsync();
        }
    }

    public async Task A_new_channel_every_turn_and_wrong(StudioClient client)
    {
        for (int i = 0; i < 3; i++)
        {
            var channel = await client.Channels.CreateAsync("live" + i);
            await channel.StartAsync();
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task The_channel_of_the_turn_before(StudioClient client)
    {
        Channel? last = null;
        for (int i = 0; i < 3; i++)
        {
            var channel = await client.Channels.CreateAsync("live" + i);
            if (last is not null)
            {
                await last.StopAsync();
            }

            await channel.StartAsync();
            last = channel;
        }
    }

    public async Task Skipped_turns(StudioClient client, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            var channel = await client.Channels.GetAsync(name);
            if (channel.State != ChannelState.Running)
            {
                continue;
            }

            await channel.StopAsync();
        }
    }

    public async Task Skipped_turns_and_then_wrong(StudioClient client, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            var channel = await client.Channels.GetAsync(name);
            if (channel.State != ChannelState.Running)
            {
                continue;
            }

            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task Tried_again_until_it_works(Channel channel)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await channel.StartAsync();
                break;
            }
            catch (ServiceException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
                await channel.RefreshAsync();
            }
        }

        await channel.StopAsync();
    }

    public async Task Toggled_for_ever(Channel channel)
    {
        while (true)
        {
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync();
            }
            else if (channel.State == ChannelState.Stopped)
            {
                await channel.StartAsync();
            }
            else
            {
                await channel.RefreshAsync();
            }
        }
    }

    public async Task By_a_jump(Channel channel)
    {
    again:
        await channel.RefreshAsync();
        if (channel.State != ChannelState.Stopped)
        {
            await Task.Delay(1000);
            goto again;
        }

        await channel.StartAsync();
    }

    public async Task By_a_jump_and_then_wrong(Channel channel)
    {
    again:
        await channel.RefreshAsync();
        if (channel.State != ChannelState.Stopped)
        {
            await Task.Delay(1000);
            goto again;
        }

        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Waited_by_a_timer(Channel channel, PeriodicTimer timer)
    {
        await channel.StopAsync();
        while (await timer.WaitForNextTickAsync())
        {
            await channel.RefreshAsync();
            if (channel.State == ChannelState.Stopped)
            {
                await channel.StartAsync();
                return;
            }
        }
    }
}
