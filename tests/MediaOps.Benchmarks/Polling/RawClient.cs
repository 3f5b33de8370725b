using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaOps.Benchmarks.Polling;

/// <summary>The plainest program that asks the same question: <see cref="HttpClient"/> and the serializer's generated code.</summary>
internal sealed partial class RawClient(HttpMessageHandler service) : IDisposable
{
    private readonly HttpClient _http = Connect(service);

    public void Dispose() => _http.Dispose();

    /// <summary>Asks once.</summary>
    /// <exception cref="InvalidOperationException">The answer is not what was measured for.</exception>
    public async Task PollAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://media.example/api/Operations('op1')");
        request.Headers.TryAddWithoutValidation("x-ms-client-request-id", Guid.NewGuid().ToString());
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using Stream stream = await response.Content.ReadAsStreamAsync();
        OperationBody body = (await JsonSerializer.DeserializeAsync(stream, Json.Default.OperationBody))!;
        if (body.State != "InProgress")
        {
            throw new InvalidOperationException("The stub answered " + body.State + ".");
        }
    }

    private static HttpClient Connect(HttpMessageHandler service)
    {
        var http = new HttpClient(service, disposeHandler: false);
        (string Name, string Value)[] headers =
        [
            ("Authorization", "Bearer token"), ("x-ms-version", "2.19"), ("DataServiceVersion", "3.0;NetFx"), ("MaxDataServiceVersion", "3.0;NetFx"),
            ("Accept", "application/json;odata=minimalmetadata"), ("Accept-Charset", "UTF-8"),
        ];
        foreach ((string name, string value) in headers)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return http;
    }

    internal sealed record OperationBody(string? Id, string? State, string? TargetEntityId, string? ErrorCode, string? ErrorMessage);

    [JsonSerializable(typeof(OperationBody))]
    private sealed partial class Json : JsonSerializerContext;
}
