using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs;

/// <summary>What a variable holds.</summary>
internal enum Holds
{
    /// <summary>An entity.</summary>
    Entity,

    /// <summary>An operation.</summary>
    Handle,

    /// <summary>The task of an action.</summary>
    Task,

    /// <summary>The task that ends in an entity.</summary>
    EntityTask,

    /// <summary>The task that ends in an operation.</summary>
    HandleTask,

    /// <summary>A state that was read.</summary>
    State,

    /// <summary>How a comparison came out.</summary>
    Flag,

    /// <summary>Code that returns a task.</summary>
    Code,
}

/// <summary>A variable of a program.</summary>
/// <param name="Name">How to write it.</param>
/// <param name="Holds">What it holds.</param>
/// <param name="Entity">The kind of entity that it is about; null for code.</param>
internal sealed record Variable(string Name, Holds Holds, EntityModel? Entity)
{
    /// <summary>The kind of entity that it is about.</summary>
    public EntityModel Model => Entity ?? throw new InvalidOperationException(Name + " is not about an entity.");

    /// <summary>Whether it is declared as the interface.</summary>
    public bool IsInterface { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it can be assigned.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether its operation makes an entity.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Its type.</summary>
    public string Type => IsInterface ? "I" + Model.Name : Model.Name;

    /// <summary>How a member of it is reached.</summary>
    public string Dot => IsNullable ? Name + "!." : Name + ".";
}
