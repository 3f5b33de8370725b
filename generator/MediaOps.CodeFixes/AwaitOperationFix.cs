using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.CodeFixes;

/// <summary>Waits for the operation in flight before the next call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitOperationFix)), Shared]
public sealed class AwaitOperationFix : StateFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["MOPS1002"];

    private protected override string Title(Site site) => $"Wait for '{site.Property(FixProperties.Operation)}' before";

    private protected override SyntaxNode? Fix(Site site, CancellationToken cancellationToken)
    {
        if (site.Property(FixProperties.Operation) is not { } name
            || site.Known(name) is not { } operation
            || Calls.Statement(site, operation, method => Calls.IsMarked(method, StateAttributeNames.OperationWait)) is not { } wait
            || IsThere(site.Place!, wait))
        {
            return null;
        }

        return Insertion.Before(site, wait);
    }

    // The calls that follow the one before which a wait was put need none of their own.
    private static bool IsThere(Place place, StatementSyntax wait) => place.Statement?
        .AncestorsAndSelf()
        .TakeWhile(node => node != place.Function)
        .OfType<StatementSyntax>()
        .Any(statement => Statements.Beside(statement).TakeWhile(other => other != statement).Any(other => SyntaxFactory.AreEquivalent(other, wait))) == true;
}
