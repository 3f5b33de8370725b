using MediaOps.Analyzers;
using MediaOps.Benchmarks.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace MediaOps.Benchmarks.Tests;

/// <summary>That a project without an entity pays nothing, and that the measured projects are what they are said to be.</summary>
public sealed class AnalyzerBenchmarkTests
{
    [Fact]
    public async Task In_a_project_without_an_entity_the_analyzer_registers_no_action()
    {
        Assert.Equal(new Actions(CompilationStart: 1, Others: 0), await RegisteredAsync(oneIn: 0, Client.Framework));
    }

    [Fact]
    public async Task In_a_project_with_entities_it_registers_actions_so_that_the_measure_above_can_tell()
    {
        Actions actions = await RegisteredAsync(oneIn: 10, [.. Client.Framework, Client.Compile()]);

        Assert.True(actions.Others > 0, "The analyzer registered nothing.");
    }

    [Fact]
    public void One_method_of_ten_is_one_method_of_ten_and_the_project_has_the_lines_it_was_asked_for()
    {
        Project project = ProjectSource.Write(10_000, oneIn: 10);

        Assert.Equal(project.Methods, project.StatefulMethods * 10);
        Assert.InRange(project.Lines, 10_000, 10_500);
    }

    private static async Task<Actions> RegisteredAsync(int oneIn, IEnumerable<MetadataReference> references)
    {
        var analyzer = new StateAnalyzer();
        Compilation compilation = CSharpCompilation.Create(
            "Acme",
            ProjectSource.Write(400, oneIn).Files.Select(file => CSharpSyntaxTree.ParseText(file, cancellationToken: TestContext.Current.CancellationToken)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([analyzer]);
        await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        AnalyzerTelemetryInfo told = await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
        return new Actions(
            told.CompilationStartActionsCount,
            told.CompilationActionsCount + told.CompilationEndActionsCount + told.SyntaxTreeActionsCount + told.SemanticModelActionsCount + told.SymbolActionsCount
                + told.SymbolStartActionsCount + told.SymbolEndActionsCount + told.SyntaxNodeActionsCount + told.CodeBlockActionsCount + told.CodeBlockStartActionsCount
                + told.CodeBlockEndActionsCount + told.OperationActionsCount + told.OperationBlockActionsCount + told.OperationBlockStartActionsCount
                + told.OperationBlockEndActionsCount + told.AdditionalFileActionsCount);
    }

    private sealed record Actions(int CompilationStart, int Others);
}
