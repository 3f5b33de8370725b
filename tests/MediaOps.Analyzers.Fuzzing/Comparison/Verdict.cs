using MediaOps.Analyzers.Fuzzing.Execution;
using MediaOps.Analyzers.Fuzzing.Programs;

namespace MediaOps.Analyzers.Fuzzing.Comparison;

/// <summary>What was said of a program, and what it did.</summary>
/// <param name="Program">The program.</param>
/// <param name="Reports">What the analyzer said.</param>
/// <param name="Journal">What was seen in its runs; null where it did not compile.</param>
/// <param name="Problems">Why it did not compile, or why the analyzer broke down.</param>
/// <param name="Patience">How many times as often as usual it was run.</param>
internal sealed record Verdict(FuzzProgram Program, IReadOnlyList<Report> Reports, Journal? Journal, IReadOnlyList<string> Problems, int Patience)
{
    /// <summary>So often a line must have been reached before "it never succeeded" means something.</summary>
    private const int Reached = 12;

    /// <summary>So often where nothing but chance decides what a read finds.</summary>
    private const int ReachedInStraightLine = 60;

    /// <summary>What was reported although it was seen to be possible.</summary>
    public IEnumerable<Report> FalsePositives => Journal is null
        ? []
        : Reports.Where(report => report.IsAboutCall && Journal.Calls.TryGetValue(report.Line, out (int Valid, int Invalid) calls) && calls.Valid > 0
            || report.IsAboutTest && Journal.Tests.Any(test => test.Key.Line == report.Line && IsSame(test.Key.Text, report.Text) && test.Value.True > 0));

    /// <summary>What was reported and reached.</summary>
    public IEnumerable<Report> Confirmed => Journal is null ? [] : Reports.Where(report => report.IsAboutCall && Journal.Calls.ContainsKey(report.Line));

    /// <summary>The lines with calls that never succeeded.</summary>
    public IEnumerable<int> Impossible => Journal is null
        ? []
        : Journal.Calls.Where(call => call.Value.Valid == 0 && call.Value.Invalid >= Patience * (Program.Traits == Traits.None ? ReachedInStraightLine : Reached)).Select(call => call.Key);

    /// <summary>The lines of a straight line with calls that never succeeded and are not reported.</summary>
    public IEnumerable<int> Missed => Program.Traits == Traits.None ? Impossible.Where(line => !IsReported(line)) : [];

    /// <summary>Whether a line is reported.</summary>
    public bool IsReported(int line) => Reports.Any(report => report.IsAboutCall && report.Line == line);

    private static bool IsSame(string test, string reported) => test == reported || test.EndsWith(" is " + reported, StringComparison.Ordinal);
}
