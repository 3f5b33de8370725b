using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>What all entities of one service share: the facts of <c>service.json</c> that a running client needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceDefinition
{
    /// <summary>Describes a service.</summary>
    /// <param name="name">The service's name, such as <c>AmsV2</c>; part of handles.</param>
    /// <param name="version">The API version, or null where the service has none.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public ServiceDefinition(string name, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Version = version;
    }

    /// <summary>The service's name; part of handles.</summary>
    public string Name { get; }

    /// <summary>The API version, or null.</summary>
    public string? Version { get; }

    /// <summary>Headers of every request.</summary>
    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    /// <summary>Query members of every request.</summary>
    public KeyValuePair<string, string>[] Query { get; init; } = [];

    /// <summary>Names of query members that never enter a handle or a log.</summary>
    public string[] SecretQuery { get; init; } = [];

    /// <summary>The header that carries the client's own request id, or null for none.</summary>
    public string? ClientRequestIdHeader { get; init; }

    /// <summary>The content type of request bodies. Default: <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>How the base URI is learnt before the first call; null where the configured endpoint is the base.</summary>
    public DiscoveryDefinition? Discovery { get; init; }

    /// <summary>Hosts beside the endpoint's that may be sent credentials: exact names, or <c>*.suffix</c>.</summary>
    public string[] TrustHosts { get; init; } = [];

    /// <summary>How lists are paged; null where they are not.</summary>
    public PagingDefinition? Paging { get; init; }

    /// <summary>Where errors are and which codes there are.</summary>
    public ErrorDefinition Errors { get; init; } = new();

    /// <summary>How the completion of long-running actions is seen.</summary>
    public TrackingDefinition[] Tracking { get; init; } = [];
}

/// <summary>The request that learns the base URI before the first call.</summary>
/// <param name="get">The path that is asked, below the configured endpoint.</param>
/// <param name="status">The status whose <c>Location</c> header names the base URI; 200 means that the configured endpoint is the base.</param>
/// <param name="trustHosts">Hosts that may be learnt beside the endpoint's own: exact names, or <c>*.suffix</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DiscoveryDefinition(string get, int status, string[] trustHosts)
{
    /// <summary>The path that is asked, below the configured endpoint.</summary>
    public string Get { get; } = get;

    /// <summary>The status whose <c>Location</c> header names the base URI.</summary>
    public int Status { get; } = status;

    /// <summary>Hosts that may be learnt: exact names, or <c>*.suffix</c>.</summary>
    public string[] TrustHosts { get; } = trustHosts;
}
