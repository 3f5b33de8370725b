using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers;

/// <summary>Reports calls that the state of an entity forbids. Reads nothing but attributes, so it does not matter who wrote the client, and where.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateAnalyzer : DiagnosticAnalyzer
{
    private readonly AnalyzerSwitches _switches;

    /// <summary>Makes the analyzer as the compiler does.</summary>
    public StateAnalyzer()
        : this(AnalyzerSwitches.Default)
    {
    }

    internal StateAnalyzer(AnalyzerSwitches switches) => _switches = switches;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var names = ActionNames.Of(start.Compilation, tree => start.TryGetValue(tree, ActionNames.Declared, out ImmutableArray<string> declared) ? declared : []);
            if (names.IsEmpty)
            {
                return;
            }

            var facts = new StateFacts();

            // By file, not by code block: for those the compiler looks at every body of the project, and most have nothing to do with entities.
            start.RegisterSemanticModelAction(file =>
            {
                string text = file.SemanticModel.SyntaxTree.GetText(file.CancellationToken).ToString();
                new StateNames(file.SemanticModel, facts, file.ReportDiagnostic, file.CancellationToken).Check(text);
                foreach (SyntaxNode body in Bodies.In(file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken)))
                {
                    if (names.Occur(text, body.Span) && Bodies.OwnerOf(body, file.SemanticModel, file.CancellationToken) is { } owner)
                    {
                        new BodyAnalysis(file.SemanticModel, facts, _switches, file.ReportDiagnostic, file.CancellationToken).Run(body, owner);
                    }
                }
            });
        });
    }
}
