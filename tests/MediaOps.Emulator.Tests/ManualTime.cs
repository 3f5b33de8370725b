namespace MediaOps.Emulation.Tests;

/// <summary>A clock that stands still until it is moved; its timers fire while it moves.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>How many timers have not been disposed of.</summary>
    public int Timers => _timers.Count;

    /// <summary>Completes when somebody has begun to wait.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Moves from one due time to the next, as real time does.</summary>
    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = _now + time;
        while (Next(end) is { } timer)
        {
            timer.Fire();
        }

        _now = end;
    }

    private Timer? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            Timer? next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            _now = next?.Due > _now ? next.Due.Value : _now;
            return next;
        }
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public void Fire()
        {
            Due = null;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            if (Due is not null)
            {
                time.Waiting.TrySetResult();
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
