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

    public override bool HasValue => Value is not null;

    public override string? EntityId => Volatile.Read(ref _entityId);

    /// <summary>The edits that an update has sent.</summary>
    public SentEdits<TData>? Edits { get; init; }

    /// <summary>Reads the value that the action returns; null where it returns none.</summary>
    public ResultReader? Value { get; init; }

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

    public override async ValueTask<(bool Exists, string? Wire)> ReadStateAsync(string[] secrets, bool async, CancellationToken cancellationToken)
    {
        try
        {
            EntityCore<TEntity, TData> core = await ReadAsync(deadline: null, secrets, async, cancellationToken).ConfigureAwait(false);
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
        if (EntityId is null && !Definition.Singleton)
        {
            throw new InvalidOperationException($"The service has not yet told which {Definition.Name} it is: wait for the operation first.");
        }

        return (await ReadAsync(deadline: null, [], async, cancellationToken).ConfigureAwait(false)).Entity;
    }

    public override bool Take(ServiceResponse response, string? path)
    {
        if (Value is not null)
        {
            Value.Read(response, path);
            return true;
        }

        TData? data = EntityRequests.TryRead(_binding.Read, response, path, out string? fault);
        string? id = Definition.Singleton ? "" : data?.Id ?? EntityId;
        if (data is null || id is null || Action is null || Action.Kind == ActionKind.Delete)
        {
            return fault is null ? false : throw EntityRequests.NotReadable(response, Definition.Name, fault, cause: null);
        }

        if (EntityId is { } known && !Definition.IsSameId(known, id))
        {
            throw EntityRequests.NotReadable(response, Definition.Name, $"it tells of '{response.Clean(id)}' where '{ErrorText.Clean(known)}' was asked for.", cause: null);
        }

        if (!Definition.Singleton && Definition.IdFault(id) is { } unusable)
        {
            throw EntityRequests.NotReadable(response, Definition.Name, $"its id {unusable}.", cause: null);
        }

        Learn(id);
        if (Edits is not null)
        {
            Volatile.Read(ref _core)?.Rebase(Edits);
        }

        Put(data);
        _isSettled = true;
        return true;
    }

    public override async ValueTask SettleAsync(Followed? followed, Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        if (_isSettled || Action is null)
        {
            return;
        }

        if (followed is not null)
        {
            await TakeResultAsync(followed, deadline, async, cancellationToken).ConfigureAwait(false);
        }

        if (Value is not null)
        {
            await Value.CompleteAsync(deadline, async, cancellationToken).ConfigureAwait(false);
        }

        if (Action.Kind == ActionKind.Delete)
        {
            Volatile.Read(ref _core)?.MarkGone();
        }
        else if (!_isSettled && NeedsRead(followed))
        {
            if (Edits is not null)
            {
                Volatile.Read(ref _core)?.Rebase(Edits);
            }

            await ReadSettledAsync(followed, deadline, async, cancellationToken).ConfigureAwait(false);
        }

        _isSettled = true;
    }

    /// <summary>A value is its own result; the entity is read for it only where the action moved the entity.</summary>
    private bool NeedsRead(Followed? followed)
        => (EntityId is not null || Definition.Singleton)
            && Definition.Read is not null
            && followed?.Tracking.Result != ResultVia.None
            && (Value is null || Action!.Via.Length > 0);

    /// <summary>Gets the result from where the tracking says that it is, unless an answer held it already.</summary>
    private async ValueTask TakeResultAsync(Followed followed, Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        if (followed.Result is not { } url || Value is { IsTaken: true })
        {
            return;
        }

        try
        {
            var request = new ServiceRequest(HttpMethod.Get, "") { GivenUrl = url, Secrets = followed.Secrets, Deadline = deadline };
            using ServiceResponse response = await _connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
            Take(response, followed.Tracking.ResultPath);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e) && (Action!.Kind == ActionKind.Delete || Action.Method == HttpMethod.Delete))
        {
            // What was deleted has no result to read.
        }
    }

    /// <summary>Operation and entity are two records of the service: after the one has ended, the other may show for a moment what was before. Without an operation one look is all.</summary>
    private async ValueTask ReadSettledAsync(Followed? followed, Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        TimeProvider clock = _connection.Options.TimeProvider;
        long start = clock.GetTimestamp();
        for (TimeSpan backOff = FirstBackOff; ; backOff *= 2)
        {
            bool isMoving;
            TimeSpan left = LongestSettling - clock.GetElapsedTime(start);
            left = deadline is { } end && end.Left < left ? end.Left : left;
            try
            {
                EntityCore<TEntity, TData> core = await ReadAsync(deadline, followed?.Secrets ?? [], async, cancellationToken).ConfigureAwait(false);
                isMoving = followed is not null && core.KnownState is { } state && Array.IndexOf(Action!.Via, state.Name) >= 0;
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

    private void Put(TData data)
    {
        if (Volatile.Read(ref _core) is { } known)
        {
            known.Put(data);
            return;
        }

        PathValues address = Definition.Address(_above, EntityId ?? "");
        Interlocked.CompareExchange(ref _core, new EntityCore<TEntity, TData>(_connection, _binding, address, data), null);
    }

    private async ValueTask<EntityCore<TEntity, TData>> ReadAsync(Deadline? deadline, string[] secrets, bool async, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _core) is { } known)
        {
            await known.ReadAsync(deadline, secrets, async, dropEdits: false, cancellationToken).ConfigureAwait(false);
            return known;
        }

        PathValues address = Definition.Address(_above, EntityId ?? "");
        TData data = await EntityRequests.ReadAsync(_connection, _binding.Definition, _binding.Read, static data => data.Id, address, deadline, secrets, async, cancellationToken).ConfigureAwait(false);
        var made = new EntityCore<TEntity, TData>(_connection, _binding, address, data);
        return Interlocked.CompareExchange(ref _core, made, null) ?? made;
    }
}
