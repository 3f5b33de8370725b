namespace MediaOps.Benchmarks.Polling;

/// <summary>A clock on which the pause between two polls is over as soon as it begins. Time-outs, which are longer, never come.</summary>
internal sealed class ShortcutTimeProvider : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause)
        {
            _now += dueTime.Ticks;
            callback(state);
        }

        return Spent.Instance;
    }

    private sealed class Spent : ITimer
    {
        public static readonly Spent Instance = new();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
