using System;
using MediaOps.Schema;

namespace MediaOps.Generator.Model;

/// <summary>What the address of an entity is made of beside its own id.</summary>
internal static class EntityAddress
{
    /// <summary>Whether a property is the id of something that the entity lies in.</summary>
    public static bool IsAncestor(EntitySpec entity, PropertySpec property) => property.InPath && !string.Equals(property.Name, entity.Id.Property, StringComparison.Ordinal);

    /// <summary>Whether a template has a place of that name, for one segment or for several.</summary>
    public static bool HasPlace(string template, string name) =>
        template.IndexOf("{" + name + "}", StringComparison.Ordinal) >= 0 || template.IndexOf("{+" + name + "}", StringComparison.Ordinal) >= 0;
}
