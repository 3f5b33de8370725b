using System.Net;
using System.Text;

namespace MediaOps.Generator.Tests.Harness;

/// <summary>A service that answers from a list and writes down what it was asked.</summary>
internal sealed class Script : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Body, string? OperationId)> _answers = new();
    private readonly List<string> _requests = [];
    private readonly List<Dictionary<string, string>> _headers = [];

    /// <summary>The requests: method, path and body.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>A header of a request, or null.</summary>
    public string? Header(int request, string name) => _headers[request].GetValueOrDefault(name);

    /// <summary>Adds an answer.</summary>
    public Script Answer(HttpStatusCode status, string body = "", string? operationId = null)
    {
        _answers.Enqueue((status, body, operationId));
        return this;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        _requests.Add((request.Method + " " + request.RequestUri!.PathAndQuery + " " + Encoding.UTF8.GetString(body.ToArray())).TrimEnd());
        _headers.Add(request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        (HttpStatusCode status, string text, string? operationId) = _answers.Count > 0 ? _answers.Dequeue() : throw new InvalidOperationException("Nobody expected " + _requests[^1]);
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(text, Encoding.UTF8, "application/json") };
        if (operationId is not null)
        {
            response.Headers.Add("operation-id", operationId);
        }

        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
