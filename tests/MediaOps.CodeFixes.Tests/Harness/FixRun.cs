using System.Collections.Immutable;
using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.CodeFixes.Tests.Harness;

/// <summary>A document in an editor: what is reported in it, what fixes are offered, and what they make of it.</summary>
internal sealed class FixRun
{
    private static readonly ImmutableArray<MetadataReference> References = [.. Compiler.References, Compiler.Studio];

    private readonly Document _document;

    private FixRun(Document document) => _document = document;

    /// <summary>All fixes there are.</summary>
    public static ImmutableArray<StateFix> Fixes { get; } = [new InsertActionFix(), new GuardByStateFix(), new AwaitOperationFix(), new UsePollingFormFix(), new RefreshFix()];

    /// <summary>Opens a document of a project that references the client.</summary>
    public static FixRun Open(string text, LanguageVersion version = LanguageVersion.Latest, bool isProgram = false)
    {
        // A workspace per document: the projects of one would pile up.
#pragma warning disable CA2000
        var workspace = new AdhocWorkspace();
#pragma warning restore CA2000
        Project project = workspace.AddProject(Consumer("Consumer", version, isProgram));
        string usings = version >= LanguageVersion.CSharp10 ? Compiler.Usings("Studio") : "";
        return new FixRun(project.AddDocument("Usings.cs", usings).Project.AddDocument("Case.cs", SourceText.From(text)));
    }

    /// <summary>A project that references the client.</summary>
    public static ProjectInfo Consumer(string name, LanguageVersion version = LanguageVersion.Latest, bool isProgram = false) => ProjectInfo.Create(
        ProjectId.CreateNewId(),
        VersionStamp.Default,
        name,
        name,
        LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
        parseOptions: new CSharpParseOptions(version),
        metadataReferences: References);

    /// <summary>The text.</summary>
    public async Task<string> TextAsync() => (await _document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>What the compiler says against it.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync() => Compiler.Errors((await ModelAsync()).GetDiagnostics());

    /// <summary>What the analyzer reports in it.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => await Compiler.AnalyzeAsync(await ModelAsync());

    /// <summary>The action that a fix offers for a diagnostic; null for none.</summary>
    public async Task<CodeAction?> OfferAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        CodeAction? offered = null;
        if (fix.FixableDiagnosticIds.Contains(diagnostic.Id))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => offered = action, TestContext.Current.CancellationToken));
        }

        return offered;
    }

    /// <summary>The document after an action.</summary>
    public async Task<FixRun> AfterAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return new FixRun(changed.GetDocument(_document.Id)!);
    }

    /// <summary>The document after a fix was made for everything in it that it is for.</summary>
    public async Task<FixRun> AfterAllAsync(CodeFixProvider fix, params string[] ids)
    {
        var context = new FixAllContext(_document, fix, FixAllScope.Document, fix.GetType().Name, ids, new Reported(await DiagnosticsAsync()), TestContext.Current.CancellationToken);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await AfterAsync(action!);
    }

    private async Task<SemanticModel> ModelAsync() => (await _document.GetSemanticModelAsync(TestContext.Current.CancellationToken))!;

    private sealed class Reported(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return all.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == tree?.FilePath);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
