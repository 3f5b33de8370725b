using System.Runtime.CompilerServices;
using MediaOps.Runtime;

namespace MediaOps;

/// <summary>
/// A long-running action on the service, as it was when it was last asked for. Its <see cref="Id"/> can be stored and asked for again by another
/// process. Safe for use by many threads. Members are virtual and the constructor is protected, so that tests can make their own.
/// </summary>
public class Operation : IOperation
{
    private readonly OperationTracker? _tracker;

    /// <summary>Makes an operation without a service behind it, for tests: override what the test calls.</summary>
    protected Operation()
    {
    }

    internal Operation(OperationTracker tracker) => _tracker = tracker;

    /// <inheritdoc/>
    public virtual string Id => Tracker.Id;

    /// <inheritdoc/>
    public virtual OperationState State => Tracker.Snapshot.State;

    /// <inheritdoc/>
    public virtual string? TargetEntityId => Tracker.Snapshot.TargetEntityId;

    /// <inheritdoc/>
    public virtual string? ErrorCode => Tracker.Snapshot.ErrorCode;

    /// <inheritdoc/>
    public virtual string? ErrorMessage => Tracker.Snapshot.ErrorMessage;

    /// <summary>How long to wait between two calls of <see cref="Refresh"/>: the interval that the service documents (<c>delay.interval</c> of the schema), else the floor (<c>delay.min</c>).</summary>
    public virtual TimeSpan PollingInterval => Tracker.Delay.Interval ?? Tracker.Delay.Min;

    private protected OperationTracker Tracker
        => _tracker ?? throw new InvalidOperationException("This operation was made without a service behind it: override the members that the test calls.");

    /// <summary>Asks the service once. Sends nothing where the operation is known to be over.</summary>
    /// <param name="cancellationToken">Stops asking; the operation goes on.</param>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of the operation and the entity's state does not tell how it ended.</exception>
    [StateRefresh]
    public virtual void Refresh(CancellationToken cancellationToken = default)
        => Tracker.PollAsync(deadline: null, async: false, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Refresh"/>
    /// <returns>The end of the request.</returns>
    [StateRefresh]
    public virtual Task RefreshAsync(CancellationToken cancellationToken = default)
        => Tracker.PollAsync(deadline: null, async: true, cancellationToken).AsTask();

    /// <summary>Waits until the operation has succeeded, and brings the entity object that sent it up to date.</summary>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; the operation goes on.</param>
    /// <exception cref="OperationFailedException">The service says that it failed or was canceled.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationPollException">The service could not be asked.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled; the operation goes on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not positive, or is endless.</exception>
    [OperationWait]
    public virtual void WaitForCompletion(PollingOptions? polling = null, CancellationToken cancellationToken = default)
        => WaitAsync(async: false, Plan(polling), cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="WaitForCompletion"/>
    /// <returns>The end of the wait.</returns>
    [OperationWait]
    public virtual Task WaitForCompletionAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default)
        => WaitAsync(async: true, Plan(polling), cancellationToken).AsTask();

    /// <summary>
    /// Waits for many operations at the same time, also of different clients: the whole takes as long as the slowest. One that fails, times out or cannot be
    /// asked for ends nothing but its own wait. There is no sync form: it would wait for one after the other, and each one's time-out would begin late.
    /// </summary>
    /// <param name="operations">The operations.</param>
    /// <param name="polling">How to poll, for each; null for what the client's options and the schema say. Its progress is told by many waits at once: the operation's id tells them apart.</param>
    /// <param name="cancellationToken">Stops all waits, whose outcomes then are <see cref="OperationWaitCanceledException"/>; the operations go on.</param>
    /// <returns>How each wait ended, in the order of the operations.</returns>
    /// <exception cref="ArgumentException">There is none where an operation should be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not positive, or is endless.</exception>
    public static async Task<IReadOnlyList<OperationOutcome>> WaitAllAsync(
        IEnumerable<Operation> operations, PollingOptions? polling = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Operation[] all = [.. operations];
        if (Array.IndexOf(all, null) is >= 0 and int missing)
        {
            throw new ArgumentException($"The operation at index {missing} is null.", nameof(operations));
        }

        return await Task.WhenAll(all.Select(operation => OperationOutcome.OfAsync(operation, polling, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Waits as <see cref="WaitForCompletionAsync"/> does, with the same ends, and tells how the wait stands before the first poll and after each one.</summary>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; the operation goes on.</param>
    /// <returns>The progress; ends when the operation has succeeded.</returns>
    /// <exception cref="OperationFailedException">The service says that it failed or was canceled.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationPollException">The service could not be asked.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled; the operation goes on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not positive, or is endless.</exception>
    public virtual IAsyncEnumerable<OperationProgress> WatchAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default)
        => WatchCoreAsync(Plan(polling), cancellationToken);

    /// <summary>Asks the service to cancel the operation. Whether it does is told by later polls: the state may become <see cref="OperationState.Canceled"/>, or the operation ends before.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="NotSupportedException">The service has no such request.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public virtual void CancelOperation(CancellationToken cancellationToken = default) => Tracker.CancelAsync(async: false, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="CancelOperation"/>
    /// <returns>The end of the request.</returns>
    public virtual Task CancelOperationAsync(CancellationToken cancellationToken = default) => Tracker.CancelAsync(async: true, cancellationToken).AsTask();

    /// <summary>What a failure of the operation is told as.</summary>
    internal OperationFailedException Failure()
    {
        OperationSnapshot last = Tracker.Snapshot;
        string how = last.State == OperationState.Canceled ? "was canceled" : "failed";
        string code = last.ErrorCode is null ? "" : $" with {last.ErrorCode}";
        string words = string.IsNullOrWhiteSpace(last.ErrorMessage) ? "" : $": {last.ErrorMessage}";
        return new OperationFailedException($"The {Tracker.Title} {how}{code}{words}", this)
        {
            RequestId = last.RequestId,
            Category = Tracker.Connection.Definition.Errors.Find(last.ErrorCode)?.Category,
        };
    }

    internal ValueTask WaitAsync(bool async, PollingPlan plan, CancellationToken cancellationToken)
        => new OperationWait(this, Tracker, in plan, cancellationToken).RunAsync(async);

    private PollingPlan Plan(PollingOptions? polling) => PollingPlan.For(polling, Tracker.Connection.Options.Polling, Tracker.Delay);

    private async IAsyncEnumerable<OperationProgress> WatchCoreAsync(PollingPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var wait = new OperationWait(this, Tracker, in plan, cancellationToken);
        yield return wait.Begin();
        while (!wait.IsOver)
        {
            await wait.StepAsync().ConfigureAwait(false);
            yield return wait.Progress();
        }

        await wait.StepAsync().ConfigureAwait(false);
    }
}

/// <summary>A long-running action on a known kind of entity.</summary>
/// <typeparam name="TTarget">The entity.</typeparam>
public class Operation<TTarget> : Operation
    where TTarget : class
{
    private readonly IEntitySource<TTarget>? _source;

    /// <summary>Makes an operation without a service behind it, for tests: override what the test calls.</summary>
    protected Operation()
    {
    }

    internal Operation(OperationTracker tracker, IEntitySource<TTarget> source)
        : base(tracker) => _source = source;

    private IEntitySource<TTarget> Source
        => _source ?? throw new InvalidOperationException("This operation was made without a service behind it: override the members that the test calls.");

    /// <summary>Reads the entity that the operation works on.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The entity as it is now: the object that sent the operation, where there is one.</returns>
    /// <exception cref="InvalidOperationException">The service has not yet told which entity it is: wait for the operation first.</exception>
    /// <exception cref="ServiceException">The entity could not be read, or does not exist any more.</exception>
    [StateRefresh]
    public virtual TTarget GetTarget(CancellationToken cancellationToken = default)
        => Source.ReadEntityAsync(async: false, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetTarget"/>
    [StateRefresh]
    public virtual Task<TTarget> GetTargetAsync(CancellationToken cancellationToken = default)
        => Source.ReadEntityAsync(async: true, cancellationToken).AsTask();
}

/// <summary>A long-running action on a known kind of entity that returns a value.</summary>
/// <typeparam name="TTarget">The entity.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public class Operation<TTarget, TValue> : Operation<TTarget>
    where TTarget : class
{
    private readonly ResultReader<TValue>? _value;

    /// <summary>Makes an operation without a service behind it, for tests: override what the test calls.</summary>
    protected Operation()
    {
    }

    internal Operation(OperationTracker tracker, IEntitySource<TTarget> source, ResultReader<TValue> value)
        : base(tracker, source) => _value = value;

    /// <summary>The value that the action returned. Asks the service where it has not been read yet.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The value; the default where the service succeeded without one.</returns>
    /// <exception cref="InvalidOperationException">The operation has not finished: wait for it first. Or it finished at once, and its handle, which is all that is left of it, does not hold the value.</exception>
    /// <exception cref="OperationFailedException">The service says that it failed or was canceled.</exception>
    /// <exception cref="ServiceException">The value could not be read.</exception>
    public virtual TValue? GetValue(CancellationToken cancellationToken = default) => ValueAsync(async: false, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetValue"/>
    public virtual Task<TValue?> GetValueAsync(CancellationToken cancellationToken = default) => ValueAsync(async: true, cancellationToken).AsTask();

    private async ValueTask<TValue?> ValueAsync(bool async, CancellationToken cancellationToken)
    {
        OperationTracker tracker = Tracker;
        switch (tracker.Snapshot.State)
        {
            case OperationState.Succeeded:
                break;
            case OperationState.Failed or OperationState.Canceled:
                throw Failure();
            default:
                throw new InvalidOperationException($"The {tracker.Subject} has not finished: wait for it before its value is asked for.");
        }

        await tracker.SettleAsync(deadline: null, async, cancellationToken).ConfigureAwait(false);
        return _value!.IsTaken || !tracker.WasDone
            ? _value.Value
            : throw new InvalidOperationException($"The {tracker.Subject} finished at once; its value was in the answer, and its id does not hold it.");
    }
}
