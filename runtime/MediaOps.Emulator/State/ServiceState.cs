using System.Globalization;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>All entities and operations. Not thread-safe: the emulator holds one lock around every use.</summary>
internal sealed class ServiceState(ServiceModel model, EmulatorOptions options)
{
    private readonly OrderedDictionary<(EntityModel Kind, string Id), Entity> _entities = [];
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    // Oldest first.
    private readonly Queue<Operation> _ended = new();

    // Apart from the records, which may be forgotten while what the operations do goes on. Of two at one time, the one that began first goes first.
    private readonly PriorityQueue<Operation, (DateTimeOffset At, long Begun)> _agenda = new();
    private long _begun;
    private long _made;

    public IEnumerable<Entity> Entities => _entities.Values;

    /// <summary>The time up to which everything has happened; one request sees one time.</summary>
    public DateTimeOffset Now { get; private set; } = options.TimeProvider.GetUtcNow();

    /// <summary>When something will happen without a call, or null.</summary>
    public DateTimeOffset? NextDue => _agenda.TryPeek(out _, out (DateTimeOffset At, long Begun) next) ? next.At : null;

    /// <summary>The changes that have not been told yet, oldest first.</summary>
    public Queue<EntityChangedEventArgs> Changes { get; } = new();

    /// <summary>Makes everything happen that was due, in the order of time, and forgets records that have expired.</summary>
    public void Settle(DateTimeOffset now)
    {
        Now = now;
        while (_agenda.TryPeek(out Operation? next, out (DateTimeOffset At, long Begun) due) && due.At <= now)
        {
            _agenda.Dequeue();
            if (next.Steps.TryDequeue(out (DateTimeOffset At, string State) step))
            {
                Change(next.Entity, step.State, step.At);
                _agenda.Enqueue(next, (next.NextDue, due.Begun));
            }
            else
            {
                End(next);
            }
        }

        while (_ended.TryPeek(out Operation? oldest) && now - oldest.Due >= options.OperationRecordLifetime)
        {
            _operations.Remove(_ended.Dequeue().Id);
        }
    }

    public Entity? Find(EntityModel kind, string id) => _entities.GetValueOrDefault((kind, id));

    public IEnumerable<Entity> All(EntityModel kind) => Entities.Where(e => e.Model == kind);

    /// <summary>Whether another entity of the kind has this name and the service minds; case does not tell two names apart.</summary>
    public bool IsTaken(Entity entity, string? name) =>
        name is not null && model.Errors.HasCodeForTakenNames && Entities.Any(e => e.Model == entity.Model && e != entity && string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    public Operation? FindOperation(string id) => _operations.GetValueOrDefault(id);

    /// <summary>Forgets the records of operations; what they do goes on.</summary>
    public void ForgetOperations() => _operations.Clear();

    public string NewId(EntityModel kind) => kind.Ids.Make(++_made);

    public void Add(Entity entity, string? state)
    {
        _entities.Add((entity.Model, entity.Id), entity);
        Stamp(entity, Now, created: true);
        if (state is not null)
        {
            entity.SetState(state);
        }

        Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, null, state, Now));
    }

    /// <summary>Begins an action; one without tracking ends at once.</summary>
    /// <returns>The operation, or null where the action has ended.</returns>
    public Operation? Begin(Entity entity, ActionSpec action, Plan plan, (string Code, string Message)? failure)
    {
        if (model.TrackingOf(action) is not { } tracking)
        {
            Finish(entity, plan, Now);
            return null;
        }

        TimeSpan duration = Duration(entity.Model, action, tracking);
        var operation = new Operation(model.OperationIdPrefix + Guid.NewGuid().ToString("D"), tracking, entity, action, plan with { OnFailure = plan.OnFailure ?? entity.State }, Now + duration)
        {
            Failure = failure,
        };
        for (int i = 0; i < action.Via.Count; i++)
        {
            operation.Steps.Enqueue((Now + (duration * i / action.Via.Count), action.Via[i]));
        }

        if (operation.Steps.TryDequeue(out (DateTimeOffset At, string State) first))
        {
            Change(entity, first.State, first.At);
        }

        entity.Running = operation;
        _operations[operation.Id] = operation;
        _agenda.Enqueue(operation, (operation.NextDue, ++_begun));
        return operation;
    }

    private TimeSpan Duration(EntityModel kind, ActionSpec action, TrackingSpec tracking)
    {
        DelaySpec delay = (action.Delay ?? DelaySpec.None).Effective(tracking.Delay);
        TimeSpan duration = options.DurationOf?.Invoke(kind.Name, action.Name) ?? delay.Typical ?? delay.Interval ?? delay.Min ?? DelaySpec.DefaultMin;
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }

    private void End(Operation operation)
    {
        Entity entity = operation.Entity;
        entity.Running = null;
        _ended.Enqueue(operation);
        if (operation.Failure is null)
        {
            operation.Status = OperationStatus.Succeeded;
            Finish(entity, operation.Plan, operation.Due);
        }
        else
        {
            operation.Status = OperationStatus.Failed;
            if (operation.Action.Kind == ActionKind.Create && operation.Action.OnFailure.Count == 0)
            {
                Remove(entity, operation.Due);
            }
            else if (operation.Plan.OnFailure is { } state)
            {
                Change(entity, state, operation.Due);
            }
        }
    }

    private void Finish(Entity entity, Plan plan, DateTimeOffset at)
    {
        foreach (Member change in plan.Changes)
        {
            change.Path.Set(entity.Body, change.Value);
            Stamp(entity, at);
        }

        if (plan.Gone)
        {
            Remove(entity, at, plan.To);
        }
        else if (plan.To is { } state)
        {
            Change(entity, state, at);
        }
    }

    private void Remove(Entity entity, DateTimeOffset at, string? goneState = null)
    {
        _entities.Remove((entity.Model, entity.Id));
        Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, entity.State, goneState ?? entity.Model.Spec.State?.Values.FirstOrDefault(s => s.Kind == StateKind.Gone)?.Name, at));
    }

    private void Change(Entity entity, string state, DateTimeOffset at)
    {
        if (entity.Model.StatePath is not null && entity.State != state)
        {
            string? before = entity.State;
            entity.SetState(state);
            Stamp(entity, at);
            Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, before, state, at));
        }
    }

    // The times that the service keeps, which the schema shows by name and type only.
    private static void Stamp(Entity entity, DateTimeOffset at, bool created = false)
    {
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties)
        {
            bool stamped = property is { Access: PropertyAccess.ReadOnly, Type.Name: "datetime" }
                && (created ? property.Name is "Created" or "CreateTime" or "LastModified" or "UpdateTime" && path.Get(entity.Body) is null : property.Name is "LastModified" or "UpdateTime");
            if (stamped)
            {
                path.Set(entity.Body, JsonValue.Create(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
            }
        }
    }
}
