namespace MediaOps;

/// <summary>The service says that the operation failed or was canceled.</summary>
public class OperationFailedException : ServiceException
{
    /// <summary>A failed operation.</summary>
    /// <param name="message">What failed, with the service's own words.</param>
    /// <param name="operation">The operation as it was last seen.</param>
    /// <param name="innerException">A further cause, or null.</param>
    public OperationFailedException(string message, IOperation operation, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operation = operation;
        ErrorCode = operation.ErrorCode;
    }

    /// <summary>The operation as it was last seen.</summary>
    public IOperation Operation { get; }
}

/// <summary>The operation could not be asked for. It goes on at the service: ask again by <see cref="OperationId"/>.</summary>
public class OperationPollException : ServiceException
{
    /// <summary>A poll that failed.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="operationId">The handle.</param>
    /// <param name="lastState">The state at the last successful poll.</param>
    /// <param name="cause">Why the poll failed.</param>
    public OperationPollException(string message, string operationId, OperationState lastState, ServiceException cause)
        : base(message, cause)
    {
        OperationId = operationId;
        LastState = lastState;
    }

    /// <summary>A wait that something else than the service broke off: a credential, a message handler, a strategy, or a listener to the progress.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="operationId">The handle.</param>
    /// <param name="lastState">The state at the last successful poll.</param>
    /// <param name="cause">Why the wait broke off.</param>
    public OperationPollException(string message, string operationId, OperationState lastState, Exception cause)
        : base(message, cause)
    {
        OperationId = operationId;
        LastState = lastState;
    }

    /// <summary>The handle, to ask again.</summary>
    public string OperationId { get; }

    /// <summary>The state at the last successful poll; <see cref="OperationState.Unknown"/> where there was none.</summary>
    public OperationState LastState { get; }
}

/// <summary>We stopped waiting; the operation goes on at the service.</summary>
/// <param name="message">How long was waited for what.</param>
/// <param name="operationId">The handle.</param>
/// <param name="lastState">The state at the last poll.</param>
/// <param name="innerException">Why the last poll failed; null where it told the state.</param>
public class OperationTimeoutException(string message, string operationId, OperationState lastState, Exception? innerException = null) : TimeoutException(message, innerException)
{
    /// <summary>The handle, to ask again.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>The state at the last poll.</summary>
    public OperationState LastState { get; } = lastState;

    /// <summary>The entity's state at the last poll, as text of the service; or null.</summary>
    public string? LastEntityState { get; init; }

    /// <summary>How often was asked.</summary>
    public int Polls { get; init; }

    /// <summary>How long was waited.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>When it would have been asked again.</summary>
    public TimeSpan NextDelay { get; init; }
}

/// <summary>The caller stopped waiting; the operation goes on at the service.</summary>
/// <param name="message">What was waited for.</param>
/// <param name="operationId">The handle.</param>
/// <param name="lastState">The state at the last poll.</param>
/// <param name="innerException">The cancellation that was seen, or null.</param>
/// <param name="cancellationToken">The caller's token.</param>
public class OperationWaitCanceledException(string message, string operationId, OperationState lastState, Exception? innerException, CancellationToken cancellationToken)
    : OperationCanceledException(message, innerException, cancellationToken)
{
    /// <summary>The handle, to ask again.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>The state at the last poll.</summary>
    public OperationState LastState { get; } = lastState;

    /// <summary>How often was asked.</summary>
    public int Polls { get; init; }
}
