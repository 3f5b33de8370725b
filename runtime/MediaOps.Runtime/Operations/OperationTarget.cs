namespace MediaOps.Runtime;

/// <summary>The entity that an operation works on, and the value that it returns.</summary>
internal abstract class OperationTarget
{
    public abstract EntityDefinition Definition { get; }

    /// <summary>The action that was sent; null for an operation that came from outside by an id that does not tell it.</summary>
    public abstract ActionDefinition? Action { get; }

    /// <summary>Names of the states in which the action ends; empty where that is not known.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>The entity's id; null until the service has told it.</summary>
    public abstract string? EntityId { get; }

    /// <summary>Whether the action returns a value.</summary>
    public abstract bool HasValue { get; }

    /// <summary>Takes the id that the operation's record tells.</summary>
    public abstract void Learn(string? entityId);

    /// <summary>Reads the entity's state once, in the service's words.</summary>
    /// <param name="secrets">What was sent with the action, and must not be told.</param>
    /// <param name="async">Whether to leave the thread while waiting for the answer.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public abstract ValueTask<(bool Exists, string? Wire)> ReadStateAsync(string[] secrets, bool async, CancellationToken cancellationToken);

    /// <summary>Takes the result out of an answer.</summary>
    /// <param name="response">The answer; null for none.</param>
    /// <param name="path">Where the result is in its body; null for the body itself.</param>
    /// <returns>Whether there was a result.</returns>
    /// <exception cref="ServiceException">The body is not what it should be.</exception>
    public abstract bool Take(ServiceResponse response, string? path);

    /// <summary>Brings entity and value up to date after a success.</summary>
    /// <param name="followed">How the operation was followed; null where it was over at once.</param>
    /// <param name="deadline">When the wait is to end; null where none does.</param>
    /// <param name="async">Whether to leave the thread while waiting for the answer.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public abstract ValueTask SettleAsync(Followed? followed, Deadline? deadline, bool async, CancellationToken cancellationToken);

    /// <summary>The action has failed: what was presumed of the entity is not so.</summary>
    public abstract void Fail();
}
