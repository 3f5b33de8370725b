using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests that change or remove an entity: updates, deletes and actions.</summary>
internal sealed class Changes(ServiceModel model, ServiceState state, EmulatorOptions options)
{
    public EmulatedResponse Answer(Exchange exchange, Entity entity, ActionSpec action) => action.Kind switch
    {
        ActionKind.Update => Update(exchange, entity, action),
        ActionKind.Delete => Delete(exchange, entity, action),
        _ => Act(exchange, entity, action),
    };

    private EmulatedResponse Update(Exchange exchange, Entity entity, ActionSpec action)
    {
        if (exchange.ReadBody(mayBeEmpty: false, out JsonElement root) is { } refused)
        {
            return refused;
        }

        EntityModel kind = entity.Model;
        var problems = new List<string>();
        List<Member> members = kind.Validator.Read(root, kind.Shape, null, problems);
        if (exchange.Method == "PUT")
        {
            ResetOthers(kind, members, problems);
        }

        List<Member> changes = members.FindAll(m => !JsonNode.DeepEquals(m.Path.Get(entity.Body), m.Value));
        problems.AddRange(changes.Where(m => m.Spec.Access == PropertyAccess.CreateOnly).Select(m => $"{m.Spec.Wire} can be set at creation only."));
        if (problems.Count > 0)
        {
            return exchange.Refuse(problems);
        }

        if (StateRules.Check(model, state, entity, action) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        if (changes.Find(m => m.Spec.UpdatableIn is { } states && entity.State is { } present && !states.Contains(present, StringComparer.Ordinal))?.Spec is { } early)
        {
            return exchange.Refuse(Refusal.InvalidOperation, $"{early.Wire} can be updated in {string.Join(" or ", early.UpdatableIn!.Value)} only; '{entity.Id}' is {entity.State}.");
        }

        if (changes.Find(m => m.Spec.Name == "Name")?.Value is { } name && state.IsTaken(entity, name.ToString()))
        {
            return exchange.Refuse(Refusal.ResourceNameTaken, $"The name '{name}' is taken by another {kind.Name}.");
        }

        return changes.Count == 0 ? exchange.Empty(204) : Begin(exchange, entity, action, changes);
    }

    // A PUT says everything: what it leaves out goes back to its default, and nothing that is required may be left out.
    private static void ResetOthers(EntityModel kind, List<Member> members, List<string> problems)
    {
        var present = members.Select(m => m.Spec).ToHashSet();
        BodyValidator.RequireAll(kind.Shape, present.Concat(kind.Spec.Properties.Where(p => p.Access == PropertyAccess.CreateOnly)), string.Empty, problems);
        var bare = new JsonObject();
        BodyValidator.Complete(bare, kind.Shape);
        members.AddRange(kind.Shape.Properties
            .Where(p => p.Spec.Access is PropertyAccess.ReadWrite or PropertyAccess.WriteOnly && !present.Contains(p.Spec))
            .Select(p => new Member(p.Spec, p.Path, p.Path.Get(bare)?.DeepClone())));
    }

    private EmulatedResponse Delete(Exchange exchange, Entity entity, ActionSpec action) =>
        entity.DeleteRefusal is { } refusal ? exchange.Error(refusal.Status, refusal.Code, $"{entity.Model.Name} '{entity.Id}' cannot be deleted.")
        : StateRules.Check(model, state, entity, action) is { } rule ? exchange.Refuse(rule.Refusal, rule.Message)
        : Begin(exchange, entity, action, []);

    private EmulatedResponse Act(Exchange exchange, Entity entity, ActionSpec action)
    {
        if (exchange.ReadBody(mayBeEmpty: true, out JsonElement root) is { } refused)
        {
            return refused;
        }

        var problems = new List<string>();
        var shape = new ObjectShape(action.Parameters.Where(p => p.In == ParameterIn.Body).Select(AsProperty));
        List<Member> members = entity.Model.Validator.Read(root, shape, null, problems);
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

        if (problems.Count > 0)
        {
            return exchange.Refuse(problems);
        }

        // A parameter with the name and type of a property is its new value, as in Scale(ScaleUnits).
        IEnumerable<Member> changes =
            from member in members
            join property in entity.Model.Shape.Properties on (member.Spec.Name, member.Spec.Type) equals (property.Spec.Name, property.Spec.Type)
            select new Member(property.Spec, property.Path, member.Value);
        return StateRules.Check(model, state, entity, action) is { } rule ? exchange.Refuse(rule.Refusal, rule.Message) : Begin(exchange, entity, action, [.. changes]);
    }

    private EmulatedResponse Begin(Exchange exchange, Entity entity, ActionSpec action, IReadOnlyList<Member> changes)
    {
        bool gone = action.Kind == ActionKind.Delete;
        string? to = action.To.Count > 0 ? action.To[0] : gone ? null : entity.State;
        if (QuotaRules.Check(options.Quotas, state, entity, isNew: false, to) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        string? onFailure = action.OnFailure.Count == 0 || action.OnFailure[0] == "@previous" ? null : action.OnFailure[0];
        Operation? operation = state.Begin(entity, action, new Plan(to, onFailure, gone, changes), exchange.Failure);
        return operation is null ? exchange.Empty(204) : OperationHandle.Attach(exchange.Empty(OperationHandle.Status(operation)), operation);
    }

    private static PropertySpec AsProperty(ParameterSpec parameter) => new(
        parameter.Name, parameter.Wire, parameter.Type, PropertyAccess.ReadWrite, false, parameter.Required, null, parameter.Secret,
        parameter.Default, parameter.Constraints, parameter.Duration, parameter.WireIsString, parameter.Description, false);
}
