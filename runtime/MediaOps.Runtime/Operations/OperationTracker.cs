using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Follows one operation: asks for its record, and for the entity where the record is missing. Safe for use by many threads.</summary>
internal sealed class OperationTracker
{
    private readonly TrackingDefinition? _tracking;
    private readonly OperationRecord? _record;
    private readonly string? _path;
    private OperationSnapshot _snapshot;
    private volatile bool _changeSeen;
    private int _misses;
    private int _unknownLogged;

    /// <summary>An operation that runs.</summary>
    public OperationTracker(ServiceConnection connection, TrackingDefinition tracking, string id, PollingDelay delay, OperationTarget? target)
    {
        Connection = connection;
        Id = id;
        Delay = delay;
        Target = target;
        _tracking = tracking;
        _record = new OperationRecord(tracking);
        _path = tracking.Poll.Expand(connection.Values.With("Handle", id));
        _snapshot = new OperationSnapshot(OperationState.InProgress, target?.EntityId);
    }

    /// <summary>An action that finished at once: never asked for again.</summary>
    public OperationTracker(ServiceConnection connection, OperationHandle done, PollingDelay delay, OperationTarget? target)
    {
        Connection = connection;
        Id = done.Text;
        Delay = delay;
        Target = target;
        _snapshot = new OperationSnapshot(OperationState.Succeeded, done.EntityId ?? target?.EntityId);
    }

    /// <summary>An operation whose id came from outside.</summary>
    /// <exception cref="ArgumentException">It cannot be a handle of this service, or the service has no operations.</exception>
    public static OperationTracker FromHandle(ServiceConnection connection, string id, PollingDelay? delay, OperationTarget? target)
    {
        OperationHandle handle = OperationHandle.Parse(id, connection.Definition.Name);
        if (handle.IsDone)
        {
            if (target is not null && handle.Entity != target.Definition.Name)
            {
                throw new ArgumentException($"The operation id belongs to a {handle.Entity}, not to a {target.Definition.Name}.", nameof(id));
            }

            EntityDefinition? entity = target?.Definition ?? connection.Entity(handle.Entity!);
            if (entity is null || !entity.Has(handle.Action!))
            {
                // Nobody made such a handle: what it names cannot have succeeded.
                throw new ArgumentException(
                    entity is null ? $"The operation id names an entity that {connection.Definition.Name} does not have." : $"The operation id names an action that a {entity.Name} does not have.",
                    nameof(id));
            }

            target?.Learn(handle.EntityId);
            return new OperationTracker(connection, handle, delay ?? PollingDelay.Default, target);
        }

        TrackingDefinition tracking = Array.Find(connection.Definition.Tracking, static _ => true)
            ?? throw new ArgumentException($"{connection.Definition.Name} has no operations that could be asked for by id.", nameof(id));
        return new OperationTracker(connection, tracking, id, delay ?? tracking.Delay, target);
    }

    public ServiceConnection Connection { get; }

    public string Id { get; }

    public PollingDelay Delay { get; }

    public OperationTarget? Target { get; }

    /// <summary>How long the service asked to wait when it accepted the action, or null.</summary>
    public TimeSpan? FirstHint { get; init; }

    public OperationSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>For messages, spans and metrics: <c>Start of Channel</c>.</summary>
    public string Subject => Target is not { } target ? "operation" : $"{target.Action?.Name ?? "operation"} of {target.Definition.Name}";

    /// <summary>Asks once.</summary>
    /// <param name="deadline">When the wait that asks is to end; null where none does.</param>
    /// <param name="async">Whether to leave the thread while waiting for the answer.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>How long the service asks to wait before the next poll, or null.</returns>
    /// <exception cref="ServiceException">The service could not be asked, or its answer is no record of an operation.</exception>
    // Pooled: what a call holds while it waits for the network serves the next call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TimeSpan?> PollAsync(Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        if (_tracking is null || Snapshot.IsOver)
        {
            return null;
        }

        ServiceResponse response;
        try
        {
            var request = new ServiceRequest(HttpMethod.Parse(_tracking.PollMethod), _path!) { IsWrite = false, Deadline = deadline };
            response = await Connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException missing) when (IsMissing(missing))
        {
            await AskEntityAsync(missing, async, cancellationToken).ConfigureAwait(false);
            return null;
        }

        using (response)
        {
            Interlocked.Exchange(ref _misses, 0);
            Observe(_record!.Read(response, Snapshot.TargetEntityId, out string status));
            if (Snapshot.State == OperationState.Unknown && Interlocked.Exchange(ref _unknownLogged, 1) == 0)
            {
                OperationLog.UnknownStatus(Connection.Logger, status, Id);
            }

            return response.RetryAfter;
        }
    }

    /// <summary>Whether the service says that it has no such record.</summary>
    public static bool IsMissing(ServiceException e) => e.Status is 404 or 410 || e.Category == "not-found";

    /// <summary>Records disappear some time after the end: the entity itself is the second witness.</summary>
    private async ValueTask AskEntityAsync(ServiceException missing, bool async, CancellationToken cancellationToken)
    {
        if (Target is not { EntityId: not null } target)
        {
            throw missing;
        }

        (bool exists, string? wire) = await target.ReadStateAsync(async, cancellationToken).ConfigureAwait(false);
        EntityOutcome outcome = EntityOutcome.Judge(target.Definition, target.Action, target.Expected, exists, wire, _changeSeen, firstMiss: Interlocked.Increment(ref _misses) == 1);
        if (outcome.ChangeSeen)
        {
            // Never back to false: a slower look at the entity does not unsee what another has seen.
            _changeSeen = true;
        }

        string seen = ErrorText.Clean(wire ?? "gone");
        OperationLog.RecordMissing(Connection.Logger, Id, target.Definition.Name, seen, outcome.Kind);
        if (outcome.Kind == OutcomeKind.Undecidable)
        {
            throw new ServiceException($"The service has no record of the operation, and {outcome.Reason}.", missing)
            {
                Status = missing.Status,
                ErrorCode = missing.ErrorCode,
                RequestId = missing.RequestId,
                ClientRequestId = missing.ClientRequestId,
                Category = missing.Category,
            };
        }

        bool unknown = exists && target.Definition.ByWire(wire) is null;
        OperationState state = outcome.Kind switch
        {
            OutcomeKind.Succeeded => OperationState.Succeeded,
            OutcomeKind.Failed => OperationState.Failed,
            _ => unknown ? OperationState.Unknown : OperationState.InProgress,
        };
        Observe(new OperationSnapshot(state, target.EntityId)
        {
            EntityState = wire,
            ErrorMessage = outcome.Kind == OutcomeKind.Failed ? $"The service has no record of the operation, and {outcome.Reason}." : null,
            RequestId = missing.RequestId,
        });
    }

    /// <summary>An end is final: an answer that was slower on the way does not undo it.</summary>
    private void Observe(OperationSnapshot next)
    {
        Target?.Learn(next.TargetEntityId);
        OperationSnapshot last = Snapshot;
        while (!last.IsOver)
        {
            OperationSnapshot seen = Interlocked.CompareExchange(ref _snapshot, next, last);
            if (ReferenceEquals(seen, last))
            {
                if (next.State is OperationState.Failed or OperationState.Canceled)
                {
                    Target?.Fail();
                }

                return;
            }

            last = seen;
        }
    }
}

internal static partial class OperationLog
{
    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The status '{Status}' of operation {OperationId} is not known; it is taken as still running for a limited number of polls")]
    public static partial void UnknownStatus(ILogger logger, string status, string operationId);

    [LoggerMessage(EventId = 31, Level = LogLevel.Information, Message = "The record of operation {OperationId} is missing; the {Entity} is '{State}': {Outcome}")]
    public static partial void RecordMissing(ILogger logger, string operationId, string entity, string state, OutcomeKind outcome);

    [LoggerMessage(EventId = 32, Level = LogLevel.Warning, Message = "The answer to {Action} of {Entity} was accepted, but its body cannot be read: {Reason}. Operation {OperationId} is followed all the same")]
    public static partial void BodyIgnored(ILogger logger, string action, string entity, string reason, string operationId);

    [LoggerMessage(EventId = 33, Level = LogLevel.Debug, Message = "Operation {OperationId}: poll {Polls} after {Elapsed}: {State}")]
    public static partial void Polled(ILogger logger, string operationId, int polls, TimeSpan elapsed, OperationState state);
}
