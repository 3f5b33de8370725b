namespace MediaOps.Emulation;

/// <summary>An entity as it was when it was asked for.</summary>
/// <param name="Entity">The name of its kind, such as <c>Channel</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, or null where it has none.</param>
/// <param name="State">The name of its state, or null where its kind has no states.</param>
/// <param name="OperationId">The id of the operation that runs on it, or null.</param>
/// <param name="Json">Its body as a read would answer it.</param>
public sealed record EmulatedEntity(string Entity, string Id, string? Name, string? State, string? OperationId, string Json);

/// <summary>A change of an entity's state.</summary>
/// <param name="entity">The name of its kind.</param>
/// <param name="id">Its id.</param>
/// <param name="from">The name of the state before; null for an entity that is new.</param>
/// <param name="to">The name of the state after; null where it is gone and its schema has no name for that.</param>
/// <param name="at">When it happened, by the emulator's clock; not when it was observed.</param>
public sealed class EntityChangedEventArgs(string entity, string id, string? from, string? to, DateTimeOffset at) : EventArgs
{
    /// <summary>The name of its kind, such as <c>Channel</c>.</summary>
    public string Entity { get; } = entity;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The name of the state before; null for an entity that is new.</summary>
    public string? From { get; } = from;

    /// <summary>The name of the state after; null where it is gone and its schema has no name for that.</summary>
    public string? To { get; } = to;

    /// <summary>When it happened, by the emulator's clock; not when it was observed.</summary>
    public DateTimeOffset At { get; } = at;
}
