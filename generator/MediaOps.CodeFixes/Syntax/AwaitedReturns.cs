using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MediaOps.CodeFixes;

/// <summary>Awaits what a function has returned as a task, in itself and not in the functions inside it.</summary>
/// <param name="function">The function.</param>
/// <param name="returnsValue">Whether the task has a value.</param>
internal sealed class AwaitedReturns(SyntaxNode function, bool returnsValue) : CSharpSyntaxRewriter
{
    /// <inheritdoc/>
    public override SyntaxNode? Visit(SyntaxNode? node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && node != function ? node : base.Visit(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        BlockSyntax visited = (BlockSyntax)base.VisitBlock(node)!;
        bool isBody = node.Parent == function;
        return visited.WithStatements(List(visited.Statements.SelectMany((statement, i) => Replaced(statement, isBody && i == visited.Statements.Count - 1))));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        SwitchSectionSyntax visited = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return visited.WithStatements(List(visited.Statements.SelectMany(statement => Replaced(statement, isLast: false))));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            return node;
        }

        StatementSyntax[] replaced = [.. Replaced(node, isLast: false)];
        return replaced.Length == 1 ? replaced[0] : Block(replaced).WithTriviaFrom(node).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private IEnumerable<StatementSyntax> Replaced(StatementSyntax statement, bool isLast)
    {
        if (statement is not ReturnStatementSyntax { Expression: { } task })
        {
            return [statement];
        }

        if (returnsValue)
        {
            return [((ReturnStatementSyntax)statement).WithExpression(FunctionBody.Awaited(task))];
        }

        StatementSyntax leave = ReturnStatement().WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        if (task is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" })
        {
            return [statement.CopyAnnotationsTo(leave)!];
        }

        StatementSyntax wait = statement.CopyAnnotationsTo(ExpressionStatement(FunctionBody.Awaited(task)).WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation))!;
        return isLast ? [wait] : [wait, leave.WithLeadingTrivia(ElasticMarker)];
    }
}
