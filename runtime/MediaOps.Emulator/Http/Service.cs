using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests as the schema says. Runs under the emulator's lock.</summary>
internal sealed class Service
{
    private readonly ServiceModel _model;
    private readonly ServiceState _state;
    private readonly EmulatorOptions _options;
    private readonly Presenter _presenter;
    private readonly Lists _lists;
    private readonly Creates _creates;
    private readonly Changes _changes;
    private readonly Polls _polls;

    public Service(ServiceModel model, ServiceState state, EmulatorOptions options)
    {
        _model = model;
        _state = state;
        _options = options;
        _presenter = new Presenter(model);
        var pager = new Pager(model, options);
        var records = new Records(model, _presenter, pager, options);
        var accepted = new Accepted(model, records, options);
        _lists = new Lists(model, state, pager);
        _creates = new Creates(model, state, _presenter, accepted, options);
        _changes = new Changes(model, state, _presenter, records, accepted, options);
        _polls = new Polls(model, state, records, accepted, _presenter);
    }

    public EmulatedResponse Answer(Exchange exchange)
    {
        if (_model.Routes.Find(exchange.Method, exchange.Path, exchange.Body) is { } found)
        {
            exchange.Learn(found.Values);
            return Gate.Check(_model, _options, exchange, found.Route.IsHandedOut) ?? Answer(exchange, found.Route, found.Values);
        }

        if (Gate.Check(_model, _options, exchange, isHandedOut: false) is { } refused)
        {
            return refused;
        }

        string[] methods = [.. _model.Routes.At(exchange.Path).SelectMany(r => r.Route.Methods).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return methods.Length == 0 ? exchange.Refuse(Refusal.ResourceNotFound, "There is nothing at this path.")
            : methods.Contains(exchange.Method) ? exchange.Refuse(Refusal.BadRequest, "The body is none of those that can be sent here.")
            : exchange.Error(405, _model.Errors[Refusal.BadRequest].Code, $"{exchange.Method} is not possible here.").With("Allow", string.Join(", ", methods));
    }

    private EmulatedResponse Answer(Exchange exchange, Route route, Dictionary<string, string> values) => route.Kind switch
    {
        RouteKind.Poll => _polls.Poll(exchange, route.Tracking!, values["Handle"]),
        RouteKind.StatusUrl => _polls.Status(exchange, route.Entity!, values["Handle"]),
        RouteKind.ResultUrl => Result(exchange, route.Entity!, values["Handle"]),
        RouteKind.Cancel => _polls.Cancel(exchange, route.Tracking!, values["Handle"]),
        RouteKind.Discovery => Discover(exchange),
        RouteKind.List => _lists.Answer(exchange, route.Entity!, route.Action, values),
        RouteKind.Action => Once(exchange, route, values),
        _ => OfEntity(exchange, route, values),
    };

    private EmulatedResponse Result(Exchange exchange, EntityModel kind, string handle)
    {
        try
        {
            return _polls.Result(exchange, kind, handle);
        }
        catch (FormatException e)
        {
            return exchange.Refuse(Refusal.BadRequest, e.Message);
        }
    }

    // A request that comes again with its key is answered as before, and nothing is done twice.
    private EmulatedResponse Once(Exchange exchange, Route route, Dictionary<string, string> values)
    {
        ActionSpec action = route.Action!;
        string? key = ActionInput.KeyOf(exchange, action);
        if (key is not null && _state.Keys.Find(action, exchange.Path, key, exchange.Now) is { } known)
        {
            return known;
        }

        EmulatedResponse answer = action.Kind == ActionKind.Create ? _creates.Answer(exchange, route.Entity!, action, values) : OfEntity(exchange, route, values);
        if (key is not null)
        {
            _state.Keys.Keep(action, exchange.Path, key, answer, exchange.Now);
        }

        return answer;
    }

    private EmulatedResponse OfEntity(Exchange exchange, Route route, Dictionary<string, string> values)
    {
        EntityModel kind = route.Entity!;
        string? id = kind.Spec.Singleton ? string.Empty : values.GetValueOrDefault(kind.Spec.Id.Property);
        if (id is null || (!kind.Spec.Singleton && !kind.Ids.IsWellFormed(id)))
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} must look like {kind.Ids.Form}.");
        }

        string? key = Address.KeyOf(kind, values);
        if (StateRules.CheckAncestors(_model, _state, kind, values) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        bool reads = route.Kind == RouteKind.State || route.Action?.Kind == ActionKind.Read;
        if (key is not null && kind.Spec.Singleton && _state.Find(kind, key) is null)
        {
            _state.MakeSingleton(kind, values);
        }

        Entity? entity = key is null ? null : reads ? _state.FindReadable(kind, key) : _state.Find(kind, key);
        return entity is null ? exchange.Refuse(Refusal.ResourceNotFound, $"{kind.Name} '{id}' does not exist.")
            : route.Kind == RouteKind.State ? State(exchange, entity)
            : route.Kind == RouteKind.RequestUrl ? _polls.Request(exchange, entity, route.Action!)
            : reads ? exchange.Json(200, _presenter.Show(exchange, entity, route.Action))
            : _changes.Answer(exchange, entity, route.Action!, values);
    }

    private static EmulatedResponse State(Exchange exchange, Entity entity)
    {
        var body = new JsonObject();
        entity.Model.StateReadPath!.Set(body, entity.Model.StatePath!.Get(entity.Body)?.DeepClone());
        return exchange.Json(200, body);
    }

    private EmulatedResponse Discover(Exchange exchange)
    {
        // The place that discovery leads to is asked again by careful clients; sending them on would be a circle.
        if (_options.DiscoveryTarget is { } target && !string.Equals(target.AbsoluteUri.TrimEnd('/'), exchange.Root, StringComparison.OrdinalIgnoreCase))
        {
            return exchange.Empty(_model.Spec.Discovery!.Status).With("Location", target.AbsoluteUri);
        }

        var sets = new JsonArray([.. _model.Entities.Select(e => new JsonObject { ["name"] = e.Spec.Plural, ["url"] = e.Spec.Plural })]);
        return exchange.Json(200, new JsonObject { [_model.IsOData3 ? "odata.metadata" : "endpoint"] = exchange.Root + (_model.IsOData3 ? "/$metadata" : "/"), ["value"] = sets });
    }
}
