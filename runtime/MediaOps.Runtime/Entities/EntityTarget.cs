namespace MediaOps.Runtime;

/// <summary>Gives the entity that an operation works on.</summary>
internal interface IEntitySource<TEntity>
{
    ValueTask<TEntity> ReadEntityAsync(bool async, CancellationToken cancellationToken);
}

/// <summary>The entity of one operation: the object that sent it, or one that is made when the service tells its id.</summary>
internal sealed class EntityTarget<TEntity, TData> : OperationTarget, IEntitySource<TEntity>
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    /// <summary>How long a read may lag behind the end of the operation.</summary>
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(250);

    private readonly ServiceConnection _connection;
    private readonly EntityBinding<TEntity, TData> _binding;
    private readonly PathValues _above;
    private EntityCore<TEntity, TData>? _core;
    private string? _entityId;
    private volatile bool _isSettled;

    public EntityTarget(
        ServiceConnection connection,
        EntityBinding<TEntity, TData> binding,
        ActionDefinition? action,
        EntityCore<TEntity, TData>? core,
        PathValues above,
        string? entityId,
        IReadOnlyList<string> expected)
    {
        _connection = connection;
        _binding = binding;
        _core = core;
        _above = above;
        _entityId = entityId;
        Action = action;
        Expected = expected;
    }

    public override EntityDefinition Definition => _binding.Definition;

    public override ActionDefinition? Action { get; }

    public override IReadOnlyList<string> Expected { get; }

    public override string? EntityId => Volatile.Read(ref _entityId);

    /// <summary>The edits that an update has sent.</summary>
    public SentEdits<TData>? Edits { get; init; }

    /// <summary>Whether the entity object is up to date already.</summary>
    public bool IsSettled
    {
        set => _isSettled = value;
    }

    public TEntity? Entity => Volatile.Read(ref _core)?.Entity;

    public override void Learn(string? entityId)
    {
        if (!string.IsNullOrEmpty(entityId))
        {
            Interlocked.CompareExchange(ref _entityId, entityId, null);
        }
    }

    public override async ValueTask<(bool Exists, string? Wire)> ReadStateAsync(bool async, CancellationToken cancellationToken)
    {
        try
        {
            EntityCore<TEntity, TData> core = await ReadAsync(async, cancellationToken).ConfigureAwait(false);
            return (true, core.StateText);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            return (false, null);
        }
    }

    public override void Fail() => Volatile.Read(ref _core)?.Distrust();

    public async ValueTask<TEntity> ReadEntityAsync(bool async, CancellationToken cancellationToken)
    {
        if (EntityId is null)
        {
            throw new InvalidOperationException($"The service has not yet told which {Definition.Name} it is: wait for the operation first.");
        }

        return (await ReadAsync(async, cancellationToken).ConfigureAwait(false)).Entity;
    }

    public override async ValueTask SettleAsync(bool async, CancellationToken cancellationToken)
    {
        if (_isSettled || Action is null)
        {
            return;
        }

        if (Action.Kind == ActionKind.Delete)
        {
            Volatile.Read(ref _core)?.MarkGone();
        }
        else if (EntityId is not null)
        {
            if (Edits is not null)
            {
                Volatile.Read(ref _core)?.Rebase(Edits);
            }

            await ReadSettledAsync(async, cancellationToken).ConfigureAwait(false);
        }

        _isSettled = true;
    }

    /// <summary>Operation and entity are two records of the service: after the one has ended, the other may show for a moment what was before.</summary>
    private async ValueTask ReadSettledAsync(bool async, CancellationToken cancellationToken)
    {
        TimeProvider clock = _connection.Options.TimeProvider;
        long start = clock.GetTimestamp();
        for (TimeSpan backOff = FirstBackOff; ; backOff *= 2)
        {
            bool isMoving;
            TimeSpan left = LongestSettling - clock.GetElapsedTime(start);
            try
            {
                EntityCore<TEntity, TData> core = await ReadAsync(async, cancellationToken).ConfigureAwait(false);
                isMoving = core.KnownState is { } state && Array.IndexOf(Action!.Via, state.Name) >= 0;
            }
            catch (ServiceException e) when (Action!.Kind == ActionKind.Create && left > TimeSpan.Zero && OperationTracker.IsMissing(e))
            {
                isMoving = true;
            }

            if (!isMoving || left <= TimeSpan.Zero)
            {
                return;
            }

            await Pause.ForAsync(async, clock, backOff < left ? backOff : left, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<EntityCore<TEntity, TData>> ReadAsync(bool async, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _core) is { } known)
        {
            await known.ReadAsync(async, dropEdits: false, cancellationToken).ConfigureAwait(false);
            return known;
        }

        PathValues address = Definition.Address(_above, EntityId!);
        TData data = await EntityRequests.ReadAsync(_connection, _binding.Definition, _binding.Read, static data => data.Id, address, async, cancellationToken).ConfigureAwait(false);
        var made = new EntityCore<TEntity, TData>(_connection, _binding, address, data);
        return Interlocked.CompareExchange(ref _core, made, null) ?? made;
    }
}
