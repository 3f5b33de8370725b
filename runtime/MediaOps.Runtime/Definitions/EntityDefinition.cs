using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>What a client knows of one kind of entity: its states and what each action does to them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityDefinition
{
    /// <summary>The entity's name, such as <c>Channel</c>; part of handles.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name of its collection, such as <c>Channels</c>.</summary>
    public string Plural { get; init; } = "";

    /// <summary>The wire name of the property that holds the id.</summary>
    public string IdProperty { get; init; } = "Id";

    /// <summary>Pattern of a well-formed id, over the whole text; or null.</summary>
    public string? IdPattern { get; init; }

    /// <summary>Whether there is one of it, without an id: also a group of operations that belong to no entity.</summary>
    public bool Singleton { get; init; }

    /// <summary>Names of the values that make up the address, as places of paths spell them, the entity's own id last; empty where that is the id alone, spelt as on the wire.</summary>
    public string[] PathProperties { get; init; } = [];

    /// <summary>How the id of a new entity is put together where the answer to its creation does not tell it: from parameters, the address of what is above it, and the client's own values; or null.</summary>
    public PathTemplate? IdTemplate { get; init; }

    /// <summary>The name, in the entity's own address and in <see cref="ListByParent"/>, of the value that is its parent's id; or null.</summary>
    public string? ParentProperty { get; init; }

    /// <summary>The member that wraps the entity in bodies of requests and answers, lists apart; null for none.</summary>
    public string? Envelope { get; init; }

    /// <summary>The states, in the order of the schema; empty for an entity without states.</summary>
    public StateDefinition[] States { get; init; } = [];

    /// <summary>Path of the state in a body, such as <c>State</c>; null for an entity without states.</summary>
    public string? StatePath { get; init; }

    /// <summary>A path that tells the state and little else; null where the entity itself is read for it.</summary>
    public PathTemplate? StateRead { get; init; }

    /// <summary>Path of the state in the answer to <see cref="StateRead"/>; null for <see cref="StatePath"/>.</summary>
    public string? StateReadPath { get; init; }

    /// <summary>The name of the state after creation; or null.</summary>
    public string? InitialState { get; init; }

    /// <summary>How the entity is created; or null.</summary>
    public ActionDefinition? Create { get; init; }

    /// <summary>How one entity is read; or null.</summary>
    public ActionDefinition? Read { get; init; }

    /// <summary>How entities are listed; or null.</summary>
    public ActionDefinition? List { get; init; }

    /// <summary>How the entities of one parent are listed, with a place for the parent's id; or null.</summary>
    public ActionDefinition? ListByParent { get; init; }

    /// <summary>How properties are changed; or null.</summary>
    public ActionDefinition? Update { get; init; }

    /// <summary>How the entity is removed; or null.</summary>
    public ActionDefinition? Delete { get; init; }

    /// <summary>The entity's own actions.</summary>
    public ActionDefinition[] Actions { get; init; } = [];
}

/// <summary>One state of an entity.</summary>
/// <param name="name">The state's name: the member of the generated enum.</param>
/// <param name="wire">Its text on the wire.</param>
/// <param name="kind">Whether it lasts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateDefinition(string name, string wire, StateKind kind)
{
    /// <summary>The state's name: the member of the generated enum.</summary>
    public string Name { get; } = name;

    /// <summary>Its text on the wire.</summary>
    public string Wire { get; } = wire;

    /// <summary>Whether it lasts.</summary>
    public StateKind Kind { get; } = kind;
}

/// <summary>The kinds of states.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StateKind
{
    /// <summary>Stays until somebody acts.</summary>
    Stable = 0,

    /// <summary>Ends by itself.</summary>
    Transitional = 1,

    /// <summary>Stays, and something is wrong.</summary>
    Fault = 2,

    /// <summary>The entity does not exist any more.</summary>
    Gone = 3,
}
