using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers requests that change, remove or use an entity: updates, deletes and actions.</summary>
internal sealed class Changes(ServiceModel model, ServiceState state, Presenter presenter, Records records, Accepted accepted, EmulatorOptions options)
{
    public EmulatedResponse Answer(Exchange exchange, Entity entity, ActionSpec action, Dictionary<string, string> values)
    {
        var problems = new List<string>();
        if (action.Kind == ActionKind.Delete)
        {
            return Delete(exchange, entity, action);
        }

        return ActionInput.Read(exchange, entity.Model, action, values, out ActionInput input, problems) is { } refused ? refused
            : action.Kind == ActionKind.Update ? Update(exchange, entity, action, input, problems)
            : Act(exchange, entity, action, input, problems);
    }

    private EmulatedResponse Update(Exchange exchange, Entity entity, ActionSpec action, ActionInput input, List<string> problems)
    {
        EntityModel kind = entity.Model;
        List<Member> members = kind.Validator.Read(input.Rest, kind.Shape, null, problems);
        problems.AddRange(kind.Shape.Properties.Select(p => p.Spec).Where(p => action.Always.Contains(p.Name, StringComparer.Ordinal) && !members.Exists(m => m.Spec == p)).Select(p => $"{p.Wire} is required in every update."));
        if (FieldMask.Of(exchange, action) is { } mask)
        {
            mask.Apply(kind, members, problems);
        }
        else if (exchange.Method == "PUT")
        {
            ResetOthers(kind, members, problems);
        }

        List<Member> changes = members.FindAll(m => !JsonNode.DeepEquals(m.Path.Get(entity.Body), m.Value));
        problems.AddRange(changes.Where(m => m.Spec.Access == PropertyAccess.CreateOnly).Select(m => $"{m.Spec.Wire} can be set at creation only."));
        if (problems.Count > 0)
        {
            return exchange.Refuse(problems);
        }

        if (StateRules.Check(model, state, entity, action, options.OneOperationPerFamily) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        if (changes.Find(m => m.Spec.UpdatableIn is { } states && entity.State is { } present && !states.Contains(present, StringComparer.Ordinal))?.Spec is { } early)
        {
            return exchange.Refuse(Refusal.InvalidOperation, $"{early.Wire} can be updated in {string.Join(" or ", early.UpdatableIn!.Value)} only; '{entity.Id}' is {entity.State}.");
        }

        if (StateRules.CheckUnique(state, entity, changes) is { } taken)
        {
            return exchange.Refuse(taken.Refusal, taken.Message);
        }

        // An action that passes through states takes its time even where nothing changes.
        return changes.Count == 0 && action.Via.Count == 0 ? AtOnce(exchange, entity, action, null) : Begin(exchange, entity, action, input, changes);
    }

    // A PUT says everything: what it leaves out goes back to its default, and nothing that is required may be left out.
    private static void ResetOthers(EntityModel kind, List<Member> members, List<string> problems)
    {
        var present = members.Select(m => m.Spec).ToHashSet();
        BodyValidator.RequireAll(kind.Shape, present.Concat(kind.Spec.Properties.Where(p => p.Access == PropertyAccess.CreateOnly)), string.Empty, problems);
        var bare = new JsonObject();
        BodyValidator.Complete(bare, kind.Shape);
        members.AddRange(kind.Shape.Properties
            .Where(p => p.Spec.Access is PropertyAccess.ReadWrite or PropertyAccess.WriteOnly && !present.Contains(p.Spec) && p.Spec.Name != kind.Spec.Id.Property)
            .Select(p => new Member(p.Spec, p.Path, p.Path.Get(bare)?.DeepClone())));
    }

    private EmulatedResponse Delete(Exchange exchange, Entity entity, ActionSpec action)
    {
        var problems = new List<string>();
        Dictionary<string, string> values = new(entity.Values, StringComparer.Ordinal);
        if (entity.DeleteRefusal is { } refusal)
        {
            return exchange.Refuse(refusal.Status, refusal.Code, $"{entity.Model.Name} '{entity.Id}' cannot be deleted.");
        }

        return StateRules.Check(model, state, entity, action, options.OneOperationPerFamily) is { } rule ? exchange.Refuse(rule.Refusal, rule.Message)
            : ActionInput.Read(exchange, entity.Model, action, values, out ActionInput input, problems) is { } refused ? refused
            : problems.Count > 0 ? exchange.Refuse(problems)
            : Begin(exchange, entity, action, input, []);
    }

    private EmulatedResponse Act(Exchange exchange, Entity entity, ActionSpec action, ActionInput input, List<string> problems) =>
        problems.Count > 0 ? exchange.Refuse(problems)
        : StateRules.Check(model, state, entity, action, options.OneOperationPerFamily) is { } rule ? exchange.Refuse(rule.Refusal, rule.Message)
        : Begin(exchange, entity, action, input, [.. input.AsMembers(entity.Model.Shape)]);

    private EmulatedResponse Begin(Exchange exchange, Entity entity, ActionSpec action, ActionInput input, IReadOnlyList<Member> changes)
    {
        bool gone = action.Kind == ActionKind.Delete;
        string? to = action.To.Count > 0 ? Ends.Of(options, entity.Model, action, input) : gone || action.OnlyAsks ? null : entity.State;
        if (QuotaRules.Check(options.Quotas, state, entity, isNew: false, to) is { } rule)
        {
            return exchange.Refuse(rule.Refusal, rule.Message);
        }

        JsonNode? value = action.Value is { } spec ? options.Returns?.Invoke(entity.Model.Name, entity.Id, action.Name) ?? Sample.Of(spec.Type, entity.Model) : null;
        string? onFailure = action.OnFailure.Count == 0 || action.OnFailure[0] == "@previous" ? null : action.OnFailure[0];
        Operation? operation = state.Begin(entity, action, new Plan(to, onFailure, gone, changes), exchange.Failure, exchange.Segments, value);
        return operation is null
            ? AtOnce(exchange, entity, action, value)
            : accepted.Begun(exchange, operation, ShowsEntity(action, operation.Profiles) ? Show(exchange, entity, action) : null);
    }

    private EmulatedResponse AtOnce(Exchange exchange, Entity entity, ActionSpec action, JsonNode? value)
    {
        try
        {
            return action.Value is { } spec ? exchange.Json(accepted.AtOnce(action, hasBody: true), records.ValueBody(exchange, spec, value))
                : action.Kind != ActionKind.Delete && ShowsEntity(action, model.ListedProfilesOf(action)) ? exchange.Json(accepted.AtOnce(action, hasBody: true), Show(exchange, entity, action))
                : exchange.Empty(accepted.AtOnce(action, hasBody: false));
        }
        catch (FormatException e)
        {
            return exchange.Refuse(Refusal.BadRequest, e.Message);
        }
    }

    private JsonObject Show(Exchange exchange, Entity entity, ActionSpec action) =>
        options.ZeroedUpdates && action.Kind == ActionKind.Update ? Presenter.ShowZeroed(entity, action) : presenter.Show(exchange, entity, action);

    // OData 3 answers changes with nothing. Elsewhere the entity comes back where the schema says so, after updates, and where it is what the client looks at:
    // without a status in the answer a client would take even a delete for complete.
    private bool ShowsEntity(ActionSpec action, IReadOnlyList<TrackingSpec> profiles) =>
        action.Returns is not null
        || (!model.IsOData3 && action.Value is null
            && (action.Kind == ActionKind.Update
                || (action.Kind == ActionKind.Delete ? profiles.Count > 0 && profiles.All(TellsInEntity) : profiles.Any(p => p.Kind == TrackingKind.EntityState))));

    private static bool TellsInEntity(TrackingSpec profile) => profile is { Kind: TrackingKind.EntityState, Status.Path: not null };
}
