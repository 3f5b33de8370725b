using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace MediaOps.Analyzers;

/// <summary>
/// What is known at one place of a body: the values of variables, and the entities they speak of. A place is the symbol of a local, parameter or field of
/// <c>this</c>, or the id of a capture of the control flow graph.
/// </summary>
internal sealed class FlowState
{
    private readonly Dictionary<object, Value> _values;
    private readonly Dictionary<int, EntityState> _entities;

    public FlowState()
        : this([], [])
    {
    }

    private FlowState(Dictionary<object, Value> values, Dictionary<int, EntityState> entities)
    {
        _values = values;
        _entities = entities;
    }

    public IEnumerable<KeyValuePair<int, EntityState>> Entities => _entities;

    /// <summary>Counts what was changed, but for captures, which no handler reads.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether other code has run: a field may have been written that was not read yet.</summary>
    public bool OthersRan { get; set; }

    public EntityState? this[int id] => _entities.TryGetValue(id, out EntityState? entity) ? entity : null;

    public FlowState Clone() => new(new(_values), new(_entities)) { Changes = Changes, OthersRan = OthersRan };

    /// <summary>The value of a place; null for one that nothing was written to.</summary>
    public Value? Read(object place) => _values.TryGetValue(place, out Value? value) ? value : null;

    public void Write(object place, Value value)
    {
        _values[place] = value;
        if (place is not CaptureId)
        {
            Changes++;
        }
    }

    public void Drop(object place) => _values.Remove(place);

    public void Set(int id, EntityState entity)
    {
        _entities[id] = entity;
        Changes++;
    }

    public IEnumerable<object> Places => _values.Keys;

    /// <summary>The places that hold a value.</summary>
    public IEnumerable<object> PlacesOf(System.Func<Value, bool> condition) => _values.Where(pair => condition(pair.Value)).Select(pair => pair.Key);

    /// <summary>Puts a new object under an id. In a loop the id stood for the object of the last turn: whoever still has that one knows nothing any more.</summary>
    public void Make(int id, EntityState entity)
    {
        if (_entities.TryGetValue(id, out EntityState? old))
        {
            Forget(value => Speaks(value, id));
            foreach (KeyValuePair<int, EntityState> child in _entities.Where(pair => pair.Value.Parent == id).ToList())
            {
                _entities[child.Key] = child.Value with { Parent = -1 };
            }

            if (old.Escaped || old.Unsettled)
            {
                Haunt(id, old);
            }
        }

        Set(id, entity);
    }

    /// <summary>Keeps in mind an entity that no variable has any more, but other code or a task that was not awaited.</summary>
    public void Haunt(int id, EntityState entity)
    {
        EntityState ghost = entity with { States = StateSet.All, InFlight = false, Maybe = true, Parent = -1, Cause = null, Edits = [] };
        _entities[~id] = this[~id] is { } known ? known.Join(ghost, known.Version) : ghost;
    }

    /// <summary>Whether a task that was not awaited may move an entity: what is seen of it now may not be true any more a moment later.</summary>
    public bool IsUnsettled(int id) => this[id] is { } entity && (entity.Unsettled || _entities.Values.Any(other => other.Unsettled && other.CanBe(entity)));

    /// <summary>Gives an entity a new version: what was said of the old one is not true any more.</summary>
    public void Touch(int id, EntityState entity)
    {
        Forget(value => Speaks(value, id, entity.Version));
        Set(id, entity);
    }

    /// <summary>The null that was found says that the object does not exist on this path.</summary>
    public void Remove(int id)
    {
        foreach (object place in PlacesOf(value => value is EntityValue entity && entity.Id == id).ToList())
        {
            _values[place] = Value.Null;
        }

        _entities.Remove(id);
        Changes++;
    }

    /// <summary>Takes in what holds on another path to the same place.</summary>
    /// <param name="other">The other path; not changed.</param>
    /// <param name="sites">Gives ids for what is one thing or another.</param>
    /// <param name="at">The place where the paths meet.</param>
    /// <returns>Whether anything is new.</returns>
    public bool Join(FlowState other, Sites sites, object at)
    {
        if (Same(other))
        {
            return false;
        }

        FlowState that = other.Clone();
        bool changed = that.OthersRan && !OthersRan;
        OthersRan |= that.OthersRan;
        changed |= LoseDoubtful(that) | that.LoseDoubtful(this);
        changed |= MixVersions(that, sites, at);
        changed |= Meet(that, sites, at);
        changed |= JoinEntities(that, sites, at);
        return JoinValues(that) || changed;
    }

    /// <summary>A state that was read here, where on the other path there is a null although the entity is there: nothing that is found out of the one is true of the other.</summary>
    private bool LoseDoubtful(FlowState that) => Forget(_values.Where(pair => pair.Value is StateCopy or StateTest && that.Read(pair.Key) == Value.Null && that[pair.Value.Subject] is not null).Select(pair => pair.Key));

    /// <summary>What was said of one version or the other is not said of the mixed one.</summary>
    private bool MixVersions(FlowState that, Sites sites, object at)
    {
        bool changed = false;
        foreach (KeyValuePair<int, EntityState> pair in that._entities)
        {
            if (this[pair.Key] is { } mine && mine.Version != pair.Value.Version)
            {
                int mixed = sites.Of((at, pair.Key));
                changed |= mine.Version != mixed && Forget(value => Speaks(value, pair.Key, mixed));
                _ = pair.Value.Version != mixed && that.Forget(value => Speaks(value, pair.Key, mixed));
            }
        }

        return changed;
    }

    /// <summary>A variable with one object here and another there goes on with an object that is one or the other.</summary>
    private bool Meet(FlowState that, Sites sites, object at)
    {
        List<(object Place, int Mine, int Theirs)>? met = null;
        foreach (KeyValuePair<object, Value> pair in _values)
        {
            if (pair.Value is EntityValue a && that.Read(pair.Key) is EntityValue b && a.Id != b.Id && this[a.Id]?.Facts.States is { } kind && that[b.Id]?.Facts.States == kind)
            {
                (met ??= []).Add((pair.Key, a.Id, b.Id));
            }
        }

        bool changed = false;
        foreach ((object place, int mine, int theirs) in met ?? [])
        {
            int id = sites.Of((at, place));
            changed |= MeetAs(place, mine, id);
            that.MeetAs(place, theirs, id);
        }

        return changed;
    }

    /// <summary>On this path, the variable's object goes on under the id for: one object or the other. Nobody else is known to have that one.</summary>
    private bool MeetAs(object place, int own, int id)
    {
        if (own == id || _values[place] is not EntityValue value || value.Id != own)
        {
            return false;
        }

        Make(id, _entities[own] with { Origin = Origin.Elsewhere, Parent = -1 });
        _values[place] = value with { Id = id };
        return true;
    }

    private bool JoinEntities(FlowState that, Sites sites, object at)
    {
        List<KeyValuePair<int, EntityState>>? joined = null;
        foreach (KeyValuePair<int, EntityState> mine in _entities)
        {
            EntityState? theirs = that[mine.Key];
            EntityState both = theirs is null ? mine.Value with { Maybe = true }
                : ReferenceEquals(theirs, mine.Value) ? theirs
                : mine.Value.Join(theirs, mine.Value.Version == theirs.Version ? theirs.Version : sites.Of((at, mine.Key)));
            if (both != mine.Value)
            {
                (joined ??= []).Add(new(mine.Key, both));
            }
        }

        foreach (KeyValuePair<int, EntityState> theirs in that._entities)
        {
            if (!_entities.ContainsKey(theirs.Key))
            {
                (joined ??= []).Add(new(theirs.Key, theirs.Value with { Maybe = true }));
            }
        }

        foreach (KeyValuePair<int, EntityState> pair in joined ?? [])
        {
            _entities[pair.Key] = pair.Value;
        }

        return joined is not null;
    }

    private bool JoinValues(FlowState that)
    {
        List<KeyValuePair<object, Value>>? joined = null;
        bool changed = false;
        foreach (KeyValuePair<object, Value> mine in _values)
        {
            Value? theirs = that.Read(mine.Key);
            Value both = Join(mine.Key, mine.Value, theirs);
            if (both == Value.Unknown)
            {
                changed |= Lose(mine.Value) | Lose(theirs);
            }

            if (both != mine.Value)
            {
                (joined ??= []).Add(new(mine.Key, both));
            }
        }

        foreach (KeyValuePair<object, Value> theirs in that._values)
        {
            if (!_values.ContainsKey(theirs.Key))
            {
                (joined ??= []).Add(new(theirs.Key, Join(theirs.Key, null, theirs.Value)));
            }
        }

        foreach (KeyValuePair<object, Value> pair in joined ?? [])
        {
            _values[pair.Key] = pair.Value;
        }

        return changed || joined is not null;
    }

    /// <summary>An operation or a task that is held where nobody knows any more that it is this one: who waits for it, or is given it, moves the entity unseen.</summary>
    private bool Lose(Value? value)
    {
        if (value is not (OperationValue or TaskValue) || this[value.Subject] is not { Escaped: false } entity)
        {
            return false;
        }

        _entities[value.Subject] = entity with { Escaped = true };
        return true;
    }

    private static Value Join(object place, Value? mine, Value? theirs)
    {
        if (mine is null || theirs is null)
        {
            // A local without a value is not read; of a field without one nothing is known.
            return place is (not ISymbol) or ILocalSymbol ? mine ?? theirs! : Value.Unknown;
        }

        return mine == theirs ? mine
            : mine == Value.Null ? WithNull(theirs)
            : theirs == Value.Null ? WithNull(mine)
            : mine is EntityValue a && theirs is EntityValue b && a.Id == b.Id ? a with { MayBeNull = true }
            : Value.Unknown;
    }

    private static Value WithNull(Value value) => value is EntityValue entity ? entity with { MayBeNull = true } : value;

    private bool Forget(System.Func<Value, bool> condition) => Forget(PlacesOf(condition));

    private bool Forget(IEnumerable<object> places)
    {
        List<object> all = [.. places];
        foreach (object place in all)
        {
            _values[place] = Value.Unknown;
        }

        return all.Count > 0;
    }

    private static bool Speaks(Value value, int id) => value switch
    {
        TasksValue tasks => tasks.Parts.Any(part => Speaks(part, id)),
        TaskValue task => task.Id == id || Speaks(task.Result, id) || task.Told?.Speaks(id) == true,
        _ => value.Subject == id,
    };

    private static bool Speaks(Value value, int id, int version) => value switch
    {
        TasksValue tasks => tasks.Parts.Any(part => Speaks(part, id, version)),
        TaskValue { Told: { } told } when told.Speaks(id, version) => true,
        _ => value.Subject == id && value.Version == version,
    };

    private bool Same(FlowState other)
    {
        if (OthersRan != other.OthersRan || _values.Count != other._values.Count || _entities.Count != other._entities.Count)
        {
            return false;
        }

        foreach (KeyValuePair<int, EntityState> pair in _entities)
        {
            if (!other._entities.TryGetValue(pair.Key, out EntityState? entity) || entity != pair.Value)
            {
                return false;
            }
        }

        foreach (KeyValuePair<object, Value> pair in _values)
        {
            if (!other._values.TryGetValue(pair.Key, out Value? value) || value != pair.Value)
            {
                return false;
            }
        }

        return true;
    }
}
