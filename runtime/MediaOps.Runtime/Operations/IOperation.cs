namespace MediaOps;

/// <summary>A long-running action on the service, as it was when it was last asked for.</summary>
public interface IOperation
{
    /// <summary>The handle in text, never empty: can be stored, sent to a browser, and asked for again by another process. Holds no host and no secret.</summary>
    string Id { get; }

    /// <summary>How far it is.</summary>
    OperationState State { get; }

    /// <summary>The id of the entity it works on, or null where the service has not told it.</summary>
    string? TargetEntityId { get; }

    /// <summary>The service's code of a failure, or null.</summary>
    string? ErrorCode { get; }

    /// <summary>The service's words on a failure, or null.</summary>
    string? ErrorMessage { get; }
}

/// <summary>How far an operation is.</summary>
public enum OperationState
{
    /// <summary>The service said something that the schema does not know.</summary>
    Unknown = 0,

    /// <summary>Still running.</summary>
    InProgress = 1,

    /// <summary>Done.</summary>
    Succeeded = 2,

    /// <summary>Ended without success.</summary>
    Failed = 3,

    /// <summary>Stopped on request.</summary>
    Canceled = 4,
}
