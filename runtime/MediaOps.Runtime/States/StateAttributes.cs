namespace MediaOps;

/// <summary>Marks an entity whose actions depend on its state.</summary>
/// <param name="stateEnum">The enum of its states. All state attributes name states by the members of this enum.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class StatefulAttribute(Type stateEnum) : Attribute
{
    /// <summary>The enum of the entity's states.</summary>
    public Type StateEnum { get; } = stateEnum;
}

/// <summary>Tells what an action does to the state of the entity it is called on.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StateTransitionAttribute : Attribute
{
    /// <summary>States in which the action is allowed; null means every state.</summary>
    public string[]? From { get; set; }

    /// <summary>Transitional states on the way.</summary>
    public string[]? Via { get; set; }

    /// <summary>States in which it ends when it succeeds.</summary>
    public string[]? To { get; set; }

    /// <summary>States in which it may end when it fails.</summary>
    public string[]? OnFailure { get; set; }

    /// <summary>Whether the method returns once the action was accepted, so that the entity is still on the way.</summary>
    public bool Send { get; set; }

    /// <summary>Whether the entity is gone afterwards.</summary>
    public bool Deletes { get; set; }

    /// <summary>Whether no source states this rule.</summary>
    public bool Inferred { get; set; }
}

/// <summary>Tells that an action needs other entities in certain states.</summary>
/// <param name="entity">The kind of the other entities.</param>
/// <param name="relation">How they are related.</param>
/// <param name="states">The states of which each must have one.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RequiresStateAttribute(Type entity, Relation relation, params string[] states) : Attribute
{
    /// <summary>The kind of the other entities.</summary>
    public Type Entity { get; } = entity;

    /// <summary>How they are related.</summary>
    public Relation Relation { get; } = relation;

    /// <summary>The states of which each must have one.</summary>
    public string[] States { get; } = states;
}

/// <summary>How another entity is related to the one that an action is called on.</summary>
public enum Relation
{
    /// <summary>It is the parent.</summary>
    Parent = 0,

    /// <summary>They are the children, all of them.</summary>
    Children = 1,
}

/// <summary>Tells that an action needs a property of its entity to have a value. The guard asks at run time; the analyzer follows states and no values, and reports nothing by it.</summary>
/// <param name="property">The property's name.</param>
/// <param name="value">The value as text; of an enum the member's name.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RequiresValueAttribute(string property, string value) : Attribute
{
    /// <summary>The property's name.</summary>
    public string Property { get; } = property;

    /// <summary>The value as text.</summary>
    public string Value { get; } = value;
}

/// <summary>Tells in which states a created entity can be.</summary>
/// <param name="states">All states that the create can end in.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class InitialStateAttribute(params string[] states) : Attribute
{
    /// <summary>All states that the create can end in.</summary>
    public string[] States { get; } = states;
}

/// <summary>
/// Tells that a method reads the state anew: what was known before does not hold any more. On an operation: that it asks how far it is, or, where it
/// returns an entity, that this is the one the operation works on.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StateRefreshAttribute : Attribute;

/// <summary>Tells that a method waits for the operation it is called on: the entity is at the end of its way afterwards.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OperationWaitAttribute : Attribute;

/// <summary>Tells that a method leaves the state as it is.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StateNeutralAttribute : Attribute;

/// <summary>Tells in which states an update may change a property.</summary>
/// <param name="states">The states.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class UpdatableInAttribute(params string[] states) : Attribute
{
    /// <summary>The states.</summary>
    public string[] States { get; } = states;
}

/// <summary>Tells in which states an entity is that a method of yours takes or returns.</summary>
/// <param name="states">The states, best by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class InStateAttribute(params string[] states) : Attribute
{
    /// <summary>The states.</summary>
    public string[] States { get; } = states;
}

/// <summary>Tells that an assembly holds the client of a service, and which action names occur in it.</summary>
/// <param name="service">The service's name.</param>
/// <param name="actionNames">The names of all methods that change a state, and of those that return the operation that makes an entity. Only code that mentions one of them, or the enum of the states, is looked at.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StatefulServiceAttribute(string service, params string[] actionNames) : Attribute
{
    /// <summary>The service's name.</summary>
    public string Service { get; } = service;

    /// <summary>The names of all methods that change a state, and of those that return the operation that makes an entity.</summary>
    public string[] ActionNames { get; } = actionNames;
}
