namespace MediaOps.Runtime;

/// <summary>An operation as it was at one poll. Immutable: readers never see half of two polls.</summary>
internal sealed record OperationSnapshot(OperationState State, string? TargetEntityId)
{
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>The entity's state in the service's words, where the entity had to be asked.</summary>
    public string? EntityState { get; init; }

    /// <summary>The service's id of the poll that saw the end.</summary>
    public string? RequestId { get; init; }

    public bool IsOver => State is OperationState.Succeeded or OperationState.Failed or OperationState.Canceled;
}
