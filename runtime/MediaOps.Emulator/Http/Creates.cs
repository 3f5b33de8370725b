using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests that make an entity.</summary>
internal sealed class Creates(ServiceModel model, ServiceState state, EmulatorOptions options)
{
    // The schema has no word for the status of a create that is complete at once. Services of ams-v2's kind answer 202 all the same, without an operation.
    private readonly int _completeAtOnce = model.Spec.Tracking.Any(t => t.Accepted.Contains(202)) ? 202 : 201;

    /// <param name="exchange">The request.</param>
    /// <param name="kind">What is to be made.</param>
    /// <param name="action">The schema's create.</param>
    /// <param name="values">The values of the path's placeholders, which become properties of the same names.</param>
    public EmulatedResponse Answer(Exchange exchange, EntityModel kind, ActionSpec action, Dictionary<string, string> values)
    {
        if (exchange.ReadBody(mayBeEmpty: false, out JsonElement root) is { } refused)
        {
            return refused;
        }

        var problems = new List<string>();
        List<Member> members = kind.Validator.Read(root, kind.Shape, action.ToProperty, problems);
        AddFromPath(members, kind, values, problems);
        BodyValidator.RequireAll(kind.Shape, members.Select(m => m.Spec), string.Empty, problems);
        string? wanted = WantedState(kind, action, members, problems);
        if (problems.Count > 0)
        {
            return exchange.Refuse(problems);
        }

        string? id = kind.Spec.Id.AssignedByCaller ? members.Find(m => m.Spec.Name == kind.Spec.Id.Property)?.Value?.ToString() : state.NewId(kind);
        if (string.IsNullOrEmpty(id) || !kind.Ids.IsWellFormed(id))
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} is chosen by the caller and must look like {kind.Ids.Form}.");
        }

        var entity = Entity.Of(kind, id, members);
        string? end = wanted ?? (action.To.Count > 0 ? action.To[0] : kind.Spec.State?.Initial);
        if ((StateRules.CheckNew(model, state, entity)
            ?? StateRules.Check(model, state, entity, action)
            ?? QuotaRules.Check(options.Quotas, state, entity, isNew: true, end)) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        options.Complete?.Invoke(kind.Name, entity.Body);
        bool takesTime = model.TrackingOf(action) is not null;
        state.Add(entity, takesTime ? (action.Via.Count > 0 ? action.Via[0] : kind.Spec.State?.Initial) : end);
        Operation? operation = state.Begin(entity, action, new Plan(end, action.OnFailure.Count > 0 ? action.OnFailure[0] : null, Gone: false, []), exchange.Failure);
        EmulatedResponse response = exchange.Json(operation is null ? _completeAtOnce : OperationHandle.Status(operation), exchange.Show(entity));
        response = kind.Spec.Read is { } read ? response.With("Location", exchange.Root + PathTemplate.Parse(read.Path).Expand(entity.Id)) : response;
        return operation is null ? response : OperationHandle.Attach(response, operation);
    }

    private static void AddFromPath(List<Member> members, EntityModel kind, Dictionary<string, string> values, List<string> problems)
    {
        foreach ((PropertySpec property, JsonPath path) in kind.Shape.Properties.Where(p => values.ContainsKey(p.Spec.Name)))
        {
            string value = values[property.Name];
            if (members.Find(m => m.Spec == property) is not { } given)
            {
                members.Add(new Member(property, path, JsonValue.Create(value)));
            }
            else if (given.Value?.ToString() != value)
            {
                problems.Add($"{property.Wire} is not what the path says.");
            }
        }
    }

    private static string? WantedState(EntityModel kind, ActionSpec action, List<Member> members, List<string> problems)
    {
        Member? member = action.ToProperty is null ? null : members.Find(m => m.Spec.Name == action.ToProperty);
        if (member is null || kind.Spec.State is not { } states)
        {
            return null;
        }

        // What is asked for is not yet so.
        members.Remove(member);
        string? name = kind.StateName(member.Value?.ToString());
        if (name is not null && name != states.Initial && !states.Creatable.Contains(name, StringComparer.Ordinal))
        {
            problems.Add($"{action.ToProperty} of a new {kind.Name} must be one of {string.Join(", ", states.Creatable)}.");
        }

        return name;
    }
}
