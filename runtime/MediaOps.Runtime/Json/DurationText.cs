using System.Buffers;
using System.Globalization;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>Durations as text. Months and years are refused: they have no fixed length.</summary>
internal static class DurationText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public static bool TryParse(ReadOnlySpan<char> text, DurationFormat format, out TimeSpan value) => format switch
    {
        DurationFormat.Iso8601 => TryParseIso8601(text, out value),
        DurationFormat.Seconds => TryTicks(text, TimeSpan.TicksPerSecond, fractions: true, out value),
        DurationFormat.Google when text.EndsWith("s", StringComparison.Ordinal) => TryTicks(text[..^1], TimeSpan.TicksPerSecond, fractions: true, out value),
        _ => No(out value),
    };

    public static string Format(TimeSpan value, DurationFormat format) => format switch
    {
        DurationFormat.Iso8601 => FormatIso8601(value),
        DurationFormat.Google => Seconds(value).ToString(CultureInfo.InvariantCulture) + "s",
        _ => Seconds(value).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Exact, and without trailing zeros.</summary>
    public static decimal Seconds(TimeSpan value) => value.Ticks / (decimal)TimeSpan.TicksPerSecond / 1.0000000m;

    public static bool TrySeconds(decimal seconds, out TimeSpan value) => TryUnits(seconds, TimeSpan.TicksPerSecond, out value);

    private static bool TryParseIso8601(ReadOnlySpan<char> text, out TimeSpan value)
    {
        bool negative = text.StartsWith("-", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = negative ? text[1..] : text;
        if (rest.Length < 2 || rest[0] != 'P')
        {
            return No(out value);
        }

        rest = rest[1..];
        Int128 ticks = 0;
        string designators = "DTHMS";
        bool any = false;
        while (!rest.IsEmpty)
        {
            int digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits < 0)
            {
                return No(out value);
            }

            int at = designators.IndexOf(rest[digits], StringComparison.Ordinal);
            bool isTime = rest[digits] == 'T';
            if (at < 0 || isTime != (digits == 0) || (!isTime && !TryAdd(rest[..digits], rest[digits], designators, ref ticks)))
            {
                return No(out value);
            }

            // Each designator once, in order; H, M and S only after T, and T only with something after it.
            any = !isTime;
            designators = designators[(at + 1)..];
            rest = rest[(digits + 1)..];
        }

        ticks = negative ? -ticks : ticks;
        if (!any || ticks < long.MinValue || ticks > long.MaxValue)
        {
            return No(out value);
        }

        value = new TimeSpan((long)ticks);
        return true;
    }

    private static bool TryAdd(ReadOnlySpan<char> number, char designator, string allowed, ref Int128 ticks)
    {
        long unit = designator switch
        {
            'D' => TimeSpan.TicksPerDay,
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerSecond,
        };
        bool timePart = designator != 'D';
        if ((timePart && allowed.Contains('T', StringComparison.Ordinal)) || !TryTicks(number, unit, fractions: designator == 'S', out TimeSpan part))
        {
            return false;
        }

        ticks += part.Ticks;
        return true;
    }

    // Decimal, not double: 0.1 seconds must be a million ticks.
    private static bool TryTicks(ReadOnlySpan<char> number, long unit, bool fractions, out TimeSpan value)
    {
        NumberStyles styles = NumberStyles.AllowLeadingSign | (fractions ? NumberStyles.AllowDecimalPoint : NumberStyles.None);
        return decimal.TryParse(number, styles, CultureInfo.InvariantCulture, out decimal parsed) ? TryUnits(parsed, unit, out value) : No(out value);
    }

    private static bool TryUnits(decimal amount, long unit, out TimeSpan value)
    {
        // First a rough limit, so that the multiplication cannot overflow; then the exact one.
        if (Math.Abs(amount) <= (long.MaxValue / unit) + 1 && amount * unit is >= long.MinValue and <= long.MaxValue and decimal ticks)
        {
            value = new TimeSpan((long)ticks);
            return true;
        }

        return No(out value);
    }

    private static string FormatIso8601(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        // The magnitude as an unsigned number, because the least TimeSpan has no positive partner.
        ulong ticks = value.Ticks < 0 ? (ulong)-(value.Ticks + 1) + 1 : (ulong)value.Ticks;
        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        Append(text, ticks / TimeSpan.TicksPerDay, 'D');
        ulong day = ticks % TimeSpan.TicksPerDay;
        if (day != 0)
        {
            text.Append('T');
            Append(text, day / TimeSpan.TicksPerHour, 'H');
            Append(text, day % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute, 'M');
            ulong minute = day % TimeSpan.TicksPerMinute;
            if (minute != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Seconds(new TimeSpan((long)minute))}S");
            }
        }

        return text.ToString();

        static void Append(StringBuilder text, ulong amount, char designator)
        {
            if (amount != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{amount}{designator}");
            }
        }
    }

    private static bool No(out TimeSpan value)
    {
        value = default;
        return false;
    }
}
