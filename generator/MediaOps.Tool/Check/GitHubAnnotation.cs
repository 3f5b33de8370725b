using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Check;

/// <summary>Writes findings as workflow commands of GitHub Actions, which shows them in a pull request.</summary>
internal static class GitHubAnnotation
{
    /// <summary>One command on one line.</summary>
    public static string Of(Finding finding)
    {
        string command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        SourceSpan span = finding.Span;
        string place = string.Create(CultureInfo.InvariantCulture, $"file={Property(finding.File.Replace('\\', '/'))},line={span.StartLine + 1},endLine={span.EndLine + 1}");

        // Columns are understood within one line only.
        string columns = span.StartLine == span.EndLine ? string.Create(CultureInfo.InvariantCulture, $",col={span.StartColumn + 1},endColumn={span.EndColumn + 1}") : string.Empty;
        return $"::{command} {place}{columns},title={Property(finding.Rule)}::{Data(finding.Message)}";
    }

    /// <summary>A text in the message of a command.</summary>
    public static string Data(string text) => Printable.Text(text.Replace("%", "%25", StringComparison.Ordinal));

    /// <summary>A text in a property of a command.</summary>
    public static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
