using System.Net;
using System.Net.Http.Headers;

namespace MediaOps.Runtime;

/// <summary>
/// The cookies of one client: load balancers send a client back to the server that knows its operations by them. The handler below may be shared by many
/// clients and must not keep any. Thread-safe.
/// </summary>
internal sealed class Cookies
{
    // The framework's limits keep a hostile service from filling the memory: 300 cookies, 20 a host, 4 KB each.
    private readonly CookieContainer _container = new();
    private volatile bool _hasAny;

    /// <summary>Puts the cookies of a URL into a request.</summary>
    public void Apply(HttpRequestMessage message, Uri uri)
    {
        if (_hasAny && _container.GetCookieHeader(uri) is { Length: > 0 } text)
        {
            message.Headers.TryAddWithoutValidation("Cookie", text);
        }
    }

    /// <summary>Keeps the cookies of an answer.</summary>
    public void Keep(HttpResponseMessage message, Uri uri)
    {
        if (!message.Headers.NonValidated.TryGetValues("Set-Cookie", out HeaderStringValues values))
        {
            return;
        }

        foreach (string value in values)
        {
            try
            {
                _container.SetCookies(uri, value);
                _hasAny = true;
            }
            catch (CookieException)
            {
                // Malformed, or for another domain: as browsers do, it is left out, and the answer holds all the same.
            }
        }
    }
}
