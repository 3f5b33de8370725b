using System.Diagnostics;

namespace MediaOps.Runtime;

/// <summary>
/// One wait for one operation: first pause, then ask, until the end is seen or the time is over; the last poll falls on the deadline.
/// Every form of waiting runs these steps: sync, async, and as a stream.
/// </summary>
internal sealed class OperationWait : IDisposable
{
    /// <summary>So many answers in a row may be unknown. A service may grow a state; it does not speak nonsense for long.</summary>
    private const int MaxUnknown = 10;

    private readonly Operation _operation;
    private readonly OperationTracker _tracker;
    private readonly PollingPlan _plan;
    private readonly CancellationToken _cancellationToken;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly Activity? _activity;
    private TimeSpan? _retryAfter;
    private PollDelay _next;
    private int _polls;
    private int _unknown;

    public OperationWait(Operation operation, OperationTracker tracker, in PollingPlan plan, CancellationToken cancellationToken)
    {
        _operation = operation;
        _tracker = tracker;
        _plan = plan;
        _cancellationToken = cancellationToken;
        _clock = tracker.Connection.Options.TimeProvider;
        _start = _clock.GetTimestamp();
        _activity = WaitTelemetry.Begin(tracker.Connection.Definition.Name, tracker.Subject, tracker.Id);
        _retryAfter = tracker.FirstHint;
    }

    /// <summary>Whether the operation has come to its end.</summary>
    public bool IsOver => _tracker.Snapshot.IsOver;

    private TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>The whole wait: until the operation has succeeded and the entity is up to date.</summary>
    /// <remarks>A process may wait for very many operations: while time passes, this method's state and the timer are all that is held.</remarks>
    public async ValueTask RunAsync(bool async)
    {
        try
        {
            _next = Schedule();
            Report();
            while (!IsOver)
            {
                await PauseAsync(async).ConfigureAwait(false);
                await PollAsync(async).ConfigureAwait(false);
                Report();
            }

            await FinishAsync(async).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsEnd(e))
        {
            throw End(e);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Begins the wait, for those who look on.</summary>
    public OperationProgress Begin()
    {
        try
        {
            _next = Schedule();
            return Progress();
        }
        catch (Exception e) when (!IsEnd(e))
        {
            throw End(e);
        }
    }

    /// <summary>One step of the wait, for those who look on: pauses, then asks once; after the end, brings the entity up to date.</summary>
    public async ValueTask StepAsync()
    {
        try
        {
            if (IsOver)
            {
                await FinishAsync(async: true).ConfigureAwait(false);
                return;
            }

            await PauseAsync(async: true).ConfigureAwait(false);
            await PollAsync(async: true).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsEnd(e))
        {
            throw End(e);
        }
    }

    private ValueTask PauseAsync(bool async) => Pause.ForAsync(async, _clock, _next.Value, _cancellationToken);

    /// <exception cref="OperationTimeoutException">The poll at the deadline did not see the end.</exception>
    /// <exception cref="OperationPollException">The service could not be asked, or answers nothing that is understood.</exception>
    private async ValueTask PollAsync(bool async)
    {
        try
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _retryAfter = await _tracker.PollAsync(new Deadline(_clock, _start, _plan.Timeout), async, _cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e) when (Elapsed >= _plan.Timeout && IsPassing(e))
        {
            throw TimedOut(e);
        }
        catch (ServiceException e)
        {
            throw new OperationPollException($"The {_tracker.Title} could not be asked for. {e.Message}", _tracker.Id, _tracker.Snapshot.State, e);
        }

        _polls++;
        OperationState state = _tracker.Snapshot.State;
        OperationLog.Polled(_tracker.Connection.Logger, _tracker.Id, _polls, Elapsed, state);
        WaitTelemetry.Polled(_activity, _polls, state, Elapsed);
        if (IsOver)
        {
            return;
        }

        CheckUnknown(state);
        if (_next.Reason == DelayReason.Deadline)
        {
            throw TimedOut(cause: null);
        }

        _next = Schedule();
    }

    /// <summary>Turns the end into a result: success brings the entity up to date, anything else is thrown.</summary>
    /// <exception cref="OperationFailedException">The service says that the operation failed or was canceled.</exception>
    private async ValueTask FinishAsync(bool async)
    {
        if (_tracker.Snapshot.State != OperationState.Succeeded)
        {
            throw _operation.Failure();
        }

        try
        {
            await _tracker.SettleAsync(new Deadline(_clock, _start, _plan.Timeout), async, _cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw new OperationPollException($"The {_tracker.Title} succeeded, but the entity could not be read. {e.Message}", _tracker.Id, OperationState.Succeeded, e);
        }
    }

    /// <summary>How the wait stands.</summary>
    public OperationProgress Progress()
    {
        OperationSnapshot last = _tracker.Snapshot;
        return new OperationProgress(_tracker.Id, last.State, last.EntityState, _polls, Elapsed, last.IsOver ? null : _next.Value, last.IsOver ? null : _next.Reason);
    }

    public void Dispose()
        => WaitTelemetry.End(_activity, _tracker.Connection.Definition.Name, _tracker.Subject, _tracker.Snapshot, _polls, Elapsed, _next.Value);

    private void Report() => _plan.Progress?.Report(Progress());

    private PollDelay Schedule() => PollSchedule.Next(_plan.Strategy, Context(), _retryAfter);

    private PollingContext Context() => new()
    {
        Elapsed = Elapsed,
        Polls = _polls,
        Minimum = _tracker.Delay.Min,
        Interval = _tracker.Delay.Interval,
        Typical = _tracker.Delay.Typical,
        Timeout = _plan.Timeout,
        Sample = Random.Shared.NextDouble(),
    };

    private void CheckUnknown(OperationState state)
    {
        _unknown = state == OperationState.Unknown ? _unknown + 1 : 0;
        if (_unknown >= MaxUnknown)
        {
            throw new OperationPollException(
                $"The {_tracker.Title} was answered {_unknown} times in a row with a status that the schema does not know.",
                _tracker.Id,
                state,
                new ServiceException("The service's status is not known to the schema; a newer client may know it."));
        }
    }

    private OperationTimeoutException TimedOut(ServiceException? cause)
    {
        OperationSnapshot last = _tracker.Snapshot;
        return new OperationTimeoutException(
            $"The {_tracker.Title} was still {last.State} after {Elapsed} and {_polls} polls.{(cause is null ? "" : $" The last one failed: {cause.Message}")} It goes on at the service; ask again by its id.",
            _tracker.Id,
            last.State,
            cause)
        {
            LastEntityState = last.EntityState,
            Polls = _polls,
            Waited = Elapsed,
            NextDelay = PollSchedule.Wanted(_plan.Strategy, Context(), _retryAfter).Value,
        };
    }

    /// <summary>Whether a later poll might have gone well: then it is the time that ended the wait.</summary>
    private static bool IsPassing(ServiceException e) => e.Status is 408 or 429 or >= 500 || e.InnerException is HttpRequestException or IOException or TimeoutException;

    /// <summary>Whether it tells the handle already: each end of a wait does, so that nobody loses an operation that runs.</summary>
    private static bool IsEnd(Exception e) => e is OperationFailedException or OperationPollException or OperationTimeoutException;

    private Exception End(Exception cause) => cause is OperationCanceledException canceled && _cancellationToken.IsCancellationRequested
        ? Canceled(canceled)
        : new OperationPollException(
            $"Waiting for the {_tracker.Title} broke off: {ErrorText.Clean(cause.Message)} The operation goes on at the service; ask again by its id.",
            _tracker.Id,
            _tracker.Snapshot.State,
            cause);

    private OperationWaitCanceledException Canceled(OperationCanceledException cause)
        => new(
            $"Waiting for the {_tracker.Title} was canceled. The operation goes on at the service; ask again by its id.",
            _tracker.Id,
            _tracker.Snapshot.State,
            cause,
            _cancellationToken)
        {
            Polls = _polls,
        };
}
