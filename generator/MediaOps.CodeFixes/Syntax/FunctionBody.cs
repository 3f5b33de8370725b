using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MediaOps.CodeFixes;

/// <summary>Makes room in a function: an expression becomes a block, and what only hands a task on becomes async.</summary>
internal static class FunctionBody
{
    /// <summary>The root in which the statement of the place carries a mark and, if asked for, stands where it can await.</summary>
    /// <param name="root">The document's root.</param>
    /// <param name="place">The place.</param>
    /// <param name="awaits">Whether something awaited will be put there.</param>
    /// <param name="mark">The mark that the statement will carry.</param>
    /// <returns>The new root; null where the function cannot be changed so.</returns>
    public static SyntaxNode? Open(SyntaxNode root, Place place, bool awaits, SyntaxAnnotation mark)
    {
        bool becomesAsync = awaits && !place.IsAsync;
        if (becomesAsync && place.Symbol!.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return null;
        }

        if (place.ExpressionBody is { } body)
        {
            BlockSyntax statements = Block(StatementOf(body, place, becomesAsync).WithAdditionalAnnotations(mark)).WithAdditionalAnnotations(Formatter.Annotation);
            SyntaxNode block = WithBlock(place.Function, statements);
            return root.ReplaceNode(place.Function, becomesAsync ? WithAsync(block) : block);
        }

        SyntaxNode marked = place.Function.ReplaceNode(place.Statement!, place.Statement!.WithAdditionalAnnotations(mark));
        return !becomesAsync ? root.ReplaceNode(place.Function, marked)
            : WithAwaitedReturns(marked, place.ReturnsValue(isAsync: true)) is { } awaited ? root.ReplaceNode(place.Function, WithAsync(awaited))
            : null;
    }

    /// <summary>The task, awaited.</summary>
    public static AwaitExpressionSyntax Awaited(ExpressionSyntax task)
    {
        ExpressionSyntax operand = task.WithoutTrivia();
        return AwaitExpression(operand is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax ? operand : ParenthesizedExpression(operand));
    }

    private static StatementSyntax StatementOf(ExpressionSyntax body, Place place, bool becomesAsync)
    {
        ExpressionSyntax expression = becomesAsync ? Awaited(body) : body.WithoutTrivia();
        return place.ReturnsValue(becomesAsync || place.Symbol!.IsAsync) ? ReturnStatement(expression) : ExpressionStatement(expression);
    }

    private static SyntaxNode WithBlock(SyntaxNode function, BlockSyntax block) => function switch
    {
        BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(method.GetTrailingTrivia()),
        LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(local.GetTrailingTrivia()),
        AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(accessor.GetTrailingTrivia()),
        LambdaExpressionSyntax lambda => lambda.WithExpressionBody(null).WithBlock(block),
        _ => function,
    };

    // Null for a return whose value is no task that is known: a null, say, cannot be awaited.
    private static SyntaxNode? WithAwaitedReturns(SyntaxNode function, bool returnsValue)
    {
        ReturnStatementSyntax[] returns = [.. function
            .DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()];
        if (returns.Any(statement => statement.Expression is null or LiteralExpressionSyntax or DefaultExpressionSyntax))
        {
            return null;
        }

        return new AwaitedReturns(function, returnsValue).Visit(function);
    }

    private static SyntaxNode WithAsync(SyntaxNode function)
    {
        SyntaxToken keyword = Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);
        return function switch
        {
            MethodDeclarationSyntax { Modifiers.Count: 0 } method => method.WithReturnType(method.ReturnType.WithoutLeadingTrivia()).WithModifiers(TokenList(keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()))),
            MethodDeclarationSyntax method => method.AddModifiers(keyword),
            LocalFunctionStatementSyntax { Modifiers.Count: 0 } local => local.WithReturnType(local.ReturnType.WithoutLeadingTrivia()).WithModifiers(TokenList(keyword.WithLeadingTrivia(local.ReturnType.GetLeadingTrivia()))),
            LocalFunctionStatementSyntax local => local.AddModifiers(keyword),
            AnonymousFunctionExpressionSyntax lambda => lambda.WithoutLeadingTrivia().WithAsyncKeyword(keyword).WithLeadingTrivia(lambda.GetLeadingTrivia()),
            _ => function,
        };
    }
}
