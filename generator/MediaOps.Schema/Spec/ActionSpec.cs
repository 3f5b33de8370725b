namespace MediaOps.Schema;

/// <summary>One thing that can be asked of an entity: a lifecycle verb or an action of its own.</summary>
/// <param name="Name">Create, Read, List, Update, Delete, or the action's own name.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Description">A sentence for the documentation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template below the endpoint.</param>
/// <param name="Parameters">What the caller gives beside the entity.</param>
/// <param name="Body">Fixed members of the body, as JSON text, or null.</param>
/// <param name="Returns">Where the entity is in the answer, or null for the whole body; null with <paramref name="Value"/>.</param>
/// <param name="Value">What it answers with beside the entity, or null.</param>
/// <param name="Items">Where the items of a list are, or null for the paging rule's.</param>
/// <param name="IdempotencyHeader">Header that carries the idempotency token, or null.</param>
/// <param name="IdempotencyQuery">Query member that carries the idempotency token, or null.</param>
/// <param name="IdempotencyBody">Body member that carries the idempotency token, or null.</param>
/// <param name="From">States in which it is allowed; null means every state.</param>
/// <param name="Via">Transitional states on the way.</param>
/// <param name="To">States in which it ends; empty with <paramref name="ToProperty"/> or <paramref name="ToPrevious"/>.</param>
/// <param name="ToProperty">The create's property that names the state in which it ends, or null.</param>
/// <param name="ToPrevious">Whether it ends in the state in which it began.</param>
/// <param name="OnFailure">States in which it may end when it fails.</param>
/// <param name="Requires">Conditions on other entities and on this entity's values.</param>
/// <param name="Tracking">Names of tracking profiles; empty means: any 2xx is the end.</param>
/// <param name="Delay">Waiting rules of its own, or null.</param>
/// <param name="Errors">Codes it is known to answer with.</param>
/// <param name="Overloads">Convenience forms of a create.</param>
/// <param name="Always">Properties that an update sends although they did not change; update only.</param>
/// <param name="FieldMask">The query member in which an update names the changed wire paths, comma separated, or null; update only.</param>
/// <param name="Inferred">Whether its state rule has no source.</param>
public sealed record ActionSpec(
    string Name,
    ActionKind Kind,
    string? Description,
    string Method,
    string Path,
    EquatableArray<ParameterSpec> Parameters,
    string? Body,
    string? Returns,
    ValueSpec? Value,
    string? Items,
    string? IdempotencyHeader,
    string? IdempotencyQuery,
    string? IdempotencyBody,
    EquatableArray<string>? From,
    EquatableArray<string> Via,
    EquatableArray<string> To,
    string? ToProperty,
    bool ToPrevious,
    EquatableArray<string> OnFailure,
    RequiresSpec Requires,
    EquatableArray<string> Tracking,
    DelaySpec? Delay,
    EquatableArray<string> Errors,
    EquatableArray<OverloadSpec> Overloads,
    EquatableArray<string> Always,
    string? FieldMask,
    bool Inferred)
{
    /// <summary>Whether it only asks: it answers with a value and says nothing of states, so it is allowed in each and changes none.</summary>
    public bool OnlyAsks => Kind == ActionKind.Custom && Value is not null && From is null && Via.Count == 0 && To.Count == 0 && ToProperty is null && !ToPrevious;
}

/// <summary>The kinds of actions.</summary>
public enum ActionKind
{
    /// <summary>An action of the entity's own.</summary>
    Custom = 0,

    /// <summary>Makes the entity.</summary>
    Create = 1,

    /// <summary>Reads one entity.</summary>
    Read = 2,

    /// <summary>Lists entities.</summary>
    List = 3,

    /// <summary>Changes properties.</summary>
    Update = 4,

    /// <summary>Removes the entity.</summary>
    Delete = 5,
}

/// <summary>A value that an action answers with, and that is not its entity.</summary>
/// <param name="Type">The type.</param>
/// <param name="Path">Where it is in the answer, or null for the whole body.</param>
/// <param name="Paged">Whether it comes in pages, by the service's paging rule; the type is a list then.</param>
public sealed record ValueSpec(TypeRef Type, string? Path, bool Paged);

/// <summary>A parameter of an action.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Wire">The name on the wire.</param>
/// <param name="Type">The type.</param>
/// <param name="In">Where it travels.</param>
/// <param name="Required">Whether a value must be given.</param>
/// <param name="Default">The default as text of its wire form, or null.</param>
/// <param name="Constraints">Limits of its value.</param>
/// <param name="Duration">The wire format where the type is a duration.</param>
/// <param name="WireIsString">Whether a number travels as a JSON string.</param>
/// <param name="Secret">Whether it must not be logged.</param>
/// <param name="To">The one of the action's states in which it ends where this parameter is true, or null.</param>
/// <param name="Description">A sentence for the documentation.</param>
public sealed record ParameterSpec(
    string Name,
    string Wire,
    TypeRef Type,
    ParameterIn In,
    bool Required,
    string? Default,
    Constraints Constraints,
    DurationFormat Duration,
    bool WireIsString,
    bool Secret,
    string? To,
    string? Description);

/// <summary>Where a parameter travels.</summary>
public enum ParameterIn
{
    /// <summary>A member of the JSON body.</summary>
    Body = 0,

    /// <summary>A query member.</summary>
    Query = 1,

    /// <summary>A header.</summary>
    Header = 2,

    /// <summary>A placeholder of the path.</summary>
    Path = 3,

    /// <summary>The JSON body itself.</summary>
    WholeBody = 4,
}

/// <summary>Conditions of an action beyond the entity's own state.</summary>
/// <param name="Parent">States of which the parent must have one; empty for no condition.</param>
/// <param name="Children">States of which all children of a kind must have one.</param>
/// <param name="Self">Values that properties of this entity must have.</param>
public sealed record RequiresSpec(EquatableArray<string> Parent, EquatableArray<ChildrenRequirement> Children, EquatableArray<NamedText> Self)
{
    /// <summary>No conditions.</summary>
    public static RequiresSpec None { get; } = new(default, default, default);
}

/// <summary>States of which all children of a kind must have one.</summary>
public sealed record ChildrenRequirement(string Entity, EquatableArray<string> States);

/// <summary>A convenience form of a create: parameters that fill members of the creation options.</summary>
public sealed record OverloadSpec(EquatableArray<OverloadParameter> Parameters);

/// <summary>One parameter of a convenience form.</summary>
/// <param name="Name">The C# parameter name.</param>
/// <param name="Member">The path of the member it fills, such as <c>Input.AccessControl.IPAllowList</c>.</param>
public sealed record OverloadParameter(string Name, string Member);
