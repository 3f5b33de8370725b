using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests as the schema says. Runs under the emulator's lock.</summary>
internal sealed class Service(ServiceModel model, ServiceState state, EmulatorOptions options)
{
    private const int DefaultPage = 1000;

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

    private EmulatedResponse Answer(Exchange exchange, Route route, Dictionary<string, string> values)
    {
        switch (route.Kind)
        {
            case RouteKind.Poll:
                return Poll(exchange, route.Tracking!, values.Values.First());
            case RouteKind.Discovery:
                return Discover(exchange);
            case RouteKind.Children:
                return Children(exchange, route.Entity!, values.Values.First());
            default:
                break;
        }

        EntityModel kind = route.Entity!;
        ActionSpec action = route.Action!;
        if (action.Kind == ActionKind.Create)
        {
            return Create(exchange, kind, action, values);
        }

        if (action.Kind == ActionKind.List)
        {
            return List(exchange, kind, state.All(kind));
        }

        string? id = values.GetValueOrDefault(kind.Spec.Id.Property);
        if (id is null || !kind.Ids.IsWellFormed(id))
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} must look like {kind.Spec.Id.Example ?? kind.Spec.Id.Pattern ?? "the schema says"}.");
        }

        if (state.Find(kind, id) is not { } entity)
        {
            return exchange.Refuse(Refusal.ResourceNotFound, $"{kind.Name} '{id}' does not exist.");
        }

        return action.Kind switch
        {
            ActionKind.Read => exchange.Json(200, Body(exchange, entity, "/@Element")),
            ActionKind.Update => Update(exchange, entity, action),
            ActionKind.Delete => Delete(exchange, entity, action),
            _ => Act(exchange, entity, action),
        };
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

    private EmulatedResponse Children(Exchange exchange, EntityModel kind, string parentId)
    {
        EntityModel? parent = model.Entity(kind.Spec.Parent!.Entity);
        return parent is not null && state.Find(parent, parentId) is null
            ? exchange.Refuse(Refusal.ResourceNotFound, $"{parent.Name} '{parentId}' does not exist.")
            : List(exchange, kind, state.All(kind).Where(e => e.ParentId == parentId));
    }

    private EmulatedResponse List(Exchange exchange, EntityModel kind, IEnumerable<Entity> entities)
    {
        Dictionary<string, string> query = QueryString.Parse(exchange.Request.Query);
        string skipName = model.Spec.Paging?.Param ?? "$skip";
        string topName = model.Spec.Paging?.Limit ?? "$top";
        if (query.Keys.FirstOrDefault(n => n.StartsWith('$') && n != skipName && n != topName) is { } unknown)
        {
            return exchange.Refuse(Refusal.BadRequest, $"The query option {unknown} is not supported.");
        }

        int page = model.Spec.Paging?.Max ?? DefaultPage;
        if (!TryCount(query, skipName, 0, out int skip) || !TryCount(query, topName, page, out int top))
        {
            return exchange.Refuse(Refusal.BadRequest, $"{skipName} and {topName} must be whole numbers that are not negative.");
        }

        var items = new JsonArray([.. entities.Skip(skip).Take(Math.Min(top, page)).Select(e => Body(exchange, e, null))]);
        var body = new JsonObject();
        if (model.IsOData3)
        {
            body["odata.metadata"] = $"{exchange.Root}/$metadata#{kind.Spec.Plural}";
        }

        JsonPath.Parse(kind.Spec.List?.Items ?? model.Spec.Paging?.Items ?? "value").Set(body, items);
        return exchange.Json(200, body);
    }

    private EmulatedResponse Create(Exchange exchange, EntityModel kind, ActionSpec action, Dictionary<string, string> values)
    {
        if (ReadBody(exchange, mayBeEmpty: false, out JsonElement root) is { } refused)
        {
            return refused;
        }

        var problems = new List<string>();
        var members = kind.Validator.Read(root, kind.Shape, action.ToProperty, problems);
        BodyValidator.RequireAll(kind.Shape, members.Select(m => m.Spec).Concat(kind.Spec.Properties.Where(p => values.ContainsKey(p.Name))), string.Empty, problems);
        string? wanted = WantedState(kind, action, members, problems);
        if (problems.Count > 0)
        {
            return Problems(exchange, problems);
        }

        if (NewEntity(kind, action, members, values) is not { } entity)
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} is chosen by the caller and must match {kind.Spec.Id.Pattern ?? "nothing in particular"}.");
        }

        if (Linked(exchange, entity) is { } problem)
        {
            return problem;
        }

        if (StateRules.Check(model, state, entity, action) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        ServiceState.Stamp(entity, exchange.Now, created: true);
        string? end = wanted ?? (action.To.Count > 0 ? action.To[0] : kind.Spec.State?.Initial);
        bool takesTime = model.TrackingOf(action) is not null;
        state.Add(entity, takesTime ? (action.Via.Count > 0 ? action.Via[0] : kind.Spec.State?.Initial) : end);
        Operation? operation = state.Begin(entity, action, new Plan(end, action.OnFailure.Count > 0 ? action.OnFailure[0] : null, Gone: false, Apply: null), exchange.Failure);
        EmulatedResponse response = exchange.Json(operation is null ? 201 : Accepted(operation), Body(exchange, entity, "/@Element"));
        return Handle(kind.Spec.Read is { } read ? response.With("Location", exchange.Root + PathTemplate.Parse(read.Path).Expand(entity.Id)) : response, operation);
    }

    /// <summary>The entity that a create asks for; null when the id that the caller chose is malformed.</summary>
    private Entity? NewEntity(EntityModel kind, ActionSpec action, List<(PropertySpec Spec, JsonPath Path, JsonNode? Value)> members, Dictionary<string, string> fromPath)
    {
        var body = new JsonObject();
        foreach ((PropertySpec property, JsonPath path, JsonNode? value) in members)
        {
            if (property.Name != action.ToProperty)
            {
                path.Set(body, value);
            }
        }

        foreach ((string name, string value) in fromPath.Where(v => kind.Spec.Properties.Any(p => p.Name == v.Key)))
        {
            kind.PathOf(name).Set(body, JsonValue.Create(value));
        }

        string id = kind.Spec.Id.AssignedByCaller ? kind.IdPath.Get(body)?.ToString() ?? string.Empty : state.NewId(kind);
        if (id.Length == 0 || !kind.Ids.IsWellFormed(id))
        {
            return null;
        }

        BodyValidator.Complete(body, kind.Shape);
        kind.IdPath.Set(body, JsonValue.Create(id));
        return new Entity(kind, id, body);
    }

    private static string? WantedState(EntityModel kind, ActionSpec action, List<(PropertySpec Spec, JsonPath Path, JsonNode? Value)> members, List<string> problems)
    {
        string? wire = action.ToProperty is null ? null : members.Find(m => m.Spec.Name == action.ToProperty).Value?.ToString();
        if (wire is null || kind.Spec.State is not { } states)
        {
            return null;
        }

        string? name = states.Values.FirstOrDefault(s => s.Wire == wire)?.Name;
        if (name is not null && name != states.Initial && !states.Creatable.Contains(name, StringComparer.Ordinal))
        {
            problems.Add($"{action.ToProperty} of a new {kind.Name} must be one of {string.Join(", ", states.Creatable)}.");
        }

        return name;
    }

    private EmulatedResponse? Linked(Exchange exchange, Entity entity)
    {
        EntityModel kind = entity.Model;
        if (state.Find(kind, entity.Id) is not null || state.All(kind).Any(e => e != entity && entity.Name is not null && string.Equals(e.Name, entity.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return exchange.Refuse(Refusal.ResourceNameTaken, $"The name '{entity.Name ?? entity.Id}' is taken by another {kind.Name}.");
        }

        return kind.Spec.Parent is { } spec && model.Entity(spec.Entity) is { } parent && (entity.ParentId is not { } id || state.Find(parent, id) is null)
            ? exchange.Refuse(Refusal.ResourceNotFound, $"The {spec.Entity} '{entity.ParentId}' that {spec.By} names does not exist.")
            : null;
    }

    private EmulatedResponse Update(Exchange exchange, Entity entity, ActionSpec action)
    {
        if (ReadBody(exchange, mayBeEmpty: false, out JsonElement root) is { } refused)
        {
            return refused;
        }

        EntityModel kind = entity.Model;
        var problems = new List<string>();
        var members = kind.Validator.Read(root, kind.Shape, null, problems);
        if (exchange.Method == "PUT")
        {
            var present = members.Select(m => m.Spec).Concat(kind.Spec.Properties.Where(p => p.Access == PropertyAccess.CreateOnly)).ToList();
            BodyValidator.RequireAll(kind.Shape, present, string.Empty, problems);
            var bare = new JsonObject();
            BodyValidator.Complete(bare, kind.Shape);
            members.AddRange(kind.Shape.Properties
                .Where(p => p.Spec.Access is PropertyAccess.ReadWrite or PropertyAccess.WriteOnly && !present.Contains(p.Spec))
                .Select(p => (p.Spec, p.Path, p.Path.Get(bare)?.DeepClone())));
        }

        var changes = members.Where(m => !JsonNode.DeepEquals(m.Path.Get(entity.Body), m.Value)).ToList();
        problems.AddRange(changes.Where(m => m.Spec.Access == PropertyAccess.CreateOnly).Select(m => $"{m.Spec.Wire} can be set at creation only."));
        if (problems.Count > 0)
        {
            return Problems(exchange, problems);
        }

        if (StateRules.Check(model, state, entity, action) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        if (changes.Find(m => m.Spec.UpdatableIn is { } states && entity.State is { } present && !states.Contains(present, StringComparer.Ordinal)).Spec is { } early)
        {
            return exchange.Refuse(Refusal.InvalidOperation, $"{early.Wire} can be updated in {string.Join(" or ", early.UpdatableIn!.Value)} only; '{entity.Id}' is {entity.State}.");
        }

        if (changes.Find(m => m.Spec.Name == "Name").Value is { } name && state.All(kind).Any(e => e != entity && string.Equals(e.Name, name.ToString(), StringComparison.OrdinalIgnoreCase)))
        {
            return exchange.Refuse(Refusal.ResourceNameTaken, $"The name '{name}' is taken by another {kind.Name}.");
        }

        if (changes.Count == 0)
        {
            return exchange.Empty(204);
        }

        return Begin(exchange, entity, action, () =>
        {
            foreach ((_, JsonPath path, JsonNode? value) in changes)
            {
                path.Set(entity.Body, value);
            }

            ServiceState.Stamp(entity, state.Now, created: false);
        });
    }

    private EmulatedResponse Delete(Exchange exchange, Entity entity, ActionSpec action) =>
        StateRules.Check(model, state, entity, action) is { } rule
            ? exchange.Refuse(rule.Refusal, rule.Message)
            : Begin(exchange, entity, action, null, gone: true);

    private EmulatedResponse Act(Exchange exchange, Entity entity, ActionSpec action)
    {
        if (ReadBody(exchange, mayBeEmpty: true, out JsonElement root) is { } refused)
        {
            return refused;
        }

        var problems = new List<string>();
        var shape = new ObjectShape(action.Parameters.Where(p => p.In == ParameterIn.Body).Select(AsProperty));
        var members = entity.Model.Validator.Read(root, shape, null, problems);
        BodyValidator.RequireAll(shape, members.Select(m => m.Spec), string.Empty, problems);
        Dictionary<string, string> query = QueryString.Parse(exchange.Request.Query);
        foreach (ParameterSpec parameter in action.Parameters.Where(p => p is { Required: true, In: ParameterIn.Query or ParameterIn.Header }))
        {
            bool present = parameter.In == ParameterIn.Query ? query.ContainsKey(parameter.Wire) : exchange.Request.Header(parameter.Wire) is not null;
            if (!present)
            {
                problems.Add($"The {(parameter.In == ParameterIn.Query ? "query member" : "header")} {parameter.Wire} is required.");
            }
        }

        return problems.Count > 0 ? Problems(exchange, problems)
            : StateRules.Check(model, state, entity, action) is { } rule ? exchange.Refuse(rule.Refusal, rule.Message)
            : Begin(exchange, entity, action, null);
    }

    private EmulatedResponse Begin(Exchange exchange, Entity entity, ActionSpec action, Action? apply, bool gone = false)
    {
        string? to = action.ToPrevious || action.To.Count == 0 ? entity.State : action.To[0];
        string? onFailure = action.OnFailure.Count == 0 ? null : action.OnFailure[0];
        var plan = new Plan(gone && action.To.Count == 0 ? null : to, onFailure == "@previous" ? null : onFailure, gone, apply);
        Operation? operation = state.Begin(entity, action, plan, exchange.Failure);
        return Handle(exchange.Empty(operation is null ? 204 : Accepted(operation)), operation);
    }

    private static int Accepted(Operation operation) =>
        operation.Tracking.Accepted.Count == 0 || operation.Tracking.Accepted.Contains(202) ? 202 : operation.Tracking.Accepted[0];

    private static EmulatedResponse Handle(EmulatedResponse response, Operation? operation)
    {
        if (operation is null)
        {
            return response;
        }

        if (operation.Tracking.HandleHeaders.Count > 0)
        {
            return response.With(operation.Tracking.HandleHeaders[0], operation.Id);
        }

        JsonObject body = response.Body.Length == 0 ? [] : JsonNode.Parse(response.Body)!.AsObject();
        JsonPath.Parse(operation.Tracking.HandleBody ?? "id").Set(body, JsonValue.Create(operation.Id));
        return response with { Body = JsonSerializer.SerializeToUtf8Bytes(body), ContentType = response.ContentType ?? "application/json" };
    }

    private EmulatedResponse? ReadBody(Exchange exchange, bool mayBeEmpty, out JsonElement root)
    {
        root = default;
        byte[] body = exchange.Request.Body!;
        string? type = exchange.Request.Header("Content-Type");
        if (body.Length > 0 && type is not null && !type.Split(';')[0].Trim().EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return exchange.Refuse(Refusal.BadRequest, $"The body must be JSON ({model.Spec.Wire.ContentType}).");
        }

        return JsonBody.TryRead(body, mayBeEmpty, out root) is { } problem ? exchange.Refuse(Refusal.BadRequest, problem) : null;
    }

    private static EmulatedResponse Problems(Exchange exchange, List<string> problems)
    {
        const int Most = 20;
        string more = problems.Count > Most ? $" And {problems.Count - Most} more." : string.Empty;
        return exchange.Refuse(Refusal.BadRequest, string.Join(" ", problems.Take(Most)) + more);
    }

    private static PropertySpec AsProperty(ParameterSpec parameter) => new(
        parameter.Name, parameter.Wire, parameter.Type, PropertyAccess.ReadWrite, parameter.Required, null, parameter.Secret,
        parameter.Default, parameter.Constraints, parameter.Duration, parameter.WireIsString, parameter.Description, false);

    private static bool TryCount(Dictionary<string, string> query, string name, int missing, out int count)
    {
        count = missing;
        return !query.TryGetValue(name, out string? text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private JsonObject Body(Exchange exchange, Entity entity, string? suffix)
    {
        var copy = (JsonObject)entity.Body.DeepClone();
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties)
        {
            if (property.Access == PropertyAccess.WriteOnly)
            {
                path.Set(copy, null);
            }
        }

        if (model.IsOData3 && suffix is not null)
        {
            copy.Insert(0, "odata.metadata", $"{exchange.Root}/$metadata#{entity.Model.Spec.Plural}{suffix}");
        }

        return copy;
    }
}
