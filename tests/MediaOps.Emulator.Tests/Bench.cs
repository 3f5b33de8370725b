using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>An emulator of ams-v2 on a clock of its own, and a raw client of it.</summary>
internal sealed class Bench : IDisposable
{
    public const string Input = """ "Input": { "StreamingProtocol": "RTMP", "AccessControl": { "IP": { "Allow": [ { "Name": "all", "Address": "0.0.0.0", "SubnetPrefixLength": 0 } ] } } } """;

    private readonly HttpClient _client;

    public Bench(EmulatorOptions? options = null, IEnumerable<(string, string)>? files = null)
    {
        Time = options?.TimeProvider as ManualTime ?? new ManualTime();
        options ??= new EmulatorOptions { TimeProvider = Time };
        Emulator = files is null ? Emulator.FromDirectory(Schema, options) : Emulator.FromFiles(files, options);
        Emulator.Changed += (_, e) => Changes.Add($"{e.From ?? "-"}>{e.To}@{(e.At - Start).TotalSeconds:0}");
        _client = new HttpClient(new EmulatorHandler(Emulator)) { BaseAddress = new Uri("https://account.restv2.westus.media.azure.net/api/") };
    }

    public static string Schema { get; } = Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2");

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ManualTime Time { get; }

    public Emulator Emulator { get; }

    public List<string> Changes { get; } = [];

    public static HttpRequestMessage Request(string method, string path, string? body = null, string? contentType = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.RelativeOrAbsolute));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer t");
        request.Headers.TryAddWithoutValidation("x-ms-version", "2.19");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return request;
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request) => await _client.SendAsync(request, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Send(string method, string path, string? body = null) => Send(Request(method, path, body));

    public HttpResponseMessage SendSync(HttpRequestMessage request) => _client.Send(request, TestContext.Current.CancellationToken);

    public static async Task<JsonObject> Json(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    public static async Task<(HttpStatusCode Status, string? Code)> Error(HttpResponseMessage response)
    {
        JsonObject error = (await Json(response))["odata.error"]!.AsObject();
        Assert.False(string.IsNullOrEmpty(error["message"]!["value"]!.ToString()));
        Assert.Equal("en-US", error["message"]!["lang"]!.ToString());
        return (response.StatusCode, error["code"]!.ToString());
    }

    public static string OperationId(HttpResponseMessage response) => response.Headers.GetValues("operation-id").Single();

    public async Task<JsonObject> Poll(string operationId) => await Json(await Send("GET", $"Operations('{operationId}')"));

    /// <summary>Makes a channel and waits for the end of its creation.</summary>
    public async Task<string> Channel(string name = "live", string more = "")
    {
        HttpResponseMessage response = await Send("POST", "Channels", $$"""{ "Name": "{{name}}", {{Input}} {{more}} }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Time.Advance(TimeSpan.FromMinutes(1));
        return (await Json(response))["Id"]!.ToString();
    }

    public async Task<string> RunningChannel(string name = "live", string more = "")
    {
        string id = await Channel(name, more);
        await Send("POST", $"Channels('{id}')/Start");
        Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("Running", State(id));
        return id;
    }

    /// <summary>Makes a program of a channel.</summary>
    public async Task<string> Program(string channel, string name = "show")
    {
        HttpResponseMessage response = await Send("POST", "Programs", Schemas.ProgramBody(name, channel));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await Json(response))["Id"]!.ToString();
    }

    public string? State(string id) => Emulator.Entities.Single(e => e.Id == id).State;

    /// <summary>Runs an action and waits for its end.</summary>
    public async Task Act(string entity, string action, string? body = null)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Send("POST", $"{entity}/{action}", body)).StatusCode);
        Time.Advance(TimeSpan.FromMinutes(5));
    }

    public void Dispose()
    {
        _client.Dispose();
        Emulator.Dispose();
    }
}
