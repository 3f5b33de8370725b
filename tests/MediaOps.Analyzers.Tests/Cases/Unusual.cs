// Programs in which something else moves the entity, or the variable, than it seems.
public class Unusual(Channel primary)
{
    private Channel? _kept;
    private static Channel s_shared = null!;

    public static event Action<Channel>? Seen;

    private Channel Fresh => new StudioClient().Channels.Get("nb:chid:1");

    private Channel this[int index] => Fresh;

    public async Task A_parameter_of_the_class_that_another_method_moves()
    {
        await primary.StopAsync();
        await MovePrimary();
        await primary.StopAsync();
    }

    public void A_parameter_of_the_class_that_another_sync_method_moves()
    {
        primary.Stop();
        ReplacePrimary();
        primary.Stop();
    }

    public void A_property_that_gives_another_one_each_time()
    {
        Fresh.Start();
        Fresh.Start();
    }

    public void An_indexer_that_gives_another_one_each_time()
    {
        this[0].Start();
        this[1].Start();
        this[0].Start();
    }

    public void A_method_that_gives_another_one_each_time()
    {
        Next().Start();
        Next().Start();
    }

    public void Elements(Channel[] channels, int i, int j)
    {
        channels[i].Start();
        channels[j].Start();
        channels[i].Start();
    }

    public void Given_by_reference(ref Channel channel)
    {
        channel.Stop();
        MoveShared();
        channel.Stop();
    }

    public void Given_by_reference_to_a_field()
    {
        Given_by_reference(ref s_shared);
        s_shared.Stop();
    }

    public void Exchanged(Channel next)
    {
        _kept = next;
        _kept.Stop();
        Channel? old = Interlocked.Exchange(ref _kept, Next());
        _kept?.Stop();
        old?.Start();
    }

    public async Task The_same_one_read_twice(StudioClient client, string id)
    {
        var one = await client.Channels.GetAsync(id);
        var two = await client.Channels.GetAsync(id);
        await one.StopAsync();
        await two.StartAsync();
        await one.StopAsync();
    }

    public async Task Created_and_then_found_in_the_list(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await foreach (Channel each in client.Channels.ListAsync())
        {
            await each.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task Created_and_then_found_by_a_query(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        IChannel found = await client.Channels.Where(c => c.Name == "live").FirstAsync();
        await found.StartAsync();
        await channel.StopAsync();
    }

    public async Task Moved_by_the_target_of_its_operation(Channel channel)
    {
        var operation = await channel.SendStopOperationAsync();
        await operation.WaitForCompletionAsync();
        var target = await operation.GetTargetAsync();
        await target.StartAsync();
        await channel.StopAsync();
    }

    public async Task Programs_that_are_found_in_the_list(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        foreach (Program each in channel.Programs.List())
        {
            await each.StopAsync();
        }

        await channel.StopAsync();
    }

    public void Disposed_by_something_that_moves_it(Channel channel)
    {
        using (new OnAir(channel))
        {
            channel.Stop();
        }

        channel.Stop();
    }

    public void Disposed_at_the_end_of_the_block(Channel channel)
    {
        {
            using var session = new OnAir(channel);
            channel.Stop();
        }

        channel.Stop();
    }

    public void Told_to_listeners(Channel channel)
    {
        channel.Stop();
        Seen?.Invoke(channel);
        channel.Stop();
    }

    public async Task A_flag_that_is_set_by_hand(Channel channel)
    {
        bool runs = false;
        if (channel.State == ChannelState.Running)
        {
            runs = true;
        }

        if (runs)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_flag_that_is_set_again(Channel channel, bool force)
    {
        bool stopped = channel.State == ChannelState.Stopped;
        stopped = force;
        if (stopped)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_flag_that_is_combined(Channel channel, bool force)
    {
        bool mayStop = channel.State == ChannelState.Running;
        mayStop |= force;
        if (mayStop)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_flag_of_another_channel(Channel channel, Channel other)
    {
        bool runs = other.State == ChannelState.Stopped;
        if (runs)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_flag_that_a_lambda_sets(Channel channel)
    {
        bool stopped = channel.State == ChannelState.Stopped;
        Action set = () => stopped = true;
        set();
        if (stopped)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_copy_that_is_set_by_hand(Channel channel)
    {
        ChannelState state = channel.State;
        state = ChannelState.Stopped;
        if (state == ChannelState.Stopped)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_copy_that_is_given_out(Channel channel, string text)
    {
        ChannelState state = channel.State;
        _ = Enum.TryParse(text, out state);
        if (state == ChannelState.Stopped)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_copy_that_is_kept_while_time_passes(Channel channel)
    {
        ChannelState before = channel.State;
        await channel.RefreshAsync();
        if (before == ChannelState.Stopped && channel.State != before)
        {
            await channel.StopAsync();
        }
    }

    public async Task One_of_two_runs(Channel a, Channel b)
    {
        if (a.State == ChannelState.Running || b.State == ChannelState.Running)
        {
            await a.StopAsync();
            await b.StopAsync();
        }
    }

    public async Task Both_are_the_same(Channel a, Channel b)
    {
        if (a == b)
        {
            await a.StopAsync();
            await b.StartAsync();
            await a.StopAsync();
        }
    }

    public async Task By_a_number(Channel channel)
    {
        if ((int)channel.State == 1)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_the_default(Channel channel)
    {
        if (channel.State == default)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_a_constant_of_ours(Channel channel)
    {
        const ChannelState Up = ChannelState.Running;
        if (channel.State == Up)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_a_set_of_states(Channel channel, HashSet<ChannelState> wanted)
    {
        if (wanted.Contains(channel.State))
        {
            await channel.StopAsync();
        }
    }

    public async Task By_a_pattern_that_names_the_state(Channel channel)
    {
        if (channel is { State: var state } && state != ChannelState.Stopped)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_a_list_pattern(List<Channel> channels)
    {
        if (channels is [var first, .., var last])
        {
            await first.StopAsync();
            await last.StartAsync();
            await first.StopAsync();
        }
    }

    public async Task Found_in_a_dictionary(Dictionary<string, Channel> channels)
    {
        if (channels.TryGetValue("a", out Channel? a) && channels.TryGetValue("b", out Channel? b))
        {
            await a.StopAsync();
            await b.StartAsync();
            await a.StopAsync();
        }
    }

    public async Task Stopped_and_tried_again(Channel channel)
    {
        while (true)
        {
            try
            {
                await channel.StartAsync();
                return;
            }
            catch (ServiceException)
            {
                await channel.RefreshAsync();
            }
        }
    }

    public async Task One_of_two_or_none(Channel channel, bool really)
    {
        Channel? chosen = really ? channel : null;
        chosen?.Stop();
        await channel.StopAsync();
    }

    public async Task A_condition_that_moves_it(Channel channel)
    {
        await channel.StopAsync();
        if (await Moved(channel))
        {
            await channel.StopAsync();
        }
    }

    public async Task A_condition_of_a_section_that_moves_it(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped when Moves(channel):
                await channel.StopAsync();
                break;
        }
    }

    public async Task An_operator_that_moves_it(Channel channel)
    {
        await channel.StopAsync();
        OnAir session = channel;
        await channel.StopAsync();
        session.Dispose();
    }

    public async Task A_text_that_moves_it(Channel channel)
    {
        await channel.StopAsync();
        Console.WriteLine($"{Moves(channel)}");
        await channel.StopAsync();
    }

    public async IAsyncEnumerable<string> Told_while_it_is_asked(StudioClient client)
    {
        _kept = await client.Channels.CreateAsync("live");
        yield return "created";
        await _kept.StopAsync();
    }

    public async void Without_a_task(Channel channel)
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task In_a_query_expression(IEnumerable<Channel> channels) =>
        await Task.WhenAll(from channel in channels where channel.State == ChannelState.Running select channel.StopAsync());

    public async Task A_local_function_that_is_called_before_it_is_written(Channel channel)
    {
        await channel.StopAsync();
        Move();
        await channel.StopAsync();

        void Move() => channel.Start();
    }

    public async Task A_local_function_that_gives_another_one(StudioClient client)
    {
        Channel channel = Read();
        await channel.StopAsync();
        channel = Read();
        await channel.StopAsync();

        Channel Read() => client.Channels.Get("nb:chid:1");
    }

    public async Task Deconstructed(StudioClient client, Pair pair)
    {
        var (a, b) = pair;
        await a.StopAsync();
        await b.StartAsync();
        await a.StopAsync();
        Console.WriteLine(client);
    }

    public async Task A_struct_that_is_replaced(Slot slot, Slot other)
    {
        await slot.Channel.StopAsync();
        slot = other;
        await slot.Channel.StopAsync();
    }

    public async Task A_condition_that_is_not_about_it(Channel channel, Operation<Channel> operation)
    {
        if (operation.State == OperationState.Succeeded)
        {
            await channel.StopAsync();
        }
    }

    public async Task Checked_twice_with_a_call_in_between(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            await Moved(channel);
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync();
            }
        }
    }

    public async Task Handed_to_a_task_that_runs_meanwhile(Channel channel)
    {
        Task<bool> moving = Moved(channel);
        await channel.StopAsync();
        await moving;
        await channel.StopAsync();
    }

    public async Task A_task_that_may_end_at_any_time(Channel channel)
    {
        Task resetting = channel.StartAsync();
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StopAsync();
        }

        await resetting;
    }

    public void A_start_that_throws_on_purpose(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Start();
        try
        {
            channel.{|MOPS1001:Start|}();
        }
        catch (InvalidEntityStateException e)
        {
            Console.WriteLine(e.Message);
        }
    }

    private static bool Moves(Channel channel)
    {
        channel.Start();
        return true;
    }

    private static async Task<bool> Moved(Channel channel)
    {
        await channel.StartAsync();
        return true;
    }

    private static Channel Next() => new StudioClient().Channels.Get("nb:chid:1");

    private static void MoveShared() => s_shared.Start();

    private Task MovePrimary() => primary.StartAsync();

    private void ReplacePrimary() => primary = Fresh;

    public struct Slot
    {
        public Channel Channel { get; set; }
    }

    public sealed record Pair(Channel A, Channel B);

    public sealed class OnAir : IDisposable
    {
        private readonly Channel _channel;

        public OnAir(Channel channel)
        {
            _channel = channel;
            _channel.Start();
        }

        public static implicit operator OnAir(Channel channel) => new(channel);

        public void Dispose() => _channel.Start();
    }
}
