using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.CodeFixes;

/// <summary>Puts a statement before a call.</summary>
internal static class Insertion
{
    /// <summary>The root with the statement before the call; null where it cannot be put there.</summary>
    public static SyntaxNode? Before(Site site, StatementSyntax statement)
    {
        var mark = new SyntaxAnnotation();
        bool awaits = statement is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax };
        return site.Place is { } place && FunctionBody.Open(site.Root, place, awaits, mark) is { } root
            ? Statements.InsertBefore(root, mark, statement)
            : null;
    }
}
