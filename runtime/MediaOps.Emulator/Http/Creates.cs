using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests that make an entity.</summary>
internal sealed class Creates(ServiceModel model, ServiceState state, Presenter presenter, Accepted accepted, EmulatorOptions options)
{
    /// <param name="exchange">The request.</param>
    /// <param name="kind">What is to be made.</param>
    /// <param name="action">The schema's create.</param>
    /// <param name="values">The values of the path's placeholders, which become properties of the same names.</param>
    public EmulatedResponse Answer(Exchange exchange, EntityModel kind, ActionSpec action, Dictionary<string, string> values)
    {
        var problems = new List<string>();
        if (ActionInput.Read(exchange, kind, action, values, out ActionInput input, problems) is { } refused)
        {
            return refused;
        }

        List<Member> members = kind.Validator.Read(input.Rest, kind.Shape, action.ToProperty, problems);
        members.AddRange(input.AsMembers(kind.Shape).Where(m => !members.Exists(g => g.Spec == m.Spec)).ToArray());
        AddFromPath(members, kind, values, problems);
        string? id = IdOf(kind, action, input, values, members);
        BodyValidator.RequireAll(kind.Shape, members.Select(m => m.Spec).Concat(kind.Spec.Properties.Where(p => p.Name == kind.Spec.Id.Property)), string.Empty, problems);
        string? wanted = WantedState(kind, action, members, problems);
        if (problems.Count > 0)
        {
            return exchange.Refuse(problems);
        }

        if (string.IsNullOrEmpty(id) || !kind.Ids.IsWellFormed(id))
        {
            return exchange.Refuse(Refusal.InvalidIdentifierFormat, $"The id of a {kind.Name} is chosen by the caller and must look like {kind.Ids.Form}.");
        }

        var entity = Entity.Of(kind, id, values, members);
        string? end = wanted ?? Ends.Of(options, kind, action, input) ?? kind.Spec.State?.Initial;
        if ((StateRules.CheckNew(model, state, entity)
            ?? StateRules.Check(model, state, entity, action, options.OneOperationPerFamily)
            ?? QuotaRules.Check(options.Quotas, state, entity, isNew: true, end)) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        options.Complete?.Invoke(kind.Name, entity.Body);
        bool takesTime = model.ProfilesOf(kind, action).Count > 0;
        state.Add(entity, takesTime ? (action.Via.Count > 0 ? action.Via[0] : kind.Spec.State?.Initial) : end);
        var plan = new Plan(end, action.OnFailure.Count > 0 ? action.OnFailure[0] : null, Gone: false, []);
        Operation? operation = state.Begin(entity, action, plan, exchange.Failure, exchange.Segments);
        JsonObject body = presenter.Show(exchange, entity, action);
        EmulatedResponse response = operation is null ? exchange.Json(accepted.AtOnce(action, hasBody: true), body) : accepted.Begun(exchange, operation, body);
        return kind.Spec.Read is { } read && !response.Headers.Any(h => h.Key.Equals("Location", StringComparison.OrdinalIgnoreCase))
            ? response.With("Location", exchange.Root + PathTemplate.Parse(read.Path).Expand(With(exchange.Values, entity.Values)))
            : response;
    }

    private string? IdOf(EntityModel kind, ActionSpec action, ActionInput input, Dictionary<string, string> values, List<Member> members)
    {
        string property = kind.Spec.Id.Property;
        if (kind.IdTemplate is { } template)
        {
            return template.Fill(name => input.Text(name) ?? values.GetValueOrDefault(name) ?? options.OptionValues.GetValueOrDefault(name)
                ?? members.Find(m => m.Spec.Name == name)?.Value?.ToString() ?? string.Empty);
        }

        string? given = members.Find(m => m.Spec.Name == property)?.Value?.ToString() ?? values.GetValueOrDefault(property) ?? input.Text(property);
        return kind.Spec.Id.AssignedByCaller || (action.Path.Contains('{' + property + '}', StringComparison.Ordinal) && given is not null) ? given : state.NewId(kind);
    }

    private static void AddFromPath(List<Member> members, EntityModel kind, Dictionary<string, string> values, List<string> problems)
    {
        foreach ((PropertySpec property, JsonPath path) in kind.SeedShape.Properties.Where(p => values.ContainsKey(p.Spec.Name)))
        {
            string value = values[property.Name];
            Member? given = members.Find(m => m.Spec == property);
            if (given is not null && given.Value?.ToString() != value)
            {
                problems.Add($"{property.Wire} is not what the path says.");
            }
            else if (given is null)
            {
                JsonNode? read = kind.Validator.Value(ActionInput.FromText(value, property.Type), property, problems);
                if (kind.Shape.Properties.Exists(p => p.Spec == property))
                {
                    members.Add(new Member(property, path, read));
                }
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

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> own)
    {
        var all = new Dictionary<string, string>(options, StringComparer.Ordinal);
        foreach ((string name, string value) in own)
        {
            all[name] = value;
        }

        return all;
    }
}
