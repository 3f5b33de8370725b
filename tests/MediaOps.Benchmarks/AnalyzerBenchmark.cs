using System.Globalization;
using MediaOps.Benchmarks.Compiling;
using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks;

/// <summary>What the state analyzer costs a build.</summary>
internal static class AnalyzerBenchmark
{
    private const double MillisecondsPerMethod = 1;
    private const double ShareOfCompileTime = 0.03;

    /// <summary>Builds projects with and without the analyzer.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        using var client = new TemporaryFile(Client.Image());
        Project mixed = ProjectSource.Write(size.Lines, oneIn: 10);
        Project dense = ProjectSource.Write(size.DenseLines, oneIn: 1);
        using var mixedBuild = new Build(mixed, [.. Client.FrameworkPaths, client.Path]);
        using var denseBuild = new Build(dense, [.. Client.FrameworkPaths, client.Path]);
        Rounds inMixed = await Rounds.MeasureTogetherAsync(size.WarmUps, size.Rounds, mixedBuild.RoundAsync);
        Rounds inDense = await Rounds.MeasureTogetherAsync(size.WarmUps, size.Rounds, denseBuild.RoundAsync);

        Spread share = inMixed.Of(round => Cost(round) / AsBySdk(round));
        Spread perMethod = inDense.Of(round => Cost(round) / dense.StatefulMethods);
        return new Section(
            "analyzer",
            "The state analyzer",
            $"""
            The SDK's own compiler builds generated source in a process of its own: with the analyzers of the SDK as every project has them by default, and with the state analyzer
            too, every rule a warning. The two run beside each other, so that what slows the machine slows both: {size.Rounds} rounds. What the state analyzer costs is their difference, with
            all that loading it, compiling its code at run time, calling it and binding on its behalf takes; a compiler that goes on running between builds pays the first two once.
            Dynamic PGO is off, and each compiler has one processor: both make its figures more even. A project without an entity is not measured: in it the analyzer registers no
            action, which is a test. All of it is CPU time of the compiler's process.
            """,
            [
                new($"compiling {Lines(mixed)}, one method of ten ({mixed.StatefulMethods} of {mixed.Methods}) uses an action", inMixed.Of(AsBySdk).Text("F0", " ms")),
                new("the analyzer's share of it", share.Text("P1"), "< 3 %", share.Median < ShareOfCompileTime),
                new($"{Lines(dense)}, each of {dense.StatefulMethods} methods uses an action: the analyzer's cost for each", perMethod.Text("F2", " ms"), "< 1 ms", perMethod.Median < MillisecondsPerMethod),
                new("said about the first project", string.Create(CultureInfo.InvariantCulture, $"{mixedBuild.Said} diagnostics")),
            ]);
    }

    private static double AsBySdk(double[] round) => round[0];

    private static double Cost(double[] round) => round[1] - round[0];

    private static string Lines(Project project) => project.Lines.ToString("N0", CultureInfo.InvariantCulture) + " lines";

    /// <summary>How much is compiled and how often.</summary>
    /// <param name="Lines">Lines of the project in which one method of ten uses an action.</param>
    /// <param name="DenseLines">Lines of the project in which every method does.</param>
    /// <param name="WarmUps">Rounds of each that do not count.</param>
    /// <param name="Rounds">Rounds of each that do.</param>
    internal sealed record Size(int Lines, int DenseLines, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(100_000, 10_000, 1, 15);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(400, 400, 0, 1);
    }
}
