using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.CodeFixes;

/// <summary>Where statements can be put before a call so that they run exactly when the call does: before a statement, or in the body that an expression stands for.</summary>
internal sealed class Place
{
    private Place(StatementSyntax? statement, ExpressionSyntax? expressionBody, SyntaxNode function, IMethodSymbol? symbol)
    {
        Statement = statement;
        ExpressionBody = expressionBody;
        Function = function;
        Symbol = symbol;
    }

    /// <summary>The statement with the call; null where an expression is the body.</summary>
    public StatementSyntax? Statement { get; }

    /// <summary>The expression that is the body; null where there is a statement.</summary>
    public ExpressionSyntax? ExpressionBody { get; }

    /// <summary>The method, accessor, local function or lambda; of top-level statements the file.</summary>
    public SyntaxNode Function { get; }

    /// <summary>The same as a symbol; null for top-level statements.</summary>
    public IMethodSymbol? Symbol { get; }

    /// <summary>The first character of the statement or expression.</summary>
    public int Start => (Statement ?? (SyntaxNode)ExpressionBody!).SpanStart;

    /// <summary>Whether <c>await</c> can be written there as it is.</summary>
    public bool IsAsync => (Symbol is null || Symbol.IsAsync) && !IsLocked;

    /// <summary>Whether <c>await</c> can be written there, if need be once the function, which hands a task on, is made async.</summary>
    public bool CanAwait => IsAsync || (Symbol is { IsAsync: false } && TaskKind(Symbol.ReturnType) != TaskKinds.None && !IsLocked);

    /// <summary>Whether a <c>return</c> in the function has a value.</summary>
    /// <param name="isAsync">Whether the function is, or becomes, async.</param>
    public bool ReturnsValue(bool isAsync) => Symbol is { ReturnsVoid: false } symbol && !(isAsync && TaskKind(symbol.ReturnType) == TaskKinds.Plain);

    private bool IsLocked => (Statement ?? (SyntaxNode)ExpressionBody!).Ancestors().TakeWhile(node => node != Function).Any(node => node is LockStatementSyntax);

    /// <summary>The place for a call; null where the statement can run without the call, or more than once for one run of what is put before it.</summary>
    public static Place? Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        for (SyntaxNode node = call; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case var _ when IsConditional(parent, node):
                case LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return null;
                case StatementSyntax statement:
                    SyntaxNode function = statement.Ancestors().First(IsFunction);
                    return new Place(statement, null, function, SymbolOf(function, model));
                case ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax } arrow:
                    return new Place(null, arrow.Expression, arrow.Parent!, SymbolOf(arrow.Parent!, model));
                case LambdaExpressionSyntax lambda:
                    return lambda.ExpressionBody == node && SymbolOf(lambda, model) is { } symbol && !IsExpressionTree(lambda, model)
                        ? new Place(null, lambda.ExpressionBody, lambda, symbol)
                        : null;
            }
        }

        return null;
    }

    /// <summary>What kind of task a type is.</summary>
    public static TaskKinds TaskKind(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } named
        ? named.Arity == 0 ? TaskKinds.Plain : TaskKinds.OfValue
        : TaskKinds.None;

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax;

    private static IMethodSymbol? SymbolOf(SyntaxNode function, SemanticModel model) => function switch
    {
        AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(function).Symbol as IMethodSymbol,
        CompilationUnitSyntax => null,
        _ => model.GetDeclaredSymbol(function) as IMethodSymbol,
    };

    private static bool IsExpressionTree(LambdaExpressionSyntax lambda, SemanticModel model) =>
        model.GetTypeInfo(lambda).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    private static bool IsConditional(SyntaxNode parent, SyntaxNode node) => parent switch
    {
        ConditionalExpressionSyntax conditional => conditional.Condition != node,
        BinaryExpressionSyntax binary => binary.Right == node && binary.IsKind(SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.CoalesceExpression),
        AssignmentExpressionSyntax assignment => assignment.Right == node && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
        ConditionalAccessExpressionSyntax access => access.WhenNotNull == node,
        SwitchExpressionArmSyntax or SwitchLabelSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax => true,
        WhileStatementSyntax or DoStatementSyntax => true,
        ForStatementSyntax loop => loop.Condition == node || (node is ExpressionSyntax incrementor && loop.Incrementors.Contains(incrementor)),
        _ => false,
    };
}

/// <summary>What kind of task a type is.</summary>
internal enum TaskKinds
{
    /// <summary>None that an async function can return.</summary>
    None,

    /// <summary>One without a value.</summary>
    Plain,

    /// <summary>One of a value.</summary>
    OfValue,
}

/// <summary>Small questions to syntax.</summary>
internal static class SyntaxQuestions
{
    /// <summary>Whether a node is of one of three kinds.</summary>
    public static bool IsKind(this SyntaxNode node, SyntaxKind first, SyntaxKind second, SyntaxKind third) => node.IsKind(first) || node.IsKind(second) || node.IsKind(third);
}
