using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>
/// The service, and everybody else, in one run of one program. Single-threaded: what a program awaits is completed by <see cref="Drive"/>, one at a time, by chance.
/// </summary>
public sealed class World
{
    private const int Fuel = 150;

    private readonly Journal _journal;
    private readonly double _faults;
    private readonly bool _isEager;
    private readonly List<Record> _records = [];
    private readonly List<Record> _escaped = [];
    private readonly List<Func<Task>> _deferred = [];
    private readonly List<Pending> _pending = [];
    private int _calls;

    /// <summary>A new world.</summary>
    /// <param name="service">The service in it.</param>
    /// <param name="journal">Where it is written down what happens.</param>
    /// <param name="seed">What everything follows from.</param>
    /// <param name="faults">How probable it is that something goes wrong.</param>
    /// <param name="isEager">Whether everything is done when it is asked for, so that a program may block.</param>
    internal World(ServiceModel service, Journal journal, int seed, double faults, bool isEager)
    {
        Service = service;
        Random = new Random(seed);
        _journal = journal;
        _faults = faults;
        _isEager = isEager;
        foreach (EntityModel entity in service.Entities)
        {
            if (Random.Chance(0.5))
            {
                NewRecord(entity, parent: null);
            }
        }
    }

    /// <summary>Chance, for programs too: a type of the framework, which no analyzer has to fear.</summary>
    public Random Random { get; }

    internal ServiceModel Service { get; }

    /// <summary>Whether the run has gone on for too long: nothing is written down any more, and no await ends.</summary>
    private bool IsOver => _calls > Fuel;

    /// <summary>Writes down how a comparison came out.</summary>
    public bool Test(int line, string text, bool isTrue)
    {
        if (!IsOver)
        {
            _journal.Test(line, text, isTrue);
        }

        return isTrue;
    }

    /// <summary>An entity that a program gets as its parameter.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="states">The states of which it has one; null for any.</param>
    /// <param name="mayBeKnown">Whether it may be one that the program already has.</param>
    public RemoteEntity Parameter(int kind, int[]? states, bool mayBeKnown)
    {
        EntityModel model = Service.Entities[kind];
        if (mayBeKnown && Random.Chance(0.4) && Random.OneOrDefault(_records.FindAll(record => record.Model == model && (states is null || !record.IsGone && states.Contains(record.State)))) is { } known)
        {
            known.IsPromised |= states is not null;
            return new RemoteEntity(this, known);
        }

        Record record = NewRecord(model, parent: null);
        if (states is not null)
        {
            record.State = Random.One(states);
            record.IsPromised = true;
        }

        return new RemoteEntity(this, record);
    }

    /// <summary>A new entity in one of some states.</summary>
    public RemoteEntity Obtain(int kind, int[] states)
    {
        Turn();
        return Parameter(kind, states, mayBeKnown: true);
    }

    /// <summary>Somebody else gets hold of an entity: from now on he may do something to it whenever the program does not look.</summary>
    public void Escape(RemoteEntity? entity)
    {
        if (entity is not null && !_escaped.Contains(entity.Record))
        {
            _escaped.Add(entity.Record);
        }
    }

    /// <summary>Somebody else gets hold of code.</summary>
    public void Defer(Func<Task> action) => _deferred.Add(action);

    /// <summary>Somebody else has his turn.</summary>
    public void Disturb()
    {
        foreach (Record record in _escaped.Where(record => !_pending.Exists(pending => ReferenceEquals(pending.Record, record))))
        {
            if (Random.Chance(0.4))
            {
                Change(record);
            }
        }

        foreach (Func<Task> action in _deferred.ToArray())
        {
            if (Random.Chance(0.5))
            {
                _deferred.Remove(action);
                Ignore(action);
            }
        }
    }

    /// <summary>A pause, in which others have their turn.</summary>
    public Task PauseAsync()
    {
        Disturb();
        return Later(record: null, static () => true);
    }

    /// <summary>Whether something must not be so; written down for the line, and nothing else.</summary>
    internal void Judge(int line, bool isValid)
    {
        if (!IsOver)
        {
            _journal.Call(line, isValid);
        }
    }

    internal bool Fault() => Random.Chance(_faults);

    /// <summary>Every call goes through here: time passes, and what is awaited later may be done by now.</summary>
    internal void Turn()
    {
        _calls++;
        foreach (Pending pending in _pending)
        {
            if (Random.Chance(0.2))
            {
                pending.Settle();
            }
        }
    }

    /// <summary>Something that takes time: done at once, meanwhile, or when it is awaited.</summary>
    internal Task<T> Later<T>(Record? record, Func<T> finish)
    {
        var pending = new Pending<T>(record, finish);
        if (_isEager || Random.Chance(0.3))
        {
            pending.Settle();
            pending.Complete();
        }
        else
        {
            _pending.Add(pending);
        }

        return pending.Task;
    }

    internal Record NewRecord(EntityModel model, Record? parent)
    {
        if (model.Parent is { } kind)
        {
            parent ??= Random.OneOrDefault(_records.FindAll(record => record.Model.Index == kind)) ?? NewRecord(Service.Entities[kind], parent: null);
        }

        var record = new Record(model, "id" + _records.Count, parent, Random.Chance(0.04) ? 0 : Random.One([.. model.Living]));
        _records.Add(record);
        parent?.Children.Add(record);
        return record;
    }

    /// <summary>The record with an id, or any for an id that nobody has.</summary>
    internal Record Find(EntityModel model, string id) =>
        _records.Find(record => record.Model == model && record.Id == id) ?? Random.OneOrDefault(_records.FindAll(record => record.Model == model)) ?? NewRecord(model, parent: null);

    /// <summary>What is listed: a few of those that exist.</summary>
    internal IReadOnlyList<Record> List(EntityModel model, Record? parent)
    {
        List<Record> all = _records.FindAll(record => record.Model == model && !record.IsGone && (parent is null || record.Parent == parent));
        return [.. Random.Some(all, 2)];
    }

    /// <summary>Somebody else does something to a record.</summary>
    internal void Change(Record record)
    {
        record.Flight = null;
        record.IsGone |= Random.Chance(0.05);
        record.State = Random.Chance(0.05) ? 0 : Random.One([.. record.Model.Living]);
    }

    /// <summary>Runs a program to its end, or as long as it goes.</summary>
    internal void Drive(Func<World, Task> program)
    {
        Task main;
        try
        {
            main = program(this);
        }
        catch (Exception e) when (IsExpected(e))
        {
            return;
        }

        while (!main.IsCompleted && !IsOver && _pending.Count > 0)
        {
            Disturb();
            if (Random.OneOrDefault(_pending) is { } next)
            {
                _calls++;
                _pending.Remove(next);
                next.Settle();
                next.Complete();
            }
        }

        if (main.Exception?.InnerException is { } thrown && !IsExpected(thrown))
        {
            throw new InvalidOperationException("A program did what it must not do.", thrown);
        }
    }

    // What a program may end with: the service's faults, null where it did not look, and a target that is not known yet.
    private static bool IsExpected(Exception e) => e is ServiceException or NullReferenceException or InvalidOperationException or OperationCanceledException or AggregateException;

    private static void Ignore(Func<Task> action)
    {
        try
        {
            // Whoever was given the code does not wait for what it does; the world goes on with it.
            _ = action();
        }
        catch (Exception e) when (IsExpected(e))
        {
            // It is not the program that is told.
        }
    }

    private abstract class Pending(Record? record)
    {
        public Record? Record { get; } = record;

        public abstract void Settle();

        public abstract void Complete();
    }

    private sealed class Pending<T>(Record? record, Func<T> finish) : Pending(record)
    {
        private readonly TaskCompletionSource<T> _source = new();
        private Action? _complete;

        public Task<T> Task => _source.Task;

        public override void Settle()
        {
            if (_complete is not null)
            {
                return;
            }

            try
            {
                T result = finish();
                _complete = () => _source.SetResult(result);
            }
            catch (Exception e) when (IsExpected(e))
            {
                _complete = () => _source.SetException(e);
            }
        }

        public override void Complete() => _complete!();
    }
}
