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
            start.RegisterCodeBlockAction(block =>
            {
                // Most bodies have nothing to do with entities; those are not even bound.
                if (names.Occur(block.CodeBlock))
                {
                    new BodyAnalysis(block.SemanticModel, facts, _switches, block.ReportDiagnostic, block.CancellationToken).Run(block.CodeBlock, block.OwningSymbol);
                }
            });
        });
    }
}
