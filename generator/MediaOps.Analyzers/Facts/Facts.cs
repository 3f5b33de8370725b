using System.Collections.Immutable;

namespace MediaOps.Analyzers;

/// <summary>What attributes tell of a kind of entity.</summary>
/// <param name="States">Its states.</param>
/// <param name="StateProperty">The name of the property that tells the state; null where that is not clear.</param>
/// <param name="CanRefresh">Whether it can be read anew.</param>
/// <param name="Moving">The states that its actions pass through: it leaves them by itself, in time.</param>
internal sealed record EntityFacts(StateEnum States, string? StateProperty, bool CanRefresh, StateSet Moving);

/// <summary>What a method does to what is known.</summary>
internal enum MethodKind
{
    /// <summary>Nobody knows.</summary>
    Opaque,

    /// <summary>Changes the state as its facts say.</summary>
    Action,

    /// <summary>Makes an entity.</summary>
    Create,

    /// <summary>Reads the state anew.</summary>
    Refresh,

    /// <summary>Waits for the operation it is called on.</summary>
    Wait,

    /// <summary>Nothing.</summary>
    Neutral,
}

/// <summary>What attributes tell of a method.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Action">Of an action: the transition.</param>
/// <param name="Creation">Of a create: what it makes.</param>
internal sealed record MethodFacts(MethodKind Kind, ActionFacts? Action = null, CreationFacts? Creation = null)
{
    public static readonly MethodFacts Opaque = new(MethodKind.Opaque);
}

/// <summary>What an action does to the state of the entity it is called on.</summary>
/// <param name="States">The states that the sets speak of.</param>
/// <param name="From">Where it is allowed.</param>
/// <param name="Via">On the way; empty for none.</param>
/// <param name="To">Where it ends; all states where nobody knows.</param>
/// <param name="OnFailure">Where it may end when it fails; empty for: where it began.</param>
/// <param name="Send">Whether it returns once the service has accepted.</param>
/// <param name="Deletes">Whether the entity is gone afterwards.</param>
/// <param name="Inferred">Whether no source states the rule.</param>
/// <param name="Neutral">Whether it leaves the state as it is.</param>
/// <param name="Requires">Conditions on other entities.</param>
internal sealed record ActionFacts(
    StateEnum States,
    StateSet From,
    StateSet Via,
    StateSet To,
    StateSet OnFailure,
    bool Send,
    bool Deletes,
    bool Inferred,
    bool Neutral,
    ImmutableArray<RequirementFacts> Requires);

/// <summary>A condition on other entities.</summary>
/// <param name="States">The states of the others.</param>
/// <param name="EntityName">The name of their type.</param>
/// <param name="IsParent">Whether it is the parent; else all children.</param>
/// <param name="Allowed">The states of which each must have one.</param>
internal sealed record RequirementFacts(StateEnum States, string EntityName, bool IsParent, StateSet Allowed);

/// <summary>What a create makes.</summary>
/// <param name="Entity">The kind of entity.</param>
/// <param name="Default">The state of an entity for which no state was asked.</param>
/// <param name="Possible">All states in which the new entity may be.</param>
/// <param name="Send">Whether an operation is returned and not the entity.</param>
internal sealed record CreationFacts(EntityFacts Entity, StateSet Default, StateSet Possible, bool Send);
