using System.Collections.Concurrent;
using System.Text;

namespace MediaOps.EndToEnd.Tests;

/// <summary>Writes down each request as it would go over the wire, and hands it on.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> All => [.. _requests];

    public RecordedRequest Last => All[^1];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => _inner.Send(Record(request, wasSync: true), cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _inner.SendAsync(Record(request, wasSync: false), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reading a body uses it up, so the request that goes on is a copy.</summary>
    private HttpRequestMessage Record(HttpRequestMessage request, bool wasSync)
    {
        var recorded = RecordedRequest.From(request, wasSync);
        _requests.Enqueue(recorded);
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        if (request.Content is not null)
        {
            copy.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(recorded.Body));
        }

        foreach ((string name, string value) in recorded.Headers)
        {
            if (!copy.Headers.TryAddWithoutValidation(name, value))
            {
                copy.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return copy;
    }
}
