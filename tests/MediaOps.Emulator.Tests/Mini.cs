using System.Text;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>An emulator of a small service of a test's own, on a clock of its own, and a raw client of it.</summary>
internal sealed class Mini : IDisposable
{
    private readonly HttpClient _client;
    private readonly (string Name, string Value)[] _headers;

    /// <param name="service">What <c>service.json</c> says beside name, namespace and endpoint, as the inside of a JSON object.</param>
    /// <param name="entities">The entity files.</param>
    /// <param name="options">Makes the options from the clock.</param>
    /// <param name="endpoint">The endpoint of the schema, which is also what the client is set to.</param>
    /// <param name="headers">What every request carries.</param>
    public Mini(string service, string[] entities, Func<ManualTime, EmulatorOptions>? options = null, string endpoint = "https://mini.example/api", params (string Name, string Value)[] headers)
    {
        _headers = headers;
        IEnumerable<(string, string)> files = entities.Select((text, i) => ($"mini/E{i}.json", text));
        Emulator = Emulator.FromFiles([("mini/service.json", $$"""{ "service": "Mini", "namespace": "Acme.Mini", "endpoint": "{{endpoint}}", {{service}} }"""), .. files], options?.Invoke(Time) ?? new EmulatorOptions { TimeProvider = Time });
        Emulator.Changed += (_, e) => Changes.Add($"{e.From ?? "-"}>{e.To}@{(e.At - Bench.Start).TotalSeconds:0.#}");
        _client = new HttpClient(new EmulatorHandler(Emulator)) { BaseAddress = new Uri(endpoint.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal) + "/") };
    }

    public ManualTime Time { get; } = new();

    public Emulator Emulator { get; }

    public List<string> Changes { get; } = [];

    public async Task<Reply> Send(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.RelativeOrAbsolute));
        foreach ((string name, string value) in _headers.Concat(headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        HttpResponseMessage response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response);
    }

    public Task<Reply> Get(string path) => Send("GET", path);

    public Task<Reply> Post(string path, string? body = null) => Send("POST", path, body);

    public void Advance(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        _client.Dispose();
        Emulator.Dispose();
    }
}

/// <summary>An answer that has been read.</summary>
internal sealed record Reply(int Status, JsonNode? Body, HttpResponseMessage Message)
{
    /// <summary>The text at a dotted path of the body; null where there is none.</summary>
    public string? this[string path] => (path.StartsWith('@') ? [path] : path.Split('.')).Aggregate(Body, (node, name) => int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out int index) ? (node as JsonArray)?[index] : (node as JsonObject)?[name])?.ToString();

    public string? Header(string name) => Message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
