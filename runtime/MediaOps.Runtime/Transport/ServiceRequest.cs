using System.Diagnostics.CodeAnalysis;

namespace MediaOps.Runtime;

/// <summary>One call, whatever the number of attempts.</summary>
internal sealed class ServiceRequest(HttpMethod method, string path)
{
    private string? _clientRequestId;

    public HttpMethod Method { get; } = method;

    /// <summary>Below the base URI, percent-encoded, with or without a query; ignored where <see cref="GivenUrl"/> is set.</summary>
    public string Path { get; } = path;

    public RequestBody Body { get; init; }

    /// <summary>Secret values that it carries, or that were sent with what it asks for: see <see cref="SentSecrets"/>.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>Headers of this call alone.</summary>
    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    /// <summary>Whether it may change something: such a request is repeated only where nothing can have been done.</summary>
    public bool IsWrite { get; init; } = method != HttpMethod.Get && method != HttpMethod.Head;

    /// <summary>Sent with every attempt, so that the service's logs show one call; made up where none is given.</summary>
    [AllowNull]
    public string ClientRequestId
    {
        get => _clientRequestId ??= Guid.NewGuid().ToString();
        init => _clientRequestId = value;
    }

    /// <summary>When the wait that asks is to end: nothing is repeated after it, and an attempt that is under way then gets a short time of grace. Null for none.</summary>
    public Deadline? Deadline { get; set; }

    /// <summary>The same call to another path.</summary>
    public ServiceRequest WithPath(string other) => new(Method, other) { Body = Body, Secrets = Secrets, Headers = Headers, IsWrite = IsWrite, Deadline = Deadline };

    /// <summary>A URL that the service gave, as <see cref="GivenUrls"/> has let it pass; or null.</summary>
    public Uri? GivenUrl { get; init; }
}
