using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace MediaOps.CodeFixes;

/// <summary>Statements that call a method which needs no arguments.</summary>
internal static class Calls
{
    /// <summary>A call of the first method that is meant: awaited where the place can wait without blocking a thread, else the blocking form. Null where there is none.</summary>
    public static StatementSyntax? Statement(Site site, (string Text, ITypeSymbol Type) target, Func<IMethodSymbol, bool> isMeant)
    {
        if (site.Place is not { } place)
        {
            return null;
        }

        IMethodSymbol[] methods = [.. Members(target.Type).Where(method => IsCallable(method, site.Model, place.Start) && isMeant(method))];
        IMethodSymbol? waiting = place.CanAwait ? methods.FirstOrDefault(method => Place.TaskKind(method.ReturnType) == TaskKinds.Plain) : null;
        IMethodSymbol? blocking = methods.FirstOrDefault(method => method.ReturnsVoid);
        return (waiting ?? blocking) is { } chosen
            ? SyntaxFactory.ParseStatement((waiting is null ? "" : "await ") + target.Text + "." + chosen.Name + "();").WithAdditionalAnnotations(Formatter.Annotation)
            : null;
    }

    /// <summary>Whether a method carries one of our attributes, by itself or by what it overrides.</summary>
    public static bool IsMarked(IMethodSymbol method, string attribute)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.GetAttributes().Any(data => data.AttributeClass is { ContainingNamespace: { Name: StateAttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
                && type.Name == attribute + StateAttributeNames.Suffix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCallable(IMethodSymbol method, SemanticModel model, int position) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, Arity: 0 }
        && method.Parameters.All(parameter => parameter.IsOptional)
        && model.IsAccessible(position, method);

    private static IEnumerable<IMethodSymbol> Members(ITypeSymbol type)
    {
        IEnumerable<ITypeSymbol> types = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes : [type];
        return types.SelectMany(Family).SelectMany(each => each.GetMembers()).OfType<IMethodSymbol>();
    }

    private static IEnumerable<ITypeSymbol> Family(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (INamedTypeSymbol contract in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
        {
            yield return contract;
        }
    }
}
