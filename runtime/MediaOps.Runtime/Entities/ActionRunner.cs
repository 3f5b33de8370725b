namespace MediaOps.Runtime;

/// <summary>One call, ready to be sent.</summary>
/// <param name="Action">What is asked.</param>
/// <param name="Allowed">Names of the states in which it is allowed; null for every state.</param>
/// <param name="Arguments">What is sent.</param>
/// <param name="Edits">The edits that an update sends; null for other actions.</param>
internal readonly record struct ActionCall<TData>(ActionDefinition Action, string[]? Allowed, RequestArguments Arguments, SentEdits<TData>? Edits)
    where TData : class;

/// <summary>The way of one call: client -> guard -> transport -> tracker -> waiter -> result.</summary>
internal sealed class ActionRunner<TEntity, TData>(ServiceConnection connection, EntityBinding<TEntity, TData> binding)
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    /// <summary>The polling form: returns when the service has finished and the entity is up to date.</summary>
    public async ValueTask RunAsync(bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, PollingOptions? polling, CancellationToken cancellationToken)
    {
        PollingPlan plan = Plan(call.Action, polling);
        Operation<TEntity> operation = await SendAsync(async, entity, call, cancellationToken).ConfigureAwait(false);
        await operation.WaitAsync(async, plan, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The non-polling form: returns when the service has accepted.</summary>
    public async ValueTask<Operation<TEntity>> SendAsync(bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, CancellationToken cancellationToken)
    {
        ActionDefinition action = call.Action;
        await StateGuard.CheckAsync(async, entity, action, call.Allowed, connection.Options.GuardMode, connection.Logger, cancellationToken).ConfigureAwait(false);
        await RequirementGuard.CheckAsync(async, connection, entity, action, cancellationToken).ConfigureAwait(false);
        using ServiceResponse response = await TransmitAsync(async, entity, call, cancellationToken).ConfigureAwait(false);
        var target = new EntityTarget<TEntity, TData>(connection, binding, action, entity, entity.Address, entity.Id, ExpectedStates(action, entity)) { Edits = call.Edits };
        OperationTracker tracker = Track(action, response, target);
        entity.Sent(action, call.Edits, isDone: tracker.Snapshot.IsOver);
        return new Operation<TEntity>(tracker, target);
    }

    /// <summary>The polling form of create.</summary>
    public async ValueTask<TEntity> CreateAsync(bool async, PathValues above, RequestArguments arguments, string? requestedState, PollingOptions? polling, CancellationToken cancellationToken)
    {
        PollingPlan plan = Plan(CreateAction, polling);
        (Operation<TEntity> operation, EntityTarget<TEntity, TData> target) = await TransmitCreateAsync(async, above, arguments, requestedState, cancellationToken).ConfigureAwait(false);
        await operation.WaitAsync(async, plan, cancellationToken).ConfigureAwait(false);
        return target.Entity ?? throw new OperationPollException(
            "The creation succeeded, but the service did not tell the id of what it made. List the entities to find it.",
            operation.Id,
            OperationState.Succeeded,
            new ServiceException("Neither the answer to the creation nor the operation's record holds the entity's id.") { OutcomeUnknown = true });
    }

    /// <summary>The non-polling form of create.</summary>
    public async ValueTask<Operation<TEntity>> SendCreateAsync(bool async, PathValues above, RequestArguments arguments, string? requestedState, CancellationToken cancellationToken)
        => (await TransmitCreateAsync(async, above, arguments, requestedState, cancellationToken).ConfigureAwait(false)).Operation;

    /// <summary>An operation for a call that has nothing to do.</summary>
    public Operation<TEntity> Nothing(EntityCore<TEntity, TData> entity, ActionDefinition action)
    {
        var target = new EntityTarget<TEntity, TData>(connection, binding, action, entity, entity.Address, entity.Id, []) { IsSettled = true };
        return new Operation<TEntity>(Done(action, target), target);
    }

    /// <summary>Whether the state that was told is one that lasts; of an entity with states, an answer that tells none is not the whole entity.</summary>
    private bool IsAtRest(ActionDefinition action, EntityCore<TEntity, TData> entity)
        => entity.KnownState is { } state ? Array.IndexOf(action.Via, state.Name) < 0 : binding.Definition.States.Length == 0;

    private ActionDefinition CreateAction
        => binding.Definition.Create ?? throw new NotSupportedException($"The schema of {binding.Definition.Name} has no create.");

    private PollingPlan Plan(ActionDefinition action, PollingOptions? polling)
        => PollingPlan.For(polling, connection.Options.Polling, DelayOf(action));

    private static PollingDelay DelayOf(ActionDefinition action) => action.Delay ?? (action.Tracking is [var first, ..] ? first.Delay : null) ?? PollingDelay.Default;

    private static string[] ExpectedStates(ActionDefinition action, EntityCore<TEntity, TData> entity)
        => action.ToPrevious && entity.KnownState is { } previous ? [previous.Name] : action.To;

    private async ValueTask<ServiceResponse> TransmitAsync(bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, CancellationToken cancellationToken)
    {
        try
        {
            ServiceRequest request = RequestWriter.Write(connection, binding.Definition, call.Action, entity.Address, call.Arguments);
            return await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            entity.Distrust();
            throw;
        }
        catch (ServiceException e)
        {
            // A refusal shows that we knew the state wrongly, a lost answer that we know it no longer: the next guard reads.
            InvalidEntityStateException? refusal = e.Category == "precondition" ? StateGuard.Refusal(entity, call.Action, call.Allowed, e) : null;
            entity.Distrust();
            if (refusal is not null)
            {
                throw refusal;
            }

            throw;
        }
    }

    private async ValueTask<(Operation<TEntity> Operation, EntityTarget<TEntity, TData> Target)> TransmitCreateAsync(
        bool async, PathValues above, RequestArguments arguments, string? requestedState, CancellationToken cancellationToken)
    {
        ActionDefinition action = CreateAction;
        ServiceRequest request = RequestWriter.Write(connection, binding.Definition, action, above, arguments);
        using ServiceResponse response = await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        TData? data = EntityRequests.TryRead(binding.Read, response, out string? bodyFault);

        // The id by itself where something else in the body cannot be read: what was made must not be lost for that.
        string? id = data is null && response.BodyFault is null ? EntityRequests.TryReadText(response, binding.Definition.IdProperty) : data?.Id;
        if (string.IsNullOrEmpty(id) && binding.Definition.IdName() is { } own)
        {
            // An id that the caller chose stands in the path.
            id = arguments.PathValues[own];
        }

        if (!string.IsNullOrEmpty(id) && binding.Definition.IdFault(id) is { } fault)
        {
            bodyFault = $"its id {fault}";
            id = null;
        }

        EntityCore<TEntity, TData>? entity = data is null || string.IsNullOrEmpty(id) ? null : new EntityCore<TEntity, TData>(connection, binding, binding.Definition.Address(above, id), data);
        string? ends = action.ToProperty is null ? null : requestedState ?? binding.Definition.InitialState;
        var target = new EntityTarget<TEntity, TData>(connection, binding, action, entity, above, string.IsNullOrEmpty(id) ? null : id, ends is null ? action.To : [ends]);
        OperationTracker tracker = Track(action, response, target);
        if (target.EntityId is null && tracker.Snapshot.IsOver)
        {
            throw Lost(action, target, response, $"its body has no id that could be used{(bodyFault is null ? "" : $" ({bodyFault})")}");
        }

        if (bodyFault is not null)
        {
            OperationLog.BodyIgnored(connection.Logger, action.Name, binding.Definition.Name, bodyFault, tracker.Id);
        }

        entity?.Sent(action, edits: null, isDone: tracker.Snapshot.IsOver);

        // What was made and told in one answer is not asked for again: that could only fail a creation that has succeeded.
        target.IsSettled = tracker.Snapshot.IsOver && response.Status is (200 or 201) && entity is not null && IsAtRest(action, entity);
        return (new Operation<TEntity>(tracker, target), target);
    }

    private OperationTracker Track(ActionDefinition action, ServiceResponse response, EntityTarget<TEntity, TData> target)
    {
        if (action.Tracking is not [var tracking, ..] || Array.IndexOf(tracking.Accepted, response.Status) < 0)
        {
            return Done(action, target);
        }

        // Following nothing would be a wait without end, so an accepted call without an id is an error at once.
        string? id = HandleOf(tracking, response);
        return OperationHandle.IsUsableId(id)
            ? new OperationTracker(connection, tracking, id, DelayOf(action), target) { FirstHint = response.RetryAfter }
            : throw Lost(action, target, response, id is null ? $"it has no operation id ({HandlePlace(tracking)})" : "its operation id cannot be used");
    }

    private OperationTracker Done(ActionDefinition action, EntityTarget<TEntity, TData> target)
        => new(connection, OperationHandle.ForDone(connection.Definition.Name, binding.Definition.Name, action.Name, target.EntityId), DelayOf(action), target);

    private static string? HandleOf(TrackingDefinition tracking, ServiceResponse response)
    {
        foreach (string header in tracking.HandleHeaders)
        {
            if (response.Header(header) is { } id)
            {
                return id;
            }
        }

        return tracking.HandleBody is { } path && response.BodyFault is null ? EntityRequests.TryReadText(response, path) : null;
    }

    private static string HandlePlace(TrackingDefinition tracking)
    {
        string headers = string.Join(" or ", tracking.HandleHeaders.Select(static header => $"header '{header}'"));
        return tracking.HandleBody is not { } path ? headers : headers.Length == 0 ? $"body '{path}'" : $"{headers} or body '{path}'";
    }

    private Exception Lost(ActionDefinition action, EntityTarget<TEntity, TData> target, ServiceResponse response, string why)
    {
        var lost = new ServiceException($"The service took {action.Name} of {binding.Definition.Name} '{target.EntityId ?? "?"}' with status {response.Status}, but its answer cannot be followed: {why}. Read the entity to see what became of it.")
        {
            Status = response.Status,
            RequestId = response.RequestId,
            ClientRequestId = response.ClientRequestId,
            OutcomeUnknown = true,
        };

        // Who has cancelled expects to be told so, also where the answer broke off for that and holds no id that could be followed.
        return response.BodyFault?.InnerException is OperationCanceledException canceled
            ? new OperationCanceledException(lost.Message, lost, canceled.CancellationToken)
            : lost;
    }
}
