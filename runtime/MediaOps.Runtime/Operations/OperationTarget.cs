namespace MediaOps.Runtime;

/// <summary>The entity that an operation works on.</summary>
internal abstract class OperationTarget
{
    public abstract EntityDefinition Definition { get; }

    /// <summary>The action that was sent; null for an operation that came from outside.</summary>
    public abstract ActionDefinition? Action { get; }

    /// <summary>Names of the states in which the action ends; empty where that is not known.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>The entity's id; null until the service has told it.</summary>
    public abstract string? EntityId { get; }

    /// <summary>Takes the id that the operation's record tells.</summary>
    public abstract void Learn(string? entityId);

    /// <summary>Reads the entity's state once, in the service's words.</summary>
    public abstract ValueTask<(bool Exists, string? Wire)> ReadStateAsync(bool async, CancellationToken cancellationToken);

    /// <summary>Brings the entity object up to date after a success.</summary>
    public abstract ValueTask SettleAsync(bool async, CancellationToken cancellationToken);

    /// <summary>The action has failed: what was presumed of the entity is not so.</summary>
    public abstract void Fail();
}
