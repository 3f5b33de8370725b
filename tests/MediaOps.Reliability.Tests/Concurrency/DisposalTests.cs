using System.Net;
using Media.AzureV2;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>What sends is taken away while 32 callers wait for its answer: each of them is told so, with the handle of what runs, and none hangs.</summary>
public sealed class DisposalTests
{
    private static readonly int Rounds = Runs.Count(5, 50);

    [Fact(Timeout = 120_000)]
    public async Task A_client_that_is_disposed_in_flight_ends_every_call_and_loses_no_operation()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using var service = new SilentService();
            using var http = new HttpClient(service, disposeHandler: false);
            CloudMediaContext media = Connect(new MediaOpsOptions { HttpClient = http, MaxRetries = 0 });
            MediaOps.Operation operation = await media.Operations.GetOperationAsync("nb:opid:UUID:1");
            service.IsSilent = true;

            Task<int> told = EndsAsync(operation, CancellationToken.None);
            await service.AllHaveAskedAsync();
            http.Dispose();

            Assert.Equal(Crowd.Size, await told);
            Assert.Equal(0, service.UnderWay);
        }

        await ConcurrencyReport.TellAsync("an HttpClient disposed with 32 polls in flight", $"{Rounds:N0} clients: every wait ended with the operation's id, no request was left");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_token_that_is_cancelled_and_disposed_in_flight_ends_every_call_and_loses_no_operation()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using var service = new SilentService();
            CloudMediaContext media = Connect(new MediaOpsOptions { Handler = service });
            MediaOps.Operation operation = await media.Operations.GetOperationAsync("nb:opid:UUID:1");
            service.IsSilent = true;
            var stop = new CancellationTokenSource();

            Task<int> told = EndsAsync(operation, stop.Token);
            await service.AllHaveAskedAsync();
            await stop.CancelAsync();
            stop.Dispose();

            Assert.Equal(Crowd.Size, await told);
            Assert.Equal(0, service.UnderWay);
        }

        await ConcurrencyReport.TellAsync("a token cancelled and disposed with 32 polls in flight", $"{Rounds:N0} tokens: every wait ended with the operation's id, no request was left");
    }

    /// <summary>How many waits ended with the operation's handle.</summary>
    private static async Task<int> EndsAsync(MediaOps.Operation operation, CancellationToken cancellationToken)
    {
        int told = 0;
        await Crowd.RunAsync(async (_, async) =>
        {
            try
            {
                if (async)
                {
                    await operation.WaitForCompletionAsync(cancellationToken: cancellationToken);
                }
                else
                {
                    operation.WaitForCompletion(cancellationToken: cancellationToken);
                }
            }
            catch (OperationPollException e) when (e.OperationId == operation.Id)
            {
                Interlocked.Increment(ref told);
            }
            catch (OperationWaitCanceledException e) when (e.OperationId == operation.Id)
            {
                Interlocked.Increment(ref told);
            }
        });
        return told;
    }

    private static CloudMediaContext Connect(MediaOpsOptions options)
    {
        options.TimeProvider = new ManualTimeProvider { AutoAdvance = true };
        return new CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), options);
    }

    /// <summary>Tells that an operation is in progress, until it says nothing any more: then a request waits for its token.</summary>
    private sealed class SilentService : HttpMessageHandler
    {
        private readonly CountdownEvent _asked = new(Crowd.Size);
        private int _underWay;

        public bool IsSilent { get; set; }

        public int UnderWay => Volatile.Read(ref _underWay);

        public Task AllHaveAskedAsync() => Task.Run(_asked.Wait);

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsSilent)
            {
                Interlocked.Increment(ref _underWay);
                _asked.Signal();
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    Interlocked.Decrement(ref _underWay);
                }
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"Id":"nb:opid:UUID:1","State":"InProgress"}""") };
        }

        protected override void Dispose(bool disposing)
        {
            _asked.Dispose();
            base.Dispose(disposing);
        }
    }
}
