using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>Which state a create asks for: only what stands in the call itself can be known.</summary>
internal static class Creations
{
    public static StateSet Initial(IInvocationOperation invocation, CreationFacts creation, SemanticModel model)
    {
        INamedTypeSymbol states = creation.Entity.States.Symbol;
        StateSet asked = StateSet.None;
        bool asksNothing = false;
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (IsState(argument.Parameter?.Type, states))
            {
                if (argument.Value.ConstantValue is not { HasValue: true } constant)
                {
                    return creation.Possible;
                }

                asked |= constant.Value is null ? creation.Default : creation.Entity.States.OfValue(constant.Value);
            }
            else if (argument.Parameter?.Type is INamedTypeSymbol options && options.GetMembers().OfType<IPropertySymbol>().Any(property => IsState(property.Type, states)))
            {
                if (argument.Value.Syntax is not BaseObjectCreationExpressionSyntax inline || !SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(inline).Type, options))
                {
                    return creation.Possible;
                }

                switch (Asked(inline, options, states, model))
                {
                    case null:
                        return creation.Possible;
                    case { HasValue: true, Value: { } value }:
                        asked |= creation.Entity.States.OfValue(value);
                        break;
                    default:
                        asksNothing = true;
                        break;
                }
            }
        }

        return asked.IsEmpty
            ? asksNothing ? creation.Default : creation.Possible
            : asked.IsWithin(creation.Possible) ? asked : creation.Possible;
    }

    /// <summary>What an inline creation of options asks for: a constant, no value for nothing, null where it cannot be known.</summary>
    private static Optional<object?>? Asked(BaseObjectCreationExpressionSyntax inline, INamedTypeSymbol options, INamedTypeSymbol states, SemanticModel model)
    {
        Optional<object?> result = default;
        foreach (ArgumentSyntax argument in inline.ArgumentList?.Arguments ?? [])
        {
            if (IsState(model.GetTypeInfo(argument.Expression, CancellationToken.None).ConvertedType, states))
            {
                result = model.GetConstantValue(argument.Expression, CancellationToken.None);
                if (!result.HasValue)
                {
                    return null;
                }
            }
        }

        foreach (ExpressionSyntax part in inline.Initializer?.Expressions ?? [])
        {
            if (part is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var right })
            {
                continue;
            }

            if (options.GetMembers(name).OfType<IPropertySymbol>().Any(property => IsState(property.Type, states)))
            {
                result = model.GetConstantValue(right, CancellationToken.None);
                if (!result.HasValue)
                {
                    return null;
                }
            }
            else if (name.EndsWith("Text", System.StringComparison.Ordinal) && options.GetMembers(name.Substring(0, name.Length - 4)).OfType<IPropertySymbol>().Any(property => IsState(property.Type, states)))
            {
                return null;
            }
        }

        return result;
    }

    private static bool IsState(ITypeSymbol? type, INamedTypeSymbol states) =>
        type is not null && SymbolEqualityComparer.Default.Equals(StateFacts.WithoutNullable(type), states);
}
