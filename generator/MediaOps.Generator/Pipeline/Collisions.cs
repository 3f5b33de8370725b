using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>
/// Drops members whose generated names another member has already. The schema library reports them; here they only must not become errors of generated code,
/// which nobody could do anything about.
/// </summary>
internal static class Collisions
{
    /// <summary>The entity without members that cannot stand in its class: properties first, then actions in the order of the file.</summary>
    public static EntitySpec Remove(EntitySpec spec)
    {
        HashSet<string> taken = Reserved(spec);
        EquatableArray<PropertySpec> properties = spec.Properties.Where(property => TryTake(taken, NamesOf(property))).ToEquatableArray();
        return spec with
        {
            Types = spec.Types.Select(type => Remove(type)).ToEquatableArray(),
            Properties = properties,
            Update = Keep(spec.Update, taken),
            Delete = Keep(spec.Delete, taken),
            Actions = spec.Actions.Where(action => Keep(action, taken) is not null && !IsLifecycle(spec, action)).ToEquatableArray(),
        };
    }

    /// <summary>The names of all members that an entity's class has of its own.</summary>
    public static HashSet<string> NamesOf(EntitySpec spec)
    {
        HashSet<string> names = Reserved(spec);
        names.UnionWith(spec.Properties.SelectMany(NamesOf));
        names.UnionWith(ActionForms.ActionsOf(spec).SelectMany(action => ActionForms.NamesOf(action.Name)));
        return names;
    }

    /// <summary>Names that no member of an entity's class can have.</summary>
    public static HashSet<string> Reserved(EntitySpec spec) => new(Names.OfObject, StringComparer.Ordinal)
    {
        spec.Name, spec.Name + "Data", spec.Name + "CreationOptions", spec.Name + "Actions", "Core", "Refresh", "RefreshAsync",
    };

    /// <summary>The type without members that cannot stand in its class.</summary>
    public static TypeSpec Remove(TypeSpec type)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { type.Name };
        return type with
        {
            Properties = type.Properties
                .Where(property => !(property.Name.EndsWith("Text", StringComparison.Ordinal) && IsTextOfAnother(property.Name, type)))
                .Where(property => taken.Add(property.Name))
                .ToEquatableArray(),
        };
    }

    private static bool IsTextOfAnother(string name, TypeSpec type)
    {
        string owner = name.Substring(0, name.Length - "Text".Length);
        return type.Properties.Any(property => string.Equals(property.Name, owner, StringComparison.Ordinal) && MayBeEnum(property));
    }

    /// <summary>Whether the property may get a companion that holds its text: a shared type is known by name only.</summary>
    private static bool MayBeEnum(PropertySpec property) => property.Type.Shape == TypeShape.One && !Primitives.Contains(property.Type.Name);

    private static IEnumerable<string> NamesOf(PropertySpec property) =>
        MayBeEnum(property)
            ? [property.Name, property.Name + "Text"]
            : [property.Name];

    private static ActionSpec? Keep(ActionSpec? action, HashSet<string> taken) => action is not null && TryTake(taken, ActionForms.NamesOf(action.Name)) ? action : null;

    private static bool IsLifecycle(EntitySpec spec, ActionSpec action) => action.Name switch
    {
        "Create" => spec.Create is not null,
        "Read" => spec.Read is not null,
        "List" => spec.List is not null,
        _ => false,
    };

    private static bool TryTake(HashSet<string> taken, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Any(taken.Contains))
        {
            return false;
        }

        taken.UnionWith(all);
        return true;
    }
}
