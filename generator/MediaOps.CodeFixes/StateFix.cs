using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.CodeFixes;

/// <summary>A fix of what the state analyzer reports. It is offered only where it was made and the result is code that compiles.</summary>
public abstract class StateFix : CodeFixProvider
{
    // Fixes in one document touch each other, so they are made one after the other, each on the result of those before.
    private readonly FixAllProvider _fixAll;

    private protected StateFix() => _fixAll = FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAllAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Site.FindAsync(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } site
                && Fix(site, context.CancellationToken) is { } root)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title(site), _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix does, in words.</summary>
    private protected abstract string Title(Site site);

    /// <summary>The document's root with the fix made; null where it cannot be made.</summary>
    private protected abstract SyntaxNode? Fix(Site site, CancellationToken cancellationToken);

    private async Task<Document> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        (Diagnostic Diagnostic, SyntaxAnnotation Mark)[] marked = [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => (diagnostic, new SyntaxAnnotation()))];
        ILookup<TextSpan, SyntaxAnnotation> marks = marked.ToLookup(item => item.Diagnostic.Location.SourceSpan, item => item.Mark);
        root = root.ReplaceTokens(
            marks.Select(item => root.FindToken(item.Key.Start)),
            (token, rewritten) => rewritten.WithAdditionalAnnotations(marks[token.Span]));
        document = document.WithSyntaxRoot(root);
        foreach ((Diagnostic diagnostic, SyntaxAnnotation mark) in marked)
        {
            SyntaxNode? current = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (current?.GetAnnotatedTokens(mark).FirstOrDefault() is { RawKind: not 0 } token
                && await Site.FindAsync(document, token.Span, diagnostic, cancellationToken).ConfigureAwait(false) is { } site
                && Fix(site, cancellationToken) is { } changed)
            {
                document = document.WithSyntaxRoot(changed);
            }
        }

        return document;
    }
}
