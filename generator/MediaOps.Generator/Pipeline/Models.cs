using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>Makes the models that source is generated from: of a file's own all, of the others' facts only those it uses.</summary>
internal static class Models
{
    /// <summary>The model of an entity; null for a file that is none, that has no service, or whose names belong to another file.</summary>
    public static EntityModel? Entity(FileSpec file, SchemaIndex index)
    {
        if (file.Entity is null || index.Folder(file.Folder) is not { } folder || !index.Owners.IsGenerated(file.Path))
        {
            return null;
        }

        ServiceFacts service = folder.Service;
        EntityMembers members = EntityMembers.Of(SpecResolver.Resolve(file.Entity, service.Wire), index, folder);
        EquatableArray<TypeSpec> shared = Kept(service.Types, service.Path, TypeMembers.Enums(service.Types), index);
        EntitySpec spec = members.Kept with { Types = Kept(members.Kept.Types, file.Path, TypeMembers.Enums(members.Kept.Types.Concat(service.Types), members.Kept), index) };
        return new EntityModel(
            new ServiceIdentity(service.Name, service.Namespace, service.Interfaces),
            spec,
            folder.ByName[spec.Name].First(facts => string.Equals(facts.Path, file.Path, StringComparison.Ordinal)).Ancestors,
            Used(spec, SpecResolver.Resolve(shared, service.Wire)),
            Tracking(spec, service),
            service.Paging == PagingStyle.Offset,
            service.Wire.EnvelopeOf(spec.Name),
            Neighbours(spec, file, index),
            Parent(spec, members, file, index),
            members.Children.Select(child => new ChildUse(child.Name, child.Plural)).ToEquatableArray());
    }

    /// <summary>The model of a service; null for a file that is none, or whose names belong to another file.</summary>
    public static ServiceModel? Service(FileSpec file, SchemaIndex index)
    {
        if (file.Service is not { } spec || !index.Owners.IsGenerated(file.Path))
        {
            return null;
        }

        spec = spec with { Types = Kept(SpecResolver.Resolve(spec.Types, spec.Wire), file.Path, TypeMembers.Enums(spec.Types), index) };
        EntityFacts[] entities = [.. Generated(file, index)];
        return new ServiceModel(
            new ServiceIdentity(spec.Name, spec.Namespace, spec.Interfaces),
            spec,
            ClientMembers.Kept(entities, spec.Client)
                .Select(entity => new EntityNames(entity.Name, entity.Plural, entity.ClientMember, entity.Singleton, entity.Ancestors, StateChanges(entity)))
                .ToEquatableArray(),
            OptionUse.OfRequests(spec, entities));
    }

    /// <summary>The entities beside a file that are generated, by name.</summary>
    private static IEnumerable<EntityFacts> Generated(FileSpec file, SchemaIndex index) => index.EntitiesOf(file.Folder)
        .Where(entity => index.Owners.IsGenerated(entity.Path))
        .OrderBy(entity => entity.Name, StringComparer.Ordinal);

    /// <summary>The types of a file that have their names, with the members that have theirs.</summary>
    /// <param name="types">The types.</param>
    /// <param name="path">The file.</param>
    /// <param name="enums">The names of the enums that they may name.</param>
    /// <param name="index">The others.</param>
    private static EquatableArray<TypeSpec> Kept(EquatableArray<TypeSpec> types, string path, ICollection<string> enums, SchemaIndex index) =>
        types.Where(type => index.Owners.OwnsType(path, type.Name)).Select(type => TypeMembers.Of(type, enums).Kept).ToEquatableArray();

    /// <summary>The shared types that an entity names, and those that these name, without what an entity's source does not show.</summary>
    private static EquatableArray<TypeSpec> Used(EntitySpec spec, EquatableArray<TypeSpec> types)
    {
        var used = new SortedDictionary<string, TypeSpec>(StringComparer.Ordinal);
        var open = new Queue<string>(spec.Properties
            .Concat(spec.Types.SelectMany(type => type.Properties))
            .Select(property => property.Type.Name)
            .Concat(EntityActions.Of(spec).SelectMany(action => action.Parameters).Select(parameter => parameter.Type.Name))
            .Concat(EntityActions.Of(spec).Select(action => action.Value?.Type.Name).OfType<string>()));
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            TypeSpec? type = used.ContainsKey(name) ? null : types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));
            if (type is null)
            {
                continue;
            }

            used.Add(name, Bare(type));
            foreach (PropertySpec property in type.Properties)
            {
                open.Enqueue(property.Type.Name);
            }
        }

        return used.Values.ToEquatableArray();
    }

    private static TypeSpec Bare(TypeSpec type) => type with
    {
        Description = null,
        Values = type.Values.Select(value => value with { Description = null }).ToEquatableArray(),
        Properties = type.Properties.Select(property => property with { Constraints = Constraints.None }).ToEquatableArray(),
    };

    /// <summary>The parent; null where there is none that is generated, or no text that holds its id.</summary>
    private static ParentUse? Parent(EntitySpec spec, EntityMembers members, FileSpec file, SchemaIndex index) =>
        spec.Parent is { } parent && EntityMembers.HoldsId(spec, parent) && Generated(file, index).Any(entity => string.Equals(entity.Name, parent.Entity, StringComparison.Ordinal))
            ? new ParentUse(parent.Entity, parent.By, parent.List, members.LeadsToParent)
            : null;

    private static EquatableArray<TrackingUse> Tracking(EntitySpec spec, ServiceFacts service)
    {
        var used = new HashSet<string>(EntityActions.Of(spec).SelectMany(action => action.Tracking), StringComparer.Ordinal);
        return service.Tracking
            .Where(tracking => used.Contains(tracking.Name))
            .Select(tracking => new TrackingUse(tracking.Name, tracking.Delay))
            .ToEquatableArray();
    }

    private static EquatableArray<NeighbourStates> Neighbours(EntitySpec spec, FileSpec file, SchemaIndex index)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (ActionSpec action in EntityActions.Of(spec))
        {
            used.UnionWith(action.Requires.Children.Select(children => children.Entity));
            if (action.Requires.Parent.Count > 0 && spec.Parent is { } parent)
            {
                used.Add(parent.Entity);
            }
        }

        return Generated(file, index)
            .Where(entity => used.Contains(entity.Name) && entity.States.Count > 0)
            .Select(entity => new NeighbourStates(entity.Name, entity.States.Select(state => state.Name).ToEquatableArray()))
            .ToEquatableArray();
    }

    private static EquatableArray<string> StateChanges(EntityFacts entity) => entity.States.Count == 0
        ? default
        : entity.ActionNames.Where(name => !string.Equals(name, "Create", StringComparison.Ordinal)).ToEquatableArray();
}
