using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MediaOps.CodeFixes;

/// <summary>
/// Makes the call only in a state that allows it. Where it is known that the entity is in none of them, a check alone could never be true:
/// the entity is read anew before.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardByStateFix)), Shared]
public sealed class GuardByStateFix : StateFix
{
    private const string Possible = "MOPS1004";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["MOPS1001", "MOPS1003", Possible];

    private protected override string Title(Site site) =>
        (site.Id == Possible ? "Only if '" : "Read anew, and only if '") + site.Property(FixProperties.Receiver) + "' is " + string.Join(" or ", Allowed(site));

    private protected override SyntaxNode? Fix(Site site, CancellationToken cancellationToken)
    {
        if (site.Entity() is not { } entity || Condition(site, entity.Text) is not { } condition)
        {
            return null;
        }

        StatementSyntax? refresh = site.Id == Possible ? null : RefreshFix.Refresh(site);
        return (site.Id == Possible || refresh is not null) && Region(site) is { } count ? Guard(site, count, condition, refresh) : null;
    }

    private static SyntaxNode? Guard(Site site, int count, ExpressionSyntax condition, StatementSyntax? refresh)
    {
        Place place = site.Place!;
        bool awaits = (refresh is not null || place.Statement is null or ReturnStatementSyntax { Expression: not null }) && place.CanAwait;
        var mark = new SyntaxAnnotation();
        if (FunctionBody.Open(site.Root, place, awaits, mark) is not { } root)
        {
            return null;
        }

        StatementSyntax first = Statements.Marked(root, mark);
        return Statements.Replace(root, first, count, guarded =>
        {
            SyntaxTriviaList leading = guarded[0].GetLeadingTrivia();
            SyntaxTrivia end = Statements.EndOfLine(root);
            StatementSyntax check = IfStatement(condition, Block(List<StatementSyntax>([guarded[0].WithLeadingTrivia(ElasticMarker), .. guarded.Skip(1)])))
                .WithTrailingTrivia(guarded[guarded.Count - 1].GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
                .WithAdditionalAnnotations(Formatter.Annotation);
            return refresh is null ? [check.WithLeadingTrivia(leading)] : [refresh.WithLeadingTrivia(leading).WithTrailingTrivia(end), check];
        });
    }

    // How many statements go into the block: the call's own, and those after it up to the last that uses a variable which is declared there.
    // Null where the code behind the block would miss something: a value that is returned, or one that is assigned.
    private static int? Region(Site site)
    {
        Place place = site.Place!;
        if (place.Statement is not { } first)
        {
            return place.ReturnsValue(place.CanAwait) ? null : 1;
        }

        if (first is ReturnStatementSyntax { Expression: not null })
        {
            return !place.IsAsync && place.CanAwait && !place.ReturnsValue(isAsync: true) && first.Parent?.Parent == place.Function ? 1 : null;
        }

        StatementSyntax[] rest = [.. Statements.Beside(first).SkipWhile(statement => statement != first)];
        int count = 1;
        while (site.Model.AnalyzeDataFlow(first, rest[count - 1]) is { Succeeded: true } flow)
        {
            int last = LastUse(rest, flow.VariablesDeclared, site.Model);
            if (last < count)
            {
                return MissesNothing(first, rest[count - 1], rest.Take(count), flow, site.Model) ? count : null;
            }

            count = last + 1;
        }

        return null;
    }

    private static int LastUse(StatementSyntax[] statements, ImmutableArray<ISymbol> variables, SemanticModel model)
    {
        for (int i = statements.Length - 1; i >= 0 && variables.Length > 0; i--)
        {
            if (statements[i].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
                variables.Any(variable => variable.Name == name.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable))))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool MissesNothing(StatementSyntax first, StatementSyntax last, IEnumerable<StatementSyntax> guarded, DataFlowAnalysis flow, SemanticModel model)
    {
        bool endIsReached = model.AnalyzeControlFlow(first, last) is { Succeeded: true, EndPointIsReachable: true };
        bool assignsForLater = flow.WrittenInside.Any(variable =>
            !flow.VariablesDeclared.Contains(variable, SymbolEqualityComparer.Default)
            && !flow.DefinitelyAssignedOnEntry.Contains(variable, SymbolEqualityComparer.Default)
            && (flow.ReadOutside.Contains(variable, SymbolEqualityComparer.Default) || variable is IParameterSymbol { RefKind: RefKind.Out }));
        return endIsReached && !assignsForLater && !guarded.Any(statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax);
    }

    private static string[] Allowed(Site site) => site.Property(FixProperties.Allowed)?.Split(',') ?? [];

    private static ExpressionSyntax? Condition(Site site, string entity)
    {
        string[] allowed = Allowed(site);
        if (allowed.Length == 0 || site.Property(FixProperties.StateEnum) is not { } stateEnum || site.Property(FixProperties.StateProperty) is not { } property)
        {
            return null;
        }

        string state = entity + "." + property;
        bool hasPatterns = site.Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 };
        string text = allowed.Length == 1 ? state + " == " + stateEnum + "." + allowed[0]
            : hasPatterns ? state + " is " + string.Join(" or ", allowed.Select(name => stateEnum + "." + name))
            : string.Join(" || ", allowed.Select(name => state + " == " + stateEnum + "." + name));
        ExpressionSyntax condition = ParseExpression(text);
        return condition.ReplaceNodes(
            condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(),
            (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
