using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaOps.Package.Tests;

/// <summary>What the compiler says at a place, without its words.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Id">The id.</param>
internal sealed partial record Finding(string File, int Line, int Column, string Severity, string Id)
{
    /// <summary>Everything that a build said at a place, the compiler's own errors too, each once: a build repeats at its end what it said before.</summary>
    public static string[] In(CommandResult build) => Sorted(Said().Matches(build.Output).Select(said => new Finding(
        said.Groups["file"].Value, Number(said.Groups["line"]), Number(said.Groups["column"]), said.Groups["severity"].Value, said.Groups["id"].Value)));

    /// <summary>
    /// What the comments of the sources of a folder expect: <c>// error MOPS1001 at Stop</c> stands at the end of the line and names its text.
    /// A hint (<c>info</c>) is for the editor, and a build does not print it.
    /// </summary>
    public static string[] ExpectedIn(string folder) => Sorted(Directory.EnumerateFiles(folder, "*.cs").SelectMany(file => System.IO.File.ReadAllLines(file).SelectMany((line, index) =>
        Expectation().Matches(line).Select(expected => new Finding(
            Path.GetFileName(file), index + 1, line.IndexOf(expected.Groups["text"].Value, StringComparison.Ordinal) + 1, expected.Groups["severity"].Value, expected.Groups["id"].Value)))));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Severity} {Id}");

    private static string[] Sorted(IEnumerable<Finding> findings) =>
        [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column).Select(finding => finding.ToString())];

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<file>[^/\\\s]+\.cs)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning) (?<id>\w+): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"// (?<severity>error|warning|info) (?<id>MOPS\d{4}) at (?<text>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expectation();
}
