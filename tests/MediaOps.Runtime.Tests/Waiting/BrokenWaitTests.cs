namespace MediaOps.Runtime.Tests.Waiting;

/// <summary>A wait that the caller's own code breaks off: the operation goes on, so its handle must not be lost.</summary>
public class BrokenWaitTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_strategy_that_throws_does_not_lose_the_operation(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        await Ends(() => Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Strategy = new Faulty() }));
    }

    [Fact]
    public async Task A_strategy_that_throws_ends_watching_with_the_handle_too()
    {
        var bench = new Bench();
        bench.Accept();
        Operation<Channel> operation = await Bench.Send(true, bench.Channel("stopped"), Channels.Start);
        await Ends(async () =>
        {
            await foreach (OperationProgress _ in operation.WatchAsync(new PollingOptions { Strategy = new Faulty() }))
            {
            }
        });
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_listener_that_throws_does_not_lose_the_operation(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        var told = new Told<OperationProgress>(static _ => throw new FormatException("mine"));
        await Ends(() => Bench.Act(async, bench.Channel("stopped"), Channels.Start, new PollingOptions { Progress = told }));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_credential_that_throws_in_a_wait_does_not_lose_the_operation(bool async)
    {
        var handler = new ScriptedHandler();
        handler.Reply(202, null, ("operation-id", "op1")).Reply(401);
        var service = new ServiceDefinition("Test", "1") { Tracking = [Channels.Tracking] };
        var connection = new ServiceConnection(
            service,
            new Uri("https://media.example/api/"),
            Authentication.Bearer(new OneToken()),
            new MediaOpsOptions { Handler = handler, TimeProvider = new ManualTimeProvider { AutoAdvance = true } });
        var data = new ChannelData { Id = Channels.Id, StateText = "stopped" };
        Channel channel = new EntityCore<Channel, ChannelData>(connection, Channels.Binding, Channels.Id, data).Entity;
        await Ends(() => Bench.Act(async, channel, Channels.Start));
    }

    private static async Task Ends(Func<Task> wait)
    {
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(wait);
        Assert.Equal(("op1", OperationState.InProgress), (e.OperationId, e.LastState));
        Assert.IsType<FormatException>(e.InnerException);
        Assert.Contains("mine", e.Message, StringComparison.Ordinal);
    }

    private sealed class Faulty : PollingStrategy
    {
        public override TimeSpan GetDelay(in PollingContext context) => throw new FormatException("mine");
    }

    private sealed class OneToken : IMediaOpsCredential
    {
        public AccessToken GetToken(TokenRequest request, CancellationToken cancellationToken)
            => request.ForceRefresh ? throw new FormatException("mine") : new AccessToken("one", DateTimeOffset.MaxValue);

        public ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) => new(GetToken(request, cancellationToken));
    }
}
