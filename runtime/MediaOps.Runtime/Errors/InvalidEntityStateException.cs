namespace MediaOps;

/// <summary>The action is not allowed in the state that the entity, its parent or one of its children is in.</summary>
public class InvalidEntityStateException : InvalidOperationException
{
    /// <summary>An action that was refused.</summary>
    /// <param name="message">Which action needs which state, and what the state is.</param>
    /// <param name="entity">The kind of entity.</param>
    /// <param name="entityId">Its id, or null.</param>
    /// <param name="action">The action.</param>
    /// <param name="state">The state that forbids it, or null where it is not known.</param>
    /// <param name="allowedStates">The states that would allow it.</param>
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

    /// <summary>The kind of entity that was asked to act, such as <c>Program</c>.</summary>
    public string Entity { get; }

    /// <summary>Its id, or null.</summary>
    public string? EntityId { get; }

    /// <summary>The action, such as <c>Start</c>.</summary>
    public string Action { get; }

    /// <summary>
    /// The kind of entity whose state forbids it: <see cref="Entity"/> itself, or its parent or child, such as the <c>Channel</c> of a program;
    /// null where the service refused, which does not tell whose.
    /// </summary>
    public string? BlockedBy { get; init; }

    /// <summary>The id of the entity that <see cref="BlockedBy"/> names, or null.</summary>
    public string? BlockedById { get; init; }

    /// <summary>The state that <see cref="BlockedBy"/> is in, or null where it is not known.</summary>
    public string? State { get; }

    /// <summary>The states of <see cref="BlockedBy"/> in which the action is allowed.</summary>
    public IReadOnlyList<string> AllowedStates { get; }

    /// <summary>Whether the service refused; false where the guard refused and nothing was sent.</summary>
    public bool RefusedByService => InnerException is ServiceException;
}
