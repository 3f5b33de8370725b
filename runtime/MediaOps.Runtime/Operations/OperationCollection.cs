using MediaOps.Runtime;

namespace MediaOps;

/// <summary>
/// The service's operations, by id: also those that another process sent. What <see cref="GetOperation"/> gives knows neither its entity nor
/// the action's own interval; the collections of the entities have a <c>GetOperation</c> that does.
/// </summary>
public class OperationCollection
{
    private readonly ServiceConnection? _connection;

    /// <summary>Makes a collection without a service behind it, for tests: override what the test calls.</summary>
    protected OperationCollection()
    {
    }

    internal OperationCollection(ServiceConnection connection) => _connection = connection;

    private ServiceConnection Connection
        => _connection ?? throw new InvalidOperationException("This collection was made without a service behind it: override the members that the test calls.");

    /// <summary>Asks for an operation once.</summary>
    /// <param name="id">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now. An action that had finished at once is Succeeded, without a request.</returns>
    /// <exception cref="ArgumentException">The text cannot be an operation's id of this service; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it: records disappear some time after the end.</exception>
    public virtual Operation GetOperation(string id, CancellationToken cancellationToken = default)
        => GetAsync(async: false, id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetOperation"/>
    public virtual Task<Operation> GetOperationAsync(string id, CancellationToken cancellationToken = default)
        => GetAsync(async: true, id, cancellationToken).AsTask();

    /// <summary>Asks for an operation once.</summary>
    /// <param name="id">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now, or null where the service has no record of it.</returns>
    /// <exception cref="ArgumentException">The text cannot be an operation's id of this service; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked.</exception>
    public virtual Operation? TryGetOperation(string id, CancellationToken cancellationToken = default)
        => TryGetAsync(async: false, id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="TryGetOperation"/>
    public virtual Task<Operation?> TryGetOperationAsync(string id, CancellationToken cancellationToken = default)
        => TryGetAsync(async: true, id, cancellationToken).AsTask();

    private async ValueTask<Operation?> TryGetAsync(bool async, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(async, id, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            return null;
        }
    }

    private async ValueTask<Operation> GetAsync(bool async, string id, CancellationToken cancellationToken)
    {
        OperationTracker tracker = ResumedOperation.Track(Connection, id);
        var operation = new Operation(tracker);
        await tracker.PollAsync(deadline: null, async, cancellationToken).ConfigureAwait(false);
        return operation;
    }
}
