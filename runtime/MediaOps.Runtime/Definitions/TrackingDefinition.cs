using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>How the completion of a long-running action is seen: an id in the answer, and a path that tells its status.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrackingDefinition
{
    /// <summary>The name that actions refer to.</summary>
    public string Name { get; init; } = "operation";

    /// <summary>Status codes that mean: still running. Every other 2xx means: complete. Default: 202.</summary>
    public int[] Accepted { get; init; } = [202];

    /// <summary>Response headers that may hold the operation's id, in order of preference.</summary>
    public string[] HandleHeaders { get; init; } = [];

    /// <summary>Path in the response body that holds the operation's id; or null.</summary>
    public string? HandleBody { get; init; }

    /// <summary>HTTP method of a poll. Default: GET.</summary>
    public string PollMethod { get; init; } = "GET";

    /// <summary>Path of a poll, with a place for the operation's id, such as <c>Operations('{Handle}')</c>.</summary>
    public PathTemplate Poll { get; init; } = PathTemplate.Parse("");

    /// <summary>Path of the status in a poll's body.</summary>
    public string StatusPath { get; init; } = "";

    /// <summary>Path of the target entity's id in a poll's body, such as <c>TargetEntityId</c>; or null.</summary>
    public string? TargetPath { get; init; }

    /// <summary>Statuses that mean: still running.</summary>
    public string[] Pending { get; init; } = [];

    /// <summary>Statuses that mean: done.</summary>
    public string[] Succeeded { get; init; } = [];

    /// <summary>Statuses that mean: failed.</summary>
    public string[] Failed { get; init; } = [];

    /// <summary>Statuses that mean: canceled.</summary>
    public string[] Canceled { get; init; } = [];

    /// <summary>Path of the code of a failed operation in a poll's body; or null.</summary>
    public string? ErrorCodePath { get; init; }

    /// <summary>Path of the message of a failed operation in a poll's body; or null.</summary>
    public string? ErrorMessagePath { get; init; }

    /// <summary>Waiting rules of actions that have none of their own.</summary>
    public PollingDelay Delay { get; init; } = PollingDelay.Default;
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
