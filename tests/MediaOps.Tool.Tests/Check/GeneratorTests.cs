using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MediaOps.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Tool.Tests.Check;

/// <summary>The tool says what the generator says in a build: the same ids at the same places in the same words.</summary>
public sealed class GeneratorTests
{
    /// <summary>Edits, each of which breaks something: what is replaced in every file of a service.</summary>
    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        { "ams-v2", "\"from\": \"Stopped\"", "\"from\": \"Stoped\"" },
        { "ams-v2", "\"tracking\": \"operation\"", "\"tracking\": \"op\", \"extra\": [" },
        { "ams-v2", "\"kind\": \"transitional\"", "\"kind\": \"stable\"" },
        { "ams-v2", "\"type\": \"string\"", "\"type\": \"Strang\"" },
        { "ams-v2", "\"ChannelEndpoint\"", "\"Channel\"" },
        { "ams-v2", "\"Description\"", "\"Id\"" },
        { "ams-v2", "\"service\": ", "\"serviced\": " },
        { "ams-v2", ",", ", /* \u00e9\u2028 */" },
        { "ams-v3", "\"entity\": \"LiveEvent\"", "\"entity\": \"Channel\"" },
        { "ams-v3", "{Name}", "{Nmae}" },
        { "mkio", "\"entity-state\"", "\"operation\"" },
        { "mkio", "}", "" },
        { "medialive", "\"Idle\": {", "\"Idel\": {" },
        { "medialive", "\"from\"", "\"x-from\"" },
        { "livestream", "\"entity\": \"Event\"", "\"entity\": \"Channel\"" },
        { "livestream", "\"actions\"", "\"actions\": 3, \"x-actions\"" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_findings_of_both_are_the_same(string service, string old, string replacement)
    {
        using var folder = new TemporaryFolder();
        folder.CopyService(service);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder.Path, "schema", service)))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(old, replacement, StringComparison.Ordinal));
        }

        string[] said = [.. LoadedSchemas.Load([], folder.Path).Findings.Select(finding => string.Create(
            CultureInfo.InvariantCulture, $"{finding.File} {finding.Span} {finding.Severity} {finding.Rule} {finding.Message}"))];

        Assert.NotEmpty(said);
        Assert.Equal(Generated(folder.Path).Select(text => text.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Generated(string folder)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("", cancellationToken: TestContext.Current.CancellationToken)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Select(file => new Text(file)),
            optionsProvider: new Ours());
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Diagnostics.Select(diagnostic =>
        {
            FileLinePositionSpan lines = diagnostic.Location.GetLineSpan();
            TextSpan span = diagnostic.Location.SourceSpan;
            var place = new Schema.SourceSpan(
                span.Start, span.Length, lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character);
            return string.Create(CultureInfo.InvariantCulture, $"{lines.Path} {place} {diagnostic.Severity} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        });
    }

    private sealed class Text(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            using FileStream file = File.OpenRead(path);
            return SourceText.From(file);
        }
    }

    private sealed class Ours : AnalyzerConfigOptionsProvider
    {
        private static readonly Marked Value = new();

        public override AnalyzerConfigOptions GlobalOptions => Value;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Value;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Value;
    }

    private sealed class Marked : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.MediaOpsSchema" ? "true" : null;
            return value is not null;
        }
    }
}
