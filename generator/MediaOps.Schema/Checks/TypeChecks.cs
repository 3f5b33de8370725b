using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Types: known, free of required circles, with wire names of their own.</summary>
internal static class TypeChecks
{
    /// <summary>Chains of required types are followed this far; a longer one is no design but an attack on the stack.</summary>
    private const int MaxChain = 200;

    /// <summary>Reports required members that lead back to their own type: no value of it could ever be built.</summary>
    public static void Cycles(EquatableArray<TypeSpec> types, FindingSink sink)
    {
        Dictionary<string, TypeSpec> byName = ByName(types);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (TypeSpec type in types)
        {
            Follow(type, [], byName, done, sink);
        }
    }

    /// <summary>Reports two properties with one wire name, and one that is also the object that holds another.</summary>
    public static void WireNames(EquatableArray<PropertySpec> properties, string path, FindingSink sink)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PropertySpec property in properties)
        {
            string? clash = Taken(leaves, property.Wire, property.Name, "is already used by") ?? Taken(holders, property.Wire, property.Name, "is the object that holds");
            foreach (string holder in Holders(property.Wire))
            {
                clash ??= Taken(leaves, holder, property.Name, $"lies inside of '{Messages.Clean(holder)}', which is the value of");
                holders[holder] = property.Name;
            }

            if (clash is not null)
            {
                sink.Report(Rules.WireTwice, path + "/" + property.Name, Messages.Clean(property.Wire), property.Name, clash);
            }

            leaves[property.Wire] = property.Name;
        }
    }

    /// <summary>Reports two values with one wire value.</summary>
    public static void WireValues(IEnumerable<(string Name, string Wire)> values, string path, FindingSink sink)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string wire) in values)
        {
            if (!seen.TryGetValue(wire, out string? earlier))
            {
                seen.Add(wire, name);
            }
            else if (earlier != name)
            {
                sink.Report(Rules.WireValueTwice, path + "/" + name, earlier, name, Messages.Clean(wire));
            }
        }
    }

    /// <summary>The wire names and values inside types.</summary>
    public static void Wires(EquatableArray<TypeSpec> types, FindingSink sink)
    {
        foreach (TypeSpec type in types)
        {
            WireNames(type.Properties, "types/" + type.Name + "/properties", sink);
            WireValues(type.Values.Select(value => (value.Name, value.Wire)), "types/" + type.Name + "/enum", sink);
        }
    }

    /// <summary>The members of types that have no name of their own.</summary>
    public static void Members(EquatableArray<TypeSpec> types, ICollection<string> enums, FindingSink sink)
    {
        foreach (TypeSpec type in types)
        {
            Clash.Report(TypeMembers.Of(type, enums).Clashes, sink);
        }
    }

    /// <summary>Reports types that nobody declares, and defaults that are no value of their enum.</summary>
    public static void Known(IEnumerable<(string Path, TypeRef Type, string? Default)> uses, Dictionary<string, TypeSpec> known, string? stateEnum, FindingSink sink)
    {
        var names = new HashSet<string>(known.Keys.Concat(Primitives.Names), StringComparer.Ordinal);
        if (stateEnum is not null)
        {
            names.Add(stateEnum);
        }

        foreach ((string path, TypeRef type, string? otherwise) in uses)
        {
            if (known.TryGetValue(type.Name, out TypeSpec? declared))
            {
                LimitChecks.EnumDefault(type, otherwise, declared, path, sink);
            }
            else if (!names.Contains(type.Name))
            {
                sink.Report(Rules.UnknownType, path + "/type", type.Name, Messages.Suggest(type.Name, names));
            }
        }
    }

    /// <summary>The uses of types inside types.</summary>
    public static IEnumerable<(string Path, TypeRef Type, string? Default)> Uses(EquatableArray<TypeSpec> types) => types.SelectMany(type =>
        type.Properties.Select(property => ("types/" + type.Name + "/properties/" + property.Name, property.Type, property.Default)));

    /// <summary>Types by name; of two with one name the first.</summary>
    public static Dictionary<string, TypeSpec> ByName(IEnumerable<TypeSpec> types) => types
        .GroupBy(type => type.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static void Follow(TypeSpec type, List<TypeSpec> way, Dictionary<string, TypeSpec> types, HashSet<string> done, FindingSink sink)
    {
        int start = way.IndexOf(type);
        if (start >= 0)
        {
            string circle = string.Join(" -> ", way.Skip(start).Concat([type]).Select(step => step.Name));
            sink.Report(Rules.TypeCycle, "types/" + type.Name, circle);
            return;
        }

        if (way.Count == MaxChain || !done.Add(type.Name))
        {
            return;
        }

        way.Add(type);
        foreach (PropertySpec property in type.Properties)
        {
            if (property.Required && property.Type.Shape == TypeShape.One && types.TryGetValue(property.Type.Name, out TypeSpec? next))
            {
                Follow(next, way, types, done, sink);
            }
        }

        way.RemoveAt(way.Count - 1);
    }

    private static string? Taken(Dictionary<string, string> claims, string wire, string name, string how) =>
        claims.TryGetValue(wire, out string? claimant) && claimant != name ? $"{how} '{claimant}'" : null;

    /// <summary>The objects that a dotted wire name goes through: a.b.c goes through a and a.b.</summary>
    private static IEnumerable<string> Holders(string wire)
    {
        for (int dot = wire.IndexOf('.'); dot > 0; dot = wire.IndexOf('.', dot + 1))
        {
            yield return wire.Substring(0, dot);
        }
    }
}
