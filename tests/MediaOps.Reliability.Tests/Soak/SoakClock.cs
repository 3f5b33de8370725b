namespace MediaOps.Reliability.Tests.Soak;

/// <summary>A clock that goes from timer to timer when it is told to, and knows how many timers there are. Ten thousand of them cost it no more than a few.</summary>
internal sealed class SoakClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(Alarm Alarm, int Setting), (DateTimeOffset Due, long Number)> _agenda = new();
    private DateTimeOffset _now = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _number;
    private int _live;

    /// <summary>Timers that are set and have neither fired nor been taken back.</summary>
    public int Live
    {
        get
        {
            lock (_lock)
            {
                return _live;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Goes to the next timer and fires it on this thread.</summary>
    /// <returns>Whether there was one.</returns>
    public bool GoOn()
    {
        Alarm? next = null;
        lock (_lock)
        {
            while (next is null && _agenda.TryDequeue(out (Alarm Alarm, int Setting) first, out (DateTimeOffset Due, long Number) at))
            {
                if (first.Alarm.Setting == first.Setting)
                {
                    next = first.Alarm;
                    next.Setting++;
                    next.IsLive = false;
                    _live--;
                    _now = at.Due;
                }
            }
        }

        next?.Fire();
        return next is not null;
    }

    /// <summary>Lets time pass in which nothing happens.</summary>
    public void Skip(TimeSpan time)
    {
        lock (_lock)
        {
            _now += _live == 0 ? time : throw new InvalidOperationException("There are timers on the way.");
        }
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        lock (_lock)
        {
            alarm.Setting++;
            _live -= alarm.IsLive ? 1 : 0;
            alarm.IsLive = dueTime != Timeout.InfiniteTimeSpan;
            if (alarm.IsLive)
            {
                _live++;
                _agenda.Enqueue((alarm, alarm.Setting), (_now + dueTime, _number++));
            }
        }
    }

    /// <summary>One timer; nothing under test sets one that repeats.</summary>
    private sealed class Alarm(SoakClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Counts how often it was set: what the agenda holds of an earlier setting is void.</summary>
        public int Setting { get; set; }

        public bool IsLive { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? dueTime : throw new NotSupportedException("No timer here repeats."));
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
