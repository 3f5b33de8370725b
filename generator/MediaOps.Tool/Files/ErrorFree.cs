using MediaOps.Schema;

namespace MediaOps.Tool;

/// <summary>For commands whose answer would be wrong where a schema has an error: what cannot be understood is left out of it.</summary>
internal static class ErrorFree
{
    /// <summary>Refuses schemas with errors, and says which.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="terminal">Where the errors go.</param>
    /// <param name="consequence">What would be wrong, as a sentence.</param>
    /// <exception cref="ToolException">A schema has an error or cannot be read.</exception>
    public static void Demand(LoadedSchemas schemas, Terminal terminal, string consequence)
    {
        Finding[] errors = [.. schemas.Findings.Where(finding => finding.Severity == Severity.Error)];
        foreach (Finding error in errors)
        {
            terminal.Talk($"{error.File}({error.Span.StartLine + 1},{error.Span.StartColumn + 1}): error {error.Rule}: {error.Message}");
        }

        if (errors.Length > 0)
        {
            throw new ToolException(schemas.IsComplete ? ExitCode.Findings : ExitCode.Unreadable, "The schema has errors. " + consequence);
        }
    }
}
