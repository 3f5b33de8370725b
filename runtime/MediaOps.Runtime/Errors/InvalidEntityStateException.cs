namespace MediaOps;

/// <summary>The action is not allowed in the state that the entity is in.</summary>
public class InvalidEntityStateException : InvalidOperationException
{
    /// <summary>An action that was refused.</summary>
    /// <param name="message">Which action needs which state, and what the state is.</param>
    /// <param name="entity">The kind of entity.</param>
    /// <param name="entityId">Its id, or null.</param>
    /// <param name="action">The action.</param>
    /// <param name="state">The state it is in, or null where it is not known.</param>
    /// <param name="allowedStates">The states in which the action is allowed.</param>
    /// <param name="refusal">The service's refusal; null where the guard refused and nothing was sent.</param>
    public InvalidEntityStateException(
        string message,
        string entity,
        string? entityId,
        string action,
        string? state,
        IReadOnlyList<string> allowedStates,
        ServiceException? refusal = null)
        : base(message, refusal)
    {
        Entity = entity;
        EntityId = entityId;
        Action = action;
        State = state;
        AllowedStates = allowedStates;
    }

    /// <summary>The kind of entity, such as <c>Channel</c>.</summary>
    public string Entity { get; }

    /// <summary>Its id, or null.</summary>
    public string? EntityId { get; }

    /// <summary>The action, such as <c>Start</c>.</summary>
    public string Action { get; }

    /// <summary>The state it is in, or null where it is not known.</summary>
    public string? State { get; }

    /// <summary>The states in which the action is allowed.</summary>
    public IReadOnlyList<string> AllowedStates { get; }

    /// <summary>Whether the service refused; false where the guard refused and nothing was sent.</summary>
    public bool RefusedByService => InnerException is ServiceException;
}
