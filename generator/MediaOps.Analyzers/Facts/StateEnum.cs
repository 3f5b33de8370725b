using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>The states of one kind of entity. Class and interface of an entity share it, so it is also what tells kinds apart.</summary>
internal sealed class StateEnum
{
    private readonly Dictionary<string, int> _bitOfName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _bitOfValue = [];
    private readonly List<string> _names = [];

    private StateEnum(INamedTypeSymbol symbol)
    {
        Symbol = symbol;
        FullName = symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The name from <c>global::</c> on.</summary>
    public string FullName { get; }

    /// <summary>What no client can judge: values that the enum does not name, and its own word for them. The service may know better, so no rule holds there.</summary>
    public StateSet Unknown => StateSet.Unnamed | (_bitOfName.TryGetValue(nameof(Unknown), out int bit) ? StateSet.Bit(bit) : StateSet.None);

    /// <summary>Reads an enum; null for what is none or has more members than can be told apart.</summary>
    public static StateEnum? Read(INamedTypeSymbol symbol)
    {
        var result = new StateEnum(symbol);
        foreach (IFieldSymbol member in symbol.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && field.ConstantValue is not null))
        {
            // Two names of one value are one state.
            if (!result._bitOfValue.TryGetValue(member.ConstantValue!, out int bit))
            {
                bit = result._names.Count;
                result._bitOfValue.Add(member.ConstantValue!, bit);
                result._names.Add(member.Name);
            }

            result._bitOfName.Add(member.Name, bit);
        }

        return symbol.TypeKind == TypeKind.Enum && result._names.Count is > 0 and <= StateSet.Capacity ? result : null;
    }

    /// <summary>The states of some names; null where one is no member.</summary>
    public StateSet? Parse(IEnumerable<string?> names)
    {
        StateSet result = StateSet.None;
        foreach (string? name in names)
        {
            if (name is null || !_bitOfName.TryGetValue(name, out int bit))
            {
                return null;
            }

            result |= StateSet.Bit(bit);
        }

        return result;
    }

    /// <summary>The state of a constant.</summary>
    public StateSet OfValue(object value) => _bitOfValue.TryGetValue(value, out int bit) ? StateSet.Bit(bit) : StateSet.Unnamed;

    /// <summary>The names of the states in a set, in the order of the enum.</summary>
    public ImmutableArray<string> Names(StateSet set) => [.. _names.Where((_, bit) => set.Contains(bit))];
}
