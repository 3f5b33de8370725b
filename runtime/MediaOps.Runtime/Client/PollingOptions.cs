namespace MediaOps;

/// <summary>How a wait polls. Null members mean: as the schema says.</summary>
public sealed class PollingOptions
{
    /// <summary>How the delay between two polls is chosen; null for the documented interval where there is one, and an adaptive delay elsewhere.</summary>
    public PollingStrategy? Strategy { get; init; }

    /// <summary>How long to wait at most; positive and finite; null for what the schema says of the action.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Told of every poll; or null.</summary>
    public IProgress<OperationProgress>? Progress { get; init; }
}
