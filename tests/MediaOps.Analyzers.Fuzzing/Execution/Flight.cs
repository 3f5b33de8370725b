using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>An action that the service has accepted.</summary>
internal sealed class Flight
{
    private readonly World _world;
    private readonly Record _record;
    private readonly ActionModel _action;
    private readonly int _before;
    private readonly Action _onSuccess;
    private Exception? _failure;

    public Flight(World world, Record record, ActionModel action, Action onSuccess)
    {
        _world = world;
        _record = record;
        _action = action;
        _before = record.State;
        _onSuccess = onSuccess;
        if (Moves)
        {
            record.Flight = this;
        }

        if (action.Via.Count > 0)
        {
            record.State = world.Random.One(action.Via);
        }
    }

    public bool IsOver { get; private set; }

    private bool Ends => _action.To.Count > 0 || _action.Kind == ActionKind.Delete;

    // An update, say, overtakes nothing.
    private bool Moves => Ends || _action.Via.Count > 0;

    /// <summary>Ends it, well or badly; what is over ends as it did before.</summary>
    /// <exception cref="ServiceException">It failed, or the service could not be asked.</exception>
    public void Finish()
    {
        if (IsOver)
        {
            Rethrow();
            return;
        }

        bool fault = _world.Fault();
        if (fault && _world.Random.Chance(0.3))
        {
            throw new ServiceException("The service could not be asked how far it is.");
        }

        IsOver = true;
        if (fault)
        {
            _failure = new OperationCanceledByService();
            Move(_world.Random.One([.. _action.AfterFault(_before)]));
        }
        else
        {
            _onSuccess();
            Move(_action.Kind == ActionKind.Delete ? _record.Model.Gone : _action.To.Count > 0 ? _world.Random.One(_action.To) : _before);
        }

        Rethrow();
    }

    /// <summary>The answer to a call is lost, although it was accepted.</summary>
    public void Lose()
    {
        IsOver = _world.Random.Chance(0.5);
        if (IsOver)
        {
            Move(_world.Random.One([.. _action.AfterFault(_before)]));
        }
    }

    /// <summary>Asks how far it is, which may find it over.</summary>
    public void Poll()
    {
        if (IsOver || _world.Random.Chance(0.5))
        {
            return;
        }

        try
        {
            Finish();
        }
        catch (ServiceException)
        {
            // A poll only tells; the one who waits is told by the wait.
        }
    }

    private void Move(int state)
    {
        if (_action.Kind == ActionKind.Delete && (_failure is null || _world.Random.Chance(0.2)))
        {
            _record.IsGone = true;
            return;
        }

        // What began later decides; now and then the service is late with what began before.
        bool isLatest = Moves ? ReferenceEquals(_record.Flight, this) : _failure is not null && state != _before;
        bool isLate = Ends && _failure is null && _world.Random.Chance(0.3);
        bool isLiving = state == 0 || state != _record.Model.Gone;
        if ((isLatest || isLate) && isLiving)
        {
            _record.State = state;
        }
    }

    private void Rethrow()
    {
        if (_failure is not null)
        {
            throw _failure;
        }
    }
}

/// <summary>The service says that an operation failed.</summary>
internal sealed class OperationCanceledByService() : ServiceException("The operation failed.");
