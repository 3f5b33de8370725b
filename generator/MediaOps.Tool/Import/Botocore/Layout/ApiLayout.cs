namespace MediaOps.Tool.Import.Botocore;

/// <summary>
/// Which operations belong together. What is read by <c>GET</c> at a path that ends in a placeholder is an entity; the operations at and below that path are
/// its own; what is read and updated at a path without placeholders is the one thing of its kind. The rest belongs to no entity and stands in groups.
/// </summary>
internal sealed class ApiLayout
{
    private readonly AwsModel _model;
    private readonly Gaps _gaps;
    private readonly Dictionary<string, Resource> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _nouns = new(StringComparer.Ordinal);

    private ApiLayout(AwsModel model, IReadOnlyList<Route> routes, Gaps gaps)
    {
        (_model, _gaps) = (model, gaps);
        var updated = routes.Where(route => route.Sends && route.Name.Verb is "Update" or "Put").Select(route => (route.Uri.Key(), route.Name.Noun)).ToHashSet();
        var reads = new HashSet<Route>();
        foreach (Route route in routes.Where(route => Resources.Count < Limits.Entities && IsRead(route, updated)))
        {
            reads.Add(route);
            Add(new Resource(route.Name.Noun, route));
        }

        foreach (Resource resource in Resources)
        {
            resource.Parent = Above(resource.Read.Uri, resource.Read.Uri.Segments.Count - 1);
        }

        foreach (Route route in routes.Where(route => !reads.Contains(route)))
        {
            if (Owner(route) is not { } owner)
            {
                Group(route);
            }
            else if (!TakesPlace(owner, route))
            {
                owner.Actions.Add(route);
            }
        }

        foreach (Resource resource in Resources)
        {
            PutsBoth(resource);
        }
    }

    /// <summary>The entities and the things of which there is one, in order of the operations that read them.</summary>
    public List<Resource> Resources { get; } = [];

    /// <summary>The operations that belong to no entity, by the name of their group.</summary>
    public SortedDictionary<string, List<Route>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The layout of a model's operations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isRpc">Whether every operation is one call to one address, so that paths tell nothing.</param>
    /// <param name="gaps">Learns what cannot be expressed.</param>
    public static ApiLayout Of(AwsModel model, bool isRpc, Gaps gaps)
    {
        var routes = new List<Route>();
        foreach (AwsOperation operation in model.Operations)
        {
            if (UriTemplate.Parse(isRpc ? "/" : operation.Uri, out string? problem) is { } uri && Problem(model, operation, out problem) is null)
            {
                routes.Add(new Route(operation, uri));
            }
            else
            {
                gaps.Add(GapRules.LeftOut, operation.Origin, operation.Name, problem!);
            }
        }

        return new ApiLayout(model, routes, gaps);
    }

    private static string? Problem(AwsModel model, AwsOperation operation, out string? problem)
    {
        AwsShape? input = model.Find(operation.Input);
        AwsShape? output = model.Find(operation.Output);
        problem = operation.Method is not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE") ? "the schema language has no method " + SourceText.Short(operation.Method)
            : operation.HostPrefix is not null ? "it is sent to a host of its own"
            : !IsJson(model, input) ? "its request is no JSON"
            : !IsJson(model, output) ? "its answer is no JSON"
            : null;
        return problem;
    }

    /// <summary>Whether the body is JSON: neither bytes nor a stream.</summary>
    private static bool IsJson(AwsModel model, AwsShape? shape)
    {
        if (shape is null)
        {
            return true;
        }

        AwsShape? body = model.BodyOf(shape);
        return body is { IsStructure: true, IsStream: false } or { IsDocument: true }
            && !shape.Members.Any(member => member.Place == AwsPlace.Body && (member.IsStream || model.Find(member.Shape) is { IsStream: true }));
    }

    private bool IsRead(Route route, HashSet<(string Key, string Noun)> updated)
    {
        bool reads = route.Operation.Method == "GET" && route.Name is { Verb: "Describe" or "Get", Noun.Length: > 0 } && !_model.Paginators.ContainsKey(route.Operation.Name)
            && _model.BodyOf(_model.Find(route.Operation.Output)) is { IsStructure: true, Members.Count: > 0 } && !_items.ContainsKey(route.Uri.Key());
        return reads && (route.Uri.IsItem || (!route.Uri.Placeholders.Any() && updated.Contains((route.Uri.Key(), route.Name.Noun))));
    }

    private void Add(Resource resource)
    {
        Resources.Add(resource);
        _items.TryAdd(resource.Read.Uri.Key(), resource);
        if (!resource.Singleton)
        {
            _collections.TryAdd(resource.Read.Uri.Key(resource.Read.Uri.Segments.Count - 1), resource);
            _nouns.TryAdd(resource.Noun, resource);
        }
    }

    /// <summary>The resource at the longest part of a path, of so many segments at most.</summary>
    private Resource? Above(UriTemplate uri, int most)
    {
        for (int count = most; count > 0; count--)
        {
            if (_items.TryGetValue(uri.Key(count), out Resource? above) && !above.Singleton)
            {
                return above;
            }
        }

        return null;
    }

    private Resource? Owner(Route route)
    {
        string key = route.Uri.Key();
        if (_items.TryGetValue(key, out Resource? own))
        {
            return own;
        }

        if (_collections.TryGetValue(key, out Resource? one) && (Makes(one, route) || Lists(one, route)))
        {
            return one;
        }

        // Some services list at the plural what they read at the singular.
        if (_nouns.TryGetValue(Singular(route.Name.Noun), out Resource? named) && (Makes(named, route) || Lists(named, route)) && StandsBeside(named, route))
        {
            return named;
        }

        return Above(route.Uri, route.Uri.Segments.Count) ?? Aside(route);
    }

    /// <summary>Some services write the verb before the id: <c>/flows/start/{FlowArn}</c>.</summary>
    private Resource? Aside(Route route)
    {
        for (int count = route.Uri.Segments.Count - 1; count > 0; count--)
        {
            if (_collections.TryGetValue(route.Uri.Key(count), out Resource? beside) && route.Uri.Segments.Skip(count).Any(segment => segment.IsPlaceholder && segment.Text == beside.Read.Uri.Segments[^1].Text))
            {
                return beside;
            }
        }

        return null;
    }

    /// <summary>Whether a path needs nothing but what stands above the resource.</summary>
    private static bool StandsBeside(Resource resource, Route route)
    {
        string[] above = [.. resource.Read.Uri.Placeholders.SkipLast(1)];
        return route.Uri.Placeholders.SequenceEqual(above, StringComparer.Ordinal);
    }

    private static bool Makes(Resource resource, Route route) =>
        resource is { Create: null, Singleton: false } && route.Sends && route.Name.Verb is "Create" or "Import" or "Put" or "Register" && route.Name.Noun == resource.Noun;

    private bool Lists(Resource resource, Route route) =>
        resource is { List: null, Singleton: false } && route.Operation.Method == "GET" && route.Name.Verb is "List" or "Describe" or "Get"
        && Singular(route.Name.Noun) == resource.Noun && ListOutput.Of(_model, route.Operation) is not null;

    private static string Singular(string noun) => CSharpName.Singular(noun);

    /// <summary>Makes the operation a verb of the resource where it is one.</summary>
    private bool TakesPlace(Resource resource, Route route)
    {
        bool isItem = route.Uri.Key() == resource.Read.Uri.Key();
        if (isItem && route.Operation.Method == "DELETE" && resource is { Delete: null, Singleton: false })
        {
            resource.Delete = route;
        }
        else if (isItem && route.Sends && resource.Update is null && Updates(resource, route))
        {
            resource.Update = route;
        }
        else if (Makes(resource, route))
        {
            resource.Create = route;
        }
        else if (Lists(resource, route))
        {
            resource.List = route;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool Updates(Resource resource, Route route) =>
        (route.Name.Verb is "Update" or "Modify" or "Edit" && route.Name.Noun == resource.Noun)
        || (resource.Singleton && route.Name.Verb == "Put" && route.Name.Noun == resource.Noun)
        || (route.Operation.Name.Contains("Update" + resource.Noun, StringComparison.Ordinal) && route.Operation.Method is "PUT" or "PATCH");

    /// <summary>What is put at the address of one makes it and changes it.</summary>
    private static void PutsBoth(Resource resource)
    {
        if (resource is { Update: null, Create: { Name.Verb: "Put" } put } && put.Uri.Key() == resource.Read.Uri.Key())
        {
            resource.Update = put;
        }
    }

    private void Group(Route route)
    {
        string name = GroupOf(route);
        if (!Groups.TryGetValue(name, out List<Route>? group))
        {
            if (Resources.Count + Groups.Count >= Limits.Entities)
            {
                _gaps.Add(GapRules.Limit, route.Operation.Origin, Limits.Entities, "entities and groups");
                return;
            }

            Groups.Add(name, group = []);
        }

        group.Add(route);
    }

    /// <summary>
    /// The group of an operation: the first segment of its path that is neither a version nor the same for the whole service; where that tells nothing, because
    /// the path is the operation's name or empty, what the operation acts on: <c>CreateStreamKey</c> and <c>ListStreamKeys</c> are of the group StreamKey.
    /// </summary>
    private string GroupOf(Route route)
    {
        string? segment = route.Uri.Segments
            .Where(candidate => !candidate.IsPlaceholder && !IsVersion(candidate.Text) && candidate.Text != Stage)
            .Select(candidate => candidate.Text)
            .FirstOrDefault();
        bool tells = segment is not null && !route.Operation.Name.Equals(segment, StringComparison.OrdinalIgnoreCase) && !route.Name.Verb.Equals(segment, StringComparison.OrdinalIgnoreCase);
        return CSharpName.Of(tells ? segment! : Singular(route.Name.Noun), "General");
    }

    /// <summary>The segment with which every path begins, if all do and go on.</summary>
    private string? Stage => _stage ??= _model.Operations
        .Select(operation => UriTemplate.Parse(operation.Uri, out _)?.Segments is [{ IsPlaceholder: false } first, _, ..] ? first.Text : string.Empty)
        .Distinct(StringComparer.Ordinal)
        .Take(2)
        .ToArray() is [var only] ? only : string.Empty;

    private string? _stage;

    private static bool IsVersion(string segment)
    {
        string digits = segment.StartsWith('v') ? segment[1..] : segment;
        return digits.Length > 0 && digits.All(c => char.IsAsciiDigit(c) || c is '.' or '-');
    }
}
