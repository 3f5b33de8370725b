using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.Analyzers;

/// <summary>Where a type keeps things for its members: its fields, those of its bases, and the parameters of its primary constructor.</summary>
internal static class Keepers
{
    /// <param name="type">The type; null for none.</param>
    /// <param name="isStatic">Whether only what is not of an object is asked for.</param>
    public static IEnumerable<(ISymbol Keeper, ITypeSymbol Type)> Of(INamedTypeSymbol? type, bool isStatic)
    {
        for (INamedTypeSymbol? at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
        {
            foreach (IFieldSymbol field in at.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsStatic || !isStatic))
            {
                yield return (field, field.Type);
            }

            foreach (IParameterSymbol parameter in isStatic ? [] : at.InstanceConstructors.Where(IsPrimary).SelectMany(constructor => constructor.Parameters))
            {
                yield return (parameter, parameter.Type);
            }
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax() is TypeDeclarationSyntax);
}
