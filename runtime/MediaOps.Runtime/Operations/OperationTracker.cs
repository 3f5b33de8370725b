using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Follows one operation: asks for its record, and for the entity where the record is missing. Safe for use by many threads.</summary>
internal sealed class OperationTracker
{
    private static readonly string[] Location = ["Location"];
    private readonly Followed? _followed;
    private OperationSnapshot _snapshot;
    private Uri? _url;
    private Uri? _result;
    private volatile bool _changeSeen;
    private int _misses;
    private int _unknownLogged;

    /// <summary>An operation that runs, or was over when it was accepted.</summary>
    public OperationTracker(ServiceConnection connection, Followed followed, PollingDelay delay, OperationTarget? target, string? entityId)
    {
        Connection = connection;
        Id = followed.Id;
        Delay = delay;
        Target = target;
        _followed = followed;
        _url = followed.Url;
        _result = followed.Result;
        _snapshot = new OperationSnapshot(OperationState.InProgress, entityId);
        if (followed.First is { } first)
        {
            Observe(first);
        }
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

    /// <summary>An action of ours that finished at once.</summary>
    public static OperationTracker Done(ServiceConnection connection, OperationTarget target, PathValues address)
    {
        string?[] values = [.. target.Definition.AddressValues(address, target.EntityId)];
        return new(connection, OperationHandle.ForDone(connection.Definition.Name, target.Definition.Name, target.Action!.Name, values), target.Action.Waiting, target);
    }

    public ServiceConnection Connection { get; }

    public string Id { get; }

    public PollingDelay Delay { get; }

    public OperationTarget? Target { get; }

    /// <summary>Whether the operation was over when it was accepted, without anything that could be asked for.</summary>
    public bool WasDone => _followed is null;

    /// <summary>How long the service asked to wait when it accepted the action, or null.</summary>
    public TimeSpan? FirstHint { get; init; }

    public OperationSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>For messages, spans and metrics: <c>Start of Channel</c>.</summary>
    public string Subject => Target is not { } target ? "operation" : $"{target.Action?.Name ?? "operation"} of {target.Definition.Name}";

    /// <summary>For messages: <c>Start of Channel 'nb:chid:1' (operation 'nb:opid:1')</c>; of what is being made nobody knows the id yet.</summary>
    public string Title => Target switch
    {
        null => $"operation '{Id}'",
        { EntityId: { } entity } => $"{Subject} '{entity}' (operation '{Id}')",
        _ => $"{Subject} (operation '{Id}')",
    };

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
        if (_followed is not { } followed || Snapshot.IsOver)
        {
            return null;
        }

        TrackingDefinition tracking = followed.Tracking;

        ServiceResponse response;
        try
        {
            var request = new ServiceRequest(HttpMethod.Parse(tracking.PollMethod), followed.Path) { GivenUrl = Volatile.Read(ref _url), Secrets = followed.Secrets, IsWrite = false, Deadline = deadline };
            response = await Connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException missing) when (IsMissing(missing))
        {
            if (followed.Reading.Absent(missing, Snapshot.TargetEntityId) is { } absent)
            {
                Observe(absent);
            }
            else
            {
                await AskEntityAsync(missing, async, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }

        using (response)
        {
            Interlocked.Exchange(ref _misses, 0);
            OperationSnapshot next = followed.Reading.Read(response, Snapshot.TargetEntityId, out string status);
            if (next.State == OperationState.Succeeded)
            {
                TakeResult(followed, response);
            }

            Observe(next);
            if (Snapshot.State == OperationState.Unknown && Interlocked.Exchange(ref _unknownLogged, 1) == 0)
            {
                OperationLog.UnknownStatus(Connection.Logger, status, Id);
            }

            if (tracking.Kind == TrackingKind.StatusUrl)
            {
                Follow(tracking, response, tracking.HandleHeaders, ref _url);
            }

            if (tracking.Result == ResultVia.Location)
            {
                Follow(tracking, response, Location, ref _result);
            }

            return response.RetryAfter(tracking.RetryAfterHeader);
        }
    }

    /// <summary>Asks the service to cancel. Whether and when it does is told by later polls.</summary>
    /// <exception cref="NotSupportedException">The schema has no such request.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public async ValueTask CancelAsync(bool async, CancellationToken cancellationToken)
    {
        if (_followed is { } running && running.Cancel is null)
        {
            throw new NotSupportedException($"The schema has no way to cancel the {Subject}.");
        }

        if (_followed is not { Cancel: { } path } followed || Snapshot.IsOver)
        {
            return;
        }

        var request = new ServiceRequest(HttpMethod.Parse(followed.Tracking.CancelMethod ?? "POST"), path) { Secrets = followed.Secrets };
        using ServiceResponse response = await Connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings what the operation worked on up to date after its success.</summary>
    public ValueTask SettleAsync(Deadline? deadline, bool async, CancellationToken cancellationToken)
        => Target?.SettleAsync(_followed is null ? null : _followed with { Result = Volatile.Read(ref _result) }, deadline, async, cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>Whether the service says that it has no such record.</summary>
    public static bool IsMissing(ServiceException e) => e.Status is 404 or 410 || e.Category == "not-found";

    /// <summary>Records disappear some time after the end: the entity itself is the second witness.</summary>
    private async ValueTask AskEntityAsync(ServiceException missing, bool async, CancellationToken cancellationToken)
    {
        if (Target is not { EntityId: not null } target)
        {
            throw missing;
        }

        string[] secrets = _followed?.Secrets ?? [];
        (bool exists, string? wire) = await target.ReadStateAsync(secrets, async, cancellationToken).ConfigureAwait(false);
        EntityOutcome outcome = EntityOutcome.Judge(target.Definition, target.Action, target.Expected, exists, wire, _changeSeen, mayLag: Interlocked.Increment(ref _misses) == 1);
        if (outcome.ChangeSeen)
        {
            // Never back to false: a slower look at the entity does not unsee what another has seen.
            _changeSeen = true;
        }

        bool unknown = exists && target.Definition.ByWire(wire) is null;
        string? seen = unknown ? ErrorText.CleanOrNull(Redaction.Hide(wire, secrets)) : wire;
        OperationLog.RecordMissing(Connection.Logger, Id, target.Definition.Name, seen ?? "gone", outcome.Kind);
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

        OperationState state = outcome.Kind switch
        {
            OutcomeKind.Succeeded => OperationState.Succeeded,
            OutcomeKind.Failed => OperationState.Failed,
            _ => unknown ? OperationState.Unknown : OperationState.InProgress,
        };
        Observe(new OperationSnapshot(state, target.EntityId)
        {
            EntityState = seen,
            ErrorMessage = outcome.Kind == OutcomeKind.Failed ? $"The service has no record of the operation, and {outcome.Reason}." : null,
            RequestId = missing.RequestId,
        });
    }

    /// <summary>Takes the result out of the answer that accepted the action, where that answer told that it is over.</summary>
    public void TakeFirst(ServiceResponse response)
    {
        if (_followed is not { Tracking: { } tracking } || Snapshot.State != OperationState.Succeeded)
        {
            return;
        }

        if (tracking.Result == ResultVia.PollBody)
        {
            Target?.Take(response, tracking.ResultPath);
        }
        else if (tracking.Kind == TrackingKind.EntityState && Target is { HasValue: true })
        {
            Target.Take(response, path: null);
        }
    }

    /// <summary>The last answer may hold the result; the buffer of its body is soon somebody else's.</summary>
    private void TakeResult(Followed followed, ServiceResponse response)
    {
        if (Target is not { } target)
        {
            return;
        }

        if (followed.Tracking.Result == ResultVia.PollBody)
        {
            target.Take(response, followed.Tracking.ResultPath);
        }
        else if (followed.Tracking is { Kind: TrackingKind.EntityState, Result: ResultVia.Read })
        {
            if (target.HasValue && followed.Path.Length == 0)
            {
                target.Take(response, path: null);
            }
            else if (!target.HasValue && followed.AsksEntity)
            {
                target.Take(response, target.Definition.Read?.ReturnsPath ?? target.Definition.Envelope);
            }
        }
    }

    /// <summary>URLs of status and result may move, or become known, while the operation runs; its handle stays what it was.</summary>
    private void Follow(TrackingDefinition tracking, ServiceResponse response, string[] headers, ref Uri? place)
    {
        foreach (string header in headers)
        {
            if (response.Header(header) is { } moved && Connection.Transport.Given.Resolve(moved, response.Asked, tracking.TrustHosts, out _) is { } url)
            {
                Volatile.Write(ref place, url);
                return;
            }
        }
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
