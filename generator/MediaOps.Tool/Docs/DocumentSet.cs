using MediaOps.Schema;
using MediaOps.Tool.Docs.Pages;

namespace MediaOps.Tool.Docs;

/// <summary>The documents of the entities that a command line asks for.</summary>
/// <param name="Entities">The entities, each with its service.</param>
/// <param name="IsWhole">Whether nothing was left out of what the path holds.</param>
internal sealed record DocumentSet(IReadOnlyList<(SchemaService Service, EntitySpec Entity)> Entities, bool IsWhole)
{
    /// <summary>A document of each entity, in folders by service; where nothing was left out, with a page that leads to them.</summary>
    public IReadOnlyList<Document> Documents { get; } = [.. Of(Entities), .. IsWhole ? [IndexPage.Of(Entities, FoldersOf(Entities))] : Enumerable.Empty<Document>()];

    /// <summary>Reads the schemas and selects.</summary>
    /// <param name="path">A folder or file, or null for the usual folder.</param>
    /// <param name="service">The name of the service, or null for each.</param>
    /// <param name="entity">The name of the entity, or null for each.</param>
    /// <param name="terminal">What the path is relative to, and where errors of the schemas go.</param>
    /// <exception cref="ToolException">There is no such entity, or a schema has an error: a document of half a schema would be wrong.</exception>
    public static DocumentSet Load(string? path, string? service, string? entity, Terminal terminal)
    {
        LoadedSchemas schemas = LoadedSchemas.Load(path is null ? [] : [path], terminal.WorkingDirectory);
        ErrorFree.Demand(schemas, terminal, "A document of it would be wrong.");
        var selection = Selection.Of(schemas, path, service, entity, terminal);
        return selection.Chosen.Count > 0 ? new DocumentSet([.. selection.Chosen.Select(item => (item.Service, item.Entity))], selection.Chosen.Count == selection.All.Count)
            : throw ToolException.Usage("There is no such entity. There are: " + Selection.List(selection.All) + ".");
    }

    private static IEnumerable<Document> Of(IReadOnlyList<(SchemaService Service, EntitySpec Entity)> entities)
    {
        Dictionary<string, string> folders = FoldersOf(entities);
        return entities.Select(item => new Document(item.Service.Spec.Name, item.Entity.Name, folders[item.Service.Spec.Name] + "/" + item.Entity.Name + ".md", EntityPage.Of(item.Service, item.Entity)));
    }

    /// <summary>The folder of each service: named as that of its schema, or as the service where two would have one.</summary>
    private static Dictionary<string, string> FoldersOf(IReadOnlyList<(SchemaService Service, EntitySpec Entity)> entities) => entities
        .Select(item => item.Service)
        .DistinctBy(service => service.Spec.Name, StringComparer.Ordinal)
        .GroupBy(service => service.Folder[(service.Folder.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)
        .SelectMany(group => group.Select(service => (service.Spec.Name, Folder: group.Count() == 1 && group.Key.Length > 0 ? group.Key : service.Spec.Name)))
        .ToDictionary(pair => pair.Name, pair => pair.Folder, StringComparer.Ordinal);
}

/// <summary>A document.</summary>
/// <param name="Service">The name of its service; null where it is of all.</param>
/// <param name="Entity">The name of its entity; null where it is of all.</param>
/// <param name="Path">Where it belongs below the folder of the documents, with <c>/</c> as separator.</param>
/// <param name="Text">The Markdown.</param>
internal sealed record Document(string? Service, string? Entity, string Path, string Text);
