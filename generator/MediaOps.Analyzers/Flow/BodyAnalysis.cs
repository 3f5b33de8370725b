using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>Analyses one body: a method, an accessor, an initializer, and each lambda and local function in it on its own.</summary>
internal sealed class BodyAnalysis(SemanticModel model, StateFacts facts, AnalyzerSwitches switches, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    /// <summary>Analyses what runs when a member runs.</summary>
    /// <param name="body">A body, as <see cref="Bodies"/> finds them.</param>
    /// <param name="owner">Whose body it is.</param>
    public void Run(SyntaxNode body, ISymbol owner)
    {
        if (GraphOf(model.GetOperation(body, cancellationToken)) is { } graph)
        {
            Run(graph, owner);
        }
    }

    private ControlFlowGraph? GraphOf(IOperation? operation) => operation switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellationToken),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellationToken),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
        _ => null,
    };

    private void Run(ControlFlowGraph graph, ISymbol owner)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sites = new Sites();
        var scope = new BodyScope(graph, owner, model, facts);
        var effects = new Effects(scope, sites, switches);
        var transfer = new Transfer(scope, sites, effects);
        var solver = new Solver(graph, transfer, effects, sites);
        var entry = new FlowState();
        new Entry(scope, sites, entry).Take(owner as IMethodSymbol, owner.ContainingType);
        if (solver.Solve(entry) is { } states)
        {
            transfer.Reporter = new Reporter(scope, effects, report);
            foreach (BasicBlock block in graph.Blocks)
            {
                if (states[block.Ordinal] is { } known)
                {
                    effects.Begin(known.Clone(), block.Ordinal, caught: false);
                    Value value = solver.Execute(block);
                    if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned && owner is IMethodSymbol method && facts.InState(method) is { } promised)
                    {
                        transfer.Reporter.TellReturned(returned, value, method, promised);
                    }
                }
            }
        }

        RunInner(graph);
    }

    private void RunInner(ControlFlowGraph graph)
    {
        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            Run(graph.GetLocalFunctionControlFlowGraph(local, cancellationToken), local);
        }

        // An expression tree describes a call, for a mock or a query; nobody makes it.
        foreach (IFlowAnonymousFunctionOperation lambda in graph.Blocks
            .SelectMany(block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .Where(lambda => lambda.Parent?.Type is not { Name: "Expression", ContainingNamespace.Name: "Expressions" }))
        {
            Run(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), lambda.Symbol);
        }
    }
}
