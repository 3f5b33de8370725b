using FsCheck;
using FsCheck.Fluent;
using MediaOps.Runtime;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>A wait: the schema's rules, the caller's time-out and strategy, and what the service says in Retry-After, answer by answer.</summary>
internal sealed record WaitModel(PollingDelay Rules, TimeSpan Timeout, PollingStrategy Strategy, IReadOnlyList<TimeSpan?> RetryAfter)
{
    /// <summary>The least time between two polls.</summary>
    public TimeSpan Floor => Rules.Min > TimeSpan.FromMilliseconds(100) ? Rules.Min : TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public override string ToString() =>
        $"min {Rules.Min}, interval {Rules.Interval}, typical {Rules.Typical}, timeout {Timeout}, {Strategy}, Retry-After {string.Join(' ', RetryAfter)}";
}

/// <summary>Random waits.</summary>
internal static class WaitGen
{
    private static readonly Gen<TimeSpan> Span = Gen.Frequency(
        (1, Gen.Constant(TimeSpan.Zero)),
        (2, Gen.Choose(1, 1000).Select(ms => TimeSpan.FromMilliseconds(ms))),
        (4, Gen.Choose(1, 600_000).Select(ms => TimeSpan.FromMilliseconds(ms))),
        (1, Gen.Choose(1, 720).Select(hours => TimeSpan.FromHours(hours))));

    /// <summary>Any wait whose numbers the language and the runtime allow, of at most some thousand polls.</summary>
    public static Gen<WaitModel> Waits { get; } =
        from min in Span
        from interval in Optional(Span)
        from typical in Optional(Span)
        from polls in Gen.Choose(1, 200)
        from part in Gen.Choose(1, 10_000)
        from strategy in Gen.OneOf(
            Gen.Elements(PollingStrategy.Documented, PollingStrategy.Adaptive),
            Gen.OneOf(Span, Span.Select(span => -span), Gen.Elements(TimeSpan.MinValue, TimeSpan.MaxValue)).Select(span => (PollingStrategy)new Fixed(span)))
        from hints in Gen.ArrayOf(Optional(Gen.OneOf(Span, Gen.Choose(0, int.MaxValue).Select(seconds => TimeSpan.FromSeconds(seconds)))), 5)
        let floor = Math.Max(min.Ticks, TimeSpan.FromMilliseconds(100).Ticks)
        let timeout = TimeSpan.FromTicks((floor * polls / 10_000 * part) + 1)
        select new WaitModel(new PollingDelay(min, interval, typical, timeout), timeout, strategy, hints);

    private static Gen<TimeSpan?> Optional(Gen<TimeSpan> span) => Gen.OneOf(span.Select(value => (TimeSpan?)value), Gen.Constant<TimeSpan?>(null));

    private sealed class Fixed(TimeSpan delay) : PollingStrategy
    {
        public override TimeSpan GetDelay(in PollingContext context) => delay;

        public override string ToString() => "always " + delay;
    }
}
