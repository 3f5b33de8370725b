// Checks that are turned, joined, remembered or made by something else, and code that others run.
public class Booleans
{
    private readonly AsyncLocal<Channel?> _current = new();

    public void Compared_with_false(Channel channel)
    {
        if ((channel.State == ChannelState.Stopped) == false)
        {
            channel.Stop();
        }
    }

    public void Compared_with_true(Channel channel)
    {
        if ((channel.State == ChannelState.Running) != true)
        {
            channel.Start();
        }
    }

    public void Compared_with_what_is_expected(Channel channel, bool expected)
    {
        if (channel.State == ChannelState.Stopped == expected)
        {
            channel.Stop();
        }
    }

    public void Both_without_a_short_cut(Channel channel, bool force)
    {
        if (!(channel.State == ChannelState.Running & force))
        {
            channel.Stop();
        }
    }

    public void Either_without_a_short_cut(Channel channel, bool force)
    {
        if (channel.State == ChannelState.Stopped | force)
        {
            channel.Stop();
        }
    }

    public void Either_but_not_both(Channel channel, bool force)
    {
        if (channel.State == ChannelState.Stopped ^ force)
        {
            channel.Stop();
        }
    }

    public void Perhaps_true(Channel? channel)
    {
        bool? runs = channel?.State == ChannelState.Running;
        if (runs == true)
        {
            channel!.Stop();
        }

        if (runs is not true)
        {
            channel?.Start();
        }
    }

    public void Perhaps_true_or_else_false(Channel? channel)
    {
        bool? stopped = channel?.State != ChannelState.Stopped;
        if (stopped ?? true)
        {
            channel?.Stop();
        }
    }

    public void Chosen_between_two_checks(Channel channel, bool mine, bool other)
    {
        if (mine ? channel.State == ChannelState.Stopped : other)
        {
            channel.Stop();
        }
    }

    public void By_a_switch_that_gives_a_flag(Channel channel)
    {
        bool up = channel.State switch
        {
            ChannelState.Running => true,
            _ => false,
        };
        if (up)
        {
            channel.Stop();
        }
        else
        {
            channel.Start();
        }
    }

    public void By_a_switch_that_turns_it(Channel channel)
    {
        if (channel.State switch { ChannelState.Stopped => false, _ => true })
        {
            channel.Stop();
        }
    }

    public void By_a_relation(Channel channel)
    {
        if (channel.State is ChannelState.Stopped or > ChannelState.Starting)
        {
            channel.Stop();
        }
    }

    public void By_what_is_not_smaller(Channel channel)
    {
        if (channel.State is not < ChannelState.Running)
        {
            channel.Stop();
        }
    }

    public void By_equals_the_other_way_round(Channel channel)
    {
        if (!ChannelState.Stopped.Equals(channel.State))
        {
            channel.Stop();
        }
    }

    public void By_equals_of_objects(Channel channel)
    {
        if (!Equals(channel.State, ChannelState.Stopped))
        {
            channel.Stop();
        }
    }

    public void By_equals_that_is_negated(Channel channel)
    {
        if (!channel.State.Equals(ChannelState.Stopped))
        {
            channel.Stop();
        }
    }

    public void By_an_order(Channel channel)
    {
        if (channel.State.CompareTo(ChannelState.Stopped) > 0)
        {
            channel.Stop();
        }
    }

    public void Assigned_in_the_condition(StudioClient client, Channel channel)
    {
        channel.Stop();
        if ((channel = client.Channels.Get("nb:chid:1")).State == ChannelState.Running)
        {
            channel.Stop();
        }
    }

    public void Chosen_by_its_state(Channel channel, Channel other)
    {
        Channel chosen = channel.State == ChannelState.Running ? channel : other;
        chosen.Stop();
        channel.Stop();
    }

    public void Named_in_a_pattern_and_checked(Channel channel)
    {
        if (channel.State is var state && (state == ChannelState.Running || state == ChannelState.Starting))
        {
            channel.Refresh();
            channel.Stop();
        }
    }

    public void One_check_and_then_another_of_a_copy(Channel channel)
    {
        ChannelState state = channel.State;
        channel.Refresh();
        if (state == channel.State && state == ChannelState.Stopped)
        {
            channel.Start();
        }
    }

    public void Given_to_a_timer(Channel channel)
    {
        channel.Stop();
        using var timer = new Timer(Restart, channel, 0, 1000);
        Thread.Sleep(5000);
        channel.Stop();
    }

    public void Given_to_the_pool(Channel channel)
    {
        channel.Stop();
        ThreadPool.QueueUserWorkItem(Restart, channel);
        Thread.Sleep(5000);
        channel.Stop();
    }

    public async Task Given_to_a_factory(Channel channel)
    {
        channel.Stop();
        await Task.Factory.StartNew(Restart, channel);
        channel.Stop();
    }

    public void Given_to_a_token(Channel channel, CancellationTokenSource source)
    {
        channel.Stop();
        using CancellationTokenRegistration registration = source.Token.Register(Restart, channel);
        source.Cancel();
        channel.Stop();
    }

    public void Given_to_a_progress(Channel channel, IProgress<Channel> progress)
    {
        channel.Stop();
        progress.Report(channel);
        channel.Stop();
    }

    public async Task Kept_for_the_flow(Channel channel)
    {
        channel.Stop();
        _current.Value = channel;
        await RestartCurrent();
        channel.Stop();
    }

    public async Task Expected_to_throw(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await Throws<InvalidEntityStateException>(() => channel.StopAsync());
        await channel.StartAsync();
    }

    public async Task Sent_on_the_pool(Channel channel)
    {
        await Task.Run(() => channel.SendStartOperation());
        await Task.Run(() => channel.Refresh());
    }

    public void In_an_expression_tree(Channel channel)
    {
        System.Linq.Expressions.Expression<Func<Channel, Operation<Channel>>> call = each => each.SendStartOperation(default);
        Console.WriteLine(call);
        channel.Stop();
    }

    public Func<Task> Returned_by_a_lambda(Channel channel) => () => channel.SendStartOperationAsync();

    public async Task Defaults(StudioClient client, [InState(nameof(ChannelState.Running))] Channel? channel = null)
    {
        channel ??= await client.Channels.CreateAsync("live");
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }
    }

    public void Changed_by_a_helper_and_sent(Origin origin)
    {
        origin.Start();
        Describe(origin);
        origin.Update();
    }

    public void Changed_back_and_forth(Origin origin, bool change)
    {
        origin.Stop();
        if (change)
        {
            origin.CacheSeconds = 30;
            origin.Update();
        }

        origin.Start();
        origin.Description = "done";
        origin.Update();
    }

    private static void Describe(Origin origin) => origin.Description = "on";

    private static void Restart(object? state) => ((Channel)state!).Start();

    private static async Task Throws<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T e)
        {
            Console.WriteLine(e.Message);
        }
    }

    private Task RestartCurrent() => _current.Value!.StartAsync();
}
