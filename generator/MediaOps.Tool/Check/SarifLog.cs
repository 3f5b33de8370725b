using System.Reflection;
using System.Text.Json.Serialization;
using MediaOps.Schema;

namespace MediaOps.Tool.Check;

/// <summary>A log in the Static Analysis Results Interchange Format, version 2.1.0, of which this holds what code scanning reads.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string SchemaUri, string Version, IReadOnlyList<SarifRun> Runs)
{
    /// <summary>The report in this form.</summary>
    public static SarifLog Of(CheckReport report) => new("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [SarifRun.Of(report)]);
}

/// <summary>One run of the tool.</summary>
internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifInvocation> Invocations, string ColumnKind, IReadOnlyList<string> NewlineSequences, IReadOnlyList<SarifResult> Results)
{
    // What ends a line in the schema library.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    public static SarifRun Of(CheckReport report) => new(
        new SarifTool(SarifDriver.OfThisTool()),
        [new SarifInvocation(report.IsComplete)],
        "utf16CodeUnits",
        LineEnds,
        [.. report.Findings.Select(SarifResult.Of)]);
}

/// <summary>What made the log.</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>The tool and its rules.</summary>
internal sealed record SarifDriver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<SarifRule> Rules)
{
    public static SarifDriver OfThisTool() => new("mediaops", Version(), "https://github.com/mediaops/MediaOps.Generated", [.. Schema.Rules.All.Select(SarifRule.Of)]);

    private static string Version() => typeof(SarifDriver).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}

/// <summary>A rule of the schema language. The format asks for an id alone; code scanning refuses a rule without its two descriptions and its help.</summary>
internal sealed record SarifRule(string Id, SarifText ShortDescription, SarifText FullDescription, SarifText Help, SarifConfiguration DefaultConfiguration)
{
    public static SarifRule Of(Rule rule) =>
        new(rule.Id, new SarifText(rule.Title + "."), new SarifText(rule.Title + ". " + rule.Fix), new SarifText(rule.Fix), new SarifConfiguration(SarifResult.LevelOf(rule.Severity)));
}

/// <summary>How bad a breach is.</summary>
internal sealed record SarifConfiguration(string Level);

/// <summary>A text.</summary>
internal sealed record SarifText(string Text);

/// <summary>How the run went.</summary>
internal sealed record SarifInvocation(bool ExecutionSuccessful);

/// <summary>A finding.</summary>
internal sealed record SarifResult(string RuleId, int RuleIndex, string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations)
{
    private static readonly Dictionary<string, int> Indexes = Rules.All.Select((rule, index) => (rule.Id, index)).ToDictionary(StringComparer.Ordinal);

    public static SarifResult Of(Finding finding) =>
        new(finding.Rule, Indexes[finding.Rule], LevelOf(finding.Severity), new SarifText(finding.Message), [SarifLocation.Of(finding)]);

    public static string LevelOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}

/// <summary>Where it is: in the file, and in what the file describes.</summary>
internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation> LogicalLocations)
{
    public static SarifLocation Of(Finding finding) => new(
        new SarifPhysicalLocation(new SarifArtifact(UriOf(finding.File)), SarifRegion.Of(finding.Span)),
        [new SarifLogicalLocation(finding.Member.Length > 0 ? finding.Member : "/")]);

    /// <summary>A relative path as a relative reference, an absolute one as a file URI.</summary>
    private static string UriOf(string path)
    {
        string escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return Path.IsPathRooted(path) ? "file://" + (escaped.StartsWith('/') ? escaped : "/" + escaped) : escaped;
    }
}

/// <summary>A place in a file.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

/// <summary>A file.</summary>
internal sealed record SarifArtifact(string Uri);

/// <summary>Lines and columns from 1; the end column is behind the last character.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static SarifRegion Of(SourceSpan span) => new(span.StartLine + 1, span.StartColumn + 1, span.EndLine + 1, span.EndColumn + 1);
}

/// <summary>A member of the schema, such as <c>actions/Start/via</c>.</summary>
internal sealed record SarifLogicalLocation(string FullyQualifiedName);
