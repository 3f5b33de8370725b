using MediaOps.Schema;

namespace MediaOps.Generator.Model;

/// <summary>What every emitter knows of the service.</summary>
/// <param name="Name">The service's name, which begins hint names and internal names.</param>
/// <param name="Namespace">Where the client is put.</param>
/// <param name="Interfaces">Whether each entity has an interface.</param>
internal sealed record ServiceIdentity(string Name, string Namespace, bool Interfaces);

/// <summary>All that the source of one entity depends on: its own file, and of its neighbours no more than what it uses.</summary>
/// <param name="Service">The service.</param>
/// <param name="Spec">The entity's file, with wire names filled in.</param>
/// <param name="SharedTypes">The service's types that the entity uses, without documentation and limits.</param>
/// <param name="Tracking">The tracking profiles that its actions use.</param>
/// <param name="Neighbours">The entities whose states its actions require.</param>
internal sealed record EntityModel(
    ServiceIdentity Service,
    EntitySpec Spec,
    EquatableArray<TypeSpec> SharedTypes,
    EquatableArray<TrackingUse> Tracking,
    EquatableArray<NeighbourStates> Neighbours)
{
    /// <summary>The enum of the entity's states, or null for an entity without states.</summary>
    public string? StateEnum => Spec.State is null ? null : "global::" + Service.Namespace + "." + Spec.Name + "State";
}

/// <summary>A tracking profile and the waiting rules that fill the gaps of an action's own.</summary>
internal sealed record TrackingUse(string Name, DelaySpec Delay);

/// <summary>The states of another entity of the service.</summary>
internal sealed record NeighbourStates(string Entity, EquatableArray<string> States);
