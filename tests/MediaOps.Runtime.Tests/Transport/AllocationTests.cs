// In a debug build the compiler makes a class of the state of every async method, so there is nothing to hold; .ci/run runs these optimized.
#if !DEBUG
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaOps.Runtime.Tests.Transport;

/// <summary>
/// What one poll allocates, against the plainest program that sends the same request: <see cref="HttpClient"/> and the serializer's generated code.
/// Alone, because what is counted is what the whole process allocates: a call that waits for the network goes on elsewhere.
/// </summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed partial class AllocationTests : IDisposable
{
    private const double Bar = 1.15;

    private readonly Stub _service = new();
    private readonly CancellationTokenSource _caller = new();

    public void Dispose()
    {
        _service.Dispose();
        _caller.Dispose();
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public async Task A_poll_allocates_little_more_than_the_raw_call(bool async, bool cancellable, bool waits)
    {
        _service.Waits = waits;
        CancellationToken token = cancellable ? _caller.Token : CancellationToken.None;
        Operation operation = await Connect().Operations.GetOperationAsync("op1", token);
        using HttpClient client = RawClient();
        long ours = await PerCallAsync(() => Bench.Run(async, () => operation.Refresh(token), () => operation.RefreshAsync(token)));
        long raw = await PerCallAsync(() => Bench.Run(async, () => Raw(client, token), () => RawAsync(client, token)));
        Assert.True(ours <= raw * Bar, $"A poll allocates {ours} bytes, the raw call {raw}: {(double)ours / raw:0.00} times as much.");
    }

    private static readonly ServiceDefinition Service = new("Test", "1")
    {
        Tracking = [Channels.Tracking],
        ClientRequestIdHeader = "x-ms-client-request-id",
        Headers =
        [
            new("x-ms-version", "2.19"),
            new("DataServiceVersion", "3.0;NetFx"),
            new("MaxDataServiceVersion", "3.0;NetFx"),
            new("Accept", "application/json;odata=minimalmetadata"),
            new("Accept-Charset", "UTF-8"),
        ],
        Errors = new ErrorDefinition { RequestIdHeader = "x-ms-request-id" },
    };

    private ServiceConnection Connect()
        => new(Service, new Uri("https://media.example/api/"), Authentication.Bearer(new StaticTokenCredential("token")), new MediaOpsOptions { Handler = _service });

    private HttpClient RawClient()
    {
        var client = new HttpClient(_service, disposeHandler: false);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer token");
        foreach ((string name, string value) in Service.Headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    /// <summary>The best of some rounds: the compiler at run time may still be at work in the first ones.</summary>
    private static Task<long> PerCallAsync(Func<Task> call) => Task.Run(async () =>
    {
        const int Calls = 500;
        long best = long.MaxValue;
        for (int round = 0; round < 8; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < Calls; i++)
            {
                await call().ConfigureAwait(false);
            }

            best = Math.Min(best, (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls);
        }

        return best;
    });

    private static void Raw(HttpClient client, CancellationToken token)
    {
        using HttpRequestMessage request = RawRequest();
        using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, token);
        using Stream stream = response.Content.ReadAsStream(token);
        Assert.Equal("InProgress", JsonSerializer.Deserialize(stream, Json.Default.OperationBody)!.State);
    }

    private static async Task RawAsync(HttpClient client, CancellationToken token)
    {
        using HttpRequestMessage request = RawRequest();
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
        using Stream stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        Assert.Equal("InProgress", (await JsonSerializer.DeserializeAsync(stream, Json.Default.OperationBody, token).ConfigureAwait(false))!.State);
    }

    private static HttpRequestMessage RawRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://media.example/api/Operations('op1')");
        request.Headers.TryAddWithoutValidation(Service.ClientRequestIdHeader!, Guid.NewGuid().ToString());
        return request;
    }

    internal sealed record OperationBody(string? Id, string? State, string? TargetEntityId, string? ErrorCode, string? ErrorMessage);

    [JsonSerializable(typeof(OperationBody))]
    internal sealed partial class Json : JsonSerializerContext;

    private sealed class Stub : HttpMessageHandler
    {
        private static readonly byte[] Body = """{"Id":"op1","State":"InProgress","TargetEntityId":null,"ErrorCode":null,"ErrorMessage":null}"""u8.ToArray();

        /// <summary>Whether an async answer comes after the call has returned, as from a network.</summary>
        public bool Waits { get; set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
            => new(HttpStatusCode.OK) { Content = new ByteArrayContent(Body), RequestMessage = request };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Waits ? AnswerLaterAsync(request, cancellationToken) : Task.FromResult(Send(request, cancellationToken));

        private async Task<HttpResponseMessage> AnswerLaterAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Send(request, cancellationToken);
        }
    }
}
#endif
