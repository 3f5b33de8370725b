using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>All entities and operations. Not thread-safe: the emulator holds one lock around every use.</summary>
internal sealed class ServiceState(ServiceModel model, EmulatorOptions options)
{
    private readonly List<Entity> _entities = [];
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);
    private readonly List<EntityChangedEventArgs> _changes = [];
    private long _made;

    public IReadOnlyList<Entity> Entities => _entities;

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>The changes since the last call, for the one who raises the event.</summary>
    public IReadOnlyList<EntityChangedEventArgs> TakeChanges()
    {
        EntityChangedEventArgs[] changes = [.. _changes];
        _changes.Clear();
        return changes;
    }

    /// <summary>Makes everything happen that was due, in the order of time, and forgets records that have expired.</summary>
    public void Settle()
    {
        DateTimeOffset now = Now;
        while (Next(now) is { } next)
        {
            if (next.Steps.TryPeek(out (DateTimeOffset At, string State) step) && step.At < next.Due)
            {
                next.Steps.Dequeue();
                Change(next.Entity, step.State, step.At);
            }
            else
            {
                End(next);
            }
        }

        foreach (Operation expired in _operations.Values.Where(o => o.Status != OperationStatus.InProgress && now - o.Due >= options.OperationRecordLifetime).ToArray())
        {
            _operations.Remove(expired.Id);
        }
    }

    public Entity? Find(EntityModel kind, string id) => _entities.Find(e => e.Model == kind && e.Id == id);

    public IEnumerable<Entity> All(EntityModel kind) => _entities.Where(e => e.Model == kind);

    public Operation? FindOperation(string id) => _operations.GetValueOrDefault(id);

    /// <summary>Forgets the records of operations; what they do goes on.</summary>
    public void ForgetOperations() => _operations.Clear();

    public string NewId(EntityModel kind) => kind.Ids.Make(++_made);

    public void Add(Entity entity, string? state)
    {
        _entities.Add(entity);
        if (state is not null)
        {
            entity.SetState(state);
        }

        _changes.Add(new EntityChangedEventArgs(entity.Model.Name, entity.Id, null, state, Now));
    }

    /// <summary>Begins an action; one without tracking ends at once.</summary>
    /// <returns>The operation, or null where the action has ended.</returns>
    public Operation? Begin(Entity entity, ActionSpec action, Plan plan, (string Code, string Message)? failure)
    {
        DateTimeOffset now = Now;
        if (model.TrackingOf(action) is not { } tracking)
        {
            Finish(entity, plan, now);
            return null;
        }

        TimeSpan duration = Duration(entity.Model, action, tracking);
        var operation = new Operation(model.OperationIdPrefix + Guid.NewGuid().ToString("D"), tracking, entity, action, plan with { OnFailure = plan.OnFailure ?? entity.State }, now + duration)
        {
            Failure = failure,
        };
        for (int i = 0; i < action.Via.Count; i++)
        {
            operation.Steps.Enqueue((now + (duration * i / action.Via.Count), action.Via[i]));
        }

        if (operation.Steps.TryDequeue(out (DateTimeOffset At, string State) first))
        {
            Change(entity, first.State, first.At);
        }

        entity.Running = operation;
        _operations[operation.Id] = operation;
        return operation;
    }

    private TimeSpan Duration(EntityModel kind, ActionSpec action, TrackingSpec tracking)
    {
        DelaySpec delay = (action.Delay ?? DelaySpec.None).Effective(tracking.Delay);
        TimeSpan duration = options.DurationOf?.Invoke(kind.Name, action.Name) ?? delay.Typical ?? delay.Interval ?? delay.Min ?? DelaySpec.DefaultMin;
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }

    // Operations are found through their entities, not through the records, which may have been forgotten.
    private Operation? Next(DateTimeOffset now)
    {
        Operation? next = null;
        foreach (Entity entity in _entities)
        {
            if (entity.Running is { } running && At(running) <= now && (next is null || At(running) < At(next)))
            {
                next = running;
            }
        }

        return next;

        static DateTimeOffset At(Operation operation) =>
            operation.Steps.TryPeek(out (DateTimeOffset At, string State) step) && step.At < operation.Due ? step.At : operation.Due;
    }

    private void End(Operation operation)
    {
        Entity entity = operation.Entity;
        entity.Running = null;
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
        plan.Apply?.Invoke();
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
        _entities.Remove(entity);
        _changes.Add(new EntityChangedEventArgs(entity.Model.Name, entity.Id, entity.State, goneState ?? entity.Model.Spec.State?.Values.FirstOrDefault(s => s.Kind == StateKind.Gone)?.Name, at));
    }

    private void Change(Entity entity, string state, DateTimeOffset at)
    {
        if (entity.Model.StatePath is not null && entity.State != state)
        {
            string? before = entity.State;
            entity.SetState(state);
            Stamp(entity, at, created: false);
            _changes.Add(new EntityChangedEventArgs(entity.Model.Name, entity.Id, before, state, at));
        }
    }

    /// <summary>Sets the times that the service keeps, which the schema shows by name and type only.</summary>
    public static void Stamp(Entity entity, DateTimeOffset at, bool created)
    {
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties)
        {
            bool stamped = property is { Access: PropertyAccess.ReadOnly, Type.Name: "datetime" }
                && (property.Name is "LastModified" or "UpdateTime" || (created && property.Name is "Created" or "CreateTime"));
            if (stamped)
            {
                path.Set(entity.Body, JsonValue.Create(at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }
}
