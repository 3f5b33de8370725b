using System.Text.Json.Nodes;

namespace MediaOps.Emulation;

/// <summary>How an <see cref="Emulator"/> behaves where the schema leaves a choice.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The clock that operations run on. Share one <see cref="AcceleratedTimeProvider"/> with the client to see minutes pass in seconds.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long an operation takes, by the names of entity and action (<c>Channel</c>, <c>Start</c>; <c>Create</c>, <c>Update</c>, <c>Delete</c>).
    /// Null, or an answer of null, means the schema's <c>delay</c>: <c>typical</c>, else <c>interval</c>, else <c>min</c>. A negative answer counts as zero.</summary>
    public Func<string, string, TimeSpan?>? DurationOf { get; init; }

    /// <summary>How long the record of a finished operation can be read; afterwards it is not found. One day unless set: no source tells the service's own time.</summary>
    public TimeSpan OperationRecordLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>By which of the tracking profiles of an action its operation can be followed, by the names of entity and action. Null, or an answer of null, means all that the schema
    /// lists; an empty text means none: the action is complete at once, which every service may do.</summary>
    public Func<string, string, string?>? TrackingOf { get; init; }

    /// <summary>In which state an action ends that has several: gets the names of entity and action and the parameters by their names. Null, or an answer of null, means the one
    /// that a parameter asks for, as the schema says, else the first. It must not use the emulator.</summary>
    public Func<string, string, JsonObject, string?>? EndIn { get; init; }

    /// <summary>What an action answers with that returns a value of its own: gets the kind, the id and the name of the action, and gives the value in wire form, of a list all items.
    /// Null, or an answer of null, means a sample that fits the type. It must not use the emulator.</summary>
    public Func<string, string, string, JsonNode?>? Returns { get; init; }

    /// <summary>How long after a request the state before it is still to be read, where the schema says with <c>settle</c> that this may be so. Null means half of <c>settle</c>;
    /// it is never more than half of the time that the action takes.</summary>
    public TimeSpan? OldStateFor { get; init; }

    /// <summary>How long an entity that is gone can still be read, in the state that the schema has for that; zero unless set. Where a profile says that 404 is no success of a delete,
    /// it is as long as records of operations live.</summary>
    public TimeSpan GoneStateFor { get; init; }

    /// <summary>When clients are told to ask again, on the first answer and on polls of an operation that goes on; whole seconds. Null tells nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The query of the status URLs that the service hands out, such as <c>api-version=2020-05-01</c>; empty for none. Null means the members of the schema's <c>query</c>.</summary>
    public string? StatusUrlQuery { get; init; }

    /// <summary>How many items a page has at most; null means as many as the schema's <c>paging.max</c>, else 1,000.</summary>
    public int? PageSize { get; init; }

    /// <summary>The values of the schema's options, by name. A path that names another value leads nowhere; of options that are not named here, any value is taken.</summary>
    public IReadOnlyDictionary<string, string> OptionValues { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an operation on an entity keeps others off its parent and children too, as media service v3 does. False unless set.</summary>
    public bool OneOperationPerFamily { get; init; }

    /// <summary>Whether the answer to an update shows the members that only the service writes empty, as media service v3 does; a read shows them. False unless set.</summary>
    public bool ZeroedUpdates { get; init; }

    /// <summary>Whether the record of an operation that succeeded holds an error with the code <c>None</c>, as media service v3 does. False unless set.</summary>
    public bool SuccessWithErrorNone { get; init; }

    /// <summary>How many entities there may be; empty, which is the default, sets no limit.</summary>
    public IReadOnlyList<EmulatorQuota> Quotas { get; init; } = [];

    /// <summary>Fills in what the service would: gets the name of the kind and the body of each entity that is created, before anybody sees it. It must not use the emulator.</summary>
    public Action<string, JsonObject>? Complete { get; init; }

    /// <summary>Whether requests need the credentials that the schema's <c>auth</c> names. True unless set.</summary>
    public bool RequireToken { get; init; } = true;

    /// <summary>Which credentials are good: the bearer token, the API key, user and password with a colon between them, or the access key of an AWS signature, which itself is not checked.
    /// Null takes any that is not empty.</summary>
    public Func<string, bool>? AcceptToken { get; init; }

    /// <summary>The base URI that discovery hands out, where the schema has <c>discovery</c>; null means that the base URI asked is the right one (200).</summary>
    public Uri? DiscoveryTarget { get; init; }

    /// <summary>The largest request body in bytes; a larger one is answered with 413. 1 MiB unless set.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>How many of the latest requests <see cref="Emulator.Requests"/> keeps. 200 unless set.</summary>
    public int MaxRequestLog { get; init; } = 200;
}
