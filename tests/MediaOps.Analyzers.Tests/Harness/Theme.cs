using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Analyzers.Tests.Harness;

/// <summary>A file of cases: each method of the class that is named as the file is one.</summary>
internal sealed class Theme
{
    private static readonly ConcurrentDictionary<(string, bool), Lazy<Task<Theme>>> Loaded = new();

    private readonly MarkedSource _source;
    private readonly ImmutableArray<Diagnostic> _diagnostics;

    private Theme(MarkedSource source, Compilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        Errors = Compiler.Errors(compilation.GetDiagnostics());
    }

    /// <summary>The names of all themes.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Resources.In("Cases").Select(name => name["Cases/".Length..])];

    /// <summary>What the compiler says against it.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Compiles and analyzes a theme, once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hasClientSource">Whether the client is in the same project; else it is referenced.</param>
    public static Task<Theme> LoadAsync(string name, bool hasClientSource) =>
        Loaded.GetOrAdd((name, hasClientSource), _ => new Lazy<Task<Theme>>(() => AnalyzeAsync(name, hasClientSource))).Value;

    /// <summary>The cases of a theme: their names, and whether they must stay silent.</summary>
    public static IEnumerable<(string Name, bool IsSilent)> Cases(string name)
    {
        MarkedSource source = MarkedSource.Parse(Resources.Read("Cases/" + name));
        return Methods(Compiler.Parse(source.Text, name), name).Select(method => (method.Identifier.Text, !source.Marks.Any(mark => method.Span.Contains(mark.Span))));
    }

    /// <summary>What must be reported in a place, and what is.</summary>
    public (IReadOnlyList<string> Expected, IReadOnlyList<string> Actual) In(Func<TextSpan, bool> place) =>
    (
        [.. _source.Marks.Where(mark => place(mark.Span)).Select(_source.Describe)],
        [.. _diagnostics.Where(diagnostic => place(diagnostic.Location.SourceSpan)).Select(Compiler.Describe)]
    );

    /// <summary>The places of the cases.</summary>
    public IReadOnlyDictionary<string, TextSpan> Places(string name) =>
        Methods(Compiler.Parse(_source.Text, name), name).ToDictionary(method => method.Identifier.Text, method => method.FullSpan, StringComparer.Ordinal);

    private static async Task<Theme> AnalyzeAsync(string name, bool hasClientSource)
    {
        MarkedSource source = MarkedSource.Parse(Resources.Read("Cases/" + name));
        Compilation compilation = hasClientSource ? Compiler.WithStudio(source.Text) : Compiler.WithStudioReference(source.Text);
        return new Theme(source, compilation, await Compiler.AnalyzeAsync(compilation));
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree, string name) => tree.GetRoot()
        .DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .Single(type => type.Identifier.Text == name && type.Parent is CompilationUnitSyntax)
        .Members
        .OfType<MethodDeclarationSyntax>();
}
