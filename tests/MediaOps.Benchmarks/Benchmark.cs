using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks;

/// <summary>The benchmarks by the verb of the command line that runs them.</summary>
internal static class Benchmark
{
    /// <summary>All of them, in their full size.</summary>
    public static IReadOnlyDictionary<string, Func<Task<Section>>> All { get; } = new SortedDictionary<string, Func<Task<Section>>>(StringComparer.Ordinal)
    {
        ["analyzer"] = () => AnalyzerBenchmark.RunAsync(AnalyzerBenchmark.Size.Full),
        ["generator"] = () => GeneratorBenchmark.RunAsync(GeneratorBenchmark.Size.Full),
        ["json"] = () => JsonBenchmark.RunAsync(JsonBenchmark.Size.Full),
        ["poll"] = () => PollBenchmark.RunAsync(PollBenchmark.Size.Full),
        ["waits"] = () => WaitsBenchmark.RunAsync(WaitsBenchmark.Size.Full),
    };
}
