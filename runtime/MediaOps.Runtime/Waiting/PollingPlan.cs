namespace MediaOps.Runtime;

/// <summary>How one wait polls: what the call says, else the client's options, else the schema. Made before anything is sent, so that a wrong option sends nothing.</summary>
internal readonly record struct PollingPlan(PollingStrategy Strategy, TimeSpan Timeout, IProgress<OperationProgress>? Progress)
{
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not positive, or is endless.</exception>
    public static PollingPlan For(PollingOptions? call, PollingOptions? client, PollingDelay schema)
    {
        TimeSpan timeout = Checked(call?.Timeout ?? client?.Timeout ?? schema.Timeout);
        return new PollingPlan(call?.Strategy ?? client?.Strategy ?? PollingStrategy.Documented, timeout, call?.Progress ?? client?.Progress);
    }

    private static TimeSpan Checked(TimeSpan timeout)
        => timeout > TimeSpan.Zero && timeout < TimeSpan.MaxValue
            ? timeout
            : throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The longest wait must be positive and finite; leave it null for what the schema says.");
}
