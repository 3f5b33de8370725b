using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.CodeFixes;

/// <summary>Reads the entity anew before the call, for where somebody else may have changed its state. Not for MOPS1006: a read drops the changes that the update would send.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefreshFix)), Shared]
public sealed class RefreshFix : StateFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["MOPS1001", "MOPS1002", "MOPS1003"];

    /// <summary>The call that reads the entity of a site anew; null where there is none.</summary>
    internal static StatementSyntax? Refresh(Site site) => site.Property(FixProperties.Refresh) == "true" && site.Entity() is { } entity
        ? Calls.Statement(site, entity, method => Calls.IsMarked(method, StateAttributeNames.StateRefresh))
        : null;

    private protected override string Title(Site site) => $"Read '{site.Property(FixProperties.Receiver)}' anew before";

    private protected override SyntaxNode? Fix(Site site, CancellationToken cancellationToken) =>
        Refresh(site) is { } refresh ? Insertion.Before(site, refresh) : null;
}
