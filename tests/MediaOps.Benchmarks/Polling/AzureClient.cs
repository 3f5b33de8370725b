using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaOps.Benchmarks.Polling;

/// <summary>The wait of Azure's clients over the same service, as a program gets it that comes back to an operation.</summary>
internal static class AzureClient
{
    // What Azure.Core stores of an operation that answers under operation-location; it has no constructor.
    private const string Stored =
        """{"version":"1.0.0","id":"op1","requestMethod":"DELETE","initialUri":"https://media.example/api/Channels","nextRequestUri":"https://media.example/api/Operations('op1')","headerSource":"OperationLocation","finalStateVia":"OriginalUri","lastKnownLocation":null}""";

    /// <summary>The pipeline that its clients share, with its defaults.</summary>
    public static HttpPipeline Connect(HttpMessageHandler service) => HttpPipelineBuilder.Build(new Options { Transport = new HttpClientTransport(service) });

    /// <summary>Comes back to the operation; asks once.</summary>
    public static Task<global::Azure.Operation> ComeBackAsync(HttpPipeline pipeline) =>
        global::Azure.Operation.RehydrateAsync(pipeline, ModelReaderWriter.Read<RehydrationToken>(BinaryData.FromString(Stored)));

    /// <summary>No pause between two polls; asked for a zero interval, it would wait a second.</summary>
    public static DelayStrategy AtOnce { get; } = new NoDelay();

    private sealed class Options : ClientOptions;

    private sealed class NoDelay() : DelayStrategy(TimeSpan.FromSeconds(1), jitterFactor: 0)
    {
        protected override TimeSpan GetNextDelayCore(global::Azure.Response? response, int retryNumber) => TimeSpan.Zero;
    }
}
