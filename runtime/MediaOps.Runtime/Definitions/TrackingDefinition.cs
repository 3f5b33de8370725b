using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>How the completion of a long-running action is seen: where its handle is, what is asked with it, and how the answer is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrackingDefinition
{
    /// <summary>The name that actions refer to.</summary>
    public string Name { get; init; } = "operation";

    /// <summary>Where the handle comes from and what is polled. Default: an id that is put into a path.</summary>
    public TrackingKind Kind { get; init; }

    /// <summary>Status codes that mean: still running. Every other 2xx means: complete, and so do 200 and 201 without the header of a status URL. Default: 202.</summary>
    public int[] Accepted { get; init; } = [202];

    /// <summary>Response headers that may hold the operation's id or URL, in order of preference.</summary>
    public string[] HandleHeaders { get; init; } = [];

    /// <summary>Path in the response body that holds the operation's id or URL; or null.</summary>
    public string? HandleBody { get; init; }

    /// <summary>Pattern of a well-formed id, or of the path of a well-formed status URL, over the whole text; or null.</summary>
    public string? HandlePattern { get; init; }

    /// <summary>Hosts beside the endpoint's and the service's to which a status URL may lead: exact names, or <c>*.suffix</c>.</summary>
    public string[] TrustHosts { get; init; } = [];

    /// <summary>HTTP method of a poll. Default: GET.</summary>
    public string PollMethod { get; init; } = "GET";

    /// <summary>Path of a poll, with a place for the operation's id, such as <c>Operations('{Handle}')</c>.</summary>
    public PathTemplate Poll { get; init; } = PathTemplate.Parse("");

    /// <summary>Path of the status in a poll's body; null where something else tells how far it is.</summary>
    public string? StatusPath { get; init; }

    /// <summary>Path of a boolean in a poll's body that tells whether it is over; a record without it is not. Or null.</summary>
    public string? DonePath { get; init; }

    /// <summary>HTTP status codes of a poll that mean: still running.</summary>
    public int[] PendingHttp { get; init; } = [];

    /// <summary>Path of the target entity's id in a poll's body, such as <c>TargetEntityId</c>; or null.</summary>
    public string? TargetPath { get; init; }

    /// <summary>Statuses that mean: still running. None: every status that is not an end.</summary>
    public string[] Pending { get; init; } = [];

    /// <summary>Statuses that mean: done.</summary>
    public string[] Succeeded { get; init; } = [];

    /// <summary>Statuses that mean: failed.</summary>
    public string[] Failed { get; init; } = [];

    /// <summary>Statuses that mean: canceled.</summary>
    public string[] Canceled { get; init; } = [];

    /// <summary>Whether a status that is in no list means: failed. Default: it means that the operation still runs, for a limited number of polls.</summary>
    public bool UnknownFails { get; init; }

    /// <summary>Path, in the body of the poll that sees the end, of the text that tells how it ended; null where the status does.</summary>
    public string? OutcomePath { get; init; }

    /// <summary>Outcomes that mean: done.</summary>
    public string[] OutcomeSucceeded { get; init; } = [];

    /// <summary>Outcomes that mean: failed.</summary>
    public string[] OutcomeFailed { get; init; } = [];

    /// <summary>Outcomes that mean: canceled.</summary>
    public string[] OutcomeCanceled { get; init; } = [];

    /// <summary>What it means that a poll finds nothing; null: the entity is asked where that is known, and an entity that is gone has been deleted if that was the action.</summary>
    public AbsentMeaning? Absent { get; init; }

    /// <summary>Where the result is after success. Default: the entity is read.</summary>
    public ResultVia Result { get; init; }

    /// <summary>Path of the result in a poll's body; null where it is the body.</summary>
    public string? ResultPath { get; init; }

    /// <summary>HTTP method that asks to cancel; null where the service has no such request.</summary>
    public string? CancelMethod { get; init; }

    /// <summary>Path that asks to cancel, with a place for the operation's id; or null.</summary>
    public PathTemplate? Cancel { get; init; }

    /// <summary>How long after the request the entity may still show its old state. Default: not at all.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>The header that tells when to ask again, in seconds, as a date, or, where its name ends with <c>-ms</c>, in milliseconds; null for <c>Retry-After</c>.</summary>
    public string? RetryAfterHeader { get; init; }

    /// <summary>Path of the code of a failed operation in a poll's body; or null.</summary>
    public string? ErrorCodePath { get; init; }

    /// <summary>Path of the message of a failed operation in a poll's body; or null.</summary>
    public string? ErrorMessagePath { get; init; }

    /// <summary>Waiting rules of actions that have none of their own.</summary>
    public PollingDelay Delay { get; init; } = PollingDelay.Default;
}

/// <summary>The ways to follow an action.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TrackingKind
{
    /// <summary>The service gives an id that is put into a path.</summary>
    Operation = 0,

    /// <summary>The service gives the URL to ask.</summary>
    StatusUrl = 1,

    /// <summary>The entity is asked until its state, or a status in it, tells the end.</summary>
    EntityState = 2,
}

/// <summary>What it means that a poll finds nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AbsentMeaning
{
    /// <summary>The action has failed.</summary>
    Failed = 0,

    /// <summary>What is asked for is not there yet.</summary>
    Pending = 1,

    /// <summary>The action has succeeded, as a deletion has.</summary>
    Succeeded = 2,
}

/// <summary>Where the result of an operation is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ResultVia
{
    /// <summary>The entity is read; where there is none, the URL of the request.</summary>
    Read = 0,

    /// <summary>In the body of the poll that sees the end.</summary>
    PollBody = 1,

    /// <summary>At the URL of the <c>Location</c> header.</summary>
    Location = 2,

    /// <summary>There is none.</summary>
    None = 3,
}

/// <summary>Waiting rules of an action.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PollingDelay
{
    /// <summary>Waiting rules.</summary>
    /// <param name="min">The floor under every delay; not negative.</param>
    /// <param name="interval">The steady interval that the service documents, or null where it documents none.</param>
    /// <param name="typical">How long the action usually takes, or null.</param>
    /// <param name="timeout">The default maximum wait; positive, never endless.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative floor or interval, or a time-out that is not positive and finite.</exception>
    public PollingDelay(TimeSpan min, TimeSpan? interval, TimeSpan? typical, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval ?? TimeSpan.Zero, TimeSpan.Zero, nameof(interval));
        ArgumentOutOfRangeException.ThrowIfLessThan(typical ?? TimeSpan.Zero, TimeSpan.Zero, nameof(typical));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfEqual(timeout, TimeSpan.MaxValue);
        Min = min;
        Interval = interval;
        Typical = typical;
        Timeout = timeout;
    }

    /// <summary>The rules where nobody names any: at least one second between polls, at most one hour in all.</summary>
    public static PollingDelay Default { get; } = new(TimeSpan.FromSeconds(1), interval: null, typical: null, TimeSpan.FromHours(1));

    /// <summary>The floor under every delay.</summary>
    public TimeSpan Min { get; }

    /// <summary>The steady interval that the service documents, or null where it documents none.</summary>
    public TimeSpan? Interval { get; }

    /// <summary>How long the action usually takes, or null.</summary>
    public TimeSpan? Typical { get; }

    /// <summary>The default maximum wait.</summary>
    public TimeSpan Timeout { get; }
}
