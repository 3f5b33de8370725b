using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Pipeline;

/// <summary>What a file says, without positions.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Service">The service, where the file is one.</param>
/// <param name="Entity">The entity, where the file is one.</param>
internal sealed record FileSpec(string Path, ServiceSpec? Service, EntitySpec? Entity)
{
    /// <summary>The folder, which holds one service and its entities.</summary>
    public string Folder => SchemaFiles.FolderOf(Path);

    /// <summary>Drops the positions, and puts the project's namespace in place of the schema's.</summary>
    public static FileSpec Of(ParsedFile parsed, string? @namespace)
    {
        ServiceSpec? service = parsed.Service;
        if (service is not null && @namespace is not null && NamespaceText.IsValid(@namespace))
        {
            service = service with { Namespace = @namespace };
        }

        return new FileSpec(parsed.Path, service, parsed.Entity);
    }
}

/// <summary>What others may use of a file.</summary>
internal sealed record FileFacts(ServiceFacts? Service, EntityFacts? Entity)
{
    /// <summary>The facts of a file.</summary>
    public static FileFacts Of(FileSpec spec) => new(
        spec.Service is null ? null : ServiceFacts.From(spec.Service, spec.Path),
        spec.Entity is null ? null : EntityFacts.From(spec.Entity, spec.Path));

    /// <summary>The facts of all files.</summary>
    public static SchemaIndex Index(IReadOnlyCollection<FileFacts> files) =>
        SchemaIndex.Of(files.Select(file => file.Service).OfType<ServiceFacts>(), files.Select(file => file.Entity).OfType<EntityFacts>());
}

/// <summary>Namespaces that a project asks for.</summary>
internal static class NamespaceText
{
    /// <summary>
    /// Whether the text is identifiers joined by dots, in which no others' types are: ASCII only, so that nothing in it can be mistaken for something else.
    /// </summary>
    public static bool IsValid(string text) => text.Length <= 256 && text.Split('.').All(IsIdentifier) && !ReservedNames.IsNamespace(text);

    private static bool IsIdentifier(string part) =>
        SyntaxFacts.IsValidIdentifier(part)
        && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None
        && part.All(c => c < 128);
}
