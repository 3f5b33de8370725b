using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>
/// What an entity object stands on: the last snapshot, edits that are not yet sent, and what is presumed of the state. All of it is one immutable
/// value that is swapped atomically, so readers on other threads never see half of a change. The copy that <see cref="Edits"/> gives is
/// the caller's own: edit it from one thread at a time.
/// </summary>
/// <typeparam name="TEntity">The generated entity.</typeparam>
/// <typeparam name="TData">Its snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityCore<TEntity, TData> : IGuardedEntity
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    private readonly ServiceConnection _connection;
    private readonly EntityBinding<TEntity, TData> _binding;
    private readonly ActionRunner<TEntity, TData> _runner;
    private EntityMemory<TData> _memory;
    private SharedRead? _reads;
    private int _asked;

    /// <summary>An entity whose address is its id.</summary>
    internal EntityCore(ServiceConnection connection, EntityBinding<TEntity, TData> binding, string id, TData snapshot)
        : this(connection, binding, binding.Definition.Address(PathValues.Empty, id), snapshot)
    {
    }

    internal EntityCore(ServiceConnection connection, EntityBinding<TEntity, TData> binding, PathValues address, TData snapshot)
    {
        _connection = connection;
        _binding = binding;
        _runner = new ActionRunner<TEntity, TData>(connection, binding);
        _memory = EntityMemory<TData>.Of(snapshot);
        binding.Fill?.Invoke(snapshot, address);
        Address = address;
        Id = binding.Definition.IdName() is { } own ? address[own] ?? "" : "";
        Entity = binding.Wrap(this);
    }

    /// <summary>The entity's id; empty for a singleton.</summary>
    public string Id { get; }

    /// <summary>The values that make up the entity's address in paths: its id, and those of the entities above it.</summary>
    public PathValues Address { get; }

    /// <summary>The edits where there are any, else the last snapshot. For reading only.</summary>
    public TData View => Current is var memory && memory.Edits is { } edits ? edits : memory.Snapshot;

    /// <summary>A private copy of the snapshot, made on first use; an update sends what differs from the snapshot it was made of. A refresh drops it.</summary>
    public TData Edits
    {
        get
        {
            while (true)
            {
                EntityMemory<TData> memory = Current;
                if (memory.Edits is { } edits)
                {
                    return edits;
                }

                EntityMemory<TData> edited = memory.Edited();
                if (ReferenceEquals(Interlocked.CompareExchange(ref _memory, edited, memory), memory))
                {
                    return edited.Edits!;
                }
            }
        }
    }

    /// <summary>The last known state in the service's words. After an accepted action it is the state that the action passes through, as presumed; after a deletion the gone state.</summary>
    public string? StateText => Current.StateText(_binding.Definition);

    EntityDefinition IGuardedEntity.Definition => _binding.Definition;

    StateDefinition? IGuardedEntity.KnownState => KnownState;

    (EntityDefinition Definition, PathValues Address)? IGuardedEntity.Parent
    {
        get
        {
            if (_binding.Parent is not { } parent)
            {
                return null;
            }

            string? told = parent.IdOf(Current.Snapshot);
            string? id = string.IsNullOrEmpty(told) && _binding.Definition.ParentProperty is { } by ? Address[by] : told;
            if (string.IsNullOrEmpty(id))
            {
                return null;
            }

            return parent.Definition.IdFault(id) is { } fault
                ? throw new ServiceException($"The service told the {parent.Definition.Name} of {_binding.Definition.Name} '{Id}', but the id {fault}.")
                : (parent.Definition, parent.Definition.ParentAddress(Address, id));
        }
    }

    internal TEntity Entity { get; }

    internal StateDefinition? KnownState => Current.State(_binding.Definition);

    /// <summary>As the service told it last.</summary>
    internal TData Snapshot => Current.Snapshot;

    private EntityMemory<TData> Current => Volatile.Read(ref _memory);

    /// <summary>The one entity of a kind, or a group of operations that belong to no entity. Sends nothing: what it knows of itself is empty until the first refresh.</summary>
    /// <param name="binding">The kind of entity.</param>
    /// <param name="connection">The client's connection.</param>
    /// <param name="data">A snapshot that holds nothing.</param>
    /// <param name="parents">The values of its address, in the order of <see cref="EntityDefinition.PathProperties"/>.</param>
    /// <returns>The entity object.</returns>
    /// <exception cref="ArgumentException">There are too few or too many values, or one cannot be such an id.</exception>
    public static TEntity Singleton(EntityBinding<TEntity, TData> binding, ServiceConnection connection, TData data, params string[] parents)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(connection);
        connection.Know(binding.Definition);
        return new EntityCore<TEntity, TData>(connection, binding, binding.Definition.Above(parents, binding.Parent?.Definition), data).Entity;
    }

    /// <summary>For the members of entities that were made by the protected constructor.</summary>
    /// <param name="entity">The entity's name.</param>
    /// <returns>What to throw.</returns>
    public static Exception NotConnected(string entity)
        => new InvalidOperationException($"This {entity} was made without a service behind it: override the members that the test calls.");

    /// <summary>The entity that this one belongs to: read on first use, the same object until the next refresh.</summary>
    /// <typeparam name="TParent">The generated parent.</typeparam>
    /// <typeparam name="TParentData">Its snapshot.</typeparam>
    /// <param name="parent">The kind of entity that the parent is.</param>
    /// <returns>The parent.</returns>
    /// <exception cref="InvalidOperationException">The service has not told which it is.</exception>
    /// <exception cref="ServiceException">It could not be read, or does not exist any more.</exception>
    public TParent Parent<TParent, TParentData>(EntityBinding<TParent, TParentData> parent)
        where TParent : class
        where TParentData : class, IEntityData<TParentData>
        => ParentAsync(async: false, parent, CancellationToken.None).EnsureCompleted();

    /// <inheritdoc cref="Parent"/>
    /// <param name="parent">The kind of entity that the parent is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public Task<TParent> ParentAsync<TParent, TParentData>(EntityBinding<TParent, TParentData> parent, CancellationToken cancellationToken)
        where TParent : class
        where TParentData : class, IEntityData<TParentData>
        => ParentAsync(async: true, parent, cancellationToken).AsTask();

    /// <summary>The entities of a kind that belong to this one. Sends nothing yet.</summary>
    /// <typeparam name="TChild">The generated child.</typeparam>
    /// <typeparam name="TChildData">Its snapshot.</typeparam>
    /// <param name="child">The kind of entity that the children are.</param>
    /// <returns>What their collection stands on.</returns>
    public EntityCollectionCore<TChild, TChildData> Children<TChild, TChildData>(EntityBinding<TChild, TChildData> child)
        where TChild : class
        where TChildData : class, IEntityData<TChildData>
    {
        ArgumentNullException.ThrowIfNull(child);
        return new(child, _connection, child.Definition.Above(_binding.Definition, Address, Id), Id);
    }

    /// <summary>
    /// Reads the entity, and drops edits that were not sent. One read at a time: callers that come meanwhile wait for its end, and one of them then reads for all. Nobody is given
    /// an answer that was asked for before the call.
    /// </summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ServiceException">It could not be read, or does not exist any more.</exception>
    public void Refresh(CancellationToken cancellationToken = default) => ReadAsync(deadline: null, async: false, dropEdits: true, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Refresh"/>
    /// <returns>The end of the read.</returns>
    public Task RefreshAsync(CancellationToken cancellationToken = default) => ReadAsync(deadline: null, async: true, dropEdits: true, cancellationToken).AsTask();

    /// <summary>Sends an action and waits until it has succeeded.</summary>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public void Run(ActionDefinition action, in RequestArguments arguments, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunAsync(async: false, this, Call(action, arguments), polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Run"/>
    /// <returns>The end of the wait.</returns>
    public Task RunAsync(ActionDefinition action, RequestArguments arguments, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunAsync(async: true, this, Call(action, arguments), polling, cancellationToken).AsTask();

    /// <summary>Sends an action, and returns when the service has accepted it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity> Send(ActionDefinition action, RequestArguments arguments, CancellationToken cancellationToken)
        => _runner.SendAsync(async: false, this, Call(action, arguments), cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Send"/>
    public Task<Operation<TEntity>> SendAsync(ActionDefinition action, RequestArguments arguments, CancellationToken cancellationToken)
        => _runner.SendAsync(async: true, this, Call(action, arguments), cancellationToken).AsTask();

    /// <summary>Sends an action that returns a value, and waits until it has succeeded.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="reader">Reads the value.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <returns>The value; the default where the service succeeded without one.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public TValue? Run<TValue>(ActionDefinition action, in RequestArguments arguments, EntityReader<TValue> reader, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunAsync(async: false, this, Call(action, arguments), new ValueResult<TValue>(action, reader), polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Run{TValue}"/>
    public Task<TValue?> RunAsync<TValue>(ActionDefinition action, RequestArguments arguments, EntityReader<TValue> reader, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunAsync(async: true, this, Call(action, arguments), new ValueResult<TValue>(action, reader), polling, cancellationToken).AsTask();

    /// <summary>Sends an action that returns a value, and returns when the service has accepted it.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="reader">Reads the value.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation, which has the value when it has succeeded.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity, TValue> Send<TValue>(ActionDefinition action, in RequestArguments arguments, EntityReader<TValue> reader, CancellationToken cancellationToken)
        => _runner.SendAsync(async: false, this, Call(action, arguments), new ValueResult<TValue>(action, reader), cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Send{TValue}"/>
    public Task<Operation<TEntity, TValue>> SendAsync<TValue>(ActionDefinition action, RequestArguments arguments, EntityReader<TValue> reader, CancellationToken cancellationToken)
        => _runner.SendAsync(async: true, this, Call(action, arguments), new ValueResult<TValue>(action, reader), cancellationToken).AsTask();

    /// <summary>Sends an action that answers in pages, page by page as the caller goes on.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="reader">Reads one item.</param>
    /// <param name="cancellationToken">Stops between and during requests.</param>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">A page could not be read.</exception>
    public IEnumerable<TItem> Pages<TItem>(ActionDefinition action, RequestArguments arguments, EntityReader<TItem> reader, CancellationToken cancellationToken)
    {
        _runner.CheckAsync(async: false, this, Call(action, arguments), cancellationToken).EnsureCompleted();
        ItemPages<TItem> pages = PagesOf(action, arguments, reader);
        while (pages.HasMore)
        {
            foreach (TItem item in pages.NextAsync(deadline: null, async: false, cancellationToken).EnsureCompleted())
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc cref="Pages"/>
    public async IAsyncEnumerable<TItem> PagesAsync<TItem>(
        ActionDefinition action, RequestArguments arguments, EntityReader<TItem> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _runner.CheckAsync(async: true, this, Call(action, arguments), cancellationToken).ConfigureAwait(false);
        ItemPages<TItem> pages = PagesOf(action, arguments, reader);
        while (pages.HasMore)
        {
            foreach (TItem item in await pages.NextAsync(deadline: null, async: true, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    /// <summary>Sends a long-running action whose result comes in pages, waits until it has succeeded, and reads all pages.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="reader">Reads one item.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <returns>The items of all pages.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public IReadOnlyList<TItem> RunPages<TItem>(ActionDefinition action, in RequestArguments arguments, EntityReader<TItem> reader, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunPagesAsync(async: false, this, Call(action, arguments), PagesOf(action, arguments, reader), polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="RunPages"/>
    public Task<IReadOnlyList<TItem>> RunPagesAsync<TItem>(ActionDefinition action, RequestArguments arguments, EntityReader<TItem> reader, PollingOptions? polling, CancellationToken cancellationToken)
        => _runner.RunPagesAsync(async: true, this, Call(action, arguments), PagesOf(action, arguments, reader), polling, cancellationToken).AsTask();

    /// <summary>Sends a long-running action whose result comes in pages, and returns when the service has accepted it.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="action">The action.</param>
    /// <param name="arguments">Its parameters.</param>
    /// <param name="reader">Reads one item.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation, which has the items of all pages when it has succeeded.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity, IReadOnlyList<TItem>> SendPages<TItem>(ActionDefinition action, in RequestArguments arguments, EntityReader<TItem> reader, CancellationToken cancellationToken)
        => _runner.SendAsync(async: false, this, Call(action, arguments), new PagesResult<TItem>(PagesOf(action, arguments, reader)), cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="SendPages"/>
    public Task<Operation<TEntity, IReadOnlyList<TItem>>> SendPagesAsync<TItem>(ActionDefinition action, RequestArguments arguments, EntityReader<TItem> reader, CancellationToken cancellationToken)
        => _runner.SendAsync(async: true, this, Call(action, arguments), new PagesResult<TItem>(PagesOf(action, arguments, reader)), cancellationToken).AsTask();

    /// <summary>
    /// Sends the members that were edited, and waits until the service has taken them. Sends nothing where nothing differs.
    /// What is edited while the update is under way is kept, and the next update sends it.
    /// </summary>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    /// <exception cref="InvalidEntityStateException">The state does not allow to change one of the edited members.</exception>
    /// <exception cref="ServiceException">The service refused it, failed, or cannot be reached; see the derived types. The edits are kept.</exception>
    /// <exception cref="OperationTimeoutException">The longest wait is over; the operation goes on.</exception>
    /// <exception cref="OperationWaitCanceledException">The token was cancelled while waiting; the operation goes on.</exception>
    public void Update(PollingOptions? polling, CancellationToken cancellationToken) => Update(RequestArguments.None, polling, cancellationToken);

    /// <inheritdoc cref="Update(PollingOptions?, CancellationToken)"/>
    /// <returns>The end of the wait.</returns>
    public Task UpdateAsync(PollingOptions? polling, CancellationToken cancellationToken) => UpdateAsync(RequestArguments.None, polling, cancellationToken);

    /// <inheritdoc cref="Update(PollingOptions?, CancellationToken)"/>
    /// <param name="arguments">The update's parameters; members of their body are sent beside those that were edited.</param>
    /// <param name="polling">How to poll; null for what the client's options and the schema say.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent goes on at the service.</param>
    public void Update(in RequestArguments arguments, PollingOptions? polling, CancellationToken cancellationToken)
        => UpdateAsync(async: false, arguments, polling, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="Update(in RequestArguments, PollingOptions?, CancellationToken)"/>
    /// <returns>The end of the wait.</returns>
    public Task UpdateAsync(RequestArguments arguments, PollingOptions? polling, CancellationToken cancellationToken)
        => UpdateAsync(async: true, arguments, polling, cancellationToken).AsTask();

    /// <summary>Sends the members that were edited, and returns when the service has accepted them. The edits stay until the operation is waited for or the entity is refreshed.</summary>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The operation; one that has succeeded, without a request, where nothing differs.</returns>
    /// <exception cref="InvalidEntityStateException">The state does not allow to change one of the edited members.</exception>
    /// <exception cref="ServiceException">The service refused it or cannot be reached.</exception>
    public Operation<TEntity> SendUpdate(CancellationToken cancellationToken) => SendUpdate(RequestArguments.None, cancellationToken);

    /// <inheritdoc cref="SendUpdate(CancellationToken)"/>
    public Task<Operation<TEntity>> SendUpdateAsync(CancellationToken cancellationToken) => SendUpdateAsync(RequestArguments.None, cancellationToken);

    /// <inheritdoc cref="SendUpdate(CancellationToken)"/>
    /// <param name="arguments">The update's parameters; members of their body are sent beside those that were edited.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    public Operation<TEntity> SendUpdate(in RequestArguments arguments, CancellationToken cancellationToken)
        => SendUpdateAsync(async: false, arguments, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="SendUpdate(in RequestArguments, CancellationToken)"/>
    public Task<Operation<TEntity>> SendUpdateAsync(RequestArguments arguments, CancellationToken cancellationToken)
        => SendUpdateAsync(async: true, arguments, cancellationToken).AsTask();

    /// <summary>Asks once for an operation of this entity that returns a value.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="action">The action that was sent.</param>
    /// <param name="reader">Reads the value.</param>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of the operation, from anywhere.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">The text cannot be the id of such an operation; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it.</exception>
    public Operation<TEntity, TValue> GetOperation<TValue>(ActionDefinition action, EntityReader<TValue> reader, string operationId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: false, action, new ValueResult<TValue>(action, reader), operationId, Id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetOperation"/>
    public Task<Operation<TEntity, TValue>> GetOperationAsync<TValue>(ActionDefinition action, EntityReader<TValue> reader, string operationId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: true, action, new ValueResult<TValue>(action, reader), operationId, Id, cancellationToken).AsTask();

    /// <summary>Asks once for an operation of this entity whose result comes in pages.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="action">The action that was sent.</param>
    /// <param name="reader">Reads one item.</param>
    /// <param name="operationId">The <see cref="IOperation.Id"/> of the operation, from anywhere.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The operation as it is now.</returns>
    /// <exception cref="ArgumentException">The text cannot be the id of such an operation; the message says why.</exception>
    /// <exception cref="ServiceException">The service could not be asked, or has no record of it.</exception>
    public Operation<TEntity, IReadOnlyList<TItem>> GetPagesOperation<TItem>(ActionDefinition action, EntityReader<TItem> reader, string operationId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: false, action, new PagesResult<TItem>(PagesOf(action, RequestArguments.None, reader)), operationId, Id, cancellationToken).EnsureCompleted();

    /// <inheritdoc cref="GetPagesOperation"/>
    public Task<Operation<TEntity, IReadOnlyList<TItem>>> GetPagesOperationAsync<TItem>(ActionDefinition action, EntityReader<TItem> reader, string operationId, CancellationToken cancellationToken)
        => Resume.ValueAsync(async: true, action, new PagesResult<TItem>(PagesOf(action, RequestArguments.None, reader)), operationId, Id, cancellationToken).AsTask();

    string? IGuardedEntity.ValueOf(string property) => _binding.ValueOf?.Invoke(Current.Snapshot, property);

    ValueTask IGuardedEntity.ReadStateAsync(bool async, CancellationToken cancellationToken) => ReadStateAsync(async, cancellationToken);

    /// <summary>Reads the entity. A read of our own keeps edits that differ; what was sent meanwhile stays presumed, for the answer may be older.</summary>
    internal ValueTask ReadAsync(Deadline? deadline, bool async, bool dropEdits, CancellationToken cancellationToken) => ReadAsync(deadline, [], async, dropEdits, cancellationToken);

    /// <summary>The same after an action that has sent secrets.</summary>
    internal async ValueTask ReadAsync(Deadline? deadline, string[] secrets, bool async, bool dropEdits, CancellationToken cancellationToken)
    {
        if (deadline is not null || secrets.Length > 0)
        {
            // Who has only so much time does not queue behind those who have more; and what others ask for does not hide the secrets.
            await AskAsync(deadline, secrets, async, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Reads.RunAsync((async, cancellationToken) => AskAsync(deadline: null, [], async, cancellationToken), async, cancellationToken).ConfigureAwait(false);
        }

        if (dropEdits)
        {
            Change(static (memory, _) => memory.Refreshed(), this);
        }
    }

    /// <summary>Takes over what an answer tells of the entity after an action of ours has ended.</summary>
    internal void Put(TData data) => Put(data, Current.Sends, Current.Asked);

    private SharedRead Reads => Volatile.Read(ref _reads) ?? Interlocked.CompareExchange(ref _reads, new SharedRead(), null) ?? _reads;

    private async ValueTask AskAsync(Deadline? deadline, string[] secrets, bool async, CancellationToken cancellationToken)
    {
        int sends = Current.Sends;
        int asked = Interlocked.Increment(ref _asked);
        TData data;
        try
        {
            data = await EntityRequests.ReadAsync(_connection, _binding.Definition, _binding.Read, static data => data.Id, Address, deadline, secrets, async, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            MarkGone();
            throw;
        }

        Put(data, sends, asked);
    }

    private void Put(TData data, int sends, int asked)
    {
        _binding.Fill?.Invoke(data, Address);
        Change(static (memory, read) => memory.Read(read.Data, read.Asked, read.Sends, read.Members), (Data: data, Asked: asked, Sends: sends, Members: _binding.Updatable));
    }

    /// <summary>Takes over what an accepted action does to the state.</summary>
    internal void Sent(ActionDefinition action, SentEdits<TData>? edits, bool isDone)
    {
        if (isDone && action.Kind == ActionKind.Delete)
        {
            MarkGone();
            return;
        }

        if (edits is not null)
        {
            Change(static (memory, sent) => memory.Sent(sent.Edits, sent.IsDone), (Edits: edits, IsDone: isDone));
        }

        // A creation that finished at once has told the state itself.
        if (isDone && action.Kind != ActionKind.Create && action is { ToPrevious: false, ToProperty: null, To.Length: > 0 })
        {
            Presume(action.To.Length == 1 ? action.To[0] : null);
        }
        else if (!isDone && action.Via.Length > 0)
        {
            Presume(action.Via[0]);
        }
    }

    internal void MarkGone() => Change(static (memory, _) => memory.Vanished(), this);

    /// <summary>The next guard reads before it decides.</summary>
    internal void Distrust() => Change(static (memory, _) => memory.Distrusted(), this);

    /// <summary>The service has taken these edits: what was edited since then, and only that, is still to be sent.</summary>
    internal void Rebase(SentEdits<TData> sent) => Change(static (memory, sent) => memory.Sent(sent, isDone: true), sent);

    private void Presume(string? state)
        => Change(static (memory, wire) => memory.Presuming(wire), state is null ? null : _binding.Definition.Wire(state));

    private async ValueTask ReadStateAsync(bool async, CancellationToken cancellationToken)
    {
        if (_binding.Definition.Read is null)
        {
            // A group of operations has nothing that could be read: the service decides.
            return;
        }

        try
        {
            await ReadAsync(deadline: null, async, dropEdits: false, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException) when (Current.Trust == StateTrust.Gone)
        {
            // That it is gone is what the guard wants to know.
        }
    }

    private async ValueTask<TParent> ParentAsync<TParent, TParentData>(bool async, EntityBinding<TParent, TParentData> parent, CancellationToken cancellationToken)
        where TParent : class
        where TParentData : class, IEntityData<TParentData>
    {
        if (Current.Parent is TParent known)
        {
            return known;
        }

        if (((IGuardedEntity)this).Parent is not (_, { } address))
        {
            throw new InvalidOperationException($"The service has not told the {parent.Definition.Name} of {_binding.Definition.Name} '{Id}'.");
        }

        TParentData data = await EntityRequests.ReadAsync(_connection, parent.Definition, parent.Read, static data => data.Id, address, deadline: null, async, cancellationToken).ConfigureAwait(false);
        TParent made = new EntityCore<TParent, TParentData>(_connection, parent, address, data).Entity;

        // Of several callers at once all get the first one's object.
        Change(static (memory, entity) => memory.Parent is null ? memory with { Parent = entity } : memory, made);
        return Current.Parent as TParent ?? made;
    }

    private OperationResumer<TEntity, TData> Resume => new(_connection, _binding, this, Address);

    private ItemPages<TItem> PagesOf<TItem>(ActionDefinition action, in RequestArguments arguments, EntityReader<TItem> reader)
        => ItemPages.OfValues(_connection, _binding.Definition, action, Address, arguments, reader);

    private static ActionCall<TData> Call(ActionDefinition action, in RequestArguments arguments) => new(action, action.From, arguments, Edits: null);

    private async ValueTask UpdateAsync(bool async, RequestArguments arguments, PollingOptions? polling, CancellationToken cancellationToken)
    {
        if (UpdateWith(arguments) is { } call)
        {
            await _runner.RunAsync(async, this, call, polling, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Operation<TEntity>> SendUpdateAsync(bool async, RequestArguments arguments, CancellationToken cancellationToken)
        => UpdateWith(arguments) is { } call
            ? await _runner.SendAsync(async, this, call, cancellationToken).ConfigureAwait(false)
            : _runner.Nothing(this, UpdateAction);

    private ActionDefinition UpdateAction
        => _binding.Definition.Update ?? throw new NotSupportedException($"The schema of {_binding.Definition.Name} has no update.");

    private ActionCall<TData>? UpdateWith(in RequestArguments arguments) => UpdateCall.Of(_binding, UpdateAction, Current, arguments);

    private void Change<TArgument>(Func<EntityMemory<TData>, TArgument, EntityMemory<TData>> change, TArgument argument)
    {
        EntityMemory<TData> memory;
        do
        {
            memory = Current;
        }
        while (!ReferenceEquals(Interlocked.CompareExchange(ref _memory, change(memory, argument), memory), memory));
    }
}
