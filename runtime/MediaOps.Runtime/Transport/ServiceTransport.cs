using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>The way of one call: discovery, token, attempts, redirects, and either a successful answer or a <see cref="ServiceException"/>.</summary>
internal sealed class ServiceTransport
{
    private readonly TrustedOrigins _origins;
    private readonly UrlBuilder _urls;
    private readonly RetryingSender _sender;
    private readonly Discovery _discovery;
    private readonly ErrorReader _errors;
    private readonly ILogger _logger;

    public ServiceTransport(
        ServiceDefinition definition,
        Uri endpoint,
        Authentication authentication,
        MediaOpsOptions options,
        ILogger logger,
        TimeProvider? networkClock = null)
    {
        endpoint = TrustedOrigins.CheckEndpoint(endpoint);
        _logger = logger;
        _origins = new TrustedOrigins(endpoint, definition.TrustHosts);
        _urls = new UrlBuilder(definition.Query);
        Given = new GivenUrls(endpoint, definition.TrustHosts, definition.Query, definition.SecretQuery, _origins);
        _errors = new ErrorReader(definition.Errors);
        CredentialCache? credentials = authentication.IsNone ? null : new CredentialCache(authentication, options.TimeProvider);
        var sender = new HttpSender(HttpClients.For(options), options, networkClock ?? TimeProvider.System);
        _sender = new RetryingSender(definition, credentials, sender, options, logger);
        _discovery = new Discovery(definition.Discovery, endpoint, _origins, _urls, _sender, _errors, logger);
    }

    /// <summary>Judges the URLs that the service gives.</summary>
    public GivenUrls Given { get; }

    /// <summary>Sends a request; with <paramref name="async"/> false the task is complete when it is returned.</summary>
    /// <exception cref="ServiceException">No usable answer, or one with a status that is not 2xx.</exception>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    // Pooled: what a call holds while it waits for the network serves the next call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ServiceResponse> SendAsync(ServiceRequest request, bool async, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Uri uri = request.GivenUrl ?? _urls.Build(await _discovery.GetBaseAsync(async, cancellationToken).ConfigureAwait(false), request.Path);

        for (int hops = 0; ; hops++)
        {
            Answer answer = await _sender.SendAsync(request, uri, async, cancellationToken).ConfigureAwait(false);
            if (answer.Status is >= 200 and < 300 && answer.StrayedTo is null)
            {
                return Accept(request, uri, answer);
            }

            using (answer)
            {
                uri = Next(request, uri, answer, hops);
            }
        }
    }

    private Uri Next(ServiceRequest request, Uri uri, Answer answer, int hops)
    {
        _errors.ThrowIfUnusable(request, uri, answer);
        if (answer.Status is < 300 or >= 400)
        {
            throw _errors.Read(request, uri, answer);
        }

        (Uri? next, string? refusal) = RedirectPolicy.Decide(request, uri, answer, _origins, hops);
        if (next is null)
        {
            // Many servers answer a write that they have done with 302 or 303.
            throw _errors.Create(request, answer, refusal!, outcomeUnknown: request.IsWrite && answer.Status is not (307 or 308));
        }

        string target = answer.Redact(next.Host)!;
        TransportLog.Redirected(_logger, request.Method, uri.Host, target, answer.Status);
        return next;
    }

    private ServiceResponse Accept(ServiceRequest request, Uri uri, Answer answer)
    {
        ServiceException? fault = answer.Fault is null ? null : _errors.Broken(request, uri, answer);
        if (fault is not null && !request.IsWrite)
        {
            answer.Dispose();
            throw fault;
        }

        if (fault is null && _errors.Refusal(request, uri, answer) is { } refusal)
        {
            answer.Dispose();
            throw refusal;
        }

        return new ServiceResponse(answer, request, uri, _errors) { BodyFault = fault };
    }
}
