using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Generator.Tests.Harness;

/// <summary>Runs the generator as the compiler does. Three verbs: what it finds, what it writes, and which steps an edit starts.</summary>
internal static class Driver
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "MediaOps.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the generator has to say, in the order of files and places.</summary>
    public static IReadOnlyList<Diagnostic> Findings(params SchemaText[] files) => [.. Run(files).Diagnostics
        .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>What the generator writes: text by hint name.</summary>
    public static IReadOnlyDictionary<string, string> Sources(params SchemaText[] files) => Run(files).Results.Single().GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Which steps an edit starts: the reasons of the second of two runs.</summary>
    /// <param name="before">The files of the first run.</param>
    /// <param name="after">The files of the second run.</param>
    /// <param name="editsCSharp">Whether C# is edited in between.</param>
    public static StepReasons Steps(SchemaText[] before, SchemaText[] after, bool editsCSharp = false)
    {
        CSharpCompilation compilation = Compilation("class C { }");
        Dictionary<SchemaText, AdditionalText> texts = before.Concat(after).Distinct().ToDictionary(file => file, file => (AdditionalText)new Text(file));
        GeneratorDriver first = Create([.. before.Select(file => texts[file])], compilation.SyntaxTrees[0].Options).RunGenerators(compilation);

        foreach (SchemaText changed in after.Except(before))
        {
            SchemaText? old = before.FirstOrDefault(file => file.Path == changed.Path);
            first = old is null ? first.AddAdditionalTexts([texts[changed]]) : first.ReplaceAdditionalText(texts[old], texts[changed]);
        }

        if (editsCSharp)
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class C { void M() { } }"));
        }

        return new StepReasons(first.RunGenerators(compilation).GetRunResult().Results.Single());
    }

    /// <summary>One run of the generator.</summary>
    public static GeneratorDriverRunResult Run(params SchemaText[] files)
    {
        CSharpCompilation compilation = Compilation("");
        return Create([.. files.Select(file => new Text(file))], compilation.SyntaxTrees[0].Options).RunGenerators(compilation).GetRunResult();
    }

    /// <summary>A library of sources.</summary>
    public static CSharpCompilation Compilation(string source, LanguageVersion version = LanguageVersion.Latest, NullableContextOptions nullable = NullableContextOptions.Enable) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version, DocumentationMode.Diagnose))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>The compilation with what the generator adds to it.</summary>
    public static Compilation Generate(CSharpCompilation compilation, params SchemaText[] files)
    {
        Create([.. files.Select(file => new Text(file))], compilation.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return output;
    }

    /// <summary>Everything that the compiler says about a compilation.</summary>
    public static IReadOnlyList<string> Problems(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    private static CSharpGeneratorDriver Create(ImmutableArray<AdditionalText> texts, ParseOptions options) => CSharpGeneratorDriver.Create(
        [new ClientGenerator().AsSourceGenerator()],
        texts,
        (CSharpParseOptions)options,
        new Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class Text(SchemaText file) : AdditionalText
    {
        public SchemaText File { get; } = file;

        public override string Path => File.Path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => File.Text is null ? null : SourceText.From(File.Text);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is Text { File: var file }
            ? new Values(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["build_metadata.AdditionalFiles.MediaOpsSchema"] = file.IsOurs ? "true" : null,
                ["build_metadata.AdditionalFiles.Namespace"] = file.Namespace,
            })
            : GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string?> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value) && value is not null;
    }
}
