using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests as the schema says. Runs under the emulator's lock.</summary>
internal sealed class Service(ServiceModel model, ServiceState state, EmulatorOptions options)
{
    private readonly Lists _lists = new(model, state);
    private readonly Creates _creates = new(model, state, options);
    private readonly Changes _changes = new(model, state, options);

    public EmulatedResponse Answer(Exchange exchange)
    {
        var methods = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Route route in model.Routes)
        {
            if (!route.Path.Matches(exchange.Path, out Dictionary<string, string>? values))
            {
                continue;
            }

            if (route.Methods.Contains(exchange.Method))
            {
                return Answer(exchange, route, values);
            }

            methods.UnionWith(route.Methods);
        }

        return methods.Count > 0
            ? exchange.Error(405, model.Errors[Refusal.BadRequest].Code, $"{exchange.Method} is not possible here.").With("Allow", string.Join(", ", methods))
            : exchange.Refuse(Refusal.ResourceNotFound, "There is nothing at this path.");
    }

    private EmulatedResponse Answer(Exchange exchange, Route route, Dictionary<string, string> values) => route.Kind switch
    {
        RouteKind.Poll => Poll(exchange, route.Tracking!, values.Values.First()),
        RouteKind.Discovery => Discover(exchange),
        RouteKind.List => _lists.Answer(exchange, route.Entity!, values),
        _ when route.Action!.Kind == ActionKind.Create => _creates.Answer(exchange, route.Entity!, route.Action, values),
        _ => Answer(exchange, route.Entity!, route.Action, values),
    };

    private EmulatedResponse Answer(Exchange exchange, EntityModel kind, ActionSpec action, Dictionary<string, string> values)
    {
        string? id = values.GetValueOrDefault(kind.Spec.Id.Property);
        if (id is null || !kind.Ids.IsWellFormed(id))
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} must look like {kind.Ids.Form}.");
        }

        if (state.Find(kind, id) is not { } entity)
        {
            return exchange.Refuse(Refusal.ResourceNotFound, $"{kind.Name} '{id}' does not exist.");
        }

        return action.Kind == ActionKind.Read ? exchange.Json(200, exchange.Show(entity)) : _changes.Answer(exchange, entity, action);
    }

    private EmulatedResponse Discover(Exchange exchange)
    {
        // The place that discovery leads to is asked again by careful clients; sending them on would be a circle.
        if (options.DiscoveryTarget is { } target && !string.Equals(target.AbsoluteUri.TrimEnd('/'), exchange.Root, StringComparison.OrdinalIgnoreCase))
        {
            return exchange.Empty(model.Spec.Discovery!.Status).With("Location", target.AbsoluteUri);
        }

        var sets = new JsonArray([.. model.Entities.Select(e => new JsonObject { ["name"] = e.Spec.Plural, ["url"] = e.Spec.Plural })]);
        return exchange.Json(200, new JsonObject { [model.IsOData3 ? "odata.metadata" : "endpoint"] = exchange.Root + (model.IsOData3 ? "/$metadata" : "/"), ["value"] = sets });
    }

    private EmulatedResponse Poll(Exchange exchange, TrackingSpec tracking, string id)
    {
        if (state.FindOperation(id) is not { } operation || operation.Tracking != tracking)
        {
            return exchange.Refuse(Refusal.OperationNotFound, "The operation is unknown, or its record has expired.");
        }

        var body = new JsonObject();
        if (model.IsOData3)
        {
            body["odata.metadata"] = exchange.Root + "/$metadata#Operations/@Element";
        }

        body["Id"] = operation.Id;
        if (tracking.TargetPath is { } target)
        {
            JsonPath.Parse(target).Set(body, JsonValue.Create(operation.Entity.Id));
        }

        if (tracking.Status.Path is { } path)
        {
            JsonPath.Parse(path).Set(body, JsonValue.Create(operation.Status switch
            {
                OperationStatus.Succeeded => tracking.Status.Succeeded[0],
                OperationStatus.Failed => tracking.Status.Failed[0],
                _ => tracking.Status.Pending[0],
            }));
        }

        if (tracking.Status.Done is { } done)
        {
            JsonPath.Parse(done).Set(body, JsonValue.Create(operation.Status != OperationStatus.InProgress));
        }

        bool failed = operation.Status == OperationStatus.Failed;
        if (tracking.ErrorCodePath is { } code)
        {
            JsonPath.Parse(code).Set(body, failed ? JsonValue.Create(operation.Failure!.Value.Code) : null);
        }

        if (tracking.ErrorMessagePath is { } message)
        {
            JsonPath.Parse(message).Set(body, failed ? JsonValue.Create(operation.Failure!.Value.Message) : null);
        }

        return exchange.Json(200, body);
    }
}
