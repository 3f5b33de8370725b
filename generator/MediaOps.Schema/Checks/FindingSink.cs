using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>Collects what the checks of one file find, each at the place that the file's marks tell.</summary>
internal sealed class FindingSink(string file, Marks marks)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Tries the patterns of the file.</summary>
    public PatternTime Patterns { get; } = new();

    /// <summary>Reports at the value of a member.</summary>
    public void Report(Rule rule, string path, params object[] arguments) => Add(rule, path, marks.Value(path), arguments);

    /// <summary>Reports at the name of a member.</summary>
    public void ReportName(Rule rule, string path, params object[] arguments) => Add(rule, path, marks.Name(path), arguments);

    /// <summary>In the order of the text, without suppressed warnings; errors cannot be suppressed.</summary>
    public static EquatableArray<Finding> Sort(IEnumerable<Finding> findings, Marks marks) => findings
        .Where(finding => finding.Severity == Severity.Error || !marks.IsSuppressed(finding.Rule, finding.Member))
        .Distinct()
        .OrderBy(finding => finding.Span.Start)
        .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
        .ToEquatableArray();

    private void Add(Rule rule, string path, SourceSpan span, object[] arguments) =>
        _findings.Add(new Finding(rule.Id, rule.Severity, rule.Format(arguments), file, span, path));
}
