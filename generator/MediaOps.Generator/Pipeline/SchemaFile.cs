using System;
using System.Threading;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Generator.Pipeline;

/// <summary>A schema file as the compiler gave it: its text, and the little of its options that counts.</summary>
/// <param name="Path">The path as the compiler knows it.</param>
/// <param name="Text">The text; null where the compiler could not read it.</param>
/// <param name="Kind">Service or entity.</param>
/// <param name="Namespace">The namespace that the project asks for in place of the schema's, or null.</param>
internal sealed record SchemaFile(string Path, string? Text, FileKind Kind, string? Namespace)
{
    /// <summary>The file, or null where it is none of ours. Options are looked at here and nowhere else.</summary>
    public static SchemaFile? From(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions options = provider.GetOptions(file);
        bool isOurs = options.TryGetValue("build_metadata.AdditionalFiles.MediaOpsSchema", out string? mark) && string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase);
        FileKind kind = isOurs ? SchemaFiles.KindOf(file.Path) : FileKind.None;
        if (kind == FileKind.None)
        {
            return null;
        }

        string? @namespace = options.TryGetValue("build_metadata.AdditionalFiles.Namespace", out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        return new SchemaFile(file.Path, file.GetText(cancellationToken)?.ToString(), kind, @namespace);
    }
}
