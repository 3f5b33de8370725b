using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Sends to one URL with token and headers, and again where that is safe. Gives back the last answer, whatever it is.</summary>
internal sealed class RetryingSender(ServiceDefinition definition, CredentialCache? credentials, HttpSender sender, MediaOpsOptions options, ILogger logger)
{
    /// <summary>An attempt that begins at the deadline of a wait needs some time to be one.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Cookies _cookies = new();

    // Pooled: what a call holds while it waits for the network serves the next call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Answer> SendAsync(ServiceRequest request, Uri uri, bool async, CancellationToken cancellationToken)
    {
        RequestCredential? credential = null;
        RequestCredential? refused = null;
        int attempt = 0;
        while (true)
        {
            if (credentials is not null)
            {
                credential = await credentials.GetAsync(refused, async, cancellationToken).ConfigureAwait(false);
            }

            Answer answer;
            using (HttpRequestMessage message = CreateMessage(request, uri, credential, async))
            {
                answer = await sender.SendAsync(message, Limit(request), async, cancellationToken).ConfigureAwait(false);
            }

            if (answer.Message is { } received && answer.StrayedTo is null)
            {
                _cookies.Keep(received, uri);
            }

            answer.Secrets = Secrets(request, credential, uri);
            if (answer.IsCanceled)
            {
                return answer.Status is >= 200 and < 300 && request.IsWrite ? answer : throw Canceled(request, answer, cancellationToken);
            }

            if (answer.Status == 401 && credential is not null && refused is null)
            {
                // Once: a second refusal is an answer. Nothing was done, so this is safe for writes too.
                refused = credential;
                answer.Dispose();
                TransportLog.TokenRefused(logger, uri.Host);
                continue;
            }

            if (attempt >= options.MaxRetries || !RetryPolicy.MayRepeat(request.IsWrite, answer))
            {
                return answer;
            }

            TimeSpan left = request.Deadline?.Left ?? TimeSpan.MaxValue;
            if (left == TimeSpan.Zero)
            {
                return answer;
            }

            // The last attempt falls on the deadline, however long the service would have us wait.
            TimeSpan wanted = RetryPolicy.Delay(attempt++, answer.RetryAfter);
            TimeSpan delay = wanted < left ? wanted : left;
            string path = answer.Redact(uri.AbsolutePath)!;
            TransportLog.Repeating(logger, request.Method, path, answer.Status, attempt, delay, answer.ShownFault);
            answer.Dispose();
            await Pause.ForAsync(async, options.TimeProvider, delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a service may echo and nobody may see: the credential's secrets, those of the request, and the secret members of the query.</summary>
    private IReadOnlyList<string> Secrets(ServiceRequest request, RequestCredential? credential, Uri uri)
    {
        IReadOnlyList<string> own = credential?.Secrets ?? [];
        bool hasQuery = definition.SecretQuery.Length > 0 && uri.Query.Length > 1;
        return hasQuery ? [.. own, .. request.Secrets, .. SecretsOf(uri.Query)]
            : request.Secrets.Length > 0 ? [.. own, .. request.Secrets]
            : own;
    }

    private IEnumerable<string> SecretsOf(string query) => query[1..].Split('&')
        .Select(static member => member.Split('=', 2))
        .Where(member => member.Length == 2 && member[1].Length > 0 && definition.SecretQuery.Contains(Uri.UnescapeDataString(member[0]), StringComparer.OrdinalIgnoreCase))
        .Select(static member => Uri.UnescapeDataString(member[1]));

    private TimeSpan Limit(ServiceRequest request)
    {
        if (request.Deadline is not { } deadline)
        {
            return options.NetworkTimeout;
        }

        TimeSpan limit = deadline.Left > Grace ? deadline.Left : Grace;
        return limit < options.NetworkTimeout ? limit : options.NetworkTimeout;
    }

    private static OperationCanceledException Canceled(ServiceRequest request, Answer answer, CancellationToken cancellationToken)
    {
        using (answer)
        {
            string unknown = request.IsWrite && answer.OutcomeUnknown ? " The service may have done it: read the entity before you ask again." : "";
            return new OperationCanceledException(answer.Fault!.Message + unknown, answer.ShownFault!.InnerException, cancellationToken);
        }
    }

    private HttpRequestMessage CreateMessage(ServiceRequest request, Uri uri, RequestCredential? credential, bool async)
    {
        var message = new HttpRequestMessage(request.Method, uri)
        {
            // A sync send cannot speak HTTP/2.
            Version = async ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = CreateContent(request),
        };
        foreach ((string name, string value) in definition.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (definition.ClientRequestIdHeader is { } idHeader)
        {
            message.Headers.TryAddWithoutValidation(idHeader, request.ClientRequestId);
        }

        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        _cookies.Apply(message, uri);

        // Last: a signature covers what stands there.
        credential?.Apply(message, request.Body.Bytes, options.TimeProvider.GetUtcNow());

        return message;
    }

    private ReadOnlyMemoryContent? CreateContent(ServiceRequest request)
    {
        if (request.Body.IsEmpty)
        {
            // Servers answer 411 to a POST without a length, so an empty body says that it is empty.
            return request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Delete ? null : new ReadOnlyMemoryContent(default);
        }

        var content = new ReadOnlyMemoryContent(request.Body.Bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", definition.ContentType);
        return content;
    }
}
