using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Changes what is known of entities: by their actions, by the end of tasks and operations, and by code that nobody sees.</summary>
internal sealed class Effects(BodyScope scope, Sites sites, AnalyzerSwitches switches)
{
    /// <summary>What is known at the place that is looked at.</summary>
    public FlowState State { get; private set; } = new();

    /// <summary>What is known where an exception can leave the block; null where nobody catches it.</summary>
    public FlowState? Thrown { get; private set; }

    private object _block = new();
    private int _told;

    /// <summary>Begins a block.</summary>
    /// <param name="state">What is known at its beginning; changed from now on.</param>
    /// <param name="block">The block.</param>
    /// <param name="caught">Whether an exception in it is caught, or passed through a finally.</param>
    public void Begin(FlowState state, object block, bool caught)
    {
        State = state;
        _block = block;
        Thrown = caught ? state.Clone() : null;
        _told = state.Changes;
    }

    /// <summary>Adds what is known now to what a handler may find.</summary>
    public void MayThrow()
    {
        if (Thrown is not null && State.Changes != _told)
        {
            Thrown.Join(State, sites, (nameof(Thrown), _block));
            _told = State.Changes;
        }
    }

    /// <summary>An action: the entity is where the effect says.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="effect">What success means.</param>
    /// <param name="site">Where it happens.</param>
    /// <param name="sent">Whether the properties that were assigned are sent.</param>
    public void Apply(int id, Effect effect, object site, bool sent = false)
    {
        if (State[id] is not { } entity)
        {
            return;
        }

        if (Thrown is not null)
        {
            MayThrow();
            if (switches.ExceptionEdges)
            {
                FlowState success = State;
                State = success.Clone();
                Move(id, entity with { States = entity.States | effect.Risk, InFlight = false, Cause = null, Lag = effect.Lag }, effect.Risk, site);
                MayThrow();
                State = success;
                _told = -1;
            }
        }

        EntityState after = entity with { States = effect.States, InFlight = effect.InFlight, Cause = effect.Cause, Lag = effect.Lag };
        Move(id, sent ? after with { Edits = [] } : after, effect.States, site);
        if (State.IsUnsettled(id))
        {
            // Another task may have the last word.
            Forget(id, site);
        }
    }

    /// <summary>From now on a task that is not awaited yet may move an entity.</summary>
    public void Begin(int id, object call)
    {
        if (State[id] is { } entity)
        {
            State.Set(id, entity.Begin(sites.Of(call)));
        }
    }

    private void End(int id, int call)
    {
        if (State[id] is { } entity)
        {
            State.Set(id, entity.End(call));
        }
    }

    /// <summary>The end of a task or an operation: what it promised holds if nothing happened since.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="version">Its version since the call.</param>
    /// <param name="effect">What success means.</param>
    /// <param name="site">Where it ends.</param>
    /// <param name="call">The call that began the task; 0 for none.</param>
    public void Complete(int id, int version, Effect effect, object site, int call = 0)
    {
        if (State[id] is not { } entity)
        {
            return;
        }

        State.Set(id, entity.End(call));
        if (entity.Version == version || !switches.VersionGuard)
        {
            Apply(id, effect, site);
        }
        else
        {
            Forget(id, site);
        }
    }

    /// <summary>The end of a task that read an entity, at some moment since the call.</summary>
    public void EndRead(int id, object site, int call)
    {
        if (State[id] is { } entity)
        {
            State.Set(id, entity.End(call));
            Forget(id, site, read: true);
        }
    }

    /// <summary>A task has ended, well or not. One that cannot succeed has done nothing.</summary>
    public void Abandon(TaskValue task, object site)
    {
        End(task.Id, task.Call);
        if (!task.Fails)
        {
            Forget(task.Id, site);
        }
    }

    /// <summary>A call has succeeded.</summary>
    /// <param name="told">What that tells; null for nothing.</param>
    public void Learn(Told? told)
    {
        for (; told is not null; told = told.Next)
        {
            if (State[told.Id] is { } entity && entity.Version == told.At && !State.IsUnsettled(told.Id) && entity.States.Overlaps(told.States) && !entity.States.IsWithin(told.States))
            {
                State.Set(told.Id, entity with { States = entity.States & told.States, Cause = told.Cause, Lag = told.ByService ? entity.Lag | entity.States : entity.Lag });
            }
        }
    }

    /// <summary>What cannot succeed is taken to have succeeded, so that what comes after it is looked at, too; whoever catches its exception knows better.</summary>
    public void Assume(TaskValue call)
    {
        if (call.Fails && State[call.Id] is { } entity)
        {
            State.Set(call.Id, entity with { Assumed = true });
        }
    }

    /// <summary>A task ends, and time goes by until then.</summary>
    /// <param name="told">What its success tells; null for nothing.</param>
    /// <param name="site">Where it is awaited.</param>
    /// <param name="awaited">The tasks that end; the state of an entity comes last from the one that has the last word of it.</param>
    public void Pass(Told? told, object site, params TaskValue[] awaited)
    {
        int[] except = [.. awaited.Select(task => task.Last)];
        if (Thrown is not null)
        {
            // Where it fails, it tells nothing, and the last word is not its own.
            FlowState success = State.Clone();
            RunOthers(site);
            foreach (TaskValue task in awaited)
            {
                End(task.Id, task.Call);
            }

            MayThrow();
            State = success;
            _told = -1;
        }

        Learn(told);
        RunOthers(site, except);
    }

    /// <summary>Nothing is known of an entity any more.</summary>
    /// <param name="id">The entity.</param>
    /// <param name="site">Where that is.</param>
    /// <param name="read">Whether it is only read: that changes no other object.</param>
    public void Forget(int id, object site, bool read = false)
    {
        if (State[id] is { } entity)
        {
            Move(id, Unknown(entity), read ? StateSet.None : StateSet.All, site);
        }
    }

    /// <summary>Other code may have an entity from now on.</summary>
    public void Escape(Value value)
    {
        if (value is TasksValue tasks)
        {
            foreach (Value part in tasks.Parts)
            {
                Escape(part);
            }

            return;
        }

        if (value is TaskValue task)
        {
            Escape(task.Result);
        }

        if (value is EntityValue or OwnedValue or TaskValue or OperationValue)
        {
            Escape(value.Subject);
        }
    }

    /// <summary>Code that is not seen is given values: it may act on them at once.</summary>
    public void Hand(object site, params Value[] values)
    {
        bool any = false;
        foreach (Value value in values)
        {
            Escape(value);
            any |= value.Subject > 0 || value is TasksValue;
        }

        if (any)
        {
            RunOthers(site);
        }
    }

    /// <summary>Whoever called has the parameters, and goes on when this function pauses.</summary>
    public void EscapeEntries()
    {
        foreach (KeyValuePair<int, EntityState> pair in State.Entities.Where(pair => pair.Value.Origin == Origin.Entry).ToList())
        {
            Escape(pair.Key);
        }
    }

    /// <summary>Other code can find all entities of the service.</summary>
    public void EscapeAll()
    {
        foreach (KeyValuePair<int, EntityState> pair in State.Entities.ToList())
        {
            Escape(pair.Key);
        }
    }

    /// <summary>From an entity one gets to its parent and to its children.</summary>
    private void Escape(int id)
    {
        if (State[id] is not { Escaped: false } entity)
        {
            return;
        }

        State.Set(id, entity with { Escaped = true });
        Escape(entity.Parent);
        foreach (KeyValuePair<int, EntityState> child in State.Entities.Where(pair => pair.Value.Parent == id).ToList())
        {
            Escape(child.Key);
        }
    }

    /// <summary>Other code runs, and time goes by: whatever others have, they may act on, and what is on its way may arrive.</summary>
    /// <param name="site">Where.</param>
    /// <param name="except">Entities whose own action is being awaited: what that does comes last.</param>
    public void RunOthers(object site, params int[] except)
    {
        List<KeyValuePair<int, EntityState>> all = [.. State.Entities];
        foreach (KeyValuePair<int, EntityState> pair in all)
        {
            EntityState entity = pair.Value;
            bool moves = !entity.InFlight && !entity.Unsettled && entity.States.Overlaps(entity.Facts.Moving);
            bool reachable = switches.Escapes && (entity.Escaped || all.Exists(other => other.Value.Escaped && other.Key != pair.Key && entity.CanBe(other.Value)));
            if ((moves || reachable) && !except.Contains(pair.Key))
            {
                State.Touch(pair.Key, Unknown(entity) with { Version = sites.Of(site) });
            }
        }

        if (!switches.Escapes)
        {
            return;
        }

        State.OthersRan = true;
        foreach (object field in State.Places.Where(scope.IsField).ToList())
        {
            if (State.Read(field) is not EntityValue { Id: var id } || !except.Contains(id))
            {
                State.Write(field, Value.Unknown);
            }
        }
    }

    /// <summary>Something is written by a reference: it can be that of any field.</summary>
    /// <param name="isWhole">Whether the object itself is written, with what cannot be written otherwise.</param>
    public void ForgetFields(bool isWhole = false)
    {
        foreach (object field in State.Places.Where(place => scope.IsField(place) || (isWhole && place is IFieldSymbol)).ToList())
        {
            State.Write(field, Value.Unknown);
        }

        State.OthersRan = true;
    }

    /// <summary>Somebody waited for something unknown: any operation may have ended.</summary>
    public void ForgetAll(object site)
    {
        foreach (KeyValuePair<int, EntityState> pair in State.Entities.ToList())
        {
            State.Touch(pair.Key, Unknown(pair.Value) with { Version = sites.Of(site) });
        }
    }

    private static EntityState Unknown(EntityState entity) => entity with { States = StateSet.All, InFlight = false, Cause = null, Lag = StateSet.None, Edits = [], Assumed = false };

    /// <summary>Sets an entity; all that can be the same one may be where it is now.</summary>
    private void Move(int id, EntityState entity, StateSet reached, object site)
    {
        int version = sites.Of(site);
        if (switches.MayAlias && !reached.IsEmpty)
        {
            foreach (KeyValuePair<int, EntityState> other in State.Entities.Where(other => other.Key != id && entity.CanBe(other.Value)).ToList())
            {
                State.Touch(other.Key, (reached.IsWithin(other.Value.States) ? other.Value with { InFlight = false } : Unknown(other.Value)) with { Version = version });
            }
        }

        State.Touch(id, entity with { Version = version });
    }
}
