namespace MediaOps.Schema;

/// <summary>What an entity file says. No positions, so that white space changes nothing.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Plural">The name of the collection.</param>
/// <param name="Singleton">Whether there is one only: it has no id and no collection. A group of actions that belong to no entity is one too.</param>
/// <param name="Description">A sentence for the documentation.</param>
/// <param name="Parent">The entity that it belongs to, or null.</param>
/// <param name="Id">How it is identified; <see cref="IdSpec.None"/> for a singleton.</param>
/// <param name="Types">Types of its own.</param>
/// <param name="Properties">The properties in the order of the file.</param>
/// <param name="State">The states, or null.</param>
/// <param name="Create">Makes it, or null.</param>
/// <param name="Read">Reads one, or null.</param>
/// <param name="List">Lists them, or null.</param>
/// <param name="Update">Changes properties, or null.</param>
/// <param name="Delete">Removes it, or null.</param>
/// <param name="Actions">Actions of its own.</param>
/// <param name="Errors">Codes that every action may answer with.</param>
public sealed record EntitySpec(
    string Name,
    string Plural,
    bool Singleton,
    string? Description,
    ParentSpec? Parent,
    IdSpec Id,
    EquatableArray<TypeSpec> Types,
    EquatableArray<PropertySpec> Properties,
    StateSpec? State,
    ActionSpec? Create,
    ActionSpec? Read,
    ActionSpec? List,
    ActionSpec? Update,
    ActionSpec? Delete,
    EquatableArray<ActionSpec> Actions,
    EquatableArray<string> Errors);

/// <summary>The entity that this one belongs to.</summary>
/// <param name="Entity">The parent's name.</param>
/// <param name="By">The property that holds the parent's id.</param>
/// <param name="List">Path template of the navigation that lists the parent's children, or null.</param>
public sealed record ParentSpec(string Entity, string By, string? List);

/// <summary>How the entity is identified.</summary>
/// <param name="Property">The property that holds the id.</param>
/// <param name="AssignedByCaller">Whether the caller chooses the id.</param>
/// <param name="Pattern">Pattern of a well-formed id, over the whole text.</param>
/// <param name="Example">A well-formed id.</param>
/// <param name="Template">How the id of a new entity is put together from options, parts of the address and parameters of create, or null where it does not follow from them.</param>
public sealed record IdSpec(string Property, bool AssignedByCaller, string? Pattern, string? Example, string? Template)
{
    /// <summary>What a singleton has.</summary>
    public static IdSpec None { get; } = new(string.Empty, false, null, null, null);
}

/// <summary>A type of the schema: an enum or a complex type.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Description">A sentence for the documentation.</param>
/// <param name="Values">The values of an enum; empty for a complex type.</param>
/// <param name="Properties">The members of a complex type; empty for an enum.</param>
public sealed record TypeSpec(string Name, string? Description, EquatableArray<EnumValueSpec> Values, EquatableArray<PropertySpec> Properties)
{
    /// <summary>Whether this is an enum.</summary>
    public bool IsEnum => Values.Count > 0;
}

/// <summary>A value of an enum, with its text on the wire.</summary>
public sealed record EnumValueSpec(string Name, string Wire, string? Description);

/// <summary>A member of an entity or of a complex type.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Wire">The wire path: segments separated by dots where members are nested (<c>IP.Allow</c>). Empty means: by the service's rule, which <see cref="SpecResolver"/> fills in.</param>
/// <param name="Type">The type.</param>
/// <param name="Access">Who may write it when.</param>
/// <param name="InPath">Whether it is a part of the address: never written into a body, and filled from the address where an answer does not hold it.</param>
/// <param name="Required">Whether a value must be given.</param>
/// <param name="Unique">Whether no two entities of one list have the same value; null is no value.</param>
/// <param name="UpdatableIn">The states in which it may be updated; null where the update's own rule decides.</param>
/// <param name="Secret">Whether it must not be logged.</param>
/// <param name="Default">The default as text of its wire form, or null.</param>
/// <param name="Constraints">Limits of its value.</param>
/// <param name="Duration">The wire format where the type is a duration.</param>
/// <param name="WireIsString">Whether a number travels as a JSON string.</param>
/// <param name="Description">A sentence for the documentation.</param>
/// <param name="Inferred">Whether a fact here has no source.</param>
public sealed record PropertySpec(
    string Name,
    string Wire,
    TypeRef Type,
    PropertyAccess Access,
    bool InPath,
    bool Required,
    bool Unique,
    EquatableArray<string>? UpdatableIn,
    bool Secret,
    string? Default,
    Constraints Constraints,
    DurationFormat Duration,
    bool WireIsString,
    string? Description,
    bool Inferred);

/// <summary>Who may write a property when.</summary>
public enum PropertyAccess
{
    /// <summary>Written at creation and by updates.</summary>
    ReadWrite = 0,

    /// <summary>Written by the service only.</summary>
    ReadOnly = 1,

    /// <summary>Written at creation only.</summary>
    CreateOnly = 2,

    /// <summary>Written, never read.</summary>
    WriteOnly = 3,
}

/// <summary>A reference to a type.</summary>
/// <param name="Name">A primitive (<see cref="Primitives"/>) or the name of a type of the schema.</param>
/// <param name="Shape">One value, a list or a map.</param>
public sealed record TypeRef(string Name, TypeShape Shape)
{
    /// <inheritdoc/>
    public override string ToString() => Shape switch { TypeShape.List => Name + "[]", TypeShape.Map => Name + "{}", _ => Name };
}

/// <summary>One value or many.</summary>
public enum TypeShape
{
    /// <summary>One value.</summary>
    One = 0,

    /// <summary>A list: <c>[]</c>.</summary>
    List = 1,

    /// <summary>A map with text keys: <c>{}</c>.</summary>
    Map = 2,
}

/// <summary>Limits of a value. Patterns hold over the whole text; numbers and durations keep the schema's own text.</summary>
public sealed record Constraints(string? Pattern, int? MinLength, int? MaxLength, string? Minimum, string? Maximum, int? MinItems, int? MaxItems)
{
    /// <summary>No limits.</summary>
    public static Constraints None { get; } = new(null, null, null, null, null, null, null);
}

/// <summary>The states of an entity.</summary>
/// <param name="Property">The property that holds the state.</param>
/// <param name="Initial">The state after creation.</param>
/// <param name="ReadPath">A cheap endpoint that tells the state alone, or null.</param>
/// <param name="Path">Where the state is in that endpoint's body.</param>
/// <param name="Values">The states in the order of the file.</param>
/// <param name="Creatable">States that a create may ask for.</param>
/// <param name="Spontaneous">Changes that happen without a call.</param>
public sealed record StateSpec(
    string Property,
    string Initial,
    string? ReadPath,
    string? Path,
    EquatableArray<StateValueSpec> Values,
    EquatableArray<string> Creatable,
    EquatableArray<SpontaneousSpec> Spontaneous);

/// <summary>One state, with its text on the wire.</summary>
public sealed record StateValueSpec(string Name, string Wire, StateKind Kind, string? Description);

/// <summary>The kinds of states.</summary>
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

/// <summary>A change of state that happens without a call.</summary>
public sealed record SpontaneousSpec(string From, EquatableArray<string> To);
