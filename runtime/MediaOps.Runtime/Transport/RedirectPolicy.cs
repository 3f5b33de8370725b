namespace MediaOps.Runtime;

/// <summary>Where a redirect may lead. A write is never turned into a read, and nothing goes to a host that is not trusted.</summary>
internal static class RedirectPolicy
{
    public const int Most = 5;

    /// <summary>The next URL, or a sentence why there is none.</summary>
    public static (Uri? Next, string? Refusal) Decide(ServiceRequest request, Uri current, Answer answer, TrustedOrigins origins, int hops)
    {
        string? location = answer.Header("Location");
        if (location is null || !HostileUri.TryRead(() => Uri.TryCreate(current, location, out Uri? parsed) ? parsed : null, out Uri? next))
        {
            return (null, $"{current.Host} answered {answer.Status} without a Location header that is a URL.");
        }

        string way = $"The redirect from {current.Scheme}://{current.Host} to {next.Scheme}://{next.Host}";
        bool read = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        string? refusal =
            !(answer.Status is 307 or 308 || (read && answer.Status is 301 or 302 or 303)) ? $"{way} with status {answer.Status} is not followed for {request.Method}."
            : !origins.Allows(next) ? $"{way} leads to an origin that is not trusted; nothing was sent there."
            : hops >= Most ? $"{way} is the sixth in a row: the service redirects in a circle."
            : null;
        return refusal is null ? (next, null) : (null, refusal);
    }
}
