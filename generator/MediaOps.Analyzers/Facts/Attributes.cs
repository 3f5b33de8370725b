using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Reads attributes by name, whichever assembly declares them.</summary>
internal static class Attributes
{
    /// <summary>Those attributes of a name.</summary>
    public static IEnumerable<AttributeData> Named(this ImmutableArray<AttributeData> attributes, string name) => attributes.Where(attribute => Is(attribute.AttributeClass, name));

    public static bool Has(this ImmutableArray<AttributeData> attributes, string name) => attributes.Any(attribute => Is(attribute.AttributeClass, name));

    /// <summary>Whether a type is the attribute of a name.</summary>
    public static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: StateAttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
        && type.Name.Length == name.Length + StateAttributeNames.Suffix.Length
        && type.Name.StartsWith(name, System.StringComparison.Ordinal)
        && type.Name.EndsWith(StateAttributeNames.Suffix, System.StringComparison.Ordinal);

    /// <summary>A named argument; null where it is not given.</summary>
    public static TypedConstant? Argument(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>A named flag.</summary>
    public static bool Flag(this AttributeData attribute, string name) => attribute.Argument(name) is { Value: true };

    /// <summary>A positional argument; null where there is none.</summary>
    public static TypedConstant? Argument(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index ? attribute.ConstructorArguments[index] : null;

    /// <summary>The texts of an array; none where it is missing or null.</summary>
    public static ImmutableArray<string?> Texts(this TypedConstant? argument) =>
        argument is { Kind: TypedConstantKind.Array, IsNull: false } array ? [.. array.Values.Select(value => value.Value as string)] : [];
}
