using System.Collections.Concurrent;

namespace MediaOps.Runtime.Tests.Transport;

/// <summary>Attempts one after the other share a deadline; none may end another one's.</summary>
public class DeadlineTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_token_that_is_cancelled_after_its_call_ends_no_later_call(bool async)
    {
        var service = new Witness();
        EntityCollectionCore<Channel, ChannelData> channels = Connect(service);
        using var early = new CancellationTokenSource();
        await Get(channels, async, early.Token);
        await early.CancelAsync();
        await Get(channels, async, CancellationToken.None);
        Assert.Equal(2, service.Tokens.Count);
        Assert.Single(service.Tokens.Distinct());
        Assert.All(service.Tokens, static token => Assert.False(token.IsCancellationRequested));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_call_after_a_cancelled_one_has_a_deadline_of_its_own(bool async)
    {
        using var source = new CancellationTokenSource();
        var service = new Witness();
        service.Before = (_, token) =>
        {
            source.Cancel();
            token.ThrowIfCancellationRequested();
        };
        EntityCollectionCore<Channel, ChannelData> channels = Connect(service);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get(channels, async, source.Token));
        service.Before = null;
        await Get(channels, async, CancellationToken.None);
        Assert.False(service.Tokens.Last().IsCancellationRequested);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_attempt_that_found_a_fault_leaves_its_deadline_to_nobody(bool async)
    {
        var service = new Witness
        {
            Before = static (attempt, _) =>
            {
                if (attempt == 0)
                {
                    throw new HttpRequestException("broken");
                }
            },
        };
        await Get(Connect(service), async, CancellationToken.None);
        CancellationToken[] tokens = [.. service.Tokens];
        Assert.Equal(2, tokens.Length);
        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Fact]
    public async Task Calls_at_the_same_time_never_share_a_deadline()
    {
        var inFlight = new ConcurrentDictionary<CancellationToken, bool>();
        int shared = 0;
        var service = new Witness
        {
            Before = (_, token) => Interlocked.Add(ref shared, inFlight.TryAdd(token, value: true) ? 0 : 1),
            After = token => inFlight.TryRemove(token, out _),
        };
        EntityCollectionCore<Channel, ChannelData> channels = Connect(service);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            for (int i = 0; i < 200; i++)
            {
                await Get(channels, async: (thread + i) % 2 == 0, CancellationToken.None);
            }
        })));
        Assert.Equal((0, 1600), (shared, service.Tokens.Count));
    }

    private static EntityCollectionCore<Channel, ChannelData> Connect(HttpMessageHandler handler) => new(
        Channels.Binding,
        new ServiceConnection(
            Channels.Service,
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = handler, TimeProvider = new ManualTimeProvider { AutoAdvance = true } }));

    private static Task<Channel> Get(EntityCollectionCore<Channel, ChannelData> channels, bool async, CancellationToken token)
        => Bench.Run(async, () => channels.Get(Channels.Id, token), () => channels.GetAsync(Channels.Id, token));

    /// <summary>A service that remembers the tokens that it was called with.</summary>
    private sealed class Witness : HttpMessageHandler
    {
        private int _attempts;

        public ConcurrentQueue<CancellationToken> Tokens { get; } = new();

        public Action<int, CancellationToken>? Before { get; set; }

        public Action<CancellationToken>? After { get; init; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tokens.Enqueue(cancellationToken);
            Before?.Invoke(Interlocked.Increment(ref _attempts) - 1, cancellationToken);
            HttpResponseMessage response = ScriptedHandler.Response(200, Channels.Json("running"));
            After?.Invoke(cancellationToken);
            return response;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Send(request, cancellationToken);
        }
    }
}
