using MediaOps.Runtime.Tests.Transport;

namespace MediaOps.Runtime.Tests.Waiting;

/// <summary>The longest wait is the end of it, also for the attempts and repetitions that one poll is made of.</summary>
public class DeadlineOfAWaitTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [InlineData(true, 5, 1)]
    [InlineData(false, 5, 1)]
    [InlineData(true, 60, 2)]
    [InlineData(false, 60, 2)]
    public async Task A_poll_is_not_repeated_after_the_wait_is_over(bool async, int seconds, int polls)
    {
        var handler = new ScriptedHandler();
        handler.Reply(202, null, ("operation-id", "op1"));
        for (int i = 0; i < 5; i++)
        {
            handler.Reply(503, null, ("Retry-After", "60"));
        }

        var clock = new ManualTimeProvider { AutoAdvance = true };
        DateTimeOffset began = clock.GetUtcNow();
        var connection = new ServiceConnection(
            Channels.Service,
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = handler, TimeProvider = clock });
        var data = new ChannelData { Id = Channels.Id, StateText = "stopped" };
        Channel channel = new EntityCore<Channel, ChannelData>(connection, Channels.Binding, Channels.Id, data).Entity;
        var longest = TimeSpan.FromSeconds(seconds);
        var e = await Assert.ThrowsAsync<OperationTimeoutException>(
            () => Bench.Act(async, channel, Channels.Start, new PollingOptions { Timeout = longest }));
        Assert.Equal(("op1", longest, longest), (e.OperationId, e.Waited, clock.GetUtcNow() - began));
        Assert.Equal(503, Assert.IsType<ServiceException>(e.InnerException).Status);
        Assert.Equal(1 + polls, handler.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_refusal_at_the_deadline_is_still_a_refusal(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        bench.Handler.Reply(403);
        var e = await Assert.ThrowsAsync<OperationPollException>(
            () => Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Timeout = TimeSpan.FromSeconds(5) }));
        Assert.Equal(403, e.Status);
    }

    [Theory]
    [InlineData(true, 20, 20)]
    [InlineData(false, 20, 20)]
    [InlineData(true, 0, 10)]
    [InlineData(false, 0, 10)]
    public async Task An_attempt_may_take_what_is_left_and_a_short_time_at_least(bool async, int left, int limit)
    {
        var fixture = new TransportFixture();
        fixture.Service.Then((_, token) =>
        {
            fixture.NetworkClock.Advance(TimeSpan.FromSeconds(limit - 1));
            Assert.False(token.IsCancellationRequested);
            fixture.NetworkClock.Advance(TimeSpan.FromSeconds(1));
            token.ThrowIfCancellationRequested();
            return ScriptedHandler.Response(200);
        });
        var request = new ServiceRequest(HttpMethod.Get, "Operations") { Deadline = new Deadline(fixture.Clock, fixture.Clock.GetTimestamp(), TimeSpan.FromSeconds(left)) };
        fixture.Options.MaxRetries = 0;
        ServiceException e = await fixture.FailsAsync(request, async);
        Assert.Contains($"within {limit} seconds", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_client_that_gives_up_by_itself_is_not_said_to_have_had_our_time(bool async)
    {
        var fixture = new TransportFixture();
        fixture.Service.Fail(new TaskCanceledException("The client's own time-out."));
        ServiceException e = await fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.DoesNotContain("seconds", e.Message, StringComparison.Ordinal);
        Assert.True(e.OutcomeUnknown);
    }
}
