using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Learns the base URI before the first call: once for all callers, and anew at the next call when it failed.</summary>
internal sealed class Discovery(DiscoveryDefinition? definition, Uri endpoint, TrustedOrigins origins, UrlBuilder urls, RetryingSender sender, ErrorReader errors, ILogger logger)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Uri? _base = definition is null ? endpoint : null;

    public async ValueTask<Uri> GetBaseAsync(bool async, CancellationToken cancellationToken)
    {
        if (_base is { } known)
        {
            return known;
        }

        await _gate.EnterAsync(async, cancellationToken).ConfigureAwait(false);
        try
        {
            return _base ??= await AskAsync(definition!, async, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<Uri> AskAsync(DiscoveryDefinition discovery, bool async, CancellationToken cancellationToken)
    {
        var request = new ServiceRequest(HttpMethod.Get, discovery.Get);
        Uri asked = urls.Build(endpoint, discovery.Get);
        using Answer answer = await sender.SendAsync(request, asked, async, cancellationToken).ConfigureAwait(false);
        errors.ThrowIfUnusable(request, asked, answer);
        if (answer.Status == 200)
        {
            return endpoint;
        }

        if (answer.Status != discovery.Status)
        {
            throw errors.Create(request, answer, $"Discovery at {asked.Host} must answer 200 or {discovery.Status}, but it answered {answer.Status}.");
        }

        string? location = answer.Header("Location");
        if (location is null || !HostileUri.TryRead(() => Uri.TryCreate(asked, location, out Uri? parsed) ? parsed : null, out Uri? found))
        {
            throw errors.Create(request, answer, $"Discovery at {asked.Host} answered {answer.Status} without a Location header that is a URL.");
        }

        if (!origins.MayLearn(found, discovery.TrustHosts))
        {
            throw errors.Create(request, answer, $"Discovery at {asked.Host} points to {found.Scheme}://{found.Host}, which the service's schema does not trust; nothing was sent there.");
        }

        Uri learnt = TrustedOrigins.WithSlash(found);
        origins.Learn(learnt);
        TransportLog.Discovered(logger, endpoint.Host, learnt.Host);
        return learnt;
    }
}
