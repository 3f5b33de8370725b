using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>What an entity object of a client stands on. It knows no state of its own: its record does.</summary>
public sealed class RemoteEntity
{
    private readonly HashSet<int> _edits = [];
    private readonly HashSet<int> _same = [];
    private readonly Dictionary<int, int> _times = [];
    private RemoteEntity? _parent;
    private Flight? _sent;

    internal RemoteEntity(World world, Record record)
    {
        World = world;
        Record = record;
        record.Objects++;
    }

    /// <summary>Where it lives.</summary>
    public World World { get; }

    /// <summary>Its id.</summary>
    public string Id => Record.Id;

    /// <summary>Its state, as it is now.</summary>
    public int State => Record.Visible;

    /// <summary>Its parent, as an object of its own.</summary>
    public RemoteEntity Parent => _parent ??= new RemoteEntity(World, Record.Parent!);

    internal Record Record { get; }

    /// <summary>Edits a property. It may have that value already: then there is nothing to send.</summary>
    public void Set(int property)
    {
        _edits.Add(property);
        _times[property] = _times.GetValueOrDefault(property) + 1;
        if (World.Random.Chance(0.15))
        {
            _same.Add(property);
        }
        else
        {
            _same.Remove(property);
        }
    }

    /// <summary>Reads it: what others did to it comes to light, and edits are lost.</summary>
    public void Refresh(int line)
    {
        BeginRead(line);
        Read();
    }

    /// <inheritdoc cref="Refresh"/>
    public Task RefreshAsync(int line)
    {
        BeginRead(line);
        return World.Later(Record, () =>
        {
            Read();
            return true;
        });
    }

    /// <summary>Does an action to its end.</summary>
    public void Run(int action, int line)
    {
        if (Begin(action, line) is { } flight)
        {
            flight.Finish();
        }
    }

    /// <inheritdoc cref="Run"/>
    public Task RunAsync(int action, int line)
    {
        try
        {
            Flight? flight = Begin(action, line);
            return World.Later(Record, () =>
            {
                flight?.Finish();
                return true;
            });
        }
        catch (Exception e) when (e is ServiceException or InvalidEntityStateException)
        {
            return Task.FromException(e);
        }
    }

    /// <summary>Begins an action.</summary>
    public Operation<T> Send<T>(int action, T self, int line)
        where T : class
    {
        Flight? flight = Begin(action, line);
        LoseAnswer(flight);
        return new RemoteOperation<T>(World, flight, this, self);
    }

    /// <inheritdoc cref="Send"/>
    public Task<Operation<T>> SendAsync<T>(int action, T self, int line)
        where T : class
    {
        try
        {
            Flight? flight = Begin(action, line);
            return World.Later<Operation<T>>(record: null, () =>
            {
                LoseAnswer(flight);
                return new RemoteOperation<T>(World, flight, this, self);
            });
        }
        catch (Exception e) when (e is ServiceException or InvalidEntityStateException)
        {
            return Task.FromException<Operation<T>>(e);
        }
    }

    /// <summary>An operation that somebody else has begun.</summary>
    public Operation<T> Given<T>(T self)
        where T : class
    {
        ActionModel[] possible = Record.IsPromised || Record.Flight is not null ? [] : [.. Record.Model.Actions.Where(action => Record.Allows(action, []))];
        Flight? flight = possible.Length == 0 ? null : new Flight(World, Record, World.Random.One(possible), static () => { });
        return new RemoteOperation<T>(World, flight, this, self);
    }

    /// <summary>What a method of the program demands of its parameter; its body would be about nothing where that is not so.</summary>
    public void Expect(int state, int line)
    {
        World.Judge(line, !Record.IsGone && Record.IsIn([state]));
        if (Record.IsGone || Record.State != state)
        {
            throw new InvalidOperationException("It is not in the state that was promised.");
        }
    }

    /// <summary>Somebody needs it in a state; he gets hold of it, too.</summary>
    public void Need(int state, int line)
    {
        World.Judge(line, !Record.IsGone && Record.IsIn([state]));
        World.Escape(this);
        World.Disturb();
    }

    /// <summary>How it stands with what this object has sent.</summary>
    private void Poll()
    {
        if (Record.Flight is { } flight && ReferenceEquals(flight, _sent))
        {
            flight.Poll();
        }
    }

    private Flight? Begin(int index, int line)
    {
        World.Turn();
        ActionModel action = Record.Model.Actions[index];
        bool isValid = Record.Allows(action, _edits);
        World.Judge(line, isValid);

        // An update that was not possible and had nothing to send goes through by that luck, which makes it no better.
        bool sendsNothing = action.Kind == ActionKind.Update && _edits.IsSubsetOf(_same) && !Record.IsGone;
        if (!isValid && !sendsNothing)
        {
            throw new InvalidEntityStateException("It is not possible now.", Record.Model.Name, Id, action.Name, Record.Model.States[Record.Visible], []);
        }

        if (World.Fault())
        {
            throw new ServiceException("The service cannot be reached.");
        }

        if (sendsNothing)
        {
            _edits.Clear();
            return null;
        }

        // What was edited again while it was on its way is to be sent again.
        (int Property, int Time)[] sent = action.Kind == ActionKind.Update ? [.. _edits.Select(property => (property, _times[property]))] : [];
        return _sent = new Flight(World, Record, action, () => _edits.ExceptWith(sent.Where(edit => _times[edit.Property] == edit.Time).Select(edit => edit.Property)));
    }

    private void LoseAnswer(Flight? flight)
    {
        if (flight is not null && World.Fault())
        {
            flight.Lose();
            throw new ServiceException("The answer was lost.");
        }
    }

    // Reading what is gone is how one learns that it is gone: nobody has to report it.
    private void BeginRead(int line)
    {
        World.Turn();
        if (!Record.IsGone)
        {
            World.Judge(line, isValid: true);
        }
    }

    private void Read()
    {
        if (Record.Flight is { IsOver: false })
        {
            Poll();
        }
        else if (Record.Objects == 1 && World.Random.Chance(0.5))
        {
            // Where the program has a second object of the record, nobody could tell which of the two is the newer one.
            World.Change(Record);
        }

        _edits.Clear();
        if (Record.IsGone || World.Fault())
        {
            throw new ServiceException("It could not be read.");
        }
    }
}
