namespace MediaOps.Runtime;

/// <summary>The delay before the next poll, and why.</summary>
internal readonly record struct PollDelay(TimeSpan Value, DelayReason Reason);

/// <summary>Decides the delay before the next poll. Allocates nothing.</summary>
internal static class PollSchedule
{
    /// <summary>A schema or strategy that asks for no delay at all would poll in a busy loop.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan HintCeiling = TimeSpan.FromMinutes(5);

    public static PollDelay Next(PollingStrategy strategy, in PollingContext context, TimeSpan? retryAfter)
    {
        PollDelay wanted = Wanted(strategy, in context, retryAfter);
        TimeSpan remaining = context.Timeout - context.Elapsed;
        return wanted.Value < remaining ? wanted : new PollDelay(Most(remaining, TimeSpan.Zero), DelayReason.Deadline);
    }

    /// <summary>The delay that would be chosen if the wait had no end.</summary>
    public static PollDelay Wanted(PollingStrategy strategy, in PollingContext context, TimeSpan? retryAfter)
    {
        TimeSpan floor = Most(context.Minimum, Floor);
        if (retryAfter is not { } hint)
        {
            return new PollDelay(Most(strategy.GetDelay(in context), floor), DelayReason.Strategy);
        }

        // A day in Retry-After, from a faulty or hostile server, must not stall the caller.
        TimeSpan ceiling = Most(Most(context.Interval ?? TimeSpan.Zero, HintCeiling), floor);
        return new PollDelay(hint < floor ? floor : hint > ceiling ? ceiling : hint, DelayReason.RetryAfter);
    }

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
