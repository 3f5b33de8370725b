using System.Globalization;
using MediaOps.Benchmarks.Compiling;
using MediaOps.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;

namespace MediaOps.Benchmarks;

/// <summary>What the state analyzer costs a build.</summary>
internal static class AnalyzerBenchmark
{
    private const double MillisecondsPerMethod = 1;
    private const double ShareOfCompileTime = 0.03;

    /// <summary>Builds projects with and without the analyzer.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        MetadataReference client = Client.Compile();
        Project mixed = ProjectSource.Write(size.Lines, oneIn: 10);
        Project dense = ProjectSource.Write(size.DenseLines, oneIn: 1);

        var mixedBuild = new Build(mixed, [.. Client.Framework, client]);
        Rounds inDense = await MeasureAsync(new Build(dense, [.. Client.Framework, client]), size.WarmUps, size.Rounds);
        // By now the compiler at run time has seen every line of both.
        Rounds inMixed = await MeasureAsync(mixedBuild, warmUps: 0, size.LargeRounds);

        Spread share = inMixed.Of(Share);
        Spread perMethod = inDense.Of(round => Cost(round) / dense.StatefulMethods);
        double computed = perMethod.Median * mixed.StatefulMethods / inMixed.Of(Alone).Median;
        return new Section(
            "analyzer",
            "The state analyzer",
            $"""
            Generated source is compiled from its text to an assembly in turns, the large project {size.LargeRounds} times, the small one {size.Rounds} times: the compiler alone, with an analyzer
            that is called for every file and does nothing, and with the state analyzer beside that one, every rule a warning. The difference of the last two is the analyzer's, with all the
            binding that the compiler does on its behalf; what calling any analyzer costs is not, because a project pays it for the analyzers of the SDK. The share is of the compiler alone.
            A project without an entity is not measured: in it the analyzer registers no action, which is a test.
            All of it is CPU time of the process, by Roslyn {typeof(Compilation).Assembly.GetName().Version!.ToString(3)}.
            """,
            [
                new($"compiling {Lines(mixed)}, one method of ten ({mixed.StatefulMethods} of {mixed.Methods}) uses an action", inMixed.Of(Alone).Text("F0", " ms")),
                new("the same with the analyzer that does nothing", inMixed.Of(Idle).Text("F0", " ms")),
                new("the analyzer's share of compiling it alone, measured: a small difference of large numbers, so read its spread", share.Text("P1"), "< 3 %", share.Median < ShareOfCompileTime),
                new($"{Lines(dense)}, each of {dense.StatefulMethods} methods uses an action: the analyzer's cost for each", perMethod.Text("F2", " ms"), "< 1 ms", perMethod.Median < MillisecondsPerMethod),
                new("the share of it in the first project, computed from that", computed.ToString("P1", CultureInfo.InvariantCulture), "< 3 %", computed < ShareOfCompileTime),
                new("said about the first project", string.Create(CultureInfo.InvariantCulture, $"{mixedBuild.Said.Length} diagnostics")),
            ]);
    }

    private static Task<Rounds> MeasureAsync(Build build, int warmUps, int rounds) =>
        Rounds.MeasureAsync(warmUps, rounds, build.AloneAsync, build.WithIdleAnalyzerAsync, build.WithStateAnalyzerAsync);

    private static double Alone(double[] round) => round[0];

    private static double Idle(double[] round) => round[1];

    private static double Cost(double[] round) => round[2] - round[1];

    private static double Share(double[] round) => Cost(round) / Alone(round);

    private static string Lines(Project project) => project.Lines.ToString("N0", CultureInfo.InvariantCulture) + " lines";

    /// <summary>How much is compiled and how often.</summary>
    /// <param name="Lines">Lines of the project in which one method of ten uses an action.</param>
    /// <param name="DenseLines">Lines of the project in which every method does.</param>
    /// <param name="LargeRounds">Rounds of the first project.</param>
    /// <param name="WarmUps">Rounds of the second that do not count.</param>
    /// <param name="Rounds">Rounds of the second that do.</param>
    internal sealed record Size(int Lines, int DenseLines, int LargeRounds, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(100_000, 10_000, 5, 2, 9);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(400, 400, 1, 0, 1);
    }
}
