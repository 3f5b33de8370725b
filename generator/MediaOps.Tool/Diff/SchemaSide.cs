using MediaOps.Schema;

namespace MediaOps.Tool.Diff;

/// <summary>One of the two sets of schemas, with the places of what they say.</summary>
internal sealed class SchemaSide
{
    private readonly IReadOnlyDictionary<(string Service, string? Entity), ParsedFile> _files;

    private SchemaSide(IReadOnlyList<SchemaService> services, IReadOnlyDictionary<(string, string?), ParsedFile> files, (string? Entity, bool IsFile) asked)
    {
        Services = services;
        _files = files;
        Asked = asked;
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<SchemaService> Services { get; }

    /// <summary>Whether one file was named, and the entity in it; null where that is of the service.</summary>
    public (string? Entity, bool IsFile) Asked { get; }

    /// <summary>Reads schemas.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="terminal">What the path is relative to, and where errors of the schemas go.</param>
    /// <exception cref="ToolException">There is no service, or a schema has an error: what it leaves out would pass for gone.</exception>
    public static SchemaSide Load(string path, Terminal terminal)
    {
        LoadedSchemas schemas = LoadedSchemas.Load([path], terminal.WorkingDirectory);
        ErrorFree.Demand(schemas, terminal, $"A comparison with '{path}' would be wrong.");
        if (schemas.Services.Count == 0)
        {
            throw ToolException.Usage($"There is no service.json in '{path}'. An entity is compared together with its service.");
        }

        var files = new Dictionary<(string, string?), ParsedFile>();
        ParsedFile? named = null;
        foreach (string shown in schemas.Files)
        {
            string full = Path.GetFullPath(shown, terminal.WorkingDirectory);
            ParsedFile file = SchemaParser.Parse(TextFile.Read(full, shown, LoadedSchemas.MaxCharacters).Text ?? string.Empty, shown, SchemaFiles.KindOf(shown));
            named = string.Equals(full, Path.GetFullPath(path, terminal.WorkingDirectory), StringComparison.Ordinal) ? file : named;
            if (schemas.Services.FirstOrDefault(service => service.Folder == SchemaFiles.FolderOf(shown)) is { } owner)
            {
                files.TryAdd((owner.Spec.Name, file.Entity?.Name), file);
            }
        }

        return new SchemaSide(schemas.Services, files, (named?.Entity?.Name, named is not null));
    }

    /// <summary>Where a member stands; of one that does not, where the nearest around it does. Null where there is no such file.</summary>
    /// <param name="service">The name of the service on this side.</param>
    /// <param name="place">The place.</param>
    public Location? Find(string service, Place place) => _files.TryGetValue((service, place.Entity), out ParsedFile? file) && file.Marks.Name(place.Path) is var span
        ? new Location(file.Path, span.StartLine + 1, span.StartColumn + 1)
        : null;
}

/// <summary>A place in a file; lines and columns begin at 1.</summary>
internal sealed record Location(string File, int Line, int Column);
