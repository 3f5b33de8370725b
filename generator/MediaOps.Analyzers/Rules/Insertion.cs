using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Which action would make a call possible, if there is one way only.</summary>
internal static class Insertion
{
    private const string Async = "Async";

    /// <summary>The name of the one polling action, without <c>Async</c>, that is allowed wherever the entity can be and ends where it must be; null for none or several.</summary>
    public static string? Find(ITypeSymbol? type, int id, StateSet allowed, FlowState state, StateFacts facts)
    {
        if (type is null || state[id] is not { InFlight: false, States.IsAll: false } entity)
        {
            return null;
        }

        var stated = new HashSet<string>(StringComparer.Ordinal);
        var inferred = new HashSet<string>(StringComparer.Ordinal);
        foreach (IMethodSymbol method in Methods(type))
        {
            if (facts.MethodOf(method).Action is { Send: false, Deletes: false, Neutral: false } action
                && !Verdict.IsUpdate(method.Name)
                && action.Requires.All(requirement => Verdict.Violated(requirement, id, entity, state) < 0)
                && entity.States.IsWithin(action.From)
                && action.To.IsWithin(allowed)
                && method.Parameters.All(parameter => parameter.IsOptional))
            {
                string name = method.Name.EndsWith(Async, StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - Async.Length) : method.Name;
                (action.Inferred ? inferred : stated).Add(name);
            }
        }

        HashSet<string> ways = stated.Count > 0 ? stated : inferred;
        return ways.Count == 1 ? ways.First() : null;
    }

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (IMethodSymbol method in at.GetMembers().OfType<IMethodSymbol>())
            {
                yield return method;
            }
        }

        foreach (IMethodSymbol method in type.AllInterfaces.SelectMany(declared => declared.GetMembers().OfType<IMethodSymbol>()))
        {
            yield return method;
        }
    }
}
