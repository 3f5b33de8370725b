namespace MediaOps;

/// <summary>The service refused a request, or no usable answer came.</summary>
public class ServiceException : Exception
{
    /// <summary>An error without details.</summary>
    public ServiceException()
        : this("The service did not do what was asked.")
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What happened and what to do; without secrets.</param>
    public ServiceException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a cause.</summary>
    /// <param name="message">What happened and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ServiceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error about another one: with its status, code, ids and category.</summary>
    /// <param name="message">What happened and what to do; without secrets.</param>
    /// <param name="cause">The other error; becomes the inner exception.</param>
    protected ServiceException(string message, ServiceException cause)
        : base(message, cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        Status = cause.Status;
        ErrorCode = cause.ErrorCode;
        RequestId = cause.RequestId;
        ClientRequestId = cause.ClientRequestId;
        Category = cause.Category;
        OutcomeUnknown = cause.OutcomeUnknown;
    }

    /// <summary>The HTTP status; 0 where there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The service's own code, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The service's id of the request, for its support; or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The client's id of the request, the same for all attempts; or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>What the schema says of the code: invalid, precondition, conflict, not-found, forbidden, quota, throttled, transient or internal; null where it says nothing.</summary>
    public string? Category { get; init; }

    /// <summary>Whether the service may have done what was asked although this error came: read the entity before you ask again.</summary>
    public bool OutcomeUnknown { get; init; }
}
