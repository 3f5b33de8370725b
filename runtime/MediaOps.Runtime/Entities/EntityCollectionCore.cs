using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>What a collection of entities stands on. Safe for use by many threads.</summary>
/// <typeparam name="TEntity">The generated entity.</typeparam>
/// <typeparam name="TData">Its snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityCollectionCore<TEntity, TData>
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    private readonly EntityBinding<TEntity, TData> _binding;
    private readonly ServiceConnection _connection;
    private readonly ActionRunner<TEntity, TData> _runner;

    /// <summary>A collection.</summary>
    /// <param name="binding">The kind of entity.</param>
    /// <param name="connection">The client's connection.</param>
    public EntityCollectionCore(EntityBinding<TEntity, TData> binding, ServiceConnection connection)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(connection);
        _binding = binding;
        _connection = connection;
        _runner = new ActionRunner<TEntity, TData>(connection, binding);
    }

    /// <summary>Creates an entity and waits until it is there.</summary>
    /// <param name="body">The entity.</param>
    /// <param name="requestedState">The name of the state that the body asks for; null where it asks for none.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public TEntity Create(RequestBody body, string? requestedState, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.CreateAsync(async: false, body, requestedState, polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Create"/>
    public Task<TEntity> CreateAsync(RequestBody body, string? requestedState, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.CreateAsync(async: true, body, requestedState, polling, cancellationToken).AsTask();

    /// <summary>Sends a creation, and returns when the service has accepted it.</summary>
    /// <param name="body">The entity.</param>
    /// <param name="requestedState">The name of the state that the body asks for; null where it asks for none.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity> SendCreate(RequestBody body, string? requestedState, CancellationToken cancellationToken)
        => _runner.SendCreateAsync(async: false, body, requestedState, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="SendCreate"/>
    public Task<Operation<TEntity>> SendCreateAsync(RequestBody body, string? requestedState, CancellationToken cancellationToken)
        => _runner.SendCreateAsync(async: true, body, requestedState, cancellationToken).AsTask();

    /// <summary>Reads an entity.</summary>
    /// <param name="id">Its id, from anywhere: it is percent-encoded.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    /// <exception cref="ServiceException">It does not exist, or could not be read.</exception>
    public TEntity Get(string id, CancellationToken cancellationToken) => GetAsync(async: false, id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Get"/>
    public Task<TEntity> GetAsync(string id, CancellationToken cancellationToken) => GetAsync(async: true, id, cancellationToken).AsTask();

    /// <summary>Reads an entity that may not be there.</summary>
    /// <param name="id">Its id, from anywhere: it is percent-encoded.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The entity, or null where it does not exist.</returns>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    /// <exception cref="ServiceException">It could not be read.</exception>
    public TEntity? TryGet(string id, CancellationToken cancellationToken) => TryGetAsync(async: false, id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="TryGet"/>
    public Task<TEntity?> TryGetAsync(string id, CancellationToken cancellationToken) => TryGetAsync(async: true, id, cancellationToken).AsTask();

    /// <summary>Lists the entities, page by page as the caller goes on.</summary>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <returns>The entities. One that is made or removed meanwhile may be missing or be there twice.</returns>
    /// <exception cref="ServiceException">A page could not be read.</exception>
    public IEnumerable<TEntity> List(CancellationToken cancellationToken)
    {
        var pages = new Pages(this);
        while (pages.HasMore)
        {
            foreach (TEntity entity in pages.NextAsync(async: false, cancellationToken).EnsureCompleted())
            {
                yield return entity;
            }
        }
    }

    /// <inheritdoc cref="List"/>
    public async IAsyncEnumerable<TEntity> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new Pages(this);
        while (pages.HasMore)
        {
            foreach (TEntity entity in await pages.NextAsync(async: true, cancellationToken).ConfigureAwait(false))
            {
                yield return entity;
            }
        }
    }

    /// <summary>Asks for an operation once. It knows the entity: where the service has no record of the operation any more, the entity's state is asked.</summary>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="entityId">The entity's id; null where it is not known, as for a creation.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">One of the texts cannot be an id; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it and the entity's state does not tell how it ended.</exception>
    public Operation<TEntity> GetOperation(string operationId, string? entityId, CancellationToken cancellationToken)
        => GetOperationAsync(async: false, operationId, entityId, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetOperation"/>
    public Task<Operation<TEntity>> GetOperationAsync(string operationId, string? entityId, CancellationToken cancellationToken)
        => GetOperationAsync(async: true, operationId, entityId, cancellationToken).AsTask();

    private async ValueTask<Operation<TEntity>> GetOperationAsync(bool async, string operationId, string? entityId, CancellationToken cancellationToken)
    {
        if (entityId is not null)
        {
            // A text that cannot be an id is refused here, and not when the entity happens to be needed.
            _binding.Definition.Read?.Path.Expand(entityId);
        }

        var target = new EntityTarget<TEntity, TData>(_connection, _binding, action: null, core: null, entityId, expected: []);
        OperationTracker tracker = OperationTracker.FromHandle(_connection, operationId, CommonDelay(), target);
        await tracker.PollAsync(async, cancellationToken).ConfigureAwait(false);
        return new Operation<TEntity>(tracker, target);
    }

    /// <summary>The id does not tell the action, but the actions of one entity are documented alike.</summary>
    private PollingDelay? CommonDelay()
    {
        foreach (ActionDefinition action in _binding.Definition.StateChanges())
        {
            if (action is { Tracking: not null, Delay: not null })
            {
                return action.Delay;
            }
        }

        return null;
    }

    private async ValueTask<TEntity> GetAsync(bool async, string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        TData data = await EntityRequests.ReadAsync(_connection, _binding, id, async, cancellationToken).ConfigureAwait(false);
        return new EntityCore<TEntity, TData>(_connection, _binding, id, data).Entity;
    }

    private async ValueTask<TEntity?> TryGetAsync(bool async, string id, CancellationToken cancellationToken)
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

    /// <summary>Goes through the pages: the first without an offset, the next one for as long as a page is full.</summary>
    private sealed class Pages(EntityCollectionCore<TEntity, TData> collection)
    {
        private int _skip;
        private string? _lastFirstId;

        public bool HasMore { get; private set; } = true;

        public async ValueTask<List<TEntity>> NextAsync(bool async, CancellationToken cancellationToken)
        {
            PagingDefinition? paging = collection._connection.Definition.Paging;
            if (paging is { Style: not PagingStyle.Offset })
            {
                throw new NotSupportedException($"Lists with paging style {paging.Style} cannot be read yet.");
            }

            List<TData> page = await EntityRequests.ReadPageAsync(collection._connection, collection._binding, _skip, async, cancellationToken).ConfigureAwait(false);
            if (page.Count > 0 && _skip > 0 && page[0].Id == _lastFirstId)
            {
                throw new ServiceException($"The service gave the same page of {collection._binding.Definition.Plural} twice: it does not obey '{paging?.Param}'.");
            }

            _lastFirstId = page.Count > 0 ? page[0].Id : null;
            _skip += page.Count;
            HasMore = paging is { Param: not null } && page.Count >= paging.Max;
            return page.ConvertAll(Wrap);
        }

        private TEntity Wrap(TData data) => data.Id is { Length: > 0 } id
            ? new EntityCore<TEntity, TData>(collection._connection, collection._binding, id, data).Entity
            : throw new ServiceException($"The service listed a {collection._binding.Definition.Name} without an id.");
    }
}
