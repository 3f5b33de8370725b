namespace MediaOps.Emulation;

/// <summary>A clock that runs faster than another, timers included. Given to client and emulator alike, it lets a wait of minutes pass in seconds
/// while every interval stays as the schema documents it.</summary>
public sealed class AcceleratedTimeProvider : TimeProvider
{
    private readonly TimeProvider _base;
    private readonly double _factor;
    private readonly long _startTimestamp;
    private readonly DateTimeOffset _start;

    /// <summary>Makes a clock that starts at the present time and runs faster than real time.</summary>
    /// <param name="factor">How many seconds pass in one real second; above 0, at most 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not in its range.</exception>
    public AcceleratedTimeProvider(double factor)
        : this(factor, System)
    {
    }

    /// <summary>Makes a clock that starts at the other's present time and runs faster than it.</summary>
    /// <param name="factor">How many seconds pass in one second of the other; above 0, at most 1,000,000.</param>
    /// <param name="baseProvider">The clock to run on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not in its range.</exception>
    /// <exception cref="ArgumentNullException">The other clock is missing.</exception>
    public AcceleratedTimeProvider(double factor, TimeProvider baseProvider)
    {
        ArgumentNullException.ThrowIfNull(baseProvider);
        if (!(factor > 0 && factor <= 1_000_000))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be above 0 and at most 1,000,000.");
        }

        _base = baseProvider;
        _factor = factor;
        _startTimestamp = baseProvider.GetTimestamp();
        _start = baseProvider.GetUtcNow();
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _base.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _base.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)((_base.GetTimestamp() - _startTimestamp) * _factor);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(0);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, _base.CreateTimer(callback, state, ToBase(dueTime), ToBase(period)));

    // Timers of the system count whole milliseconds; rounding up keeps one from firing before its time.
    private TimeSpan ToBase(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / _factor));

    private sealed class Timer(AcceleratedTimeProvider provider, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(provider.ToBase(dueTime), provider.ToBase(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
