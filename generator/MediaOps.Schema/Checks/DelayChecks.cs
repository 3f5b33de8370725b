using System;
using System.Globalization;

namespace MediaOps.Schema;

/// <summary>Waiting rules that contradict each other.</summary>
internal static class DelayChecks
{
    public static void Check(DelaySpec? delay, string path, FindingSink sink)
    {
        if (delay is null)
        {
            return;
        }

        Above("min", delay.Min, "interval", delay.Interval, path, sink);
        Above("min", delay.Min, "timeout", delay.Timeout, path, sink);
        Above("interval", delay.Interval, "timeout", delay.Timeout, path, sink);
        if (delay.Min == TimeSpan.Zero || delay.Interval == TimeSpan.Zero || delay.Timeout == TimeSpan.Zero)
        {
            sink.Report(Rules.Structure, path, "min, interval and timeout must be longer than zero.");
        }
    }

    private static void Above(string lowName, TimeSpan? low, string highName, TimeSpan? high, string path, FindingSink sink)
    {
        if (low > high)
        {
            sink.Report(Rules.DelayCrossed, path + "/" + lowName, lowName, Text(low.Value), "above", highName, Text(high.Value));
        }
    }

    private static string Text(TimeSpan span) => span.TotalSeconds.ToString(CultureInfo.InvariantCulture) + "s";
}
