using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>What is known when a function begins: of its parameters what they promise, and that others have what is kept.</summary>
internal sealed class Entry(BodyScope scope, Sites sites, FlowState state)
{
    /// <summary>Takes it in.</summary>
    /// <param name="method">The function; null for an initializer.</param>
    /// <param name="self">The type whose member it is, or in a member of which it stands.</param>
    public void Take(IMethodSymbol? method, INamedTypeSymbol? self)
    {
        foreach (IParameterSymbol parameter in method?.Parameters ?? [])
        {
            if (scope.Facts.EntityOf(parameter.Type) is { } facts)
            {
                Take(parameter, facts);
            }
            else
            {
                Haunt(parameter, parameter.Type);
            }
        }

        bool isStatic = method is { IsStatic: true, MethodKind: not (Microsoft.CodeAnalysis.MethodKind.LocalFunction or Microsoft.CodeAnalysis.MethodKind.AnonymousFunction) };
        foreach ((ISymbol keeper, ITypeSymbol type) in Keepers.Of(self, isStatic))
        {
            Haunt(keeper, type);
        }
    }

    private void Take(IParameterSymbol parameter, EntityFacts facts)
    {
        int id = sites.Of(parameter);
        StateSet? promised = scope.Facts.InState(parameter) is { } states && !scope.IsIterator ? states : null;
        state.Set(id, new EntityState(facts, id, Origin.Entry)
        {
            States = promised ?? StateSet.All,
            Escaped = !scope.IsOwn(parameter),
            Cause = promised is null ? null : new Cause("promised", Places.LineOf(parameter)),
        });
        if (scope.IsOwn(parameter))
        {
            state.Write(parameter, new EntityValue(id));
        }
    }

    /// <summary>Other code has what is in a field or in a list, and a parameter can be the same.</summary>
    private void Haunt(ISymbol keeper, ITypeSymbol type)
    {
        foreach (EntityFacts facts in scope.Facts.HeldBy(type))
        {
            state.Haunt(sites.Of((keeper, facts)), new EntityState(facts, 0, Origin.Entry) { Escaped = true });
        }
    }
}
