namespace MediaOps.Runtime;

/// <summary>What one kind of entity shows of writes whose answers were lost, and how those that the service has taken are followed.</summary>
/// <param name="connection">The client's connection.</param>
/// <param name="binding">The kind of entity.</param>
/// <param name="secrets">Secret values that were sent: the service may repeat them when it is asked.</param>
internal sealed class LostWrites<TEntity, TData>(ServiceConnection connection, EntityBinding<TEntity, TData> binding, string[] secrets)
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    private readonly EntityDefinition _entity = binding.Definition;

    private bool MayLook => connection.Options.ReconcileTime > TimeSpan.Zero && _entity.Read is not null;

    /// <summary>Whether reading could tell what became of a call. A value that it would have returned is lost with the answer.</summary>
    /// <param name="target">What was sent, and to which entity.</param>
    /// <param name="before">The state before; null where it was not known.</param>
    public bool CanTell(EntityTarget<TEntity, TData> target, StateDefinition? before)
        => MayLook && !target.HasValue && (target.Edits is not null || Sights.CanTell(target.Action!, target.Expected, before));

    /// <summary>Finds out what became of a call to an entity.</summary>
    /// <returns>How to follow it; null where the entity does not tell.</returns>
    /// <exception cref="UnconfirmedWriteException">The entity was all the time as before.</exception>
    public async ValueTask<OperationTracker?> FindAsync(
        ServiceException lost, EntityCore<TEntity, TData> core, EntityTarget<TEntity, TData> target, StateDefinition? before, bool async, CancellationToken cancellationToken)
    {
        ActionDefinition action = target.Action!;
        bool mayPassUnseen = Sights.MayPassUnseen(action, target.Expected, before, isUpdate: target.Edits is not null);
        OperationTracker? found = null;
        try
        {
            Sight sight = await new Reconciliation(connection, _entity, action, target.EntityId)
                .FindAsync(lost, (deadline, token) => LookAsync(core, target, before, deadline, async, token), mayPassUnseen, async, cancellationToken).ConfigureAwait(false);
            return found = Follow(sight, target, core.Address);
        }
        finally
        {
            if (found is null)
            {
                // What was seen may change as soon as the write arrives: the next guard reads.
                core.Distrust();
            }
        }
    }

    /// <summary>Finds out what became of a creation: under the id that the caller has given, or by a text that no other entity has.</summary>
    /// <param name="lost">How the answer was lost.</param>
    /// <param name="sent">The body that was sent: what is there is ours only if it holds that.</param>
    /// <param name="above">What the addresses of the entities have in common.</param>
    /// <param name="given">The id; null where the service gives it.</param>
    /// <param name="ends">Names of the states in which the creation ends.</param>
    /// <param name="async">Whether to leave the thread while waiting.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>How to follow it, and the entity; null where reading does not tell.</returns>
    /// <exception cref="UnconfirmedWriteException">Nothing was there all the time.</exception>
    public async ValueTask<(OperationTracker Tracker, EntityTarget<TEntity, TData> Target)?> FindCreationAsync(
        ServiceException lost, RequestBody sent, PathValues above, string? given, string[] ends, bool async, CancellationToken cancellationToken)
    {
        CreationSearch<TEntity, TData>? search = MayLook ? new(connection, binding, sent, above, given) : null;
        if (search is not { CanLook: true })
        {
            return null;
        }

        ActionDefinition create = _entity.Create!;
        EntityCore<TEntity, TData>? core = null;
        Sight sight = await new Reconciliation(connection, _entity, create, given, search.Unique).FindAsync(lost, LookAsync, mayPassUnseen: false, async, cancellationToken).ConfigureAwait(false);
        if (core is null)
        {
            return null;
        }

        var target = new EntityTarget<TEntity, TData>(connection, binding, create, core, above, core.Id, ends);
        if (Follow(sight, target, core.Address) is not { } tracker)
        {
            return null;
        }

        core.Sent(create, edits: null, isDone: tracker.Snapshot.IsOver);
        return (tracker, target);

        async ValueTask<(Sight, string?)> LookAsync(Deadline deadline, CancellationToken token)
        {
            List<Made<TData>> made = await search.LookAsync(deadline, secrets, async, token).ConfigureAwait(false);
            if (made is not [var one] || search.AddressOfOurs(one) is not { } address)
            {
                return (made.Count == 0 ? Sight.Unchanged : Sight.Undecidable, Told(made.FirstOrDefault()?.Data.StateText));
            }

            core = new EntityCore<TEntity, TData>(connection, binding, address, one.Data);
            string? state = await StateAsync(core, deadline, async, token).ConfigureAwait(false);
            return (Sights.OfNew(_entity, ends, _entity.ByWire(state)), Told(state));
        }
    }

    private async ValueTask<(Sight Sight, string? State)> LookAsync(
        EntityCore<TEntity, TData> core, EntityTarget<TEntity, TData> target, StateDefinition? before, Deadline deadline, bool async, CancellationToken cancellationToken)
    {
        ActionDefinition action = target.Action!;
        try
        {
            await core.ReadAsync(deadline, secrets, async, dropEdits: false, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            return (Sights.Of(action, target.Expected, before, exists: false, now: null), null);
        }

        string? state = await StateAsync(core, deadline, async, cancellationToken).ConfigureAwait(false);
        StateDefinition? now = _entity.ByWire(state);
        Sight sight = Sights.Of(action, target.Expected, before, exists: true, now);
        return (target.Edits is { } edits ? Sights.OfUpdate(action, sight, now, edits.AreIn(core.Snapshot)) : sight, Told(state));
    }

    /// <summary>The state of an entity that was just read, in the service's words; some services tell it at a place of its own.</summary>
    private async ValueTask<string?> StateAsync(EntityCore<TEntity, TData> core, Deadline deadline, bool async, CancellationToken cancellationToken)
    {
        if (_entity.StateRead is not { } place)
        {
            return core.Snapshot.StateText;
        }

        var request = new ServiceRequest(HttpMethod.Get, place.Expand(connection.Values.With(core.Address))) { Secrets = secrets, Deadline = deadline };
        using ServiceResponse response = await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        return EntityRequests.TryReadText(response, _entity.StateReadPath ?? _entity.StatePath ?? "");
    }

    /// <summary>The state for messages.</summary>
    private string? Told(string? state) => Redaction.Hide(state, secrets);

    private OperationTracker? Follow(Sight sight, EntityTarget<TEntity, TData> target, PathValues address)
    {
        switch (sight)
        {
            case Sight.Done:
                // It was just read.
                target.IsSettled = true;
                return OperationTracker.Done(connection, target, address);
            case Sight.Taken when Followed.ByReading(connection, target, address) is { } followed:
                return new OperationTracker(connection, followed with { Secrets = secrets }, target.Action!.Waiting, target, target.EntityId);
            default:
                return null;
        }
    }
}
