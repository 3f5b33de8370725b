using System.Net;

namespace MediaOps.Runtime;

/// <summary>Which <see cref="HttpClient"/> sends. Redirects and cookies are never left to it: they would carry tokens to hosts that nobody checked.</summary>
internal static class HttpClients
{
    // One for the process, so that any number of clients share one pool of connections; five minutes, so that a change of DNS is noticed.
    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        // Never fires in sync calls, so deadlines are ours.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static HttpClient For(MediaOpsOptions options)
    {
        if (options.HttpClient is not null)
        {
            return options.HttpClient;
        }

        if (options.Handler is null)
        {
            return Shared;
        }

        RefuseRedirects(options.Handler, nameof(options));
        return new HttpClient(options.Handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static void RefuseRedirects(HttpMessageHandler handler, string paramName)
    {
        HttpMessageHandler? inner = handler;
        while (inner is DelegatingHandler outer)
        {
            inner = outer.InnerHandler;
        }

        if (inner is HttpClientHandler { AllowAutoRedirect: true } or SocketsHttpHandler { AllowAutoRedirect: true })
        {
            throw new ArgumentException(
                $"The handler {inner.GetType().Name} follows redirects by itself, which could replay a write or send a token to a foreign host. Set its AllowAutoRedirect to false.",
                paramName);
        }
    }
}
