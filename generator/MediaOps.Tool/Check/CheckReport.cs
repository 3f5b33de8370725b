using MediaOps.Schema;

namespace MediaOps.Tool.Check;

/// <summary>The findings of a run, with the severities it was asked for.</summary>
/// <param name="Findings">The findings by path and place.</param>
/// <param name="Files">The files that were checked.</param>
/// <param name="Services">The names of the services among them.</param>
/// <param name="IsComplete">Whether every file could be read.</param>
internal sealed record CheckReport(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files, IReadOnlyList<string> Services, bool IsComplete)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode => !IsComplete ? Tool.ExitCode.Unreadable : Count(Severity.Error) > 0 ? Tool.ExitCode.Findings : Tool.ExitCode.Success;

    /// <summary>A sentence that says how it went.</summary>
    public string Summary
    {
        get
        {
            string[] counts = [.. new[] { Counted(Severity.Error, "error"), Counted(Severity.Warning, "warning"), Counted(Severity.Info, "note") }.Where(text => text.Length > 0)];
            string found = counts.Length == 0 ? "No findings" : string.Join(", ", counts);
            return $"{found} in {Amount.Of(Files.Count, "file")} of {Amount.Of(Services.Count, "service")}.";
        }
    }

    /// <summary>What is to be said of schemas.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="warningsAreErrors">Whether a warning counts as an error.</param>
    public static CheckReport Of(LoadedSchemas schemas, bool warningsAreErrors) => new(
        [.. schemas.Findings.Select(finding => warningsAreErrors && finding.Severity == Severity.Warning ? finding with { Severity = Severity.Error } : finding)],
        schemas.Files,
        [.. schemas.Services.Select(service => service.Spec.Name)],
        schemas.IsComplete);

    /// <summary>How many findings are as bad as that.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    private string Counted(Severity severity, string name) => Count(severity) is > 0 and var count ? Amount.Of(count, name) : string.Empty;
}
