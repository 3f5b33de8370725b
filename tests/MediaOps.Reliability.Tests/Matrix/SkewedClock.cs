namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>The client's clock, whose time of day can be set while its timers go on.</summary>
internal sealed class SkewedClock(ManualTimeProvider clock) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
