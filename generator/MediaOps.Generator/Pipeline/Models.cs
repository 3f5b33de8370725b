using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>Makes the models that source is generated from: of a file's own all, of the others' facts only those it uses.</summary>
internal static class Models
{
    /// <summary>The model of an entity; null for a file that is none, that has no service, or whose names belong to another file.</summary>
    public static EntityModel? Entity(FileSpec file, SchemaMap map)
    {
        if (file.Entity is null || map.ServiceOf(file.Folder) is not { } service || !map.Claims.IsGenerated(file.Path))
        {
            return null;
        }

        EntitySpec spec = SpecResolver.Resolve(file.Entity, service.Wire);
        spec = Collisions.Remove(spec with { Types = spec.Types.Where(type => map.Claims.OwnsType(file.Path, type.Name)).ToEquatableArray() });
        return new EntityModel(
            new ServiceIdentity(service.Name, service.Namespace, service.Interfaces),
            spec,
            SharedTypes(spec, service, map),
            Tracking(spec, service),
            service.Paging == PagingStyle.Offset,
            service.Wire.EnvelopeOf(spec.Name),
            Neighbours(spec, file, map),
            Relatives.Parent(spec, file.Folder, map),
            Relatives.Children(spec, file.Folder, map));
    }

    /// <summary>The model of a service; null for a file that is none, or whose names belong to another file.</summary>
    public static ServiceModel? Service(FileSpec file, SchemaMap map)
    {
        if (file.Service is not { } spec || !map.Claims.IsGenerated(file.Path))
        {
            return null;
        }

        spec = spec with
        {
            Types = SpecResolver.Resolve(spec.Types, spec.Wire)
                .Where(type => map.Claims.OwnsType(file.Path, type.Name))
                .Select(type => Collisions.Remove(type))
                .ToEquatableArray(),
        };
        EntityFacts[] entities = [.. map.EntitiesOf(file.Folder)];
        var members = new HashSet<string>(Names.OfObject, StringComparer.Ordinal) { "Operations", "Create", "Connection", "NotConnected", spec.Client };
        return new ServiceModel(
            new ServiceIdentity(spec.Name, spec.Namespace, spec.Interfaces),
            spec,
            entities
                .Select(entity => new EntityNames(entity.Name, entity.Plural, entity.ClientMember, entity.Singleton, entity.Ancestors, StateChanges(entity)))
                .Where(entity => members.Add(entity.Member))
                .ToEquatableArray(),
            OptionUse.OfRequests(spec, entities));
    }

    /// <summary>The shared types that an entity names, and those that these name, without what an entity's source does not show.</summary>
    private static EquatableArray<TypeSpec> SharedTypes(EntitySpec spec, ServiceFacts service, SchemaMap map)
    {
        var used = new SortedDictionary<string, TypeSpec>(StringComparer.Ordinal);
        var open = new Queue<string>(spec.Properties
            .Concat(spec.Types.SelectMany(type => type.Properties))
            .Select(property => property.Type.Name)
            .Concat(EntityActions.Of(spec).SelectMany(action => action.Parameters).Select(parameter => parameter.Type.Name))
            .Concat(EntityActions.Of(spec).Select(action => action.Value?.Type.Name).OfType<string>()));
        EquatableArray<TypeSpec> types = SpecResolver.Resolve(service.Types, service.Wire);
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            TypeSpec? type = used.ContainsKey(name) || !map.Claims.OwnsType(service.Path, name)
                ? null
                : types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));
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

    private static EquatableArray<TrackingUse> Tracking(EntitySpec spec, ServiceFacts service)
    {
        var used = new HashSet<string>(EntityActions.Of(spec).SelectMany(action => action.Tracking), StringComparer.Ordinal);
        return service.Tracking
            .Where(tracking => used.Contains(tracking.Name))
            .Select(tracking => new TrackingUse(tracking.Name, tracking.Delay))
            .ToEquatableArray();
    }

    private static EquatableArray<NeighbourStates> Neighbours(EntitySpec spec, FileSpec file, SchemaMap map)
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

        return map.EntitiesOf(file.Folder)
            .Where(entity => used.Contains(entity.Name) && entity.States.Count > 0)
            .Select(entity => new NeighbourStates(entity.Name, entity.States.Select(state => state.Name).ToEquatableArray()))
            .ToEquatableArray();
    }

    private static EquatableArray<string> StateChanges(EntityFacts entity) => entity.States.Count == 0
        ? default
        : entity.ActionNames.Where(name => !string.Equals(name, "Create", StringComparison.Ordinal)).ToEquatableArray();
}
