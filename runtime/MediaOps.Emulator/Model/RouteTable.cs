using System.Text.Json;
using System.Text.RegularExpressions;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>All ways into a service, the most certain first.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes;
    private readonly Dictionary<(Route Route, string Name), Regex> _patterns = [];
    private readonly Dictionary<string, string> _options;

    /// <param name="service">The service.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="options">Values that placeholders of options must have.</param>
    /// <param name="ignoreCase">Whether case does not tell two paths apart.</param>
    public RouteTable(ServiceSpec service, IReadOnlyList<EntityModel> entities, IReadOnlyDictionary<string, string> options, bool ignoreCase)
    {
        _options = new Dictionary<string, string>(options, StringComparer.Ordinal);
        IEnumerable<Route> routes = entities.SelectMany(e => Of(e, service, ignoreCase)).Concat(Of(service, ignoreCase));

        // A word says more than a placeholder, one segment more than several, and a body that is told more than any body.
        _routes = [.. routes.OrderBy(r => r.Path.WideNames.Any()).ThenBy(r => r.Path.Names.Count()).ThenBy(r => r.Body is null).ThenByDescending(r => r.IsHandedOut)];
        foreach (Route route in _routes)
        {
            foreach (string name in route.Path.WideNames)
            {
                if (PatternOf(route, name) is { } pattern)
                {
                    _patterns[(route, name)] = WholePattern.Compile(pattern);
                }
            }
        }
    }

    /// <summary>The routes of a path, whatever the method.</summary>
    /// <param name="path">The path as <see cref="PathTemplate.Normalize"/> spells it.</param>
    public IEnumerable<(Route Route, Dictionary<string, string> Values)> At(string path)
    {
        foreach (Route route in _routes)
        {
            if (route.Path.Matches(path, out Dictionary<string, string>? values) && Holds(route, values))
            {
                yield return (route, values);
            }
        }
    }

    /// <summary>The route of a request, or null.</summary>
    public (Route Route, Dictionary<string, string> Values)? Find(string method, string path, JsonElement body)
    {
        foreach ((Route route, Dictionary<string, string> values) in At(path))
        {
            if (route.Methods.Contains(method) && (route.Body is null || route.Body.Matches(body, values)))
            {
                return (route, values);
            }
        }

        return null;
    }

    /// <summary>The path of the operations of a kind, as the service hands it out.</summary>
    public PathTemplate HandedOut(EntityModel kind, RouteKind routeKind) => _routes.Find(r => r.Entity == kind && r.Kind == routeKind)!.Path;

    /// <summary>Whether the options among the values are what they must be. Of one that has no value the emulator is whichever account the client asks for.</summary>
    public bool Holds(IReadOnlyDictionary<string, string> values) => values.All(v => !_options.TryGetValue(v.Key, out string? wanted) || wanted == v.Value);

    private bool Holds(Route route, Dictionary<string, string> values) => Holds(values) && values.All(v => !_patterns.TryGetValue((route, v.Key), out Regex? pattern) || WholePattern.IsMatch(pattern, v.Value));

    private static string? PatternOf(Route route, string name) =>
        name == "Handle" ? route.Tracking?.HandlePattern
        : name == route.Entity?.Spec.Id.Property ? route.Entity.Spec.Id.Pattern
        : route.Action?.Parameters.FirstOrDefault(p => p.Name == name)?.Constraints.Pattern
            ?? route.Entity?.Spec.Properties.FirstOrDefault(p => p.Name == name)?.Constraints.Pattern;

    private static IEnumerable<Route> Of(EntityModel entity, ServiceSpec service, bool ignoreCase)
    {
        EntitySpec spec = entity.Spec;
        foreach (ActionSpec action in new[] { spec.Create, spec.Read, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions))
        {
            yield return new Route(RouteKind.Action, [action.Method], Template(action.Path), entity, action);
        }

        if (spec.Update is { } update)
        {
            string[] verbs = [.. new[] { "PATCH", "PUT", "MERGE", update.Method }.Distinct(StringComparer.Ordinal).Where(v => v == update.Method || IsFree(spec, update.Path, v))];
            yield return new Route(RouteKind.Action, verbs, Template(update.Path), entity, update);
        }

        if (spec.List is { } list)
        {
            yield return new Route(RouteKind.List, [list.Method], Template(list.Path), entity, list);
        }

        if (spec.Parent?.List is { } children && children != spec.List?.Path)
        {
            yield return new Route(RouteKind.List, ["GET"], Template(children), entity, spec.List);
        }

        if (spec.State?.ReadPath is { } state)
        {
            yield return new Route(RouteKind.State, ["GET"], Template(state), entity);
        }

        ActionSpec[] tracked = [.. new[] { spec.Create, spec.Update, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions).Where(a => a.Tracking.Count > 0)];
        if (tracked.Any(a => Profiles(a).Any(t => t.Kind == TrackingKind.StatusUrl)))
        {
            yield return new Route(RouteKind.StatusUrl, ["GET"], PathTemplate.Parse($"/{spec.Name}Operations/{{Handle}}", ignoreCase: true), entity);
            yield return new Route(RouteKind.ResultUrl, ["GET"], PathTemplate.Parse($"{spec.Read?.Path ?? "/" + spec.Name}/operationLocations/{{Handle}}", ignoreCase: true), entity);
        }

        foreach (ActionSpec action in tracked.Where(a => spec.Singleton && a.Method != "GET" && (Profiles(a).Any(t => t is { Kind: TrackingKind.EntityState, Status.Path: not null }) || IsReadWhereItWent(a))))
        {
            yield return new Route(RouteKind.RequestUrl, ["GET"], Template(action.Path), entity, action);
        }

        PathTemplate Template(string path) => PathTemplate.Parse(path, ignoreCase);
        bool IsReadWhereItWent(ActionSpec action) => action.Value is not null && Profiles(action).Any(t => t.Result == ResultVia.Read) && !spec.Actions.Any(a => a.Method == "GET" && a.Path == action.Path);
        IEnumerable<TrackingSpec> Profiles(ActionSpec action) => service.Tracking.Where(t => action.Tracking.Contains(t.Name, StringComparer.Ordinal));
    }

    private static IEnumerable<Route> Of(ServiceSpec service, bool ignoreCase)
    {
        foreach (TrackingSpec tracking in service.Tracking)
        {
            if (tracking.PollPath is { } poll)
            {
                yield return new Route(RouteKind.Poll, [tracking.PollMethod ?? "GET"], PathTemplate.Parse(poll, ignoreCase), Tracking: tracking);
            }

            if (tracking.CancelPath is { } cancel)
            {
                yield return new Route(RouteKind.Cancel, [tracking.CancelMethod ?? "POST"], PathTemplate.Parse(cancel, ignoreCase), Tracking: tracking);
            }
        }

        if (service.Discovery is { } discovery)
        {
            yield return new Route(RouteKind.Discovery, ["GET"], PathTemplate.Parse(discovery.Get, ignoreCase));
        }
    }

    // The verbs of an update that the schema does not name are taken too, unless they mean something else at the same path.
    private static bool IsFree(EntitySpec spec, string path, string verb) =>
        !new[] { spec.Create, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions).Any(a => a.Path == path && a.Method == verb);
}
