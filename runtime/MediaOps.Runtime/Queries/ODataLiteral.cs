using System.Globalization;
using System.Net;

namespace MediaOps.Runtime;

/// <summary>Values as literals of OData version 3, the same on every machine.</summary>
internal static class ODataLiteral
{
    public const string Null = "null";

    /// <summary>What the service sends for a date that was never set, and reads as such.</summary>
    public const string NoDate = "datetime'0001-01-01T00:00:00'";

    /// <summary>A literal for a value that is compared with a member; null when there is none.</summary>
    public static string? Of(object? value, QueryMember member) => value switch
    {
        null => Null,
        Enum => member.EnumText is { } text ? Text(text(value)) : null,
        bool truth => truth ? "true" : "false",
        sbyte or byte or short or ushort or int => Invariant($"{value}"),
        uint or long => Invariant($"{value}L"),
        decimal => Invariant($"{value}m"),
        float number when float.IsFinite(number) => Invariant($"{number:R}f"),
        double number when double.IsFinite(number) => Invariant($"{number:R}d"),
        DateTime date => Date(date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date),
        DateTimeOffset date => Date(date.UtcDateTime),
        TimeSpan duration => Duration(duration, member.DurationFormat),
        Guid guid => $"guid'{guid:D}'",
        string text => Text(text),
        char character => Text(character.ToString()),
        Uri uri => Text(uri.OriginalString),
        Version or IPAddress => Text(value.ToString()!),
        _ => null,
    };

    /// <summary>A text in quotes. A quote inside is doubled, which is the only way that the language has to leave a text.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which no request can carry.</exception>
    public static string Text(string text)
    {
        return WireText.IsWhole(text)
            ? "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'"
            : throw new ArgumentException("A text of the query holds half a surrogate pair, which cannot be sent; remove it.", nameof(text));
    }

    // Edm.DateTime has no zone; the service means UTC.
    private static string Date(DateTime utc) => Invariant($"datetime'{utc:yyyy-MM-ddTHH:mm:ss.FFFFFFF}'");

    private static string Duration(TimeSpan value, DurationFormat format)
    {
        string text = DurationText.Format(value, format);
        return format switch
        {
            DurationFormat.Iso8601 => $"time'{text}'",
            DurationFormat.Seconds => value.Ticks % TimeSpan.TicksPerSecond == 0 ? text : text + "m",
            _ => Text(text),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
