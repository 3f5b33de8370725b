namespace MediaOps;

/// <summary>
/// The answer to a write was lost, and reading did not show that the service has taken it: the entity was all the time as it was before. The request may
/// still be on its way, so it was not sent again. Whoever calls again is safe where the action has a state: it is read before anything is sent.
/// </summary>
public class UnconfirmedWriteException : ServiceException
{
    /// <summary>A write without a trace.</summary>
    /// <param name="message">What was sent, and how long was looked for it.</param>
    /// <param name="entity">The kind of entity.</param>
    /// <param name="entityId">Its id; null for one that exists once, and for a new one whose id the service would have given.</param>
    /// <param name="action">The action.</param>
    /// <param name="lastState">The entity's state when it was last read, as text of the service; null where it has none or does not exist.</param>
    /// <param name="lost">How the answer was lost.</param>
    public UnconfirmedWriteException(string message, string entity, string? entityId, string action, string? lastState, ServiceException lost)
        : base(message, lost)
    {
        Entity = entity;
        EntityId = entityId;
        Action = action;
        LastState = lastState;
    }

    /// <summary>The kind of entity, such as <c>Channel</c>.</summary>
    public string Entity { get; }

    /// <summary>Its id; null for one that exists once, and for a new one whose id the service would have given: the message names what it was looked for by.</summary>
    public string? EntityId { get; }

    /// <summary>The action, such as <c>Start</c>.</summary>
    public string Action { get; }

    /// <summary>The entity's state when it was last read, as text of the service; null where it has none or does not exist.</summary>
    public string? LastState { get; }
}
