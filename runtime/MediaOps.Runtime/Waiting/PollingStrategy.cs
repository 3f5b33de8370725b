namespace MediaOps;

/// <summary>
/// How the delay between two polls is chosen where the service does not say it in <c>Retry-After</c>. A strategy is a pure function
/// of what it is given: one instance serves any number of waits and threads. Derive from it to bring one of your own.
/// </summary>
public abstract class PollingStrategy
{
    /// <summary>The interval that the service documents, always the same; where it documents none, as <see cref="Adaptive"/>.</summary>
    public static PollingStrategy Documented { get; } = new DocumentedPolling();

    /// <summary>
    /// A tenth of the time that has passed, never below the floor and never above the documented interval (30 seconds where there is none), give or
    /// take 10 %: the end is seen late by a fraction of the duration, whatever the duration. Where the schema says how long the
    /// action usually takes, there are few polls before that time and small steps around it.
    /// </summary>
    public static PollingStrategy Adaptive { get; } = new AdaptivePolling();

    /// <summary>Chooses the delay before the next poll.</summary>
    /// <param name="context">How the wait stands, and what the schema says of the action.</param>
    /// <returns>The delay. It is raised to <see cref="PollingContext.Minimum"/>, and cut where it would pass the end of the wait.</returns>
    public abstract TimeSpan GetDelay(in PollingContext context);
}

/// <summary>What a <see cref="PollingStrategy"/> decides by.</summary>
public readonly record struct PollingContext
{
    /// <summary>How long was waited so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How often was asked so far.</summary>
    public int Polls { get; init; }

    /// <summary>The floor under every delay (<c>delay.min</c> of the schema).</summary>
    public TimeSpan Minimum { get; init; }

    /// <summary>The steady interval that the service documents (<c>delay.interval</c>), or null.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How long the action usually takes (<c>delay.typical</c>), or null.</summary>
    public TimeSpan? Typical { get; init; }

    /// <summary>How long is waited at most.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>A random number from 0 (inclusive) to 1 (exclusive), drawn for this decision, to keep many waits from polling in step.</summary>
    public double Sample { get; init; }
}

internal sealed class DocumentedPolling : PollingStrategy
{
    public override TimeSpan GetDelay(in PollingContext context) => context.Interval ?? Adaptive.GetDelay(in context);
}

internal sealed class AdaptivePolling : PollingStrategy
{
    private const double Fraction = 0.1;
    private const double Jitter = 0.1;

    // An end is expected from QuietUntil to BusyUntil of the typical duration, and looked for there in steps of BusyStep of it.
    private const double QuietUntil = 0.8;
    private const double BusyUntil = 1.25;
    private const double BusyStep = 0.05;

    private static readonly TimeSpan DefaultCeiling = TimeSpan.FromSeconds(30);

    public override TimeSpan GetDelay(in PollingContext context)
    {
        TimeSpan delay = Step(in context) * (1 - Jitter + (2 * Jitter * context.Sample));
        return delay > context.Minimum ? delay : context.Minimum;
    }

    private static TimeSpan Step(in PollingContext context)
    {
        TimeSpan elapsed = context.Elapsed;
        TimeSpan ceiling = context.Interval ?? DefaultCeiling;
        if (context.Typical is not { } typical || elapsed > typical * BusyUntil)
        {
            return Least(elapsed * Fraction, ceiling);
        }

        TimeSpan quiet = (typical * QuietUntil) - elapsed;
        if (quiet <= TimeSpan.Zero)
        {
            return Least(typical * BusyStep, ceiling);
        }

        // Doubling the elapsed time: should the hint be far too long, the end is still seen after at most twice the true duration.
        TimeSpan doubled = elapsed > context.Minimum ? elapsed : context.Minimum;
        TimeSpan towards = Least(doubled, quiet);
        return context.Interval is null ? towards : Least(towards, ceiling);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
