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
        (OperationTracker tracker, EntityTarget<TEntity, TData> target) = await StartAsync(async, entity, call, value: null, cancellationToken).ConfigureAwait(false);
        return new Operation<TEntity>(tracker, target);
    }

    /// <summary>The polling form of an action that returns a value.</summary>
    public async ValueTask<TValue?> RunAsync<TValue>(
        bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, ResultReader<TValue> value, PollingOptions? polling, CancellationToken cancellationToken)
    {
        PollingPlan plan = Plan(call.Action, polling);
        Operation<TEntity, TValue> operation = await SendAsync(async, entity, call, value, cancellationToken).ConfigureAwait(false);
        await operation.WaitAsync(async, plan, cancellationToken).ConfigureAwait(false);
        return value.Value;
    }

    /// <summary>The polling form of an action whose result comes in pages.</summary>
    public async ValueTask<IReadOnlyList<TItem>> RunPagesAsync<TItem>(
        bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, ItemPages<TItem> pages, PollingOptions? polling, CancellationToken cancellationToken)
        => await RunAsync(async, entity, call, new PagesResult<TItem>(pages), polling, cancellationToken).ConfigureAwait(false) ?? [];

    /// <summary>The non-polling form of an action that returns a value.</summary>
    public async ValueTask<Operation<TEntity, TValue>> SendAsync<TValue>(
        bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, ResultReader<TValue> value, CancellationToken cancellationToken)
    {
        (OperationTracker tracker, EntityTarget<TEntity, TData> target) = await StartAsync(async, entity, call, value, cancellationToken).ConfigureAwait(false);
        return new Operation<TEntity, TValue>(tracker, target, value);
    }

    /// <summary>Lets the call through, or throws.</summary>
    /// <exception cref="InvalidEntityStateException">The state does not allow it.</exception>
    public async ValueTask CheckAsync(bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, CancellationToken cancellationToken)
    {
        await StateGuard.CheckAsync(async, entity, call.Action, call.Allowed, connection.Options.GuardMode, connection.Logger, cancellationToken).ConfigureAwait(false);
        await RequirementGuard.CheckAsync(async, connection, entity, call.Action, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(OperationTracker Tracker, EntityTarget<TEntity, TData> Target)> StartAsync(
        bool async, EntityCore<TEntity, TData> entity, ActionCall<TData> call, ResultReader? value, CancellationToken cancellationToken)
    {
        ActionDefinition action = call.Action;
        await CheckAsync(async, entity, call, cancellationToken).ConfigureAwait(false);
        ServiceRequest request = RequestWriter.Write(connection, binding.Definition, action, entity.Address, call.Arguments);
        string? id = binding.Definition.Singleton ? null : entity.Id;
        StateDefinition? before = entity.KnownState;
        var target = new EntityTarget<TEntity, TData>(connection, binding, action, entity, entity.Address, id, ExpectedStates(action, entity)) { Edits = call.Edits, Value = value };
        OperationTracker tracker;
        try
        {
            using ServiceResponse response = await TransmitAsync(async, request, entity, call, cancellationToken).ConfigureAwait(false);
            tracker = Track(action, response, target, entity.Address);
        }
        catch (ServiceException lost) when (lost.OutcomeUnknown && LostWrites(request).CanTell(target, before))
        {
            if (await LostWrites(request).FindAsync(lost, entity, target, before, async, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                throw;
            }

            tracker = found;
        }

        entity.Sent(action, call.Edits, isDone: tracker.Snapshot.IsOver);
        return (tracker, target);
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
        return new Operation<TEntity>(OperationTracker.Done(connection, target, entity.Address), target);
    }

    /// <summary>Whether the state that was told is one that lasts; of an entity with states, an answer that tells none is not the whole entity.</summary>
    private bool IsAtRest(ActionDefinition action, EntityCore<TEntity, TData> entity)
        => entity.KnownState is { } state ? Array.IndexOf(action.Via, state.Name) < 0 : binding.Definition.States.Length == 0;

    private LostWrites<TEntity, TData> LostWrites(ServiceRequest request) => new(connection, binding, request.Secrets);

    private ActionDefinition CreateAction
        => binding.Definition.Create ?? throw new NotSupportedException($"The schema of {binding.Definition.Name} has no create.");

    private PollingPlan Plan(ActionDefinition action, PollingOptions? polling)
        => PollingPlan.For(polling, connection.Options.Polling, action.Waiting);

    private static string[] ExpectedStates(ActionDefinition action, EntityCore<TEntity, TData> entity)
        => action.ToPrevious && entity.KnownState is { } previous ? [previous.Name] : action.To;

    private async ValueTask<ServiceResponse> TransmitAsync(
        bool async, ServiceRequest request, EntityCore<TEntity, TData> entity, ActionCall<TData> call, CancellationToken cancellationToken)
    {
        try
        {
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
        string? given = GivenId(above, arguments);
        string[] ends = action.ToProperty is null ? action.To : (requestedState ?? binding.Definition.InitialState) is { } end ? [end] : action.To;
        (OperationTracker Tracker, EntityTarget<TEntity, TData> Target) sent;
        try
        {
            sent = await TransmitCreateAsync(async, request, above, given, ends, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException lost) when (lost.OutcomeUnknown)
        {
            if (await LostWrites(request).FindCreationAsync(lost, request.Body, above, given, ends, async, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                throw;
            }

            sent = found;
        }

        return (new Operation<TEntity>(sent.Tracker, sent.Target), sent.Target);
    }

    private async ValueTask<(OperationTracker Tracker, EntityTarget<TEntity, TData> Target)> TransmitCreateAsync(
        bool async, ServiceRequest request, PathValues above, string? given, string[] ends, CancellationToken cancellationToken)
    {
        ActionDefinition action = CreateAction;
        using ServiceResponse response = await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        string? path = action.ReturnsPath ?? binding.Definition.Envelope;
        string? bodyFault = null;
        TData? data = IsRecord(action, response) ? null : EntityRequests.TryRead(binding.Read, response, path, out bodyFault);

        // The id by itself where something else in the body cannot be read: what was made must not be lost for that.
        string? id = data is null && response.BodyFault is null && !IsRecord(action, response)
            ? EntityRequests.TryReadText(response, JsonFields.Join(path, binding.Definition.IdProperty))
            : data?.Id;
        if (string.IsNullOrEmpty(id))
        {
            id = TargetOf(action, response) ?? given;
        }

        if (!string.IsNullOrEmpty(id) && binding.Definition.IdFault(id) is { } fault)
        {
            bodyFault = $"its id {fault}";
            id = null;
        }

        EntityCore<TEntity, TData>? entity = data is null || string.IsNullOrEmpty(id) ? null : new EntityCore<TEntity, TData>(connection, binding, binding.Definition.Address(above, id), data);
        var target = new EntityTarget<TEntity, TData>(connection, binding, action, entity, above, string.IsNullOrEmpty(id) ? null : id, ends);
        OperationTracker tracker = Track(action, response, target, above);
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
        return (tracker, target);
    }

    /// <summary>The id of a new entity where no answer tells it: the caller chose it, or it follows from what the caller gave.</summary>
    private string? GivenId(PathValues above, RequestArguments arguments)
    {
        EntityDefinition definition = binding.Definition;
        return definition.IdName() is not { } own ? null
            : definition.IdTemplate?.Fill(connection.Values.With(above).With(arguments.PathValues)) ?? arguments.PathValues[own];
    }

    /// <summary>The id that the record of an operation in the answer tells; null where there is none.</summary>
    private static string? TargetOf(ActionDefinition action, ServiceResponse response)
        => response.BodyFault is null && RecordOf(action, response)?.TargetPath is { } path && EntityRequests.TryReadText(response, path) is { Length: > 0 } id ? id : null;

    /// <summary>Whether the body is the record of an operation, and no entity.</summary>
    private static bool IsRecord(ActionDefinition action, ServiceResponse response) => RecordOf(action, response) is not null;

    private static TrackingDefinition? RecordOf(ActionDefinition action, ServiceResponse response)
        => Array.Find(action.Tracking, tracking => tracking.HandleBody is not null && Array.IndexOf(tracking.Accepted, response.Status) >= 0);

    private OperationTracker Track(ActionDefinition action, ServiceResponse response, EntityTarget<TEntity, TData> target, PathValues above)
    {
        string? id = target.EntityId;
        PathValues address = id is null ? above : binding.Definition.Address(above, id);
        var first = new FirstAnswer(connection, binding.Definition, action, target.Expected, address, id, target.HasValue);
        if (first.Follow(response, out string? lost) is { } followed)
        {
            var tracker = new OperationTracker(connection, followed, action.Delay ?? followed.Tracking.Delay, target, id) { FirstHint = response.RetryAfter(followed.Tracking.RetryAfterHeader) };
            tracker.TakeFirst(response);
            return tracker;
        }

        if (lost is not null)
        {
            throw Lost(action, target, response, lost);
        }

        target.Value?.Read(response, path: null);
        return OperationTracker.Done(connection, target, address);
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
