// Code that runs although no line here seems to call it, and code that finds an entity by itself.
public class Unseen
{
    private static Channel s_shared = null!;
    private Channel? _kept;

    public static event Action Restarting
    {
        add => value();
        remove => value();
    }

    private bool Restarts
    {
        get
        {
            _kept!.Start();
            return true;
        }
    }

    public void A_getter_of_ours(Channel channel)
    {
        _kept = channel;
        channel.Stop();
        if (Restarts)
        {
            channel.Stop();
        }
    }

    public void A_constructor_without_arguments(Channel channel)
    {
        s_shared = channel;
        channel.Stop();
        Console.WriteLine(new Starter());
        channel.Stop();
    }

    public void An_event_that_calls_at_once(Channel channel)
    {
        channel.Stop();
        Restarting += channel.StartAgain;
        channel.Stop();
    }

    public void A_task_that_is_blocked_on(Channel channel)
    {
        Task moving = StartLater(channel);
        channel.Stop();
        moving.Wait();
        channel.Stop();
    }

    public void A_task_whose_result_is_read(Channel channel)
    {
        Task<int> moving = StartLater(channel);
        channel.Stop();
        Console.WriteLine(moving.Result);
        channel.Stop();
    }

    public void A_task_whose_awaiter_is_asked(Channel channel)
    {
        Task<int> moving = StartLater(channel);
        channel.Stop();
        moving.GetAwaiter().GetResult();
        channel.Stop();
    }

    public void A_gate_that_is_waited_for(Channel channel, SemaphoreSlim gate)
    {
        _ = StartLater(channel);
        channel.Stop();
        gate.Wait();
        channel.Stop();
    }

    public void A_lock_that_another_thread_leaves(Channel channel, object gate)
    {
        _ = StartLater(channel);
        channel.Stop();
        lock (gate)
        {
            channel.Stop();
        }
    }

    public void A_cancellation_that_calls_back(Channel channel, CancellationTokenSource source)
    {
        source.Token.Register(channel.StartAgain);
        channel.Stop();
        source.Cancel();
        channel.Stop();
    }

    public void A_lazy_value_of_a_method(Channel channel)
    {
        var started = new Lazy<int>(channel.Started);
        channel.Stop();
        Console.WriteLine(started.Value);
        channel.Stop();
    }

    public void A_delegate_that_is_called_by_reflection(Channel channel)
    {
        Delegate act = (Action)channel.StartAgain;
        channel.Stop();
        act.DynamicInvoke();
        channel.Stop();
    }

    public void A_target_of_a_deconstruction(StudioClient client, int[] numbers)
    {
        Channel channel = client.Channels.Create("live");
        (numbers[StartNow(channel)], _) = (1, 2);
        channel.Stop();
    }

    public void An_array_that_is_filled(StudioClient client, Channel[] channels)
    {
        Channel channel = client.Channels.Create("live");
        Array.Fill(channels, channel);
        StartAll(channels);
        channel.Stop();
    }

    public void A_client_that_is_given(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        EnsureStarted(client);
        channel.Stop();
    }

    public void A_client_that_is_extended(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        client.StartAll();
        channel.Stop();
    }

    public void A_method_that_is_given_nothing(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Restart();
        channel.{|MOPS1001:Stop|}();
    }

    public void Its_id_in_a_pattern(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        if (channel is { Id: var id })
        {
            StartById(client.Channels, id);
        }

        channel.Stop();
    }

    public void Its_id_in_another_text(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        string id = string.Concat("", channel.Id);
        Restart(id);
        channel.Stop();
    }

    public void Its_id_by_a_task(StudioClient client, TaskCompletionSource<string> source)
    {
        Channel channel = client.Channels.Create("live");
        source.SetResult(channel.Id);
        Restart();
        channel.Stop();
    }

    public void Its_id_for_people(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Console.WriteLine(channel.Id);
        Restart();
        channel.{|MOPS1001:Stop|}();
    }

    public void Kept_and_read_again(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Keep(channel);
        if (channel.State == ChannelState.Stopped)
        {
            _kept!.Start();
            channel.Stop();
        }
    }

    public void A_field_on_one_way(bool stop)
    {
        if (stop)
        {
            _kept!.Stop();
        }

        _kept!.Stop();
    }

    public void A_field_on_one_way_and_then_wrong(bool stop)
    {
        if (stop)
        {
            Console.WriteLine(_kept!.Name);
        }

        _kept!.Stop();
        _kept.{|MOPS1001:Stop|}();
    }

    public IEnumerable<int> A_promise_for_the_call_and_not_for_the_body([InState(nameof(ChannelState.Running))] Channel channel)
    {
        channel.Start();
        yield return 1;
    }

    private static int StartNow(Channel channel)
    {
        channel.Start();
        return 1;
    }

    private static async Task<int> StartLater(Channel channel)
    {
        await Task.Yield();
        channel.Start();
        return 1;
    }

    private static void StartAll(IEnumerable<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            channel.Start();
        }
    }

    private static void EnsureStarted(StudioClient client) => StartAll(client.Channels.List());

    private static void StartById(ChannelCollection channels, string id) => channels.Get(id).Start();

    private static void Restart(string? id = null) => StartById(new StudioClient().Channels, id ?? "nb:chid:1");

    private void Keep(Channel channel) => _kept = channel;

    public sealed class Starter
    {
        public Starter() => s_shared.Start();
    }
}

public static class UnseenExtensions
{
    public static void StartAgain(this Channel channel)
    {
        channel.Stop();
        channel.Start();
    }

    public static int Started(this Channel channel)
    {
        channel.Start();
        return 1;
    }

    public static void StartAll(this StudioClient client)
    {
        foreach (Channel channel in client.Channels.List())
        {
            channel.Start();
        }
    }
}

public class Keeper(Channel only)
{
    public void It_may_be_the_parameter_of_the_class(Channel channel)
    {
        channel.Stop();
        StartIt();
        channel.Stop();
    }

    private void StartIt() => only.Start();
}

public class KeeperOfMany
{
    private readonly List<Channel> _all = [];

    public void It_may_be_in_a_list(Channel channel)
    {
        channel.Stop();
        _all.ForEach(each => each.Start());
        channel.Stop();
    }

    public static void It_may_be_in_the_array(Channel channel, Channel[] channels)
    {
        channel.Stop();
        StartAll(channels);
        channel.Stop();
    }

    protected static void StartAll(IEnumerable<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            channel.Start();
        }
    }
}

public class KeeperInBase
{
    protected Channel Kept { get; set; } = null!;
}

public class KeeperByBase : KeeperInBase
{
    public void It_may_be_in_the_base(Channel channel)
    {
        channel.Stop();
        StartIt();
        channel.Stop();
    }

    private void StartIt() => Kept.Start();
}

public static class StaticKeeper
{
    private static Channel s_kept = null!;

    public static void It_may_be_static(Channel channel)
    {
        channel.Stop();
        StartIt();
        channel.Stop();
    }

    public static void It_is_static()
    {
        Channel channel = s_kept;
        channel.Stop();
        StartIt();
        channel.Stop();
    }

    public static void From_a_list(List<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            channel.Stop();
            channels.ForEach(each => each.Start());
            channel.Stop();
        }
    }

    public static void From_a_method_that_promises()
    {
        Channel channel = Running();
        StopIt();
        channel.Start();
    }

    [return: InState(nameof(ChannelState.Running))]
    private static Channel Running() => s_kept;

    private static void StartIt() => s_kept.Start();

    private static void StopIt() => s_kept.Stop();
}
