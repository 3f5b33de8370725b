using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MediaOps.Tests;

/// <summary>A service in memory that gives the answers of a script, one after the other, to sync and async sends, and remembers what it was asked.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<RecordedRequest, CancellationToken, HttpResponseMessage>> _script = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Answers that nobody has asked for yet.</summary>
    public int Left => _script.Count;

    /// <summary>Adds an answer that is made when the request comes; it may throw.</summary>
    public ScriptedHandler Then(Func<RecordedRequest, CancellationToken, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Adds an answer.</summary>
    public ScriptedHandler Reply(int status, string? body = null, params (string Name, string Value)[] headers) => Then((_, _) => Response(status, body, headers));

    /// <summary>Adds a fault instead of an answer.</summary>
    public ScriptedHandler Fail(Exception fault) => Then((_, _) => throw fault);

    /// <summary>Makes an answer.</summary>
    public static HttpResponseMessage Response(int status, string? body = null, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? "")) };
        foreach ((string name, string value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request, wasSync: true, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Answer(request, wasSync: false, cancellationToken));
        }
        catch (Exception fault)
        {
            return Task.FromException<HttpResponseMessage>(fault);
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, bool wasSync, CancellationToken cancellationToken)
    {
        var recorded = RecordedRequest.From(request, wasSync);
        _requests.Enqueue(recorded);
        return _script.TryDequeue(out var answer)
            ? answer(recorded, cancellationToken)
            : throw new InvalidOperationException($"The script has no answer to {recorded}.");
    }
}

/// <summary>A request as a service would see it.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body, bool WasSync)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"{Method} {Uri.AbsoluteUri}";

    public static RecordedRequest From(HttpRequestMessage request, bool wasSync)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        string body = "";
        if (request.Content is { } content)
        {
            // What the socket handler would send: asking for the length is what makes the header appear.
            _ = content.Headers.ContentLength;
            foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
            {
                headers[name] = values.ToString();
            }

            using var reader = new StreamReader(content.ReadAsStream(), Encoding.UTF8);
            body = reader.ReadToEnd();
        }

        return new RecordedRequest(request.Method, request.RequestUri!, headers, body, wasSync);
    }
}
