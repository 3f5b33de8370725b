using System.Collections.Immutable;
using MediaOps.Analyzers;
using MediaOps.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>Compiles a project from its text to an assembly, each time with nothing left of the time before.</summary>
internal sealed class Build(Project project, IEnumerable<MetadataReference> references)
{
    private readonly ImmutableArray<MetadataReference> _references = [.. references];
    private readonly ImmutableArray<SourceText> _texts = [.. project.Files.Select(file => SourceText.From(file))];

    /// <summary>What the last build with <see cref="WithStateAnalyzerAsync"/> said.</summary>
    public ImmutableArray<Diagnostic> Said { get; private set; } = [];

    /// <summary>The compiler and nothing else: milliseconds of CPU.</summary>
    public Task<double> AloneAsync() => MillisecondsAsync(() =>
    {
        Emit(Compilation());
        return Task.CompletedTask;
    });

    /// <summary>
    /// The compiler with an analyzer that is called for every file and does nothing: what a project pays for any such analyzer, and the SDK's own are in every project.
    /// Milliseconds of CPU.
    /// </summary>
    public Task<double> WithIdleAnalyzerAsync() => MillisecondsAsync(() => AnalyzeAsync(new IdleAnalyzer()));

    /// <summary>The same, and the state analyzer with every rule a warning. Milliseconds of CPU.</summary>
    public Task<double> WithStateAnalyzerAsync() => MillisecondsAsync(async () => Said = await AnalyzeAsync(new IdleAnalyzer(), new StateAnalyzer()));

    private static async Task<double> MillisecondsAsync(Func<Task> build) => (await Cpu.OfAsync(build)).TotalMilliseconds;

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => failure = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers compilation = Compilation().WithAnalyzers(analyzers, options);
        ImmutableArray<Diagnostic> said = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Emit(compilation.Compilation);
        return failure is null ? said : throw new InvalidOperationException("The analyzer failed.", failure);
    }

    private CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Acme",
        _texts.Select(text => CSharpSyntaxTree.ParseText(text)),
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(new StateAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct(StringComparer.Ordinal)
                .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));

    private static void Emit(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(assembly);
        if (!result.Success)
        {
            throw new InvalidOperationException("The measured project does not compile:\n" + string.Join('\n', result.Diagnostics.Take(10)));
        }
    }

    /// <summary>Is called for every file, and looks at none.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxTreeAction(static _ => { });
        }
    }
}
