using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The members that the class of a type gets.</summary>
/// <param name="Kept">The type without members that have no name of their own.</param>
/// <param name="Clashes">What is not kept.</param>
internal sealed record TypeMembers(TypeSpec Kept, IReadOnlyList<Clash> Clashes)
{
    /// <summary>Gives the members their names, in the order of the file.</summary>
    /// <param name="type">The type.</param>
    /// <param name="enums">The names of the enums that it may name.</param>
    public static TypeMembers Of(TypeSpec type, ICollection<string> enums)
    {
        var members = ClassMembers.Of(type.Name);
        EquatableArray<PropertySpec> properties = type.Properties
            .Where(property => members.Take("a property", "property " + property.Name, "types/" + type.Name + "/properties/" + property.Name, NamesOf(property.Name, property.Type, enums)))
            .ToEquatableArray();
        return new TypeMembers(type with { Properties = properties }, members.Clashes);
    }

    /// <summary>The names that come with a member of some type: a single enum keeps its text beside it.</summary>
    public static IReadOnlyList<string> NamesOf(string name, TypeRef type, ICollection<string> enums) =>
        type.Shape == TypeShape.One && enums.Contains(type.Name) ? [name, GeneratedNames.Text(name)] : [name];

    /// <summary>The names of the enums among types, and of an entity's states.</summary>
    public static ICollection<string> Enums(IEnumerable<TypeSpec> types, EntitySpec? entity = null)
    {
        var enums = new HashSet<string>(types.Where(type => type.IsEnum).Select(type => type.Name), StringComparer.Ordinal);
        if (entity?.State is not null)
        {
            enums.Add(entity.Name + "State");
        }

        return enums;
    }
}
