using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers.Tests.Harness;

/// <summary>Compiles as a user's project does, with the real runtime, and runs the analyzer over it.</summary>
internal static class Compiler
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using MediaOps;
        """;

    /// <summary>The framework and the runtime, which is all that a user's project has.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "MediaOps.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The sources of the hand-written client.</summary>
    public static ImmutableArray<SyntaxTree> StudioSources { get; } = [.. Resources.In("Client").Select(name => Parse(Resources.Read(name), name + ".cs"))];

    /// <summary>The hand-written client as its users reference it.</summary>
    public static MetadataReference Studio { get; } = Emit(Library(StudioSources, null), "Studio");

    /// <summary>The generated client of ams-v2 as its users reference it.</summary>
    public static MetadataReference AmsV2 { get; } = Emit(Library(Resources.In("AmsV2").Select(name => Parse(Resources.Read(name), name)), null), "AmsV2");

    /// <summary>The usings that every file of a project has.</summary>
    /// <param name="clientNamespace">The namespace of the client; null for none.</param>
    public static string Usings(string? clientNamespace) => GlobalUsings + (clientNamespace is null ? "" : "\nglobal using " + clientNamespace + ";");

    /// <summary>A file.</summary>
    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);

    /// <summary>A library of the text and of the hand-written client, with the usings that a project has by itself.</summary>
    public static CSharpCompilation WithStudio(string text) => Library([Parse(text, "Case.cs"), .. StudioSources], "Studio");

    /// <summary>A library of the text that references the hand-written client.</summary>
    public static CSharpCompilation WithStudioReference(string text) => Library([Parse(text, "Case.cs")], "Studio", Studio);

    /// <summary>A library.</summary>
    /// <param name="trees">Its files.</param>
    /// <param name="clientNamespace">The namespace of the client, which every file uses; null for none.</param>
    /// <param name="references">What it references beyond the framework and the runtime.</param>
    public static CSharpCompilation Library(IEnumerable<SyntaxTree> trees, string? clientNamespace, params IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Consumer",
        [Parse(Usings(clientNamespace), "Usings.cs"), .. trees],
        [.. References, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A compilation as its users reference it.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="name">The name of the assembly.</param>
    public static MetadataReference Emit(CSharpCompilation compilation, string name)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.WithAssemblyName(name).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>The errors of the compiler: a case that does not compile proves nothing.</summary>
    public static IReadOnlyList<string> Errors(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>What the analyzer reports, in the order of the places, an exception of the analyzer among it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        Sorted(await compilation.WithAnalyzers([new StateAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync());

    /// <summary>What the analyzer reports in one file.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(SemanticModel file) =>
        Sorted(await file.Compilation.WithAnalyzers([new StateAnalyzer()], new AnalyzerOptions([])).GetAnalyzerSemanticDiagnosticsAsync(file, null, CancellationToken.None));

    private static ImmutableArray<Diagnostic> Sorted(ImmutableArray<Diagnostic> found) =>
        [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>A diagnostic as the tests compare it: line, id and the text that it points at.</summary>
    public static string Describe(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id} at '{tree.GetText().ToString(diagnostic.Location.SourceSpan)}'")
        : diagnostic.ToString();
}
