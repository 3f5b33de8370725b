using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.Analyzers;

/// <summary>The bodies of a file that run on their own: of methods and accessors, initializers of fields and properties, and the statements at the top.</summary>
internal static class Bodies
{
    /// <summary>The nodes of a file that have an operation of their own. Lambdas and local functions belong to the body that they stand in.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodesAndSelf(HoldsBodies))
        {
            switch (node)
            {
                case CompilationUnitSyntax file when file.Members.Any(SyntaxKind.GlobalStatement):
                case BaseMethodDeclarationSyntax:
                case AccessorDeclarationSyntax:
                case ArrowExpressionClauseSyntax:
                case EqualsValueClauseSyntax:
                    yield return node;
                    break;
            }
        }
    }

    /// <summary>Whose body a node is; null where the code is too incomplete to tell.</summary>
    public static ISymbol? OwnerOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken) => body switch
    {
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } declared } => model.GetDeclaredSymbol(declared, cancellationToken),
        _ => model.GetDeclaredSymbol(body, cancellationToken),
    };

    private static bool HoldsBodies(SyntaxNode node) => node
        is CompilationUnitSyntax
        or BaseNamespaceDeclarationSyntax
        or TypeDeclarationSyntax
        or BaseFieldDeclarationSyntax
        or VariableDeclarationSyntax
        or VariableDeclaratorSyntax
        or BasePropertyDeclarationSyntax
        or AccessorListSyntax;
}
