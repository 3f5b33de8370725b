using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>What a path leads to.</summary>
internal enum RouteKind
{
    Action,
    List,
    Poll,
    Discovery,
}

/// <summary>One way into the service.</summary>
internal sealed record Route(RouteKind Kind, string[] Methods, PathTemplate Path, EntityModel? Entity = null, ActionSpec? Action = null, TrackingSpec? Tracking = null);

/// <summary>The schema of one service with its routes. What the emulator cannot do is refused here, not when a request comes.</summary>
internal sealed class ServiceModel
{
    public ServiceModel(ServiceSpec service, IReadOnlyList<EntitySpec> entities)
    {
        Spec = service;
        SupportCheck.Verify(service, entities);
        Errors = new ErrorCatalog(service.Errors);
        Entities = [.. entities.Select(e => new EntityModel(e, service))];
        BasePath = PathTemplate.Parse(PathPart(service.Endpoint));
        IsOData3 = service.Headers.Any(h => h.Name.Equals("DataServiceVersion", StringComparison.OrdinalIgnoreCase));
        Routes = [.. Build().OrderBy(r => r.Path.Placeholders)];

        // Ids of one service look alike; nothing in the schema shows one of an operation.
        OperationIdPrefix = Entities.Any(e => e.Ids.Prefix.StartsWith("nb:", StringComparison.Ordinal)) ? "nb:opid:UUID:" : string.Empty;
    }

    public ServiceSpec Spec { get; }

    public IReadOnlyList<EntityModel> Entities { get; }

    public IReadOnlyList<Route> Routes { get; }

    public ErrorCatalog Errors { get; }

    /// <summary>The path of the endpoint, below which a client that is set to the real service asks.</summary>
    public PathTemplate BasePath { get; }

    public bool IsOData3 { get; }

    public string OperationIdPrefix { get; }

    public EntityModel? Entity(string name) => Entities.FirstOrDefault(e => e.Name == name);

    public TrackingSpec? TrackingOf(ActionSpec action) => action.Tracking.Count == 0 ? null : Spec.Tracking.First(t => t.Name == action.Tracking[0]);

    private static string PathPart(string endpoint)
    {
        int host = endpoint.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        return endpoint.IndexOf('/', host) is var path and >= 0 ? endpoint[path..] : "/";
    }

    private IEnumerable<Route> Build()
    {
        foreach (EntityModel entity in Entities)
        {
            EntitySpec spec = entity.Spec;
            foreach (ActionSpec action in new[] { spec.Create, spec.Read, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions))
            {
                yield return new Route(RouteKind.Action, [action.Method], PathTemplate.Parse(action.Path), entity, action);
            }

            if (spec.Update is { } update)
            {
                string[] verbs = [.. new[] { "PATCH", "PUT", "MERGE", update.Method }.Distinct(StringComparer.Ordinal).Where(v => spec.Create is not { } c || c.Path != update.Path || c.Method != v)];
                yield return new Route(RouteKind.Action, verbs, PathTemplate.Parse(update.Path), entity, update);
            }

            if (spec.List is { } list)
            {
                yield return new Route(RouteKind.List, [list.Method], PathTemplate.Parse(list.Path), entity);
            }

            if (spec.Parent?.List is { } children && children != spec.List?.Path)
            {
                yield return new Route(RouteKind.List, ["GET"], PathTemplate.Parse(children), entity);
            }
        }

        foreach (TrackingSpec tracking in Spec.Tracking.Where(t => t.PollPath is not null))
        {
            yield return new Route(RouteKind.Poll, [tracking.PollMethod ?? "GET"], PathTemplate.Parse(tracking.PollPath!), Tracking: tracking);
        }

        if (Spec.Discovery is { } discovery)
        {
            yield return new Route(RouteKind.Discovery, ["GET"], PathTemplate.Parse(discovery.Get));
        }
    }
}
