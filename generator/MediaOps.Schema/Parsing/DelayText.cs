using System;
using System.Globalization;

namespace MediaOps.Schema;

/// <summary>The short form of time spans in schema files: a number and ms, s, m or h.</summary>
internal static class DelayText
{
    private static readonly (string Suffix, double Milliseconds)[] Units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>Longer than any wait that makes sense, and short enough for every timer.</summary>
    private static readonly TimeSpan Max = TimeSpan.FromDays(30);

    public static bool TryParse(string text, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        foreach ((string suffix, double milliseconds) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }

            string number = text.Substring(0, text.Length - suffix.Length);
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount) || amount * milliseconds > Max.TotalMilliseconds)
            {
                continue;
            }

            delay = TimeSpan.FromTicks((long)(amount * milliseconds * TimeSpan.TicksPerMillisecond));
            return true;
        }

        return false;
    }
}
