using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>A file that was read: what it says, with the positions that findings need and source must not see.</summary>
/// <param name="File">The file.</param>
/// <param name="Parsed">What was read, or the failure to do so.</param>
internal sealed record Reading(SchemaFile File, Attempt<ParsedFile> Parsed)
{
    /// <summary>What the file says; null where it says nothing that source can be made of.</summary>
    public FileSpec? Spec => Parsed.Value is { } parsed && (parsed.Service is not null || parsed.Entity is not null) ? FileSpec.Of(parsed, File.Namespace) : null;

    /// <summary>Reads a file.</summary>
    public static Reading Of(SchemaFile file) => new(file, Attempt.Of(file.Path, () => SchemaParser.Parse(file.Text ?? string.Empty, file.Path, file.Kind)));

    /// <summary>Everything that is to be said about the file, with the others in view.</summary>
    public EquatableArray<Finding> Findings(SchemaIndex index)
    {
        if (Parsed.Value is not { } parsed)
        {
            return Parsed.Failure is { } failure ? new[] { failure }.ToEquatableArray() : default;
        }

        Attempt<Said> said = Attempt.Of(File.Path, () => new Said(All(parsed, index).ToEquatableArray()));
        return said.Value?.Findings ?? new[] { said.Failure! }.ToEquatableArray();
    }

    private IEnumerable<Finding> All(ParsedFile parsed, SchemaIndex index)
    {
        if (File.Text is null)
        {
            return [new Finding(Rules.NotJson.Id, Rules.NotJson.Severity, Rules.NotJson.Format("the compiler could not read it"), File.Path, default, string.Empty)];
        }

        IEnumerable<Finding> findings = SchemaFindings.Of(parsed, index);
        if (parsed.Service is not null && File.Namespace is { } @namespace && !NamespaceText.IsValid(@namespace))
        {
            findings = findings.Append(new Finding(Rules.BadNamespace.Id, Rules.BadNamespace.Severity, Rules.BadNamespace.Format(Printable(@namespace)), File.Path, default, string.Empty));
        }

        return findings;
    }

    private static string Printable(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?'));

    /// <summary>Findings as one value that compares by value.</summary>
    private sealed record Said(EquatableArray<Finding> Findings);
}
