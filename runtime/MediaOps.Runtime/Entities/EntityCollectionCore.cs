using System.ComponentModel;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>What a collection of entities stands on. Safe for use by many threads.</summary>
/// <typeparam name="TEntity">The generated entity.</typeparam>
/// <typeparam name="TData">Its snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityCollectionCore<TEntity, TData> : IQuerySource<TEntity>
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    private readonly EntityBinding<TEntity, TData> _binding;
    private readonly ServiceConnection _connection;
    private readonly ActionRunner<TEntity, TData> _runner;
    private readonly PathValues _above = PathValues.Empty;
    private readonly string? _parentId;

    /// <summary>A collection.</summary>
    /// <param name="binding">The kind of entity.</param>
    /// <param name="connection">The client's connection.</param>
    public EntityCollectionCore(EntityBinding<TEntity, TData> binding, ServiceConnection connection)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(connection);
        _binding = binding;
        _connection = connection;
        connection.Know(binding.Definition);
        _runner = new ActionRunner<TEntity, TData>(connection, binding);
    }

    /// <summary>The entities of one parent, which need not have been read.</summary>
    /// <param name="binding">The kind of entity.</param>
    /// <param name="connection">The client's connection.</param>
    /// <param name="parents">The values that the addresses of these entities have in common: those of <see cref="EntityDefinition.PathProperties"/> but the last.</param>
    /// <exception cref="ArgumentException">There are too few or too many, or one cannot be such an id.</exception>
    public EntityCollectionCore(EntityBinding<TEntity, TData> binding, ServiceConnection connection, params string[] parents)
        : this(binding, connection)
    {
        _above = binding.Definition.Above(parents, binding.Parent?.Definition);
        _parentId = parents is [.., var parent] ? parent : null;
    }

    internal EntityCollectionCore(EntityBinding<TEntity, TData> binding, ServiceConnection connection, PathValues above, string parentId)
        : this(binding, connection)
    {
        _above = above;
        _parentId = parentId;
    }

    IReadOnlyList<QueryMember> IQuerySource<TEntity>.Members => _binding.Members;

    /// <summary>The parent of an entity that is to be created.</summary>
    /// <param name="given">The id that the caller gave, or null.</param>
    /// <param name="property">The name of the property in which it stands.</param>
    /// <returns>The id of the parent whose entities these are, else the given one.</returns>
    /// <exception cref="ArgumentException">There is neither, or they differ.</exception>
    public string ParentIdFor(string? given, string property)
    {
        if (string.IsNullOrEmpty(given))
        {
            return _parentId ?? throw new ArgumentException($"{property} is needed: it tells where the {_binding.Definition.Name} belongs.", property);
        }

        return _parentId is null || _parentId == given
            ? given
            : throw new ArgumentException($"{property} is '{given}', but these {_binding.Definition.Plural} belong to '{_parentId}'. Leave it out.", property);
    }

    /// <summary>Creates an entity and waits until it is there.</summary>
    /// <param name="arguments">The entity, and the parameters of its creation.</param>
    /// <param name="requestedState">The name of the state that the body asks for; null where it asks for none.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public TEntity Create(RequestArguments arguments, string? requestedState, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.CreateAsync(async: false, _above, arguments, requestedState, polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Create"/>
    public Task<TEntity> CreateAsync(RequestArguments arguments, string? requestedState, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.CreateAsync(async: true, _above, arguments, requestedState, polling, cancellationToken).AsTask();

    /// <summary>Sends a creation, and returns when the service has accepted it.</summary>
    /// <param name="arguments">The entity, and the parameters of its creation.</param>
    /// <param name="requestedState">The name of the state that the body asks for; null where it asks for none.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity> SendCreate(RequestArguments arguments, string? requestedState, CancellationToken cancellationToken)
        => _runner.SendCreateAsync(async: false, _above, arguments, requestedState, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="SendCreate"/>
    public Task<Operation<TEntity>> SendCreateAsync(RequestArguments arguments, string? requestedState, CancellationToken cancellationToken)
        => _runner.SendCreateAsync(async: true, _above, arguments, requestedState, cancellationToken).AsTask();

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
    public IEnumerable<TEntity> List(CancellationToken cancellationToken) => Read(new QueryText(), cancellationToken);

    /// <inheritdoc cref="List(CancellationToken)"/>
    public IAsyncEnumerable<TEntity> ListAsync(CancellationToken cancellationToken) => ReadAsync(new QueryText(), cancellationToken);

    /// <summary>Lists the entities for which a condition holds, page by page as the caller goes on. The service filters.</summary>
    /// <typeparam name="TElement">The entity, or its interface.</typeparam>
    /// <param name="predicate">The condition; null for all entities.</param>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <returns>The entities. One that is made or removed meanwhile may be missing or be there twice.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so; the message names what it is.</exception>
    /// <exception cref="ServiceException">A page could not be read.</exception>
    public IEnumerable<TEntity> List<TElement>(Expression<Func<TElement, bool>>? predicate, CancellationToken cancellationToken)
        where TElement : class
        => Read(Query(predicate), cancellationToken);

    /// <inheritdoc cref="List{TElement}(Expression{Func{TElement, bool}}, CancellationToken)"/>
    public IAsyncEnumerable<TEntity> ListAsync<TElement>(Expression<Func<TElement, bool>>? predicate, CancellationToken cancellationToken)
        where TElement : class
        => ReadAsync(Query(predicate), cancellationToken);

    /// <summary>Lists the entities with parameters of the list, page by page as the caller goes on.</summary>
    /// <param name="arguments">The parameters.</param>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <returns>The entities. One that is made or removed meanwhile may be missing or be there twice.</returns>
    /// <exception cref="ServiceException">A page could not be read.</exception>
    public IEnumerable<TEntity> List(RequestArguments arguments, CancellationToken cancellationToken) => Read(new QueryText(), cancellationToken, arguments);

    /// <inheritdoc cref="List(RequestArguments, CancellationToken)"/>
    public IAsyncEnumerable<TEntity> ListAsync(RequestArguments arguments, CancellationToken cancellationToken) => ReadAsync(new QueryText(), cancellationToken, arguments);

    /// <summary>Lists the entities for which a condition holds, with parameters of the list, page by page as the caller goes on. The service filters.</summary>
    /// <typeparam name="TElement">The entity, or its interface.</typeparam>
    /// <param name="predicate">The condition; null for all entities.</param>
    /// <param name="arguments">The parameters.</param>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <returns>The entities. One that is made or removed meanwhile may be missing or be there twice.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so; the message names what it is.</exception>
    /// <exception cref="ServiceException">A page could not be read.</exception>
    public IEnumerable<TEntity> List<TElement>(Expression<Func<TElement, bool>>? predicate, RequestArguments arguments, CancellationToken cancellationToken)
        where TElement : class
        => Read(Query(predicate), cancellationToken, arguments);

    /// <inheritdoc cref="List{TElement}(Expression{Func{TElement, bool}}, RequestArguments, CancellationToken)"/>
    public IAsyncEnumerable<TEntity> ListAsync<TElement>(Expression<Func<TElement, bool>>? predicate, RequestArguments arguments, CancellationToken cancellationToken)
        where TElement : class
        => ReadAsync(Query(predicate), cancellationToken, arguments);

    IEnumerable<TEntity> IQuerySource<TEntity>.Execute(QueryText query, CancellationToken cancellationToken) => Read(query, cancellationToken);

    IAsyncEnumerable<TEntity> IQuerySource<TEntity>.ExecuteAsync(QueryText query, CancellationToken cancellationToken) => ReadAsync(query, cancellationToken);

    /// <summary>Asks for an operation once. It knows the entity: where the service has no record of the operation any more, the entity's state is asked.</summary>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="entityId">The entity's id; null where it is not known, as for a creation.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">One of the texts cannot be an id; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it and the entity's state does not tell how it ended.</exception>
    public Operation<TEntity> GetOperation(string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.EntityAsync(async: false, operationId, entityId, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetOperation"/>
    public Task<Operation<TEntity>> GetOperationAsync(string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.EntityAsync(async: true, operationId, entityId, cancellationToken).AsTask();

    /// <summary>Asks once for an operation that returns a value.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="action">The action that was sent.</param>
    /// <param name="reader">Reads the value.</param>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="entityId">The entity's id; null where it is not known.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">One of the texts cannot be an id; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it.</exception>
    public Operation<TEntity, TValue> GetOperation<TValue>(ActionDefinition action, EntityReader<TValue> reader, string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: false, action, new ValueResult<TValue>(action, reader), operationId, entityId, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetOperation{TValue}"/>
    public Task<Operation<TEntity, TValue>> GetOperationAsync<TValue>(ActionDefinition action, EntityReader<TValue> reader, string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: true, action, new ValueResult<TValue>(action, reader), operationId, entityId, cancellationToken).AsTask();

    /// <summary>Asks once for an operation whose result comes in pages.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="action">The action that was sent.</param>
    /// <param name="reader">Reads one item.</param>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of an operation of this service, from anywhere.</param>
    /// <param name="entityId">The entity's id; null where it is not known.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">One of the texts cannot be an id; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it.</exception>
    public Operation<TEntity, IReadOnlyList<TItem>> GetPagesOperation<TItem>(ActionDefinition action, EntityReader<TItem> reader, string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: false, action, PagesOf(action, reader), operationId, entityId, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetPagesOperation"/>
    public Task<Operation<TEntity, IReadOnlyList<TItem>>> GetPagesOperationAsync<TItem>(ActionDefinition action, EntityReader<TItem> reader, string operationId, string? entityId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: true, action, PagesOf(action, reader), operationId, entityId, cancellationToken).AsTask();

    private OperationResumer<TEntity, TData> Resume => new(_connection, _binding, core: null, _above);

    /// <summary>Of an operation from outside nobody knows the parameters; its further pages are found by what the first one names.</summary>
    private PagesResult<TItem> PagesOf<TItem>(ActionDefinition action, EntityReader<TItem> reader)
        => new(ItemPages.OfValues(_connection, _binding.Definition, action, _above, RequestArguments.None, reader));

    private async ValueTask<TEntity> GetAsync(bool async, string id, CancellationToken cancellationToken)
    {
        EntityIds.Check(_binding.Definition, id, nameof(id));
        PathValues address = _binding.Definition.Address(_above, id);
        TData data = await EntityRequests.ReadAsync(_connection, _binding.Definition, _binding.Read, static data => data.Id, address, deadline: null, async, cancellationToken).ConfigureAwait(false);
        return new EntityCore<TEntity, TData>(_connection, _binding, address, data).Entity;
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

    private QueryText Query(LambdaExpression? predicate)
        => predicate is null ? new QueryText() : new QueryTranslator(_binding.Members).Where(new QueryText(), predicate);

    private IEnumerable<TEntity> Read(QueryText query, CancellationToken cancellationToken, RequestArguments arguments = default)
    {
        ItemPages<TData> pages = Pages(query, arguments);
        while (pages.HasMore)
        {
            foreach (TData data in pages.NextAsync(deadline: null, async: false, cancellationToken).EnsureCompleted())
            {
                yield return Wrap(data);
            }
        }
    }

    private async IAsyncEnumerable<TEntity> ReadAsync(QueryText query, [EnumeratorCancellation] CancellationToken cancellationToken, RequestArguments arguments = default)
    {
        ItemPages<TData> pages = Pages(query, arguments);
        while (pages.HasMore)
        {
            foreach (TData data in await pages.NextAsync(deadline: null, async: true, cancellationToken).ConfigureAwait(false))
            {
                yield return Wrap(data);
            }
        }
    }

    private ItemPages<TData> Pages(QueryText query, RequestArguments arguments)
    {
        EntityDefinition definition = _binding.Definition;
        ActionDefinition? list = _parentId is null ? definition.List : definition.ListOfParent();
        return list is null
            ? throw new NotSupportedException($"The schema of {definition.Name} has no list{(_parentId is null ? "" : " by parent")}.")
            : ItemPages.OfEntities(_connection, definition, list, _above, arguments, query, _binding.Read, static data => data.Id);
    }

    private TEntity Wrap(TData data) => _binding.Definition.IdFault(data.Id) is { } fault
        ? throw new ServiceException($"The service listed a {_binding.Definition.Name} whose id {fault}.")
        : new EntityCore<TEntity, TData>(_connection, _binding, _binding.Definition.Address(_above, data.Id!), data).Entity;
}
