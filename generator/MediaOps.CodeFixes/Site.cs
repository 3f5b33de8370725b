using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.CodeFixes;

/// <summary>A call that was reported, and what the analyzer told of it.</summary>
internal sealed class Site
{
    private readonly ImmutableDictionary<string, string?> _properties;

    private Site(string id, SyntaxNode root, SemanticModel model, InvocationExpressionSyntax call, ImmutableDictionary<string, string?> properties)
    {
        Id = id;
        Root = root;
        Model = model;
        Call = call;
        _properties = properties;
        Place = Place.Of(call, model);
    }

    /// <summary>The rule that was broken.</summary>
    public string Id { get; }

    /// <summary>The document's root.</summary>
    public SyntaxNode Root { get; }

    /// <summary>What the names in the document mean.</summary>
    public SemanticModel Model { get; }

    /// <summary>The call.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>Where statements can be put before the call; null where there is no such place.</summary>
    public Place? Place { get; }

    /// <summary>The call that a diagnostic points at; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="span">Where the name of the called method is now.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<Site?> FindAsync(Document document, TextSpan span, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && root.FindToken(span.Start).Parent is SimpleNameSyntax name
        && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && call.Expression.Span.Contains(name.Span)
            ? new Site(diagnostic.Id, root, model, call, diagnostic.Properties)
            : null;

    /// <summary>A property of the diagnostic; null where it is absent.</summary>
    public string? Property(string key) => _properties.TryGetValue(key, out string? value) ? value : null;

    /// <summary>The entity that the fix is about, with its type, where its expression can be written once more before the call: names only, all of them known there.</summary>
    public (string Text, ITypeSymbol Type)? Entity() => Property(FixProperties.Receiver) is { } text ? Known(text) : null;

    /// <summary>An expression of names that means something before the call, with its type.</summary>
    public (string Text, ITypeSymbol Type)? Known(string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        if (Place is null || expression.ContainsDiagnostics || !IsNames(expression))
        {
            return null;
        }

        int position = Place.Start;
        SyntaxNode first = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First();
        bool isDeclared = Model.LookupSymbols(position, name: first.ToString()).FirstOrDefault() is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.All(reference => reference.Span.End <= position);
        return isDeclared && Model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type is { TypeKind: not TypeKind.Error } type
            ? (text, type)
            : null;
    }

    private static bool IsNames(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax, Expression: ThisExpressionSyntax or BaseExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax, Expression: { } inner } => IsNames(inner),
        _ => false,
    };
}
