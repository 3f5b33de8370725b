using System.Collections.Immutable;
using MediaOps.Benchmarks.Compiling;
using MediaOps.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Benchmarks;

/// <summary>What the generator costs when a project is opened, and at every edit.</summary>
internal static class GeneratorBenchmark
{
    private const double ColdMilliseconds = 150;
    private const double EditMilliseconds = 5;

    // Twice the time for twice the entities, and a tenth for what a machine does beside it.
    private const double Growth = 1.1;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    /// <summary>Runs the generator on a few and on many entities, and after an edit.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        ImmutableArray<AdditionalText> few = SchemaSource.Write(size.Few);
        ImmutableArray<AdditionalText> many = SchemaSource.Write(size.Many);
        CSharpCompilation compilation = CSharpCompilation.Create("Acme", [CSharpSyntaxTree.ParseText("class C { }", Parse)], Client.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        double first = await ColdAsync(few, compilation);
        GeneratorDriver warm = GeneratorRun.Create(few, Parse).RunGenerators(compilation);
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class C { void M() { } }", Parse));
        int edits = 0;
        Rounds rounds = await Rounds.MeasureAsync(
            size.WarmUps,
            size.Rounds,
            () => ColdAsync(few, compilation),
            () => ColdAsync(many, compilation),
            () => MillisecondsAsync(() => warm.ReplaceAdditionalText(few[1], SchemaSource.Entity(0, "Edit " + ++edits)).RunGenerators(compilation)),
            () => MillisecondsAsync(() => warm.RunGenerators(edited)));

        Spread cold = rounds.Of(round => round[0]);
        Spread growth = rounds.Of(round => round[1] / size.Many / (round[0] / size.Few));
        Spread edit = rounds.Of(round => round[2]);
        return new Section(
            "generator",
            "The generator",
            $"CPU time of the process, {size.Rounds} rounds in turns; each entity has seven properties, a type and two actions. A cold run knows nothing of a run before; the code itself is warm but for the first row.",
            [
                new($"the very first run of the process, {size.Few} entities", new Spread(first, first, first).Text("F0", " ms")),
                new($"cold run, {size.Few} entities", cold.Text("F1", " ms"), "< 150 ms", cold.Median < ColdMilliseconds),
                new($"cold run, {size.Many} entities", rounds.Of(round => round[1]).Text("F0", " ms")),
                new($"time of an entity among {size.Many}, by that of one among {size.Few}", growth.Text("F2"), "linear: <= 1.1", growth.Median <= Growth),
                new($"one entity of {size.Few} edited, no fact changed", edit.Text("F2", " ms"), "< 5 ms", edit.Median < EditMilliseconds),
                new("C# edited", rounds.Of(round => round[3]).Text("F2", " ms"), "parses nothing, which is a test"),
            ]);
    }

    private static Task<double> ColdAsync(ImmutableArray<AdditionalText> files, Compilation compilation) => MillisecondsAsync(() =>
    {
        GeneratorDriverRunResult result = GeneratorRun.Create(files, Parse).RunGenerators(compilation).GetRunResult();
        if (result.GeneratedTrees.Length < files.Length || !result.Diagnostics.IsEmpty)
        {
            throw new InvalidOperationException("The measured schema is not generated from:\n" + string.Join('\n', result.Diagnostics.Take(10)));
        }
    });

    private static async Task<double> MillisecondsAsync(Action work) => (await Cpu.OfAsync(() =>
    {
        work();
        return Task.CompletedTask;
    })).TotalMilliseconds;

    /// <summary>How much is generated and how often.</summary>
    /// <param name="Few">Entities of the small service.</param>
    /// <param name="Many">Entities of the large one.</param>
    /// <param name="WarmUps">Rounds that do not count.</param>
    /// <param name="Rounds">Rounds that do.</param>
    internal sealed record Size(int Few, int Many, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(50, 1_000, 5, 9);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(2, 4, 0, 1);
    }
}
