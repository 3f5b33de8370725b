using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers;

/// <summary>Reports calls that the state of an entity forbids.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            ActionNames names = ActionNames.Of(start.Compilation, tree => start.TryGetValue(tree, ActionNames.Declared, out ImmutableArray<string> declared) ? declared : []);
            if (names.IsEmpty)
            {
                return;
            }

            var facts = new StateFacts();
            start.RegisterCodeBlockAction(block => BodyAnalysis.Run(block, names, facts));
        });
    }
}
