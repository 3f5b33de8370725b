using System.Globalization;
using System.Xml;
using MediaOps.Schema;

namespace MediaOps.Tool.Docs;

/// <summary>Facts of a schema in words.</summary>
internal static class Words
{
    /// <summary>The mark of a fact that no source states.</summary>
    public const string InferredMark = " †";

    /// <summary>The mark where the fact is inferred, else nothing.</summary>
    public static string Mark(bool inferred) => inferred ? InferredMark : string.Empty;

    /// <summary>Items with commas and a last word between them.</summary>
    public static string Or(IEnumerable<string> items) => Join(items, " or ");

    /// <summary>Items with commas and a last word between them.</summary>
    public static string And(IEnumerable<string> items) => Join(items, " and ");

    /// <summary>A duration as people say it: 30 s, 2 min, 1 h 30 min.</summary>
    public static string Duration(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0 s";
        }

        if (duration < TimeSpan.FromSeconds(1))
        {
            return Number(duration.TotalMilliseconds) + " ms";
        }

        string[] parts =
        [
            .. duration.TotalHours >= 1 ? [Number(Math.Floor(duration.TotalHours)) + " h"] : Enumerable.Empty<string>(),
            .. duration.Minutes > 0 ? [Number(duration.Minutes) + " min"] : Enumerable.Empty<string>(),
            .. duration.Seconds > 0 || duration.Milliseconds > 0 ? [Number(duration.Seconds + (duration.Milliseconds / 1000d)) + " s"] : Enumerable.Empty<string>(),
        ];
        return string.Join(" ", parts);
    }

    /// <summary>Limits of a value as Markdown; nothing where there are none.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="type">The type of the value: limits of a duration are said as one.</param>
    public static string Limits(Constraints limits, TypeRef type)
    {
        string?[] parts =
        [
            Between(Text(limits.MinLength), Text(limits.MaxLength), "character"),
            Between(Text(limits.MinItems), Text(limits.MaxItems), "item"),
            Between(Value(limits.Minimum, type), Value(limits.Maximum, type), string.Empty),
            limits.Pattern is { } pattern ? Markdown.Code(pattern) : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>How often and how long an action is waited for.</summary>
    public static string Waits(DelaySpec delay)
    {
        string often = delay.Interval is { } interval ? "every " + Duration(interval) : "at least " + Duration(delay.Min!.Value) + " apart";
        string usual = delay.Typical is { } typical ? "; usually " + Duration(typical) : string.Empty;
        return often + ", up to " + Duration(delay.Timeout!.Value) + usual;
    }

    private static string? Between(string? min, string? max, string unit)
    {
        string? range = (min, max) switch
        {
            (null, null) => null,
            ({ }, null) => "at least " + Markdown.Text(min),
            (null, { }) => "at most " + Markdown.Text(max),
            _ when min == max => Markdown.Text(min),
            _ => Markdown.Text(min) + " to " + Markdown.Text(max),
        };
        return range is null || unit.Length == 0 ? range : range + " " + unit + ((max ?? min) == "1" ? string.Empty : "s");
    }

    private static string? Value(string? limit, TypeRef type)
    {
        if (limit is null || type.Name != "duration")
        {
            return limit;
        }

        try
        {
            return Duration(XmlConvert.ToTimeSpan(limit));
        }
        catch (Exception notIso) when (notIso is FormatException or OverflowException)
        {
            return limit;
        }
    }

    private static string Join(IEnumerable<string> items, string last)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + last + all[^1];
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
