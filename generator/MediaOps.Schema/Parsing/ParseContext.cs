using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What is collected while one file is parsed: findings, places and suppressions.</summary>
internal sealed class ParseContext(string file, string text)
{
    private readonly LineMap _lines = new(text);
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private readonly List<Suppression> _suppressions = [];

    public void Mark(string path, JsonMember member) =>
        _marks[path] = new Mark(path, _lines.Span(member.NameStart, member.NameLength), SpanOf(member.Value));

    public void Mark(string path, JsonValue value) => _marks[path] = new Mark(path, SpanOf(value), SpanOf(value));

    public void Suppress(string path, IEnumerable<string> rules) => _suppressions.Add(new Suppression(path, rules.ToEquatableArray()));

    public void Report(Rule rule, string path, JsonValue value, params object[] arguments) =>
        Report(rule, path, value.Start, value.Length, arguments);

    public void ReportName(Rule rule, string path, JsonMember member, params object[] arguments) =>
        Report(rule, path, member.NameStart, member.NameLength, arguments);

    public void Report(Rule rule, string path, int start, int length, params object[] arguments) =>
        _findings.Add(new Finding(rule.Id, rule.Severity, rule.Format(arguments), file, _lines.Span(start, length), path));

    public Marks BuildMarks() =>
        new(_marks.Values.OrderBy(mark => mark.Path, StringComparer.Ordinal).ToEquatableArray(), _suppressions.ToEquatableArray());

    /// <summary>The findings of parsing and of the checks in the order of the text, without the suppressed warnings.</summary>
    public EquatableArray<Finding> BuildFindings(Marks marks, IEnumerable<Finding> more) => FindingSink.Sort(_findings.Concat(more), marks);

    private SourceSpan SpanOf(JsonValue value) => _lines.Span(value.Start, value.Length);
}
