using Microsoft.Extensions.Logging;

namespace MediaOps;

/// <summary>How a client behaves. A client copies the options when it is made: later changes do nothing to it.</summary>
public sealed class MediaOpsOptions
{
    /// <summary>
    /// The handler that sends requests; null for one that all clients of the process share. Not disposed by the client.
    /// It must not follow redirects, and for the sync members it must override <c>Send</c> too: a <see cref="DelegatingHandler"/> with
    /// only <c>SendAsync</c> is silently skipped by them. Not together with <see cref="HttpClient"/>.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>A client that sends requests, such as one of <c>IHttpClientFactory</c>; its handler obeys the same rules as <see cref="Handler"/>. Not disposed by the client.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock of waits, retries and token expiry. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How an action is checked against the entity's state before it is sent. Default: <see cref="GuardMode.Refresh"/>.</summary>
    public GuardMode GuardMode { get; set; }

    /// <summary>Which conditions on other entities are checked before an action is sent. Default: <see cref="GuardRequires.Parent"/>.</summary>
    public GuardRequires GuardRequires { get; set; }

    /// <summary>How waits poll unless the call says otherwise; null for what the schema says.</summary>
    public PollingOptions? Polling { get; set; }

    /// <summary>Where log messages go; null for nowhere. Tokens and secret query members are never logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>How long one attempt may take from sending to the last byte of the answer, on the system's clock. Positive. Default: 100 seconds.</summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request may be repeated after faults that allow it, 0 to 10. Default: 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How long the effect of a write is looked for when its answer was lost, on <see cref="TimeProvider"/>: the entity is read until it shows that the service has
    /// taken the write, which is then followed by the entity's state. The write itself is never sent again. Longer where the schema says that the entity shows
    /// its old state for longer. At most an hour; zero turns it off: the caller is told at once that the outcome is unknown. Default: 10 seconds.
    /// </summary>
    public TimeSpan ReconcileTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes after decompression, 1 to 1 GiB. Default: 8 MiB.</summary>
    public long MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>A copy that nobody can change any more.</summary>
    internal static MediaOpsOptions CheckedCopy(MediaOpsOptions? options)
    {
        options ??= new MediaOpsOptions();
        string? wrong = options switch
        {
            { Handler: not null, HttpClient: not null } => $"give either {nameof(Handler)} or {nameof(HttpClient)}, not both",
            { TimeProvider: null } => $"{nameof(TimeProvider)} is null; the system's clock is TimeProvider.System",
            { NetworkTimeout.TotalMilliseconds: not (> 0 and <= int.MaxValue) } => $"{nameof(NetworkTimeout)} must be positive and at most 24 days",
            { MaxRetries: not (>= 0 and <= 10) } => $"{nameof(MaxRetries)} must be 0 to 10",
            { ReconcileTime.TotalHours: not (>= 0 and <= 1) } => $"{nameof(ReconcileTime)} must be zero to an hour",
            { MaxResponseBytes: not (>= 1 and <= 1024 * 1024 * 1024) } => $"{nameof(MaxResponseBytes)} must be 1 byte to 1 GiB",
            _ => null,
        };
        return wrong is null ? (MediaOpsOptions)options.MemberwiseClone() : throw new ArgumentException($"The options cannot work: {wrong}.", nameof(options));
    }
}

/// <summary>How an action is checked against the entity's state before it is sent.</summary>
public enum GuardMode
{
    /// <summary>Believes the last known state if it allows the action; otherwise reads the entity once and decides.</summary>
    Refresh = 0,

    /// <summary>Decides by the last known state; sends when none is known.</summary>
    LastKnown = 1,

    /// <summary>Sends whatever the state: the service decides.</summary>
    Off = 2,
}

/// <summary>Which conditions on other entities are checked before an action is sent.</summary>
public enum GuardRequires
{
    /// <summary>The state of the parent: one read of it.</summary>
    Parent = 0,

    /// <summary>Also the states of the children and the entity's own values: further reads.</summary>
    All = 1,
}
