using System.Globalization;
using System.Xml;
using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Limits of values and rules of waiting.</summary>
internal static class LimitTables
{
    /// <summary>Limits: values that were fine must stay fine.</summary>
    public static Table<Constraints> Constraints { get; } = new(
        Of<Constraints>.Judged(nameof(Schema.Constraints.Pattern), "pattern", limits => limits.Pattern, (_, after) => after is null ? Looser : Effect.Behaviour("Values that were accepted may be refused before anything is sent.")),
        Of<Constraints>.Judged(nameof(Schema.Constraints.MinLength), "minLength", limits => limits.MinLength, (before, after) => Floor(before, after)),
        Of<Constraints>.Judged(nameof(Schema.Constraints.MaxLength), "maxLength", limits => limits.MaxLength, (before, after) => Ceiling(before, after)),
        Of<Constraints>.Judged(nameof(Schema.Constraints.Minimum), "minimum", limits => limits.Minimum, (before, after) => Floor(Number(before), Number(after))),
        Of<Constraints>.Judged(nameof(Schema.Constraints.Maximum), "maximum", limits => limits.Maximum, (before, after) => Ceiling(Number(before), Number(after))),
        Of<Constraints>.Judged(nameof(Schema.Constraints.MinItems), "minItems", limits => limits.MinItems, (before, after) => Floor(before, after)),
        Of<Constraints>.Judged(nameof(Schema.Constraints.MaxItems), "maxItems", limits => limits.MaxItems, (before, after) => Ceiling(before, after)));

    /// <summary>Waiting: only a shorter time-out ends what went well before.</summary>
    public static Table<DelaySpec> Delay { get; } = new(
        Of<DelaySpec>.Value(nameof(DelaySpec.Min), "min", delay => delay.Min, Effect.Compatible("Waits ask more or less often; they end alike.")),
        Of<DelaySpec>.Value(nameof(DelaySpec.Interval), "interval", delay => delay.Interval, Effect.Compatible("Waits ask more or less often, and PollingInterval tells another value; they end alike.")),
        Of<DelaySpec>.Value(nameof(DelaySpec.Typical), "typical", delay => delay.Typical, Effect.Compatible("Adaptive waits ask at other times; they end alike.")),
        Of<DelaySpec>.Judged(nameof(DelaySpec.Timeout), "timeout", delay => delay.Timeout, (before, after) => before is not null && after > before
            ? Effect.Compatible("A wait may take longer before it gives up.")
            : Effect.Behaviour(after is null ? "Another rule tells when a wait gives up." : "A wait that would take longer ends with OperationTimeoutException.")));

    private static Effect Looser => Effect.Compatible("More values are accepted.");

    private static Effect Tighter => Effect.Behaviour("Values that were accepted are refused before anything is sent, with an ArgumentException.");

    private static Effect Floor(decimal? before, decimal? after) => after is not null && (before is null || after > before) ? Tighter : Looser;

    private static Effect Ceiling(decimal? before, decimal? after) => after is not null && (before is null || after < before) ? Tighter : Looser;

    /// <summary>A limit as a number: durations count in seconds. A text that is neither has a finding of its own.</summary>
    private static decimal? Number(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return number;
        }

        try
        {
            return (decimal)XmlConvert.ToTimeSpan(text).TotalSeconds;
        }
        catch (Exception neither) when (neither is FormatException or OverflowException)
        {
            return null;
        }
    }
}
