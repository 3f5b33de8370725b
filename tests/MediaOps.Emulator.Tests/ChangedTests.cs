using System.Runtime.CompilerServices;

namespace MediaOps.Emulation.Tests;

public sealed class ChangedTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Changes_are_raised_at_their_time_though_nobody_looks()
    {
        string id = await _bench.Channel();
        await _bench.Send("POST", $"Channels('{id}')/Start");
        var seen = new List<DateTimeOffset>();
        _bench.Emulator.Changed += (_, _) => seen.Add(_bench.Time.GetUtcNow());
        _bench.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.Empty(seen);
        _bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([Bench.Start.AddSeconds(180)], seen);
        Assert.Equal(["->Stopped@0", "Stopped>Starting@60", "Starting>Running@180"], _bench.Changes);
    }

    [Fact]
    public async Task Changes_of_several_entities_come_in_the_order_of_their_times()
    {
        string first = await _bench.Channel("a");
        string second = await _bench.Channel("b");
        await _bench.Send("POST", $"Channels('{first}')/Start");
        _bench.Time.Advance(TimeSpan.FromSeconds(100));
        await _bench.Send("DELETE", $"Channels('{second}')");
        _bench.Changes.Clear();
        _bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Starting>Running@240", "Deleting>Deleted@250"], _bench.Changes);
    }

    [Fact]
    public async Task A_handler_may_use_the_emulator_and_what_it_causes_is_raised_afterwards()
    {
        var order = new List<string>();
        _bench.Emulator.Changed += (_, e) =>
        {
            order.Add("begin " + e.To);
            if (_bench.Emulator.Entities.Count == 1)
            {
                using HttpResponseMessage response = _bench.SendSync(Bench.Request("POST", "Channels", $$"""{ "Name": "second", {{Bench.Input}} }"""));
            }

            order.Add("end " + e.To);
        };
        await _bench.Channel();
        Assert.Equal(["begin Stopped", "end Stopped", "begin Stopped", "end Stopped"], order);
        Assert.Equal(2, _bench.Emulator.Entities.Count);
    }

    [Fact]
    public async Task Of_many_callers_at_once_changes_are_raised_one_after_the_other_in_the_order_in_which_they_happened()
    {
        int inside = 0;
        _bench.Emulator.Changed += (_, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
        };
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            async () =>
            {
                string id = _bench.Emulator.Seed("Channel", $$"""{ "Name": "c{{i}}", {{Bench.Input}} }""");
                await _bench.Send("POST", $"Channels('{id}')/Start");
            },
            TestContext.Current.CancellationToken)));
        Assert.Equal(64, _bench.Changes.Count);
        int made = 0;
        int started = 0;
        foreach (string change in _bench.Changes)
        {
            made += change.StartsWith('-') ? 1 : 0;
            started += change.StartsWith('S') ? 1 : 0;
            Assert.True(started <= made, string.Join(' ', _bench.Changes));
        }
    }

    [Fact]
    public async Task A_call_that_is_refused_does_not_keep_the_clock_from_going_on()
    {
        string id = await _bench.Channel();
        await _bench.Send("POST", $"Channels('{id}')/Start");
        _bench.Changes.Clear();
        Assert.Throws<ArgumentException>(() => _bench.Emulator.Seed("Channel", "{}"));
        _bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(["Starting>Running@180"], _bench.Changes);
    }

    [Fact]
    public async Task An_operation_that_takes_no_time_is_over_when_its_answer_comes()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = _bench.Time, DurationOf = (_, _) => TimeSpan.Zero });
        string id = await bench.Channel();
        await bench.Send("POST", $"Channels('{id}')/Start");
        Assert.Equal(["->Stopped@0", "Stopped>Starting@60", "Starting>Running@60"], bench.Changes);
    }

    [Fact]
    public async Task An_operation_of_many_days_ends_at_its_time()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = _bench.Time, DurationOf = (_, action) => action == "Start" ? TimeSpan.FromDays(60) : null });
        string id = await bench.Channel();
        await bench.Send("POST", $"Channels('{id}')/Start");
        bench.Changes.Clear();
        _bench.Time.Advance(TimeSpan.FromDays(61));
        Assert.Equal([$"Starting>Running@{60 + (60 * 86400)}"], bench.Changes);
    }

    [Fact]
    public async Task Nothing_happens_by_itself_after_dispose_and_no_timer_stays()
    {
        string id = await _bench.Channel();
        await _bench.Send("POST", $"Channels('{id}')/Start");
        _bench.Changes.Clear();
        _bench.Emulator.Dispose();
        Assert.Equal(0, _bench.Time.Timers);
        _bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_bench.Changes);
        Assert.Equal("Running", _bench.Emulator.Entities.Single().State);
    }

    [Fact]
    public void An_emulator_that_nobody_uses_is_collected_though_an_operation_runs()
    {
        WeakReference weak = Abandon();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(weak.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Abandon()
    {
        var emulator = Emulator.FromDirectory(Bench.Schema, new EmulatorOptions { TimeProvider = TimeProvider.System });
        using var client = new HttpClient(new EmulatorHandler(emulator)) { BaseAddress = new Uri("http://emulator.localhost/") };
        using HttpResponseMessage response = client.Send(Bench.Request("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }"""));
        Assert.NotNull(emulator.Entities.Single().OperationId);
        return new WeakReference(emulator);
    }
}
