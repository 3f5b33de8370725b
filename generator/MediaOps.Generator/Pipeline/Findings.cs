using System;
using System.Collections.Concurrent;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Generator.Pipeline;

/// <summary>Findings as diagnostics of the compiler. The rule table of the schema library is where their words come from.</summary>
internal static class Findings
{
    private static readonly ConcurrentDictionary<string, DiagnosticDescriptor> Descriptors = new(StringComparer.Ordinal);

    /// <summary>A diagnostic at the finding's place in the schema file.</summary>
    public static Diagnostic ToDiagnostic(this Finding finding)
    {
        SourceSpan span = finding.Span;
        Location location = Location.Create(
            finding.File,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Descriptors.GetOrAdd(finding.Rule, Describe), location, ToSeverity(finding.Severity), additionalLocations: null, properties: null, finding.Message);
    }

    private static DiagnosticDescriptor Describe(string id)
    {
        Rule rule = Rules.Find(id) ?? throw new InvalidOperationException("The rule table has no rule " + id + ".");
        return new DiagnosticDescriptor(rule.Id, rule.Title, "{0}", "MediaOps.Schema", ToSeverity(rule.Severity), isEnabledByDefault: true, description: rule.Fix);
    }

    private static DiagnosticSeverity ToSeverity(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
