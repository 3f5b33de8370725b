using MediaOps.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MediaOps.PropertyTests;

/// <summary>A project that uses schema files.</summary>
internal static class Consumer
{
    /// <summary>What the generator finds and a build would fail with.</summary>
    public static IEnumerable<string> Errors(params SchemaText[] files) =>
        Driver.Findings(files).Where(finding => finding.DefaultSeverity == DiagnosticSeverity.Error).Select(finding => finding.ToString());

    /// <summary>What the compiler says of generated code, with the line of which it says it.</summary>
    public static IEnumerable<string> Problems(Compilation output) =>
        from problem in output.GetDiagnostics()
        where problem.Severity >= DiagnosticSeverity.Warning
        select problem + "\n" + problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line];
}
