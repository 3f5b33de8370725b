namespace MediaOps;

/// <summary>How one of many waits ended.</summary>
/// <param name="Operation">The operation, as it is now.</param>
/// <param name="Exception">
/// Null where it succeeded; else what <see cref="Operation.WaitForCompletionAsync"/> would have thrown: <see cref="OperationFailedException"/>,
/// <see cref="OperationTimeoutException"/>, <see cref="OperationPollException"/> or <see cref="OperationWaitCanceledException"/>.
/// </param>
public sealed record OperationOutcome(Operation Operation, Exception? Exception)
{
    /// <summary>Whether the operation has succeeded and its entity is up to date.</summary>
    public bool IsSuccess => Exception is null;

    internal static async Task<OperationOutcome> OfAsync(Operation operation, PollingOptions? polling, CancellationToken cancellationToken)
    {
        try
        {
            await operation.WaitForCompletionAsync(polling, cancellationToken).ConfigureAwait(false);
            return new OperationOutcome(operation, Exception: null);
        }
        catch (Exception e) when (e is ServiceException or OperationTimeoutException or OperationWaitCanceledException)
        {
            return new OperationOutcome(operation, e);
        }
    }
}
