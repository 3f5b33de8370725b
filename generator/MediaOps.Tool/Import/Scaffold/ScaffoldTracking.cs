namespace MediaOps.Tool.Import;

/// <summary>How the end of a long-running action is seen.</summary>
internal sealed class ScaffoldTracking
{
    /// <summary>The name, by which actions use it.</summary>
    public required string Name { get; set; }

    /// <summary><c>operation</c>, <c>status-url</c> or <c>entity-state</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The statuses that mean: still running.</summary>
    public List<int> Accepted { get; } = [];

    /// <summary>The headers that may hold the handle, the best first.</summary>
    public List<string> HandleHeaders { get; } = [];

    /// <summary>Where the handle is in the body.</summary>
    public string? HandleBody { get; set; }

    /// <summary>What is polled, with <c>{Handle}</c>.</summary>
    public string? Poll { get; set; }

    /// <summary>Where the status is in the answer to a poll.</summary>
    public string? StatusPath { get; set; }

    /// <summary>Values of the status that mean: still running.</summary>
    public List<string> Pending { get; } = [];

    /// <summary>Values of the status that mean: succeeded.</summary>
    public List<string> Succeeded { get; } = [];

    /// <summary>Values of the status that mean: failed.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Values of the status that mean: canceled.</summary>
    public List<string> Canceled { get; } = [];

    /// <summary>The path of a boolean that is true at the end.</summary>
    public string? DonePath { get; set; }

    /// <summary>HTTP statuses of a poll that mean: still running.</summary>
    public List<int> PendingHttp { get; } = [];

    /// <summary>What 404 means while polling: <c>succeeded</c>, <c>pending</c> or <c>failed</c>.</summary>
    public string? Absent { get; set; }

    /// <summary>Where the code of a failure is.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Where the message of a failure is.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary><c>read</c>, <c>poll-body</c>, <c>location</c> or <c>none</c>.</summary>
    public string? ResultVia { get; set; }

    /// <summary>Where the result is in the last poll.</summary>
    public string? ResultPath { get; set; }

    /// <summary>How long the old state may still be read; for <c>entity-state</c>.</summary>
    public string? Settle { get; set; }

    /// <summary>Hosts beside the endpoint's to which a status URL may point.</summary>
    public List<string> TrustHosts { get; } = [];

    /// <summary>How long to wait.</summary>
    public ScaffoldDelay? Delay { get; set; }
}

/// <summary>Waiting rules; times are written <c>500ms</c>, <c>30s</c>, <c>5m</c> or <c>1h</c>.</summary>
internal sealed record ScaffoldDelay(string? Min = null, string? Interval = null, string? Typical = null, string? Timeout = null);
