using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>A path that has one of a kind at its end, with what can be done there: it becomes an entity.</summary>
internal sealed class Resource
{
    private Resource(string path, string id, ApiOperation read) => (Path, IdPlaceholder, Read) = (path, id, read);

    /// <summary>The path of one.</summary>
    public string Path { get; }

    /// <summary>The placeholder at its end.</summary>
    public string IdPlaceholder { get; }

    /// <summary>How one is read.</summary>
    public ApiOperation Read { get; }

    /// <summary>How one is made.</summary>
    public ApiOperation? Create { get; private set; }

    /// <summary>How one is changed.</summary>
    public ApiOperation? Update { get; private set; }

    /// <summary>How one is removed.</summary>
    public ApiOperation? Delete { get; private set; }

    /// <summary>How many are listed.</summary>
    public ApiOperation? List { get; private set; }

    /// <summary>What else can be asked of one.</summary>
    public List<ApiOperation> Others { get; } = [];

    /// <summary>The resources that it lies in, the outermost first.</summary>
    public List<Resource> Above { get; } = [];

    /// <summary>Finds the resources among operations, and gives each what belongs to it.</summary>
    /// <param name="operations">All operations.</param>
    /// <param name="schemas">Follows references.</param>
    /// <param name="rest">What belongs to none.</param>
    public static IReadOnlyList<Resource> Find(IReadOnlyList<ApiOperation> operations, Schemas schemas, out IReadOnlyList<ApiOperation> rest)
    {
        var byPath = operations.GroupBy(operation => operation.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToDictionaryFirst(), StringComparer.Ordinal);
        var found = new Dictionary<string, Resource>(StringComparer.Ordinal);
        foreach ((string path, Dictionary<string, ApiOperation> verbs) in byPath)
        {
            if (found.Count < Limits.Entities && PathTemplate.LastPlaceholder(path) is { } id && verbs.TryGetValue("GET", out ApiOperation? read) && IsObject(read.Answer, schemas) && !IsPage(read, schemas))
            {
                found.Add(path, new Resource(path, id, read));
            }
        }

        var taken = new HashSet<ApiOperation>(ReferenceEqualityComparer.Instance);
        foreach (Resource resource in found.Values)
        {
            resource.TakeVerbs(byPath, schemas, taken);
        }

        rest = [.. operations.Where(operation => !taken.Contains(operation) && !TakeBelow(operation, found))];
        return [.. found.Values];
    }

    private void TakeVerbs(Dictionary<string, Dictionary<string, ApiOperation>> byPath, Schemas schemas, HashSet<ApiOperation> taken)
    {
        Dictionary<string, ApiOperation> own = byPath[Path];
        Dictionary<string, ApiOperation> above = byPath.GetValueOrDefault(PathTemplate.Above(Path)) ?? [];
        ApiOperation? put = own.GetValueOrDefault("PUT");
        ApiOperation? post = above.GetValueOrDefault("POST") is { } make && IsObject(make.Body, schemas) ? make : null;
        Create = post ?? put;
        Update = own.GetValueOrDefault("PATCH") ?? put;
        Delete = own.GetValueOrDefault("DELETE");
        List = above.GetValueOrDefault("GET") is { } list && Pages.Find(list, schemas) is not null ? list : null;
        taken.UnionWith(new[] { Read, Create, put, Update, Delete, List }.OfType<ApiOperation>());
        if (own.GetValueOrDefault("POST") is { } other)
        {
            Others.Add(other);
            taken.Add(other);
        }
    }

    /// <summary>Gives an operation to the innermost resource that it is below of.</summary>
    private static bool TakeBelow(ApiOperation operation, Dictionary<string, Resource> found)
    {
        for (int end = operation.Path.Length; end > 0; end = operation.Path.LastIndexOfAny(['/', ':'], end - 1))
        {
            if (end < operation.Path.Length && found.TryGetValue(operation.Path[..end], out Resource? resource))
            {
                resource.Others.Add(operation);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it answers with many of a kind, whatever stands at the end of its path.</summary>
    private static bool IsPage(ApiOperation read, Schemas schemas)
        => Extensions.Of(read.Operation.Extensions, "x-ms-pageable") is not null || Pages.Find(read, schemas) is { Next: not null };

    private static bool IsObject(IOpenApiSchema? schema, Schemas schemas) => schema is not null && schemas.HasMembers(schemas.View(schema).Schema);
}

/// <summary>Small helpers of grouping.</summary>
file static class Grouping
{
    /// <summary>Operations by method; a path has each once.</summary>
    public static Dictionary<string, ApiOperation> ToDictionaryFirst(this IEnumerable<ApiOperation> operations) =>
        operations.GroupBy(operation => operation.Method, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
