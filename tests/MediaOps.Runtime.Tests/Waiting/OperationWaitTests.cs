using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MediaOps.Runtime.Tests.Waiting;

public class OperationWaitTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wait_pauses_first_and_then_polls_at_the_documented_interval(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending(2).Record("Succeeded").Entity("running");
        var told = new Told<OperationProgress>();
        await Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Progress = told });
        Assert.Equal(["POST Channels('nb:chid:1')/Start", Bench.Poll, Bench.Poll, Bench.Poll, Bench.Read], bench.Told);
        Assert.Equal([0, 30, 60, 90], told.Values.Select(static p => (int)p.Elapsed.TotalSeconds));
        Assert.Equal([0, 1, 2, 3], told.Values.Select(static p => p.Polls));
        Assert.Equal(TimeSpan.FromSeconds(30), told.Values[0].NextDelay);
        Assert.Null(told.Values[3].NextDelay);
        Assert.Equal(OperationState.Succeeded, told.Values[3].State);
        Assert.All(bench.Handler.Requests, request => Assert.Equal(!async, request.WasSync));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_last_poll_falls_on_the_deadline_and_then_the_wait_is_over(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending(4);
        Channel channel = bench.Channel("stopped");
        var told = new Told<OperationProgress>();
        var polling = new PollingOptions { Timeout = TimeSpan.FromSeconds(100), Progress = told };
        OperationTimeoutException e = await Assert.ThrowsAsync<OperationTimeoutException>(() => Bench.Act(async, channel, Channels.Start, polling));
        Assert.Equal([0, 30, 60, 90], told.Values.Select(static p => (int)p.Elapsed.TotalSeconds));
        Assert.Equal(DelayReason.Deadline, told.Values[3].Reason);
        Assert.Equal(TimeSpan.FromSeconds(100), bench.Clock.GetUtcNow() - bench.Began);
        Assert.Equal(("op1", OperationState.InProgress, 4), (e.OperationId, e.LastState, e.Polls));
        Assert.Equal(TimeSpan.FromSeconds(100), e.Waited);
        Assert.Equal(TimeSpan.FromSeconds(30), e.NextDelay);
        Assert.Equal(0, bench.Handler.Left);
        Assert.Equal("starting", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Retry_After_of_the_acceptance_and_of_each_poll_moves_the_next_poll(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, null, ("operation-id", "op1"), ("Retry-After", "45"));
        bench.Handler.Reply(200, """{"State":"InProgress"}""", ("Retry-After", "86400"));
        bench.Handler.Reply(200, """{"State":"InProgress"}""", ("Retry-After", "1"));
        bench.Record("Succeeded").Entity("running");
        var told = new Told<OperationProgress>();
        await Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Progress = told });
        Assert.Equal([0, 45, 345, 375], told.Values.Select(static p => (int)p.Elapsed.TotalSeconds));
        Assert.All(told.Values.SkipLast(1), static p => Assert.Equal(DelayReason.RetryAfter, p.Reason));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_failure_is_told_with_the_services_code_words_and_request(bool async)
    {
        var bench = new Bench();
        bench.Accept().Record("Failed", "InvalidOperation", "The channel is busy.", Channels.Id);
        Channel channel = bench.Channel("stopped");
        OperationFailedException e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.Equal(("op1", OperationState.Failed, "InvalidOperation", "The channel is busy."), (e.Operation.Id, e.Operation.State, e.ErrorCode, e.Operation.ErrorMessage));
        Assert.Equal(("r-7", "precondition"), (e.RequestId, e.Category));
        Assert.Contains($"Start of Channel '{Channels.Id}' (operation 'op1') failed with InvalidOperation: The channel is busy.", e.Message, StringComparison.Ordinal);
        Assert.Equal("stopped", channel.State);
    }

    [Fact]
    public async Task A_canceled_operation_is_an_operation_that_failed()
    {
        var bench = new Bench();
        bench.Accept().Record("Canceled");
        OperationFailedException e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(OperationState.Canceled, e.Operation.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancelled_wait_sends_nothing_more_and_tells_the_handle(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending(5);
        using var source = new CancellationTokenSource();
        var told = new Told<OperationProgress>(p =>
        {
            if (p.Polls == 2)
            {
                source.Cancel();
            }
        });
        OperationWaitCanceledException e = await Assert.ThrowsAsync<OperationWaitCanceledException>(
            () => Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Progress = told }, source.Token));
        Assert.Equal(("op1", OperationState.InProgress, 2), (e.OperationId, e.LastState, e.Polls));
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Equal(3, bench.Handler.Left);
        Assert.Equal(3, bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_poll_that_cannot_be_made_ends_the_wait_with_its_cause_and_the_handle(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending();
        bench.Handler.Reply(500, """{"odata.error":{"code":"InternalError","message":{"value":"oops"}}}""");
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(async, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(("op1", OperationState.InProgress, 500, "InternalError"), (e.OperationId, e.LastState, e.Status, e.ErrorCode));
        Assert.IsType<ServiceException>(e.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"State":null}""")]
    [InlineData("""{"State":{}}""")]
    [InlineData("""{"State":"InProgress" """)]
    [InlineData("""{"State":"\ud800"}""")]
    public async Task A_body_that_is_no_record_is_an_error_at_once(string body)
    {
        var bench = new Bench();
        bench.Accept();
        bench.Handler.Reply(200, body);
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(("op1", OperationState.InProgress), (e.OperationId, e.LastState));
    }

    [Fact]
    public async Task An_unknown_status_is_waited_out()
    {
        var bench = new Bench();
        bench.Accept();
        for (int i = 0; i < 9; i++)
        {
            bench.Record("Pondering");
        }

        bench.Pending();
        for (int i = 0; i < 9; i++)
        {
            bench.Record("Pondering");
        }

        bench.Record("Succeeded").Entity("running");
        await Bench.Act(true, bench.Channel("stopped"), Channels.Start);
        Assert.Equal(0, bench.Handler.Left);
    }

    [Fact]
    public async Task Ten_unknown_statuses_in_a_row_end_the_wait()
    {
        var bench = new Bench();
        bench.Accept();
        for (int i = 0; i < 12; i++)
        {
            bench.Record("Pondering");
        }

        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(2, bench.Handler.Left);
        Assert.Equal(OperationState.Unknown, e.LastState);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task A_time_out_that_is_not_positive_and_finite_is_refused_before_anything_is_sent(long ticks)
    {
        var bench = new Bench();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Bench.Act(true, bench.Channel("stopped"), Channels.Start, new PollingOptions { Timeout = TimeSpan.FromTicks(ticks) }));
        Assert.Empty(bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_day_of_waiting_makes_as_many_polls_as_the_interval_says(bool async)
    {
        var bench = new Bench(polling: new PollingOptions { Timeout = TimeSpan.FromHours(24) });
        bench.Accept().Pending(2880);
        OperationTimeoutException e = await Assert.ThrowsAsync<OperationTimeoutException>(() => Bench.Act(async, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(2880, e.Polls);
        Assert.Equal(TimeSpan.FromHours(24), bench.Clock.GetUtcNow() - bench.Began);
        Assert.All(bench.Clock.Delays, static delay => Assert.Equal(TimeSpan.FromSeconds(30), delay));
    }

    [Fact]
    public async Task Watching_gives_every_step_and_the_same_ends_as_waiting()
    {
        var bench = new Bench();
        bench.Accept().Pending().Record("Succeeded").Entity("running");
        Channel channel = bench.Channel("stopped");
        Operation operation = await channel.Core.SendAsync(Channels.Start, RequestBody.None, CancellationToken.None);
        var seen = new List<OperationProgress>();
        await foreach (OperationProgress progress in operation.WatchAsync())
        {
            seen.Add(progress);
        }

        Assert.Equal([OperationState.InProgress, OperationState.InProgress, OperationState.Succeeded], seen.Select(static p => p.State));
        Assert.Equal([0, 30, 60], seen.Select(static p => (int)p.Elapsed.TotalSeconds));
        Assert.Equal("running", channel.State);

        bench.Accept("op2").Record("Failed", "Timeout");
        Operation second = await channel.Core.SendAsync(Channels.Stop, RequestBody.None, CancellationToken.None);
        await Assert.ThrowsAsync<OperationFailedException>(async () =>
        {
            await foreach (OperationProgress _ in second.WatchAsync())
            {
            }
        });
    }

    [Fact]
    public async Task An_idle_wait_costs_at_most_600_bytes()
    {
        const int Waits = 1000;
        using var handler = new ScriptedHandler();
        var connection = new ServiceConnection(
            Channels.Service, new Uri("https://media.example/api/"), Authentication.None, new MediaOpsOptions { Handler = handler });
        Operation[] operations = [.. Enumerable.Range(0, Waits + 1).Select(_ => new Operation(ResumedOperation.TrackById(connection, "op1", Channels.Delay, null)))];
        using var source = new CancellationTokenSource();
        var waits = new Task[Waits + 1];
        waits[Waits] = operations[Waits].WaitForCompletionAsync(null, source.Token);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Waits; i++)
        {
            waits[i] = operations[i].WaitForCompletionAsync(null, source.Token);
        }

        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Waits;
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationWaitCanceledException>(() => Task.WhenAll(waits));
        Assert.True(each <= 600, $"{each} bytes");
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_look_that_is_cancelled_ends_like_a_wait()
    {
        var bench = new Bench();
        bench.Accept().Pending(3);
        using var source = new CancellationTokenSource();
        Operation operation = await Bench.Send(true, bench.Channel("stopped"), Channels.Start);
        OperationWaitCanceledException e = await Assert.ThrowsAsync<OperationWaitCanceledException>(async () =>
        {
            await foreach (OperationProgress progress in operation.WatchAsync(null, source.Token))
            {
                if (progress.Polls == 1)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.Equal(("op1", 1), (e.OperationId, e.Polls));
        Assert.Equal(2, bench.Handler.Left);
    }

    [Fact]
    public async Task A_wait_is_one_span_with_its_polls_as_events_and_is_measured()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "MediaOps",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentBag<(string Name, double Value, string? Subject)>();
        using var meter = new MeterListener { InstrumentPublished = static (instrument, self) => { if (instrument.Meter.Name == "MediaOps") { self.EnableMeasurementEvents(instrument); } } };
        meter.SetMeasurementEventCallback<double>((i, value, tags, _) => measured.Add((i.Name, value, Subject(tags))));
        meter.SetMeasurementEventCallback<int>((i, value, tags, _) => measured.Add((i.Name, value, Subject(tags))));
        meter.Start();

        var bench = new Bench();
        bench.Accept("op-traced").Pending().Record("Succeeded");
        bench.Handler.Reply(200, Channels.Json("running"));
        await Bench.Act(true, bench.Channel("stopped"), Channels.Start);

        Activity span = Assert.Single(spans, static a => Equals(a.GetTagItem("mediaops.operation.id"), "op-traced"));
        Assert.Equal("wait for Start of Channel", span.OperationName);
        Assert.Equal(2, span.Events.Count(static e => e.Name == "poll"));
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
        Assert.Contains(("mediaops.operation.duration", 60.0, "Start of Channel"), measured);
        Assert.Contains(("mediaops.operation.polls", 2.0, "Start of Channel"), measured);
        Assert.Contains(("mediaops.operation.lateness", 30.0, "Start of Channel"), measured);
        Assert.Contains(measured, static m => m is { Name: "mediaops.waits.active", Value: 1 });
        Assert.Contains(measured, static m => m is { Name: "mediaops.waits.active", Value: -1 });

        static string? Subject(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag.Key == "mediaops.subject")
                {
                    return (string?)tag.Value;
                }
            }

            return null;
        }
    }
}
