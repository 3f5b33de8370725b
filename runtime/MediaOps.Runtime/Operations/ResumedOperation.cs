namespace MediaOps.Runtime;

/// <summary>An operation from its handle. What a handle holds is hostile: it may name nothing but what the schema has, and no place where the schema has no operations.</summary>
internal static class ResumedOperation
{
    /// <summary>An operation that is asked for without knowing what it works on.</summary>
    /// <exception cref="ArgumentException">It cannot be a handle of this service, or the service has no operations.</exception>
    public static OperationTracker Track(ServiceConnection connection, string id)
    {
        OperationHandle handle = OperationHandle.Parse(id, connection.Definition.Name);
        if (handle.Kind == HandleKind.Id)
        {
            return TrackById(connection, handle.Text, delay: null, target: null);
        }

        EntityDefinition entity = connection.Entity(handle.Entity!)
            ?? throw OperationHandle.Refused($"names an entity that {connection.Definition.Name} does not have");
        (ActionDefinition action, PathValues above, string? entityId) = Check(entity, handle);
        return Track(connection, handle, entity, action, above, entityId, target: null);
    }

    /// <summary>An operation from a handle of ours, which <see cref="Check"/> has let pass.</summary>
    /// <exception cref="ArgumentException">It names what the service does not have.</exception>
    public static OperationTracker Track(
        ServiceConnection connection, OperationHandle handle, EntityDefinition entity, ActionDefinition action, PathValues above, string? entityId, OperationTarget? target)
    {
        if (handle.Kind == HandleKind.Done)
        {
            return new OperationTracker(connection, handle, action.Delay ?? PollingDelay.Default, target);
        }

        Followed followed = Follow(connection, handle, entity, action, above, entityId);
        return new OperationTracker(connection, followed, action.Delay ?? followed.Tracking.Delay, target, entityId);
    }

    /// <summary>An operation from the service's own id.</summary>
    /// <exception cref="ArgumentException">The service has no operations, or none of such an id.</exception>
    public static OperationTracker TrackById(ServiceConnection connection, string id, PollingDelay? delay, OperationTarget? target)
    {
        if (Followed.ById(connection) is not { } tracking || !Followed.IsAskedByIdAlone(connection, tracking))
        {
            throw new ArgumentException($"{connection.Definition.Name} has no operations that could be asked for by such an id.", nameof(id));
        }

        if (Followed.IdFault(tracking, id) is { } fault)
        {
            throw OperationHandle.Refused(fault);
        }

        PathValues values = connection.Values.With(Followed.Handle, id);
        var followed = new Followed(tracking, new StatusReading(tracking, target?.Definition, target?.Action), id)
        {
            Path = tracking.Poll.Expand(values),
            Cancel = tracking.Cancel is { } cancel && cancel.Placeholders.All(name => values[name] is not null) ? cancel.Expand(values) : null,
        };
        return new OperationTracker(connection, followed, delay ?? tracking.Delay, target, target?.EntityId);
    }

    /// <summary>Checks a handle of ours against the schema.</summary>
    /// <param name="entity">The kind of entity.</param>
    /// <param name="handle">The handle.</param>
    /// <returns>The action that was sent, and the entity's address; its id is null where it was not known.</returns>
    /// <exception cref="ArgumentException">Nobody made such a handle; the message says why.</exception>
    public static (ActionDefinition Action, PathValues Above, string? Id) Check(EntityDefinition entity, OperationHandle handle)
    {
        if (handle.Entity != entity.Name)
        {
            throw OperationHandle.Refused($"belongs to a {handle.Entity}, not to a {entity.Name}");
        }

        ActionDefinition action = entity.Find(handle.Action!) ?? throw OperationHandle.Refused($"names an action that a {entity.Name} does not have");
        string[] names = entity.AddressNames();
        string[] values = names.Length == 0 && handle.AddressText.Length == 0 ? [] : handle.Address;
        if (values.Length != names.Length)
        {
            throw OperationHandle.Refused($"has an address that no {entity.Name} has");
        }

        PathValues above = PathValues.Empty;
        string? id = null;
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] == entity.IdName())
            {
                id = values[i].Length == 0 ? null : values[i];
            }
            else
            {
                above = values[i].Length == 0 ? throw OperationHandle.Refused($"has an address that no {entity.Name} has") : above.With(names[i], values[i]);
            }
        }

        return id is null || entity.IdFault(id) is not { } fault ? (action, above, id) : throw OperationHandle.Refused($"names an entity whose id {fault}");
    }

    /// <summary>How to follow it.</summary>
    /// <exception cref="ArgumentException">It names what the service does not have; the message says why.</exception>
    private static Followed Follow(ServiceConnection connection, OperationHandle handle, EntityDefinition entity, ActionDefinition action, PathValues above, string? entityId)
    {
        HandleRest rest = HandleRest.Parse(handle.Kind, handle.Rest!) ?? throw OperationHandle.Refused("is damaged");
        TrackingKind kind = handle.Kind switch { HandleKind.Operation => TrackingKind.Operation, HandleKind.Url => TrackingKind.StatusUrl, _ => TrackingKind.EntityState };
        TrackingDefinition tracking = Array.Find(action.Tracking, known => known.Name == rest.Profile && known.Kind == kind)
            ?? (kind == TrackingKind.EntityState && Followed.IsByReading(rest.Profile) ? Followed.StateTracking(action) : null)
            ?? throw OperationHandle.Refused($"is of a kind that {action.Name} of {entity.Name} does not have");
        PathValues address = entityId is null ? above : entity.Address(above, entityId);
        Uri? result = Url(connection, rest.Result, tracking);
        if (result is not null && tracking.Result == ResultVia.Read)
        {
            CheckAsked(result, action);
        }

        if (kind == TrackingKind.Operation)
        {
            if (!OperationHandle.IsUsableId(rest.OperationId) || Followed.IdFault(tracking, rest.OperationId) is not null)
            {
                throw OperationHandle.Refused("holds an id that cannot be one of the service");
            }

            PathValues values = connection.Values.With(address).With(Followed.Handle, rest.OperationId);
            return new Followed(tracking, new StatusReading(tracking, entity, action), handle.Text) { Path = tracking.Poll.Expand(values), Cancel = tracking.Cancel?.Expand(values), Result = result };
        }

        Uri? url = Url(connection, rest.Poll, tracking);
        if (kind == TrackingKind.StatusUrl)
        {
            return new Followed(tracking, new StatusReading(tracking, entity, action), handle.Text) { Url = url ?? throw OperationHandle.Refused("is damaged"), Result = result };
        }

        if (url is not null)
        {
            CheckAsked(url, action);
        }

        bool byState = tracking.StatusPath is null && tracking.DonePath is null;
        (string Path, bool AsksEntity)? asked = (entityId is null && !entity.Singleton) || (url is not null && !byState) ? null : Followed.StatePath(connection, entity, address);
        if (asked is null && (url is null || byState))
        {
            throw OperationHandle.Refused($"does not tell which {entity.Name} is to be asked");
        }

        PollReading reading = byState
            ? new StateReading(tracking, entity, action, entity.Ends(action), connection.Options.TimeProvider)
            : new StatusReading(tracking, entity, action);
        return new Followed(tracking, reading, handle.Text) { Path = asked?.Path ?? "", Url = asked is null ? url : null, AsksEntity = asked?.AsksEntity ?? result is null, Result = result };
    }

    /// <summary>Names of the states in which an action may end, whatever the state in which it began.</summary>
    public static string[] Ends(this EntityDefinition entity, ActionDefinition action)
        => !action.ToPrevious ? action.To
            : action.From ?? [.. entity.States.Where(static state => state.Kind == StateKind.Stable).Select(static state => state.Name)];

    /// <summary>Where the action went to is asked again: a handle may not name another place.</summary>
    private static void CheckAsked(Uri url, ActionDefinition action)
    {
        if (!action.Path.IsEndOf(url.AbsolutePath))
        {
            throw OperationHandle.Refused($"names a path outside of that of {action.Name}");
        }
    }

    private static Uri? Url(ServiceConnection connection, (string Host, string Path)? part, TrackingDefinition tracking)
    {
        if (part is not var (host, path))
        {
            return null;
        }

        return connection.Transport.Given.FromHandle(host, path, tracking, out string? fault) ?? throw OperationHandle.Refused(fault ?? "is damaged");
    }
}
