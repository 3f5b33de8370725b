using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MediaOps.CodeFixes;

/// <summary>Statements in whatever holds them: a block, a section of a switch, a file, or an <c>if</c> without braces.</summary>
internal static class Statements
{
    /// <summary>Puts a statement before the one that carries a mark; blank lines go before both, comments stay with what they were written for.</summary>
    public static SyntaxNode InsertBefore(SyntaxNode root, SyntaxAnnotation mark, StatementSyntax inserted)
    {
        StatementSyntax marked = Marked(root, mark);
        return Replace(root, marked, 1, old => [inserted.WithLeadingTrivia(BlankLines(old[0])).WithTrailingTrivia(EndOfLine(root)), WithoutBlankLines(old[0])]);
    }

    /// <summary>The statement that carries a mark.</summary>
    public static StatementSyntax Marked(SyntaxNode root, SyntaxAnnotation mark) => root.GetAnnotatedNodes(mark).OfType<StatementSyntax>().Single();

    /// <summary>The statements that stand beside a statement, itself among them; itself alone where it stands alone.</summary>
    public static IReadOnlyList<StatementSyntax> Beside(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => (IReadOnlyList<StatementSyntax>)block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax file } => [.. file.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement)],
        _ => [statement],
    };

    /// <summary>Replaces some statements, one after the other, by others.</summary>
    /// <param name="root">The root.</param>
    /// <param name="first">The first statement to replace.</param>
    /// <param name="count">How many.</param>
    /// <param name="replace">What takes their place.</param>
    public static SyntaxNode Replace(SyntaxNode root, StatementSyntax first, int count, Func<IReadOnlyList<StatementSyntax>, IReadOnlyList<StatementSyntax>> replace)
    {
        IReadOnlyList<StatementSyntax> beside = Beside(first);
        int index = beside.TakeWhile(statement => statement != first).Count();
        IReadOnlyList<StatementSyntax> replaced = replace([.. beside.Skip(index).Take(count)]);
        IEnumerable<StatementSyntax> all = [.. beside.Take(index), .. replaced, .. beside.Skip(index + count)];
        switch (first.Parent)
        {
            case BlockSyntax block:
                return root.ReplaceNode(block, block.WithStatements(List(all)));
            case SwitchSectionSyntax section:
                return root.ReplaceNode(section, section.WithStatements(List(all)));
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax file }:
                IEnumerable<MemberDeclarationSyntax> rest = file.Members.Where(member => member is not GlobalStatementSyntax);
                return root.ReplaceNode(file, file.WithMembers(List(all.Select(GlobalStatement).Concat(rest))));
            case LabeledStatementSyntax labeled when replaced.Count > 1:
                return Replace(root, labeled, 1, _ => [labeled.WithStatement(replaced[0]), .. replaced.Skip(1)]);
            default:
                StatementSyntax embedded = replaced.Count == 1 ? replaced[0] : Block(replaced).WithAdditionalAnnotations(Formatter.Annotation);
                return root.ReplaceNode(first, embedded);
        }
    }

    /// <summary>The end of a line as the file has it.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? SyntaxFactory.EndOfLine(end.ToString()) : LineFeed;

    private static SyntaxTriviaList BlankLines(StatementSyntax statement) => [.. statement.GetLeadingTrivia().Take(BlankLength(statement))];

    private static StatementSyntax WithoutBlankLines(StatementSyntax statement) => statement.WithLeadingTrivia(statement.GetLeadingTrivia().Skip(BlankLength(statement)));

    private static int BlankLength(StatementSyntax statement)
    {
        SyntaxTriviaList trivia = statement.GetLeadingTrivia();
        int length = 0;
        for (int i = 0; i < trivia.Count && (trivia[i].IsKind(SyntaxKind.WhitespaceTrivia) || trivia[i].IsKind(SyntaxKind.EndOfLineTrivia)); i++)
        {
            length = trivia[i].IsKind(SyntaxKind.EndOfLineTrivia) ? i + 1 : length;
        }

        return length;
    }
}
