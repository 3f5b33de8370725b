using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Looks once, within a time, and gives the entity's state in the service's words.</summary>
internal delegate ValueTask<(Sight Sight, string? State)> Look(Deadline deadline, CancellationToken cancellationToken);

/// <summary>
/// Finds out by reading what became of a write whose answer was lost. The write itself is never sent again: the first request may only be late, and would then be
/// done twice.
/// </summary>
/// <param name="connection">The client's connection.</param>
/// <param name="entity">The kind of entity.</param>
/// <param name="action">What was sent.</param>
/// <param name="entityId">The entity's id; null for a singleton, and where it is not known.</param>
/// <param name="unique">What the entity is looked for by where its id is not known.</param>
internal sealed class Reconciliation(ServiceConnection connection, EntityDefinition entity, ActionDefinition action, string? entityId, UniqueText? unique = null)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(250);

    /// <summary>Where the entity may show its old state for longer, that is how long to look.</summary>
    private readonly TimeSpan _longest = action.Tracking.Select(static tracking => tracking.Settle).Append(connection.Options.ReconcileTime).Max();

    /// <summary>Looks until the entity shows what has become of it, or the time is over.</summary>
    /// <param name="lost">How the answer was lost.</param>
    /// <param name="look">Looks once, and gives the state in the service's words.</param>
    /// <param name="mayPassUnseen">Whether an entity that is as it was before proves nothing.</param>
    /// <param name="async">Whether to leave the thread while waiting.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Whether the service is at it, or has done it; or that the entity does not tell.</returns>
    /// <exception cref="UnconfirmedWriteException">The entity was all the time as before.</exception>
    /// <exception cref="OperationCanceledException">The caller's token; with <paramref name="lost"/> inside.</exception>
    public async ValueTask<Sight> FindAsync(ServiceException lost, Look look, bool mayPassUnseen, bool async, CancellationToken cancellationToken)
    {
        TimeProvider clock = connection.Options.TimeProvider;
        var deadline = new Deadline(clock, clock.GetTimestamp(), _longest);
        bool isAccepted = lost.Status is >= 200 and < 300;
        try
        {
            for (TimeSpan backOff = FirstBackOff; ; backOff *= 2)
            {
                (Sight sight, string? state) = await look(deadline, cancellationToken).ConfigureAwait(false);
                TimeSpan left = deadline.Left;
                if (sight != Sight.Unchanged || (left == TimeSpan.Zero && (mayPassUnseen || isAccepted)))
                {
                    sight = sight == Sight.Unchanged ? Sight.Undecidable : sight;
                    ReconciliationLog.Seen(connection.Logger, action.Name, entity.Name, Which, lost.ClientRequestId, ErrorText.CleanOrNull(state), sight);
                    return sight;
                }

                if (left == TimeSpan.Zero)
                {
                    throw Unconfirmed(lost, state);
                }

                await Pause.ForAsync(async, clock, backOff < left ? backOff : left, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{e.Message} {lost.Message}", lost, cancellationToken);
        }
        catch (Exception e) when (e is not UnconfirmedWriteException)
        {
            // Whatever keeps us from reading: the caller is told what matters more, that a write has an unknown end.
            ReconciliationLog.NotReadable(connection.Logger, e, action.Name, entity.Name, Which, lost.ClientRequestId);
            return Sight.Undecidable;
        }
    }

    private string Which => unique?.ToString() ?? $"'{entityId}'";

    private UnconfirmedWriteException Unconfirmed(ServiceException lost, string? state)
        => new(
            $"The answer to {action.Name} of {entity.Name} {Which} was lost, and {_longest} later {(action.Kind == ActionKind.Create ? "there is none" : $"the {entity.Name} shows nothing of it")}. It was not sent again, for it may still be on its way. {lost.Message}",
            entity.Name,
            entityId,
            action.Name,
            ErrorText.CleanOrNull(state),
            lost);
}

internal static partial class ReconciliationLog
{
    [LoggerMessage(EventId = 50, Level = LogLevel.Warning, Message = "The answer to {Action} of {Entity} {Which} was lost (client request {ClientRequestId}); the entity shows '{State}': {Sight}")]
    public static partial void Seen(ILogger logger, string action, string entity, string which, string? clientRequestId, string? state, Sight sight);

    [LoggerMessage(EventId = 51, Level = LogLevel.Warning, Message = "The answer to {Action} of {Entity} {Which} was lost (client request {ClientRequestId}), and the entity cannot be read")]
    public static partial void NotReadable(ILogger logger, Exception exception, string action, string entity, string which, string? clientRequestId);
}
