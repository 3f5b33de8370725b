using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>All entities and operations. Not thread-safe: the emulator holds one lock around every use.</summary>
internal sealed class ServiceState
{
    private readonly ServiceModel _model;
    private readonly EmulatorOptions _options;
    private readonly OrderedDictionary<(EntityModel Kind, string Key), Entity> _entities = [];

    // Entities that are gone and can still be read, with the time when that ends.
    private readonly Dictionary<(EntityModel Kind, string Key), (Entity Entity, DateTimeOffset Until)> _gone = [];
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    // Oldest first.
    private readonly Queue<Operation> _ended = new();

    // Apart from the records, which may be forgotten while what the operations do goes on. Of two at one time, the one that began first goes first.
    private readonly PriorityQueue<Operation, (DateTimeOffset At, long Begun)> _agenda = new();
    private long _begun;
    private long _made;

    public ServiceState(ServiceModel model, EmulatorOptions options)
    {
        _model = model;
        _options = options;
        Now = options.TimeProvider.GetUtcNow();
        Keys = new IdempotencyKeys(options.OperationRecordLifetime);
        foreach (EntityModel kind in model.Entities.Where(e => e.Spec.Singleton && e.Address.Count == 0))
        {
            MakeSingleton(kind, new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    public IEnumerable<Entity> Entities => _entities.Values;

    /// <summary>The time up to which everything has happened; one request sees one time.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When something will happen without a call, or null.</summary>
    public DateTimeOffset? NextDue => _agenda.TryPeek(out _, out (DateTimeOffset At, long Begun) next) ? next.At : null;

    /// <summary>The changes that have not been told yet, oldest first.</summary>
    public Queue<EntityChangedEventArgs> Changes { get; } = new();

    /// <summary>What has been answered to requests that carried a key.</summary>
    public IdempotencyKeys Keys { get; }

    /// <summary>Makes everything happen that was due, in the order of time, and forgets records that have expired.</summary>
    public void Settle(DateTimeOffset now)
    {
        Now = now;
        while (_agenda.TryPeek(out Operation? next, out (DateTimeOffset At, long Begun) due) && due.At <= now)
        {
            _agenda.Dequeue();
            if (next.Status != OperationStatus.InProgress)
            {
                continue;
            }

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

        while (_ended.TryPeek(out Operation? oldest) && now - oldest.Due >= _options.OperationRecordLifetime)
        {
            _operations.Remove(_ended.Dequeue().Id);
        }
    }

    /// <summary>The entity with a key, also while it cannot be read.</summary>
    public Entity? Find(EntityModel kind, string key) => _entities.GetValueOrDefault((kind, key));

    /// <summary>The entity with a key as readers see it: not yet, or still.</summary>
    public Entity? FindReadable(EntityModel kind, string key) =>
        Find(kind, key) is { } entity ? IsReadable(entity) ? entity : null
        : _gone.TryGetValue((kind, key), out (Entity Entity, DateTimeOffset Until) gone) && Now < gone.Until ? gone.Entity
        : null;

    public bool IsReadable(Entity entity) => entity.HiddenUntil is not { } until || Now >= until;

    public IEnumerable<Entity> All(EntityModel kind) => Entities.Where(e => e.Model == kind);

    /// <summary>The parent of an entity, where the schema knows it and it is there.</summary>
    public Entity? ParentOf(Entity entity) =>
        entity.Model.Spec.Parent is { } spec && _model.Entity(spec.Entity) is { } parent && ParentKeyOf(parent, entity) is { } key ? Find(parent, key) : null;

    public IEnumerable<Entity> ChildrenOf(Entity entity) =>
        Entities.Where(e => e.Model.Spec.Parent?.Entity == entity.Model.Name && ParentKeyOf(entity.Model, e) == entity.Key);

    public Operation? FindOperation(string id) => _operations.GetValueOrDefault(id);

    /// <summary>The latest operation of an action on an entity whose record is still there.</summary>
    public Operation? LatestOperation(Entity entity, ActionSpec action) =>
        _operations.Values.Where(o => o.Entity == entity && o.Action == action).MaxBy(o => o.Begun);

    /// <summary>Forgets the records of operations; what they do goes on.</summary>
    public void ForgetOperations() => _operations.Clear();

    public string NewId(EntityModel kind) => kind.Ids.Make(++_made);

    public void Add(Entity entity, string? state)
    {
        _gone.Remove((entity.Model, entity.Key));
        _entities.Add((entity.Model, entity.Key), entity);
        Stamps.Created(entity, Now);
        if (state is not null)
        {
            entity.SetState(state);
        }

        Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, null, state, Now));
    }

    /// <summary>The one of a kind that there always is, of which nobody has asked yet.</summary>
    /// <param name="kind">A singleton.</param>
    /// <param name="values">The values of its address.</param>
    public Entity MakeSingleton(EntityModel kind, IReadOnlyDictionary<string, string> values)
    {
        Entity only = Entity.Of(kind, string.Empty, values, []);
        Sample.Complete(only.Body, kind);
        _entities.Add((kind, only.Key), only);
        Stamps.Created(only, Now);
        if (kind.Spec.State is { } states)
        {
            only.SetState(states.Initial);
        }

        return only;
    }

    /// <summary>Removes an entity as if it had never been there.</summary>
    public void Forget(Entity entity) => _entities.Remove((entity.Model, entity.Key));

    /// <summary>Begins an action; one that cannot be followed ends at once.</summary>
    /// <returns>The operation, or null where the action has ended.</returns>
    public Operation? Begin(Entity entity, ActionSpec action, Plan plan, OperationFailure? failure, IReadOnlyList<string> path, JsonNode? value = null)
    {
        if (!action.OnlyAsks && entity.Running is { } interrupted)
        {
            // The entity is the new action's from here on.
            EndRecord(interrupted, Canceled());
        }

        IReadOnlyList<TrackingSpec> profiles = _model.ProfilesOf(entity.Model, action);
        if (profiles.Count == 0)
        {
            Outcomes.AtOnce(entity, _model.ListedProfilesOf(action));
            Finish(entity, plan, Now);
            return null;
        }

        TimeSpan duration = Duration(entity.Model, action, profiles[0]);
        TimeSpan stale = Stale(profiles, duration);
        var operation = new Operation(_model.NewOperationId(profiles, path), profiles, entity, action, plan with { OnFailure = plan.OnFailure ?? entity.State }, Now + duration)
        {
            Failure = failure,
            Value = value,
            Begun = ++_begun,
            ListedProfiles = _model.ListedProfilesOf(action),
        };
        for (int i = 0; i < action.Via.Count; i++)
        {
            operation.Steps.Enqueue((Now + stale + ((duration - stale) * i / action.Via.Count), action.Via[i]));
        }

        if (stale == TimeSpan.Zero && operation.Steps.TryDequeue(out (DateTimeOffset At, string State) first))
        {
            Change(entity, first.State, first.At);
        }

        if (action.Kind == ActionKind.Create && profiles.Any(p => p.Absent == AbsentMeaning.Pending))
        {
            entity.HiddenUntil = Now + stale;
        }

        // Who only asks keeps nobody off.
        entity.Running = action.OnlyAsks ? entity.Running : operation;
        Outcomes.Begun(operation);
        _operations[operation.Id] = operation;
        _agenda.Enqueue(operation, (operation.NextDue, operation.Begun));
        return operation;
    }

    /// <summary>Ends an operation now as canceled; one that has ended stays as it is.</summary>
    public void Cancel(Operation operation)
    {
        if (operation.Status == OperationStatus.InProgress)
        {
            operation.Failure = Canceled();
            operation.Due = Now;
            End(operation);
        }
    }

    private OperationFailure Canceled() => new(_model.Errors.Canceled, "The operation was canceled.", Canceled: true);

    private static string? ParentKeyOf(EntityModel parent, Entity child) =>
        child.Values.ContainsKey(child.Model.Spec.Parent!.By) ? Address.ParentKeyOf(parent, child.Model, child.Values)
        : child.ParentId is { } id ? Address.KeyOf([id])
        : null;

    private TimeSpan Duration(EntityModel kind, ActionSpec action, TrackingSpec tracking)
    {
        DelaySpec delay = (action.Delay ?? DelaySpec.None).Effective(tracking.Delay);
        TimeSpan duration = _options.DurationOf?.Invoke(kind.Name, action.Name) ?? delay.Typical ?? delay.Interval ?? delay.Min ?? DelaySpec.DefaultMin;
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }

    // How long the state before is still to be read.
    private TimeSpan Stale(IReadOnlyList<TrackingSpec> profiles, TimeSpan duration)
    {
        TimeSpan settle = profiles.Where(p => p is { Kind: TrackingKind.EntityState, Status.Path: null }).Select(p => p.Settle ?? TimeSpan.Zero).DefaultIfEmpty(TimeSpan.Zero).Max();
        TimeSpan stale = settle == TimeSpan.Zero ? TimeSpan.Zero : _options.OldStateFor ?? (settle / 2);
        return stale < duration / 2 ? stale : duration / 2;
    }

    private void End(Operation operation)
    {
        Entity entity = operation.Entity;
        EndRecord(operation, operation.Failure);
        if (operation.Failure is null)
        {
            Finish(entity, operation.Plan, operation.Due, operation);
        }
        else if (operation.Action.Kind == ActionKind.Create && operation.Action.OnFailure.Count == 0 && operation.ListedProfiles.All(p => p.Outcome is null))
        {
            Remove(entity, operation.Due, entity.Model.GoneState);
        }
        else if (Outcomes.StateAfterFailure(operation) is { } state)
        {
            Change(entity, state, operation.Due);
        }
    }

    private void EndRecord(Operation operation, OperationFailure? failure)
    {
        operation.Failure = failure;
        operation.Due = operation.Due < Now ? operation.Due : Now;
        operation.Entity.Running = operation.Entity.Running == operation ? null : operation.Entity.Running;
        _ended.Enqueue(operation);
        operation.Status = failure switch { null => OperationStatus.Succeeded, { Canceled: true } => OperationStatus.Canceled, _ => OperationStatus.Failed };
        Outcomes.Ended(operation);
    }

    private void Finish(Entity entity, Plan plan, DateTimeOffset at, Operation? operation = null)
    {
        foreach (Validation.Member change in plan.Changes)
        {
            change.Path.Set(entity.Body, change.Value?.DeepClone());
            Stamps.Changed(entity, at);
        }

        if (plan.Gone)
        {
            Remove(entity, at, plan.To ?? entity.Model.GoneState, operation);
        }
        else if (plan.To is { } state)
        {
            Change(entity, state, at);
        }
    }

    private void Remove(Entity entity, DateTimeOffset at, string? goneState, Operation? operation = null)
    {
        _entities.Remove((entity.Model, entity.Key));
        Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, entity.State, goneState, at));

        // Where 404 does not say that a delete has succeeded, the entity has to say so itself for a while.
        bool mustShow = operation?.Profiles.Any(p => p is { Kind: TrackingKind.EntityState, Absent: AbsentMeaning.Pending or AbsentMeaning.Failed }) == true;
        TimeSpan shown = mustShow ? _options.OperationRecordLifetime : _options.GoneStateFor;
        foreach (var (old, _) in _gone.Where(g => g.Value.Until <= at).ToArray())
        {
            _gone.Remove(old);
        }

        if (goneState is not null && shown > TimeSpan.Zero)
        {
            entity.SetState(goneState);
            _gone[(entity.Model, entity.Key)] = (entity, at + shown);
        }
    }

    private void Change(Entity entity, string state, DateTimeOffset at)
    {
        if (entity.Model.StatePath is not null && entity.State != state)
        {
            string? before = entity.State;
            entity.SetState(state);
            Stamps.Changed(entity, at);
            Changes.Enqueue(new EntityChangedEventArgs(entity.Model.Name, entity.Id, before, state, at));
        }
    }
}
