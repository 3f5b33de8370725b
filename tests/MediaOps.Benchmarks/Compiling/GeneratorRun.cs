using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using MediaOps.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>The generator as the compiler runs it.</summary>
internal static class GeneratorRun
{
    /// <summary>A driver for schema files; every file given is taken for one.</summary>
    public static GeneratorDriver Create(ImmutableArray<AdditionalText> files, CSharpParseOptions parse) => CSharpGeneratorDriver.Create(
        [new ClientGenerator().AsSourceGenerator()], files, parse, new Options());

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfSchema;

        private static readonly Values OfSchema = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["build_metadata.AdditionalFiles.MediaOpsSchema"] = "true" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>A schema file in memory.</summary>
internal sealed class SchemaText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
