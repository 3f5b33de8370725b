using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>The schema of one service with what is worked out once.</summary>
internal sealed class ServiceModel
{
    private readonly Dictionary<string, TrackingSpec> _tracking;
    private readonly Dictionary<TrackingSpec, HandleMaker> _handles;
    private readonly HandleMaker _anyHandle;
    private readonly Func<string, string, string?>? _trackingOf;

    public ServiceModel(ServiceSpec service, IReadOnlyList<EntitySpec> entities, EmulatorOptions options)
    {
        Spec = service;
        _trackingOf = options.TrackingOf;
        _tracking = service.Tracking.ToDictionary(t => t.Name, StringComparer.Ordinal);
        Errors = new ErrorCatalog(service.Errors);
        Entities = [.. entities.Select(e => new EntityModel(e, service))];
        BasePath = PathTemplate.Parse(PathPart(service.Endpoint), ignoreCase: true);
        IsOData3 = service.Headers.Any(h => h.Name.Equals("DataServiceVersion", StringComparison.OrdinalIgnoreCase));

        // Services that hand out URLs write them in another case than they are asked in.
        Routes = new RouteTable(service, Entities, options.OptionValues, ignoreCase: service.Tracking.Any(t => t.Kind == TrackingKind.StatusUrl));

        // Ids of one service look alike; nothing in the schema shows one of an operation.
        string prefix = Entities.Any(e => e.Ids.Prefix.StartsWith("nb:", StringComparison.Ordinal)) ? "nb:opid:UUID:" : string.Empty;
        _anyHandle = new HandleMaker(null, prefix);
        _handles = service.Tracking.ToDictionary(t => t, t => new HandleMaker(t, prefix));
    }

    public ServiceSpec Spec { get; }

    public IReadOnlyList<EntityModel> Entities { get; }

    public RouteTable Routes { get; }

    public ErrorCatalog Errors { get; }

    /// <summary>The path of the endpoint, below which a client that is set to the real service asks.</summary>
    public PathTemplate BasePath { get; }

    public bool IsOData3 { get; }

    public EntityModel? Entity(string name) => Entities.FirstOrDefault(e => e.Name == name);

    /// <summary>The profiles by which an action's operation can be followed; none means that it is complete at once.</summary>
    public IReadOnlyList<TrackingSpec> ProfilesOf(EntityModel entity, ActionSpec action)
    {
        IReadOnlyList<TrackingSpec> all = ListedProfilesOf(action);
        return _trackingOf?.Invoke(entity.Name, action.Name) is { } chosen ? [.. all.Where(t => t.Name == chosen)] : all;
    }

    /// <summary>The profiles that the schema lists for an action, whichever of them is in use.</summary>
    public IReadOnlyList<TrackingSpec> ListedProfilesOf(ActionSpec action) => [.. action.Tracking.Select(name => _tracking.TryGetValue(name, out TrackingSpec? profile)
        ? profile
        : throw new EmulatorSchemaException($"{action.Name} names the tracking '{name}'; {Spec.Name} has {string.Join(", ", _tracking.Keys)}."))];

    /// <summary>Makes the id of a new operation.</summary>
    /// <param name="profiles">The profiles by which it is followed.</param>
    /// <param name="path">The decoded segments of the request that begins it.</param>
    public string NewOperationId(IReadOnlyList<TrackingSpec> profiles, IReadOnlyList<string> path) =>
        (profiles.FirstOrDefault(t => t.HandlePattern is not null) is { } profile ? _handles[profile] : _anyHandle).Make(path);

    private static string PathPart(string endpoint)
    {
        int host = endpoint.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        return endpoint.IndexOf('/', host) is var path and >= 0 ? endpoint[path..] : "/";
    }
}
