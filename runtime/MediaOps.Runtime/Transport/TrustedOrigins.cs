namespace MediaOps.Runtime;

/// <summary>Where requests, and with them tokens, may go: the configured origin, the discovered one, and the hosts that the schema trusts.</summary>
internal sealed class TrustedOrigins
{
    private readonly Uri _endpoint;
    private readonly string[] _trustHosts;
    private volatile Uri? _learnt;

    public TrustedOrigins(Uri endpoint, string[] trustHosts)
    {
        _endpoint = endpoint;
        _trustHosts = trustHosts;
    }

    /// <summary>Checks a configured endpoint and ends its path with a slash, so that paths can be put behind it.</summary>
    public static Uri CheckEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        string? wrong =
            !endpoint.IsAbsoluteUri ? "must be absolute, such as https://host/api/"
            : endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp ? "must be https"
            : endpoint.UserInfo.Length > 0 ? "must not have a user or password in it; tokens come from the credential"
            : endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 ? "must not have a query or fragment"
            : endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback ? "must be https; plain http is for loopback addresses only"
            : null;
        return wrong is null ? WithSlash(endpoint) : throw new ArgumentException($"The endpoint {wrong}.", nameof(endpoint));
    }

    public static Uri WithSlash(Uri uri) => uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");

    /// <summary>Whether a host is one of the patterns: exact names, or <c>*.suffix</c> with at least one label before it.</summary>
    public static bool Matches(Uri uri, string[] patterns)
    {
        string host = uri.IdnHost;
        foreach (string pattern in patterns)
        {
            bool matches = pattern.StartsWith("*.", StringComparison.Ordinal)
                ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
                : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a request with a token may go there: to its own origin, or to a trusted host at the port of its scheme. Behind another port is another service.</summary>
    /// <param name="uri">A URL that the service gave.</param>
    /// <param name="alsoTrusted">Hosts that may be asked beside those of the service.</param>
    public bool Allows(Uri uri, params string[] alsoTrusted) => IsSafe(uri) && (IsOwn(uri) || (uri.IsDefaultPort && (Matches(uri, _trustHosts) || Matches(uri, alsoTrusted))));

    /// <summary>Whether it is the configured origin, or the one that was discovered.</summary>
    public bool IsOwn(Uri uri) => SameOrigin(uri, _endpoint) || (_learnt is { } learnt && SameOrigin(uri, learnt));

    /// <summary>Whether a discovery may name this base: the endpoint's own origin, or a host that the discovery trusts at the port of its scheme.</summary>
    public bool MayLearn(Uri uri, string[] trustHosts) =>
        IsSafe(uri)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (SameOrigin(uri, _endpoint) || (uri.IsDefaultPort && Matches(uri, [_endpoint.IdnHost, .. trustHosts])));

    public void Learn(Uri uri) => _learnt = uri;

    private bool IsSafe(Uri uri) =>
        uri.IsAbsoluteUri
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && _endpoint.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool SameOrigin(Uri a, Uri b) => a.Port == b.Port && a.Scheme == b.Scheme && a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase);
}
