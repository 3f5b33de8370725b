using System.Net;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>
/// What sends: the user's <see cref="HttpClient"/>, else a bare invoker around the handler, because deadlines, default headers and redirects are ours
/// and a client's share of them would cost each request. Redirects and cookies are never left to it: they would carry tokens to hosts that nobody checked.
/// </summary>
internal static class HttpClients
{
    // One for the process, so that any number of clients share one pool of connections; five minutes, so that a change of DNS is noticed.
    private static readonly HttpMessageInvoker Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
    });

    public static HttpMessageInvoker For(MediaOpsOptions options)
    {
        if (options.HttpClient is { } client)
        {
            RefuseRedirects(HandlerOf(client), nameof(options));
            return client;
        }

        if (options.Handler is null)
        {
            return Shared;
        }

        RefuseRedirects(options.Handler, nameof(options));
        return new HttpMessageInvoker(options.Handler, disposeHandler: false);
    }

    /// <summary>
    /// What a client sends by. It tells nobody, but a client that follows redirects by itself, as <c>new HttpClient()</c> does, would carry a key to any host
    /// before its answer could be looked at.
    /// </summary>
    private static HttpMessageHandler? HandlerOf(HttpClient client)
    {
        try
        {
            return Field(client);
        }
        catch (MissingFieldException)
        {
            // Another framework than those that we know: where it went is still seen afterwards, by what the answer says that it was asked.
            return null;
        }

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
        static extern ref HttpMessageHandler Field(HttpMessageInvoker invoker);
    }

    private static void RefuseRedirects(HttpMessageHandler? handler, string paramName)
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
