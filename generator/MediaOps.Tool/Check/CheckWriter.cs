using System.Globalization;
using MediaOps.Schema;
using Spectre.Console;

namespace MediaOps.Tool.Check;

/// <summary>Writes a report in one of its formats.</summary>
internal static class CheckWriter
{
    /// <summary>Writes the findings as the answer, and how it went beside it.</summary>
    public static void Write(this CheckReport report, CheckFormat format, Terminal terminal)
    {
        switch (format)
        {
            case CheckFormat.Json:
                terminal.Json(JsonReport.Of(report));
                return;
            case CheckFormat.Sarif:
                terminal.Json(SarifLog.Of(report));
                return;
            case CheckFormat.GitHub:
                terminal.Document(string.Concat(report.Findings.Select(finding => GitHubAnnotation.Of(finding) + "\n")));
                break;
            default:
                foreach (Finding finding in report.Findings)
                {
                    WriteLine(finding, terminal);
                }

                break;
        }

        terminal.Talk(report.Summary);
    }

    private static void WriteLine(Finding finding, Terminal terminal)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{finding.File}({finding.Span.StartLine + 1},{finding.Span.StartColumn + 1}): ");
        (string severity, Color color) = finding.Severity switch
        {
            Severity.Error => ("error", Color.Red),
            Severity.Warning => ("warning", Color.Yellow),
            _ => ("info", Color.Blue),
        };
        terminal.Answer((place, Style.Plain), ($"{severity} {finding.Rule}", new Style(color)), (": " + finding.Message, Style.Plain));
    }
}
