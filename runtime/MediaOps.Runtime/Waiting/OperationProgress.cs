namespace MediaOps;

/// <summary>How a wait stands: told before the first poll and after each one.</summary>
/// <param name="OperationId">The handle of the operation.</param>
/// <param name="State">The operation's state at the last poll.</param>
/// <param name="EntityState">The entity's state as text of the service, where the entity had to be asked; or null.</param>
/// <param name="Polls">How often was asked so far.</param>
/// <param name="Elapsed">How long was waited so far.</param>
/// <param name="NextDelay">When the next poll will be made; null when the wait is over.</param>
/// <param name="Reason">Why that delay; null when the wait is over.</param>
public sealed record OperationProgress(
    string OperationId,
    OperationState State,
    string? EntityState,
    int Polls,
    TimeSpan Elapsed,
    TimeSpan? NextDelay,
    DelayReason? Reason);

/// <summary>Why a delay is as long as it is.</summary>
public enum DelayReason
{
    /// <summary>The strategy chose it.</summary>
    Strategy = 0,

    /// <summary>The service asked for it in <c>Retry-After</c>, within the limits that the schema sets.</summary>
    RetryAfter = 1,

    /// <summary>The wait ends then: it is the last poll.</summary>
    Deadline = 2,
}
