using MediaOps.Schema;

namespace MediaOps.Tool;

/// <summary>The entities that a command line names: by a path, and by names of which case does not matter.</summary>
/// <param name="All">All that the path holds.</param>
/// <param name="Chosen">Those that are left.</param>
internal sealed record Selection(IReadOnlyList<SelectedEntity> All, IReadOnlyList<SelectedEntity> Chosen)
{
    private const int MaxListed = 20;

    /// <summary>Selects.</summary>
    /// <param name="schemas">What was read at the path.</param>
    /// <param name="path">A folder or file, or null for the usual folder. Of a file its own entity counts: its neighbours were read too, but nobody asked for them.</param>
    /// <param name="service">The name of the service, or null for each.</param>
    /// <param name="entity">The name of the entity, or null for each.</param>
    /// <param name="terminal">What the path is relative to.</param>
    public static Selection Of(LoadedSchemas schemas, string? path, string? service, string? entity, Terminal terminal)
    {
        SelectedEntity[] all = [.. schemas.Services.SelectMany(found => found.Entities.Select(own => new SelectedEntity(found, own)))];
        string? file = EntityOf(path, terminal);
        return new Selection(all, [.. all.Where(item => Is(item.Service.Spec.Name, service) && Is(item.Entity.Name, entity) && Is(item.Entity.Name, file))]);
    }

    /// <summary>Entities in a message.</summary>
    public static string List(IReadOnlyCollection<SelectedEntity> entities) =>
        entities.Count == 0 ? "none" : string.Join(", ", entities.Take(MaxListed).Select(item => item.Name)) + (entities.Count > MaxListed ? ", ..." : string.Empty);

    private static bool Is(string name, string? wanted) => wanted is null || string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static string? EntityOf(string? path, Terminal terminal)
    {
        string? full = path is null ? null : Path.GetFullPath(path, terminal.WorkingDirectory);
        return File.Exists(full) && TextFile.Read(full, full, LoadedSchemas.MaxCharacters).Text is { } text ? SchemaParser.Parse(text, full, SchemaFiles.KindOf(full)).Entity?.Name : null;
    }
}

/// <summary>An entity with its service.</summary>
internal sealed record SelectedEntity(SchemaService Service, EntitySpec Entity)
{
    /// <summary>What messages call it.</summary>
    public string Name => Service.Spec.Name + "." + Entity.Name;
}
