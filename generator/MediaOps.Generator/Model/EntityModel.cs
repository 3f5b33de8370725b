using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Model;

/// <summary>What every emitter knows of the service.</summary>
/// <param name="Name">The service's name, which begins hint names and internal names.</param>
/// <param name="Namespace">Where the client is put.</param>
/// <param name="Interfaces">Whether each entity has an interface.</param>
internal sealed record ServiceIdentity(string Name, string Namespace, bool Interfaces)
{
    /// <summary>A generated type in full.</summary>
    public string Qualify(string type) => "global::" + Namespace + "." + type;
}

/// <summary>All that the source of one entity depends on: its own file, and of its neighbours no more than what it uses.</summary>
/// <param name="Service">The service.</param>
/// <param name="Spec">The entity's file, with wire names filled in.</param>
/// <param name="Ancestors">The parts of its address before its own id: the ids of those that it lies in, also of those that no property can be named like.</param>
/// <param name="SharedTypes">The service's types that the entity uses, without documentation and limits.</param>
/// <param name="Tracking">The tracking profiles that its actions use.</param>
/// <param name="IsQueried">Whether the service filters its lists, so that they can be asked by conditions.</param>
/// <param name="Envelope">The member that wraps the entity's bodies, or null.</param>
/// <param name="Neighbours">The entities whose states its actions require.</param>
/// <param name="Parent">The entity that it belongs to, or null.</param>
/// <param name="Children">The kinds of entities that belong to it and can be listed by it.</param>
internal sealed record EntityModel(
    ServiceIdentity Service,
    EntitySpec Spec,
    EquatableArray<string> Ancestors,
    EquatableArray<TypeSpec> SharedTypes,
    EquatableArray<TrackingUse> Tracking,
    bool IsQueried,
    string? Envelope,
    EquatableArray<NeighbourStates> Neighbours,
    ParentUse? Parent,
    EquatableArray<ChildUse> Children)
{
    /// <summary>The enum of the entity's states, or null for an entity without states.</summary>
    public string? StateEnum => Spec.State is null ? null : Qualify(Spec.Name + "State");

    /// <summary>What users declare entities as, in full: the interface where the service has them, else the class.</summary>
    public string Declared => DeclaredOf(Spec.Name);

    /// <summary>What users declare entities of some kind as.</summary>
    public string DeclaredOf(string entity) => Qualify((Service.Interfaces ? "I" : "") + entity);

    /// <summary>Whether something tells when an action has ended.</summary>
    public bool IsTracked(ActionSpec action) => TrackingOf(action).Any();

    /// <summary>The profiles of an action that exist, in the order in which the service is asked for their handles.</summary>
    public IEnumerable<TrackingUse> TrackingOf(ActionSpec action) => action.Tracking
        .Select(name => Tracking.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.Ordinal)))
        .OfType<TrackingUse>();

    /// <summary>A generated type in full.</summary>
    public string Qualify(string type) => Service.Qualify(type);
}

/// <summary>A tracking profile and the waiting rules that fill the gaps of an action's own.</summary>
internal sealed record TrackingUse(string Name, DelaySpec Delay);

/// <summary>The entity that an entity belongs to.</summary>
/// <param name="Entity">The parent's name.</param>
/// <param name="By">The property that holds the parent's id, a text.</param>
/// <param name="List">Path template of the navigation that lists the children of one parent, or null.</param>
/// <param name="HasMembers">Whether the class has members that give the parent: it can be read, and their names are free.</param>
internal sealed record ParentUse(string Entity, string By, string? List, bool HasMembers);

/// <summary>A kind of entities that belong to an entity.</summary>
/// <param name="Entity">The child's name.</param>
/// <param name="Plural">The name of its collection.</param>
internal sealed record ChildUse(string Entity, string Plural);

/// <summary>The states of another entity of the service.</summary>
internal sealed record NeighbourStates(string Entity, EquatableArray<string> States);
