namespace MediaOps.Runtime;

/// <summary>Reads the answers to polls: each kind of tracking has its own, and everything else is the same for all.</summary>
internal abstract class PollReading
{
    /// <summary>Reads one poll.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="knownTarget">The target's id as far as it is known: records of some services leave it out.</param>
    /// <param name="status">What the service said, fit for a log.</param>
    /// <exception cref="ServiceException">The answer is not what such an answer is: waiting on would be waiting for ever.</exception>
    public abstract OperationSnapshot Read(ServiceResponse response, string? knownTarget, out string status);

    /// <summary>What it means that there is nothing; null where this kind has no opinion, so that the entity is asked.</summary>
    public abstract OperationSnapshot? Absent(ServiceException missing, string? knownTarget);

    /// <summary>An absence as the schema's word for it says.</summary>
    protected static OperationSnapshot Absent(AbsentMeaning meaning, ServiceException missing, string? knownTarget) => meaning switch
    {
        AbsentMeaning.Succeeded => new(OperationState.Succeeded, knownTarget),
        AbsentMeaning.Pending => new(OperationState.InProgress, knownTarget),
        _ => new(OperationState.Failed, knownTarget)
        {
            ErrorCode = missing.ErrorCode,
            ErrorMessage = $"what is asked for does not exist. {missing.Message}",
            RequestId = missing.RequestId,
        },
    };
}
