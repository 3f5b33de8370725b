namespace MediaOps.Runtime;

/// <summary>Asks for operations by handles from anywhere, for a kind of entity or one entity.</summary>
/// <param name="connection">The client's connection.</param>
/// <param name="binding">The kind of entity.</param>
/// <param name="core">The entity, where it is known; null otherwise.</param>
/// <param name="above">What the addresses of the entities have in common.</param>
internal sealed class OperationResumer<TEntity, TData>(ServiceConnection connection, EntityBinding<TEntity, TData> binding, EntityCore<TEntity, TData>? core, PathValues above)
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    /// <summary>An operation without a value.</summary>
    /// <exception cref="ArgumentException">One of the texts cannot be an id.</exception>
    public async ValueTask<Operation<TEntity>> EntityAsync(bool async, string operationId, string? entityId, CancellationToken cancellationToken)
    {
        (OperationTracker tracker, EntityTarget<TEntity, TData> target) = await AskAsync(async, action: null, value: null, operationId, entityId, cancellationToken).ConfigureAwait(false);
        return new Operation<TEntity>(tracker, target);
    }

    /// <summary>An operation with a value.</summary>
    /// <exception cref="ArgumentException">One of the texts cannot be an id.</exception>
    public async ValueTask<Operation<TEntity, TValue>> ValueAsync<TValue>(
        bool async, ActionDefinition action, ResultReader<TValue> value, string operationId, string? entityId, CancellationToken cancellationToken)
    {
        (OperationTracker tracker, EntityTarget<TEntity, TData> target) = await AskAsync(async, action, value, operationId, entityId, cancellationToken).ConfigureAwait(false);
        return new Operation<TEntity, TValue>(tracker, target, value);
    }

    private async ValueTask<(OperationTracker Tracker, EntityTarget<TEntity, TData> Target)> AskAsync(
        bool async, ActionDefinition? action, ResultReader? value, string operationId, string? entityId, CancellationToken cancellationToken)
    {
        entityId = binding.Definition.Singleton ? null : entityId;
        if (entityId is not null)
        {
            EntityIds.Check(binding.Definition, entityId, nameof(entityId));
        }

        var handle = OperationHandle.Parse(operationId, connection.Definition.Name);
        (OperationTracker tracker, EntityTarget<TEntity, TData> target) = handle.Kind == HandleKind.Id
            ? ById(handle, action, value, entityId)
            : ByHandle(handle, action, value, entityId);
        await tracker.PollAsync(deadline: null, async, cancellationToken).ConfigureAwait(false);
        return (tracker, target);
    }

    private (OperationTracker Tracker, EntityTarget<TEntity, TData> Target) ById(OperationHandle handle, ActionDefinition? action, ResultReader? value, string? entityId)
    {
        EntityTarget<TEntity, TData> target = Target(action, above, entityId, value);
        return (ResumedOperation.TrackById(connection, handle.Text, action?.Delay ?? CommonDelay(), target), target);
    }

    private (OperationTracker Tracker, EntityTarget<TEntity, TData> Target) ByHandle(OperationHandle handle, ActionDefinition? wanted, ResultReader? value, string? entityId)
    {
        EntityDefinition entity = binding.Definition;
        (ActionDefinition action, PathValues told, string? id) = ResumedOperation.Check(entity, handle);
        if (wanted is not null && wanted.Name != action.Name)
        {
            throw OperationHandle.Refused($"is of {action.Name}, not of {wanted.Name}");
        }

        if (entityId is not null && id is not null && !entity.IsSameId(entityId, id))
        {
            throw OperationHandle.Refused($"belongs to another {entity.Name} than the one that was named");
        }

        foreach (string name in entity.AddressNames())
        {
            if (name != entity.IdName() && above[name] is { } mine && mine != told[name])
            {
                throw OperationHandle.Refused($"belongs to another {name} than these {entity.Plural}");
            }
        }

        // What finished at once is up to date as far as anybody can tell: nothing is done about it again.
        EntityTarget<TEntity, TData> target = Target(handle.Kind == HandleKind.Done ? null : action, told, id ?? entityId, value);
        return (ResumedOperation.Track(connection, handle, entity, action, told, id ?? entityId, target), target);
    }

    private EntityTarget<TEntity, TData> Target(ActionDefinition? action, PathValues address, string? id, ResultReader? value)
        => new(connection, binding, action, core, address, id, action is null ? [] : binding.Definition.Ends(action)) { Value = value };

    /// <summary>The service's own id does not tell the action, but the actions of one entity are documented alike.</summary>
    private PollingDelay? CommonDelay()
    {
        foreach (ActionDefinition action in binding.Definition.StateChanges())
        {
            if (action is { Tracking.Length: > 0, Delay: not null })
            {
                return action.Delay;
            }
        }

        return null;
    }
}
