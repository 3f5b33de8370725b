using System.Text;

namespace MediaOps.Runtime;

/// <summary>
/// URLs that a service gives in its answers: where an operation's status, a result, or the next page is. They are followed with credentials, so they are
/// held to the origins that may have them; and they go into handles as path and query with the number of their host, because a handle names no host.
/// </summary>
internal sealed class GivenUrls(Uri endpoint, string[] trustHosts, KeyValuePair<string, string>[] query, string[] secretQuery, TrustedOrigins origins)
{
    /// <summary>Longer ones would not fit a request line anywhere.</summary>
    private const int MaxLength = 32 * 1024;

    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The URL to ask, exactly as it was given but for query members of the service that it lacks.</summary>
    /// <param name="text">Absolute, or relative to what was asked.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="alsoTrusted">Hosts that may be asked beside those of the service.</param>
    /// <param name="fault">Why there is none; else null.</param>
    public Uri? Resolve(string text, Uri asked, string[] alsoTrusted, out string? fault)
    {
        fault = Fault(text);
        if (fault is not null)
        {
            return null;
        }

        string whole = text.Contains("://", StringComparison.Ordinal) && text.IndexOfAny(['/', '?']) > text.IndexOf("://", StringComparison.Ordinal) ? text
            : text.StartsWith("//", StringComparison.Ordinal) ? $"{asked.Scheme}:{text}"
            : text.StartsWith('/') ? asked.GetLeftPart(UriPartial.Authority) + text
            : text.StartsWith('?') ? asked.GetLeftPart(UriPartial.Path) + text
            : asked.GetLeftPart(UriPartial.Path)[..(asked.GetLeftPart(UriPartial.Path).LastIndexOf('/') + 1)] + text;
        if (!HostileUri.TryRead(() => Uri.TryCreate(whole, AsGiven, out Uri? parsed) ? parsed : null, out Uri? url) || HasDotSegment(url.AbsolutePath))
        {
            fault = "is no URL that could be asked";
            return null;
        }

        if (!origins.Allows(url, alsoTrusted))
        {
            fault = $"leads to {url.Scheme}://{ErrorText.Clean(url.Authority)}, which is not trusted; nothing was sent there";
            return null;
        }

        return Complete(url);
    }

    /// <summary>The number of the URL's host, and its path and query without secrets: what a handle holds of it.</summary>
    public (string Host, string PathAndQuery) ForHandle(Uri url, string[] alsoTrusted)
    {
        string path = url.AbsolutePath + WithoutSecrets(url.Query);
        string host = url.IdnHost;
        if (!origins.IsOwn(url))
        {
            string[] hosts = [.. trustHosts, .. alsoTrusted];
            int number = Array.FindIndex(hosts, pattern => TrustedOrigins.Matches(url, [pattern]));
            string labels = hosts[number].StartsWith("*.", StringComparison.Ordinal) ? "." + host[..(host.Length - hosts[number].Length + 1)] : "";
            return ($"{number + 1}{labels}", path);
        }

        return ("0", path);
    }

    /// <summary>The URL that a handle tells of. What it holds is hostile.</summary>
    /// <param name="host">The number of the host.</param>
    /// <param name="pathAndQuery">Path and query.</param>
    /// <param name="tracking">What the handle is of: it says which hosts and paths there can be.</param>
    /// <param name="fault">Why there is none; else null.</param>
    public Uri? FromHandle(string host, string pathAndQuery, TrackingDefinition tracking, out string? fault)
    {
        fault = Fault(pathAndQuery);
        string? origin = fault is null ? Origin(host, tracking.TrustHosts) : null;
        if (origin is null || !pathAndQuery.StartsWith('/') || !HostileUri.TryRead(() => Uri.TryCreate(origin + pathAndQuery, AsGiven, out Uri? parsed) ? parsed : null, out Uri? url)
            || HasDotSegment(url.AbsolutePath) || !origins.Allows(url, tracking.TrustHosts))
        {
            fault = "names a URL that cannot be one of this service";
            return null;
        }

        bool isInside = tracking.HandlePattern is { } pattern
            ? PatternCache.IsMatch(url.AbsolutePath, pattern)
            : url.AbsolutePath.StartsWith(endpoint.AbsolutePath, StringComparison.OrdinalIgnoreCase);
        fault = isInside ? null : "names a path outside of those where the service has its operations";
        return isInside ? Complete(url) : null;
    }

    private string? Origin(string host, string[] alsoTrusted)
    {
        string[] hosts = [.. trustHosts, .. alsoTrusted];
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        string digits = dot < 0 ? host : host[..dot];
        if (!int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) || number > hosts.Length)
        {
            return null;
        }

        if (number == 0)
        {
            return dot < 0 ? endpoint.GetLeftPart(UriPartial.Authority) : null;
        }

        string pattern = hosts[number - 1];
        bool isSuffix = pattern.StartsWith("*.", StringComparison.Ordinal);
        string labels = dot < 0 ? "" : host[(dot + 1)..];
        return isSuffix != labels.Length > 0 || !labels.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? null
            : "https://" + (isSuffix ? labels + pattern[1..] : pattern);
    }

    private Uri Complete(Uri url)
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in query)
        {
            if (!Has(url.Query, name))
            {
                text.Append(text.Length > 0 || url.Query.Length > 1 ? "&" : url.Query.Length == 1 ? "" : "?").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Path) + url.Query + text, AsGiven);
    }

    private static bool Has(string query, string name)
        => query.TrimStart('?').Split('&').Any(member => NameOf(member).Equals(name, StringComparison.OrdinalIgnoreCase));

    private string WithoutSecrets(string query)
    {
        string[] members = [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(member => !secretQuery.Contains(NameOf(member), StringComparer.OrdinalIgnoreCase))];
        return members.Length == 0 ? "" : "?" + string.Join('&', members);
    }

    private static string NameOf(string member) => Uri.UnescapeDataString(member.Split('=')[0]);

    /// <summary>Whether a server, or a proxy before it, may take a part of the path for a step upwards, or for another host.</summary>
    private static bool HasDotSegment(string path)
        => path.Contains("//", StringComparison.Ordinal) || PathTemplate.HasDotSegment(path) || PathTemplate.HasDotSegment(Uri.UnescapeDataString(path));

    private static string? Fault(string text)
        => text.Length is 0 or > MaxLength ? "is empty or too long"
            : text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.AsSpan().IndexOfAny('\\', '#') >= 0 ? "has a character that cannot stand in a URL"
            : null;
}
