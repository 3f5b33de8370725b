using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit;
using MediaOps.Generator.Model;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>Parents and children: what an entity uses of those that it belongs to and of those that belong to it.</summary>
internal static class Relatives
{
    /// <summary>The parent; null where there is none that is generated, or no text that holds its id.</summary>
    public static ParentUse? Parent(EntitySpec spec, string folder, SchemaMap map)
    {
        if (spec.Parent is not { } parent || map.EntitiesOf(folder).FirstOrDefault(entity => Is(entity.Name, parent.Entity)) is not { } facts)
        {
            return null;
        }

        bool byText = spec.Properties.Any(property => Is(property.Name, parent.By) && property.Type is { Name: "string", Shape: TypeShape.One });
        bool free = !RelativesEmitter.NamesOfParent(spec.Name, parent.Entity).Any(Collisions.NamesOf(spec).Contains);
        return byText ? new ParentUse(parent.Entity, parent.By, parent.List, facts.CanBeRead && free) : null;
    }

    /// <summary>The kinds of entities that can be listed by their parent and whose collections have a free name, by name.</summary>
    public static EquatableArray<ChildUse> Children(EntitySpec spec, string folder, SchemaMap map)
    {
        HashSet<string> taken = Collisions.NamesOf(spec);
        if (Parent(spec, folder, map) is { HasMembers: true } parent)
        {
            taken.UnionWith(RelativesEmitter.NamesOfParent(spec.Name, parent.Entity));
        }

        return map.EntitiesOf(folder)
            .Where(entity => entity.Parent is { } own && Is(own.Entity, spec.Name) && !entity.Singleton && (own.List is not null || entity.Ancestors.Count > 0) && taken.Add(entity.Plural))
            .Select(entity => new ChildUse(entity.Name, entity.Plural))
            .ToEquatableArray();
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.Ordinal);
}
