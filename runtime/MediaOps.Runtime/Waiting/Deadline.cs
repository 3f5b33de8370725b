namespace MediaOps.Runtime;

/// <summary>When a wait is to end, on the client's clock.</summary>
internal readonly record struct Deadline(TimeProvider Clock, long Start, TimeSpan Length)
{
    /// <summary>How long is left; zero where it is over.</summary>
    public TimeSpan Left => Length - Clock.GetElapsedTime(Start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
