namespace MediaOps.Runtime;

/// <summary>An operation that runs: what is asked, how the answers are read, and where the result is.</summary>
/// <param name="Tracking">How it is followed.</param>
/// <param name="Reading">Reads the answers.</param>
/// <param name="Id">The handle.</param>
internal sealed record Followed(TrackingDefinition Tracking, PollReading Reading, string Id)
{
    /// <summary>What is asked, below the endpoint; ignored where <see cref="Url"/> is set.</summary>
    public string Path { get; init; } = "";

    /// <summary>What is asked, as the service gave it; or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where the result is, as the service gave it; or null.</summary>
    public Uri? Result { get; init; }

    /// <summary>What asks to cancel, below the endpoint; or null.</summary>
    public string? Cancel { get; init; }

    /// <summary>Whether what is asked is the entity itself: the last answer is then the entity as it is now.</summary>
    public bool AsksEntity { get; init; }

    /// <summary>Secret values that were sent with the action: the service may still repeat them. They are in no handle, so an operation that is resumed has none.</summary>
    public string[] Secrets { get; init; } = [];

    /// <summary>What the answer that accepted the action told already; null where it told nothing.</summary>
    public OperationSnapshot? First { get; init; }

    /// <summary>What asks for an entity's state, and whether that is the entity itself; null where the schema does not tell.</summary>
    public static (string Path, bool AsksEntity)? StatePath(ServiceConnection connection, EntityDefinition entity, PathValues address)
        => entity.StateRead is { } state ? (state.Expand(connection.Values.With(address)), false)
            : entity.Read is { } read ? (RequestWriter.Write(connection, entity, read, address, RequestArguments.None).Path, true)
            : null;

    /// <summary>The name, which no schema can give, of the way to follow an action by the entity's state although its schema follows it otherwise.</summary>
    private const string Seen = "by-reading";

    /// <summary>How an action whose answer was lost is followed: by the entity's state, whatever the schema says.</summary>
    public static TrackingDefinition StateTracking(ActionDefinition action)
        => Array.Find(action.Tracking, static tracking => tracking is { Kind: TrackingKind.EntityState, StatusPath: null, DonePath: null })
            ?? new TrackingDefinition { Name = Seen, Kind = TrackingKind.EntityState, Accepted = [], Delay = action.Waiting };

    /// <summary>Follows an action by the entity's state alone; null where the schema does not tell how the entity is asked.</summary>
    public static Followed? ByReading(ServiceConnection connection, OperationTarget target, PathValues address)
    {
        EntityDefinition entity = target.Definition;
        ActionDefinition action = target.Action!;
        TrackingDefinition tracking = StateTracking(action);
        var reading = new StateReading(tracking, entity, action, target.Expected, connection.Options.TimeProvider);
        return ByState(connection, entity, action, tracking, reading, address, target.EntityId);
    }

    /// <inheritdoc cref="ByReading"/>
    public static Followed? ByState(
        ServiceConnection connection, EntityDefinition entity, ActionDefinition action, TrackingDefinition tracking, StateReading reading, PathValues address, string? entityId)
    {
        if ((entityId is null && !entity.Singleton) || StatePath(connection, entity, address) is not var (path, asksEntity))
        {
            return null;
        }

        var rest = new HandleRest(tracking.Name, OperationId: null, Poll: null, Result: null);
        OperationHandle handle = OperationHandle.Make(HandleKind.State, connection.Definition.Name, entity.Name, action.Name, entity.AddressValues(address, entityId), rest.ToString());
        return new Followed(tracking, reading, handle.Text) { Path = path, AsksEntity = asksEntity };
    }

    /// <summary>Whether a handle names that way.</summary>
    public static bool IsByReading(string profile) => profile == Seen;

    /// <summary>Whether the service's id is all that is needed to ask: it is the handle then.</summary>
    public static bool IsAskedByIdAlone(ServiceConnection connection, TrackingDefinition tracking)
        => ReferenceEquals(ById(connection), tracking) && tracking.Poll.Placeholders.All(name => name == Handle || connection.Values[name] is not null);

    /// <summary>The tracking of the service's own ids; null where it has none.</summary>
    public static TrackingDefinition? ById(ServiceConnection connection) => Array.Find(connection.Definition.Tracking, static tracking => tracking.Kind == TrackingKind.Operation);

    /// <summary>The name of the place for the service's id.</summary>
    public const string Handle = "Handle";

    /// <summary>Why an id cannot be one that is asked for so; null where it can.</summary>
    public static string? IdFault(TrackingDefinition tracking, string id)
        => tracking.HandlePattern is { } pattern && !PatternCache.IsMatch(id, pattern) ? $"does not fit the pattern {pattern}"
            : tracking.Poll.IsSpread(Handle) ? PathTemplate.SegmentsFault(id)
            : null;
}
