using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.Analyzers;

/// <summary>The states that the attributes of a file name: one that the entity does not have makes its attribute say nothing, and nobody would notice.</summary>
internal sealed class StateNames(SemanticModel model, StateFacts facts, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    private static readonly string[] Naming =
    [
        StateAttributeNames.InState,
        StateAttributeNames.StateTransition,
        StateAttributeNames.RequiresState,
        StateAttributeNames.InitialState,
        StateAttributeNames.UpdatableIn,
    ];

    /// <summary>Checks a file. Where none of the attributes is mentioned, nothing is bound.</summary>
    /// <param name="text">The text of the file.</param>
    public void Check(string text)
    {
        if (!Naming.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0))
        {
            return;
        }

        foreach (AttributeSyntax attribute in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<AttributeSyntax>())
        {
            if (model.GetSymbolInfo(attribute, cancellationToken).Symbol is IMethodSymbol { ContainingType: var type }
                && Naming.FirstOrDefault(name => Attributes.Is(type, name)) is { } name
                && AboutOf(attribute, name) is { } about)
            {
                Check(attribute, name, about);
            }
        }
    }

    private void Check(AttributeSyntax attribute, string name, ITypeSymbol about)
    {
        // Of one entity: what a task gives is one, what is in a list is not followed.
        ITypeSymbol inner = name == StateAttributeNames.InitialState || Frameworks.IsTask(about) ? facts.Unwrap(about) : about;
        if (facts.EntityOf(inner) is not { States: var states })
        {
            // What a type parameter stands for is known where the method is called.
            if (inner.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error))
            {
                Report(attribute, $"'{name}' says nothing here, because '{Words(about)}' is no entity: no class or interface that is marked with [Stateful] and an enum of at most {StateSet.Capacity} states");
            }

            return;
        }

        foreach (ExpressionSyntax expression in Expressions(attribute))
        {
            if (model.GetConstantValue(expression, cancellationToken).Value is string state && states.Parse([state]) is null)
            {
                Report(expression, $"'{state}' is no state of '{Words(inner)}', so '{name}' says nothing here; {states.Symbol.Name} has {string.Join(", ", states.Names(StateSet.All))}");
            }
        }
    }

    /// <summary>The type whose states an attribute names; null where the code is too incomplete to tell.</summary>
    private ITypeSymbol? AboutOf(AttributeSyntax attribute, string name)
    {
        if (name == StateAttributeNames.RequiresState)
        {
            return attribute.ArgumentList?.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } other
                ? model.GetTypeInfo(other.Type, cancellationToken).Type
                : null;
        }

        ISymbol? marked = attribute.Parent?.Parent switch
        {
            AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol,
            { } declaration => model.GetDeclaredSymbol(declaration, cancellationToken),
            null => null,
        };
        return name is StateAttributeNames.StateTransition or StateAttributeNames.UpdatableIn ? marked?.ContainingType : marked switch
        {
            IParameterSymbol parameter => parameter.Type,
            IMethodSymbol method => method.ReturnType,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.ReturnType,
            _ => null,
        };
    }

    /// <summary>What is given to an attribute, the elements of arrays one by one.</summary>
    private static IEnumerable<ExpressionSyntax> Expressions(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.SelectMany(argument => argument.Expression switch
        {
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions ?? [],
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
            var single => (IEnumerable<ExpressionSyntax>)[single],
        }) ?? [];

    private static string Words(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private void Report(SyntaxNode place, string message) => report(Diagnostic.Create(Descriptors.NoSuchState, place.GetLocation(), message));
}
