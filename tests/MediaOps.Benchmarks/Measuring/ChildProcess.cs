using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaOps.Benchmarks.Measuring;

/// <summary>What a process costs that this one has started, also while others run. A shell of Linux and macOS tells it.</summary>
internal static partial class ChildProcess
{
    /// <summary>The shell.</summary>
    public const string Shell = "/bin/sh";

    /// <summary>Arguments of the shell by which it runs a command, whose arguments follow, and writes to the standard error what that took.</summary>
    public static string[] Timed(string command) => ["-c", "\"$0\" \"$@\"; code=$?; times >&2; exit $code", command];

    /// <summary>The CPU time that the shell wrote: in user and in system mode.</summary>
    /// <exception cref="InvalidOperationException">It wrote something else.</exception>
    public static TimeSpan CpuTime(string times) => Ended().Match(times) is { Success: true } ended
        ? Time(ended, "user") + Time(ended, "system")
        : throw new InvalidOperationException("The shell did not tell what the process took, but: " + times);

    private static TimeSpan Time(Match match, string mode) =>
        TimeSpan.FromMinutes(int.Parse(match.Groups[mode + "Minutes"].Value, CultureInfo.InvariantCulture))
        + TimeSpan.FromSeconds(double.Parse(match.Groups[mode + "Seconds"].Value, CultureInfo.InvariantCulture));

    // The last line: of what the shell has run, and not of itself.
    [GeneratedRegex(@"(?<userMinutes>\d+)m(?<userSeconds>[\d.]+)s\s+(?<systemMinutes>\d+)m(?<systemSeconds>[\d.]+)s\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ended();
}
