using System.Collections.Immutable;
using MediaOps.Analyzers.Tests.Harness;
using MediaOps.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.CodeFixes.Tests;

/// <summary>Two projects of two files, each with the same mistake: how far a fix of all reaches.</summary>
public sealed class FixAllScopeTests
{
    private const string Mistake = """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.StopAsync();
            }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FixAllScope.Document, "One/A.cs")]
    [InlineData(FixAllScope.Project, "One/A.cs One/B.cs")]
    [InlineData(FixAllScope.Solution, "One/A.cs One/B.cs Two/A.cs Two/B.cs")]
    public async Task A_mistake_is_fixed_everywhere_in_the_scope_and_nowhere_else(FixAllScope scope, string expected)
    {
        using var workspace = new AdhocWorkspace();
        foreach (string project in (string[])["One", "Two"])
        {
            ProjectId id = workspace.AddProject(FixRun.Consumer(project)).Id;
            workspace.AddDocument(id, "Usings.cs", SourceText.From(Compiler.Usings("Studio")));
            foreach (string file in (string[])["A", "B"])
            {
                workspace.AddDocument(id, file + ".cs", SourceText.From("namespace " + file + ";\n\n" + Mistake));
            }
        }

        Document first = workspace.CurrentSolution.Projects.Single(project => project.Name == "One").Documents.Single(document => document.Name == "A.cs");
        var fix = new RefreshFix();
        var context = new FixAllContext(first, fix, scope, nameof(RefreshFix), ["MOPS1001"], new Analyzed(), Token);

        CodeAction? action = await fix.GetFixAllProvider().GetFixAsync(context);

        Solution changed = (await action!.GetOperationsAsync(Token)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var clean = new List<string>();
        foreach (Document document in changed.Projects.SelectMany(project => project.Documents).Where(document => document.Name != "Usings.cs"))
        {
            if ((await Analyzed.OfAsync(document, Token)).IsEmpty)
            {
                clean.Add(document.Project.Name + "/" + document.Name);
            }
        }

        Assert.Equal(expected, string.Join(' ', clean.Order(StringComparer.Ordinal)));
    }

    /// <summary>What the analyzer says of each document, as an editor asks for it.</summary>
    private sealed class Analyzed : FixAllContext.DiagnosticProvider
    {
        public static async Task<ImmutableArray<Diagnostic>> OfAsync(Document document, CancellationToken cancellationToken) =>
            await Compiler.AnalyzeAsync((await document.GetSemanticModelAsync(cancellationToken))!);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await OfAsync(document, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var all = new List<Diagnostic>();
            foreach (Document document in project.Documents)
            {
                all.AddRange(await OfAsync(document, cancellationToken));
            }

            return all;
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
