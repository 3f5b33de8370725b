using MediaOps.Schema;

namespace MediaOps.Tool.Check;

/// <summary>What <c>--json</c> answers: the members' names are a promise to scripts.</summary>
internal sealed record JsonReport(IReadOnlyList<JsonFinding> Findings, int Errors, int Warnings, int Infos, IReadOnlyList<string> Files, IReadOnlyList<string> Services)
{
    /// <summary>The report in this form.</summary>
    public static JsonReport Of(CheckReport report) => new(
        [.. report.Findings.Select(JsonFinding.Of)],
        report.Count(Severity.Error),
        report.Count(Severity.Warning),
        report.Count(Severity.Info),
        report.Files,
        report.Services);
}

/// <summary>A finding; lines and columns begin at 1, the end is behind the last character.</summary>
internal sealed record JsonFinding(string File, int Line, int Column, int EndLine, int EndColumn, Severity Severity, string Rule, string Message, string Member)
{
    /// <summary>The finding in this form.</summary>
    public static JsonFinding Of(Finding finding) => new(
        finding.File,
        finding.Span.StartLine + 1,
        finding.Span.StartColumn + 1,
        finding.Span.EndLine + 1,
        finding.Span.EndColumn + 1,
        finding.Severity,
        finding.Rule,
        finding.Message,
        finding.Member);
}
