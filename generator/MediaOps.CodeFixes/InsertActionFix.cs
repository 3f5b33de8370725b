using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MediaOps.CodeFixes;

/// <summary>Puts the missing action before the call, where there is one that leads into a state in which the call works.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertActionFix)), Shared]
public sealed class InsertActionFix : StateFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["MOPS1001", "MOPS1003", "MOPS1004", "MOPS1006"];

    private protected override string Title(Site site) => $"Call '{site.Property(FixProperties.Receiver)}.{site.Property(FixProperties.Insert)}' before";

    private protected override SyntaxNode? Fix(Site site, CancellationToken cancellationToken)
    {
        if (site.Property(FixProperties.Insert) is not { } action
            || site.Entity() is not { } entity
            || Calls.Statement(site, entity, method => method.Name == action || method.Name == action + "Async") is not { } call)
        {
            return null;
        }

        return Insertion.Before(site, call);
    }
}
