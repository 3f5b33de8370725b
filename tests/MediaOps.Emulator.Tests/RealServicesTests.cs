using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>The services of the repository, asked as their own documentation says.</summary>
public sealed class RealServicesTests
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/medialive/aws4_request, SignedHeaders=host;x-amz-date, Signature=0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task Version_3_tells_of_its_operations_at_the_paths_of_its_description()
    {
        using Service service = new("ams-v3", "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.Media/mediaservices/media", "?api-version=2022-11-01", ("Authorization", "Bearer t"));
        const string Event = """{ "location": "westus", "properties": { "input": { "streamingProtocol": "RTMP" } } }""";

        Reply created = await service.Send("PUT", "liveEvents/news", Event, "&autoStart=false");
        Assert.Equal((201, "Stopped", "InProgress"), (created.Status, created["properties.resourceState"], created["properties.provisioningState"]));
        string id = new Uri(created.Header("Azure-AsyncOperation")!).Segments[^1];
        Assert.Equal(("InProgress", id), ((await service.Send("GET", "liveEventOperations/" + id))["status"], (await service.Send("GET", "liveEventOperations/" + id))["name"]));
        Assert.Equal(202, (await service.Send("GET", "liveEvents/news/operationLocations/" + id)).Status);
        service.Advance(10);
        Assert.Equal("news", (await service.Send("GET", "liveEvents/news/operationLocations/" + id))["name"]);

        Reply output = await service.Send("PUT", "liveEvents/news/liveOutputs/archive", """{ "properties": { "assetName": "a", "archiveWindowLength": "PT1H" } }""");
        string second = new Uri(output.Header("Azure-AsyncOperation")!).Segments[^1];
        Assert.Equal(202, (await service.Send("GET", "liveEvents/news/liveOutputs/archive/operationLocations/" + second)).Status);
        Assert.Equal(404, (await service.Send("PUT", "liveEvents/none/liveOutputs/archive", """{ "properties": { "assetName": "a", "archiveWindowLength": "PT1H" } }""")).Status);
        service.Advance(10);
        Assert.Equal("Succeeded", (await service.Send("GET", "liveOutputOperations/" + second))["status"]);
        Assert.Equal("a", (await service.Send("GET", "liveEvents/news/liveOutputs"))["value.0.properties.assetName"]);

        Reply stop = await service.Send("POST", "liveEvents/news/stop", """{ "removeOutputsOnStop": true }""");
        Assert.Equal((409, "InvalidOperation"), (stop.Status, stop["error.code"]));
        Assert.Equal("ResourceNotFound", (await service.Send("GET", "streamingEndpoints/none/skus"))["error.code"]);
    }

    [Fact]
    public async Task MkIo_shows_the_state_of_an_event_alone()
    {
        using Service service = new("mkio", "https://app.mk.io/api/v1/projects/demo/media", string.Empty, ("x-mkio-token", "t"));

        await service.Send("PUT", "liveEvents/news", """{ "properties": { "input": { "streamingProtocol": "RTMP" }, "encoding": { "encodingType": "PassthroughBasic" } } }""");
        service.Advance(5);
        Assert.Equal("Stopped", (await service.Send("GET", "liveEvents/news/state"))["status.state"]);
        await service.Send("POST", "liveEvents/news/start");
        Assert.Equal("Stopped", (await service.Send("GET", "liveEvents/news/state"))["status.state"]);
        service.Advance(3);
        Assert.Equal("Starting", (await service.Send("GET", "liveEvents/news/state"))["status.state"]);
        service.Advance(2);
        Assert.Equal("Running", (await service.Send("GET", "liveEvents/news/state"))["status.state"]);
    }

    [Fact]
    public async Task MediaLive_answers_with_the_channel_in_its_words()
    {
        using Service service = new("medialive", "https://medialive.eu-west-1.amazonaws.com", string.Empty, ("Authorization", Signature), ("X-Amz-Date", "20260101T000000Z"));

        Reply created = await service.Send("POST", "prod/channels", """{ "name": "news", "requestId": "1" }""");
        string id = created["channel.id"]!;
        Assert.Equal((201, "CREATING"), (created.Status, created["channel.state"]));
        Assert.Equal(id, (await service.Send("POST", "prod/channels", """{ "name": "news", "requestId": "1" }"""))["channel.id"]);
        service.Advance(3);
        Reply started = await service.Send("POST", $"prod/channels/{id}/start");
        Assert.Equal(id, started["id"]);
        service.Advance(5);
        Assert.Equal("RUNNING", (await service.Send("GET", "prod/channels/" + id))["state"]);
        Reply refused = await service.Send("DELETE", "prod/channels/" + id);
        Assert.Equal((409, "ConflictException"), (refused.Status, refused.Header("x-amzn-ErrorType")));
    }

    [Fact]
    public async Task LiveStream_names_events_below_their_channel()
    {
        using Service service = new("livestream", "https://livestream.googleapis.com/v1", string.Empty, ("Authorization", "Bearer t"));

        await service.Send("POST", "projects/p/locations/l/channels", """{ "output": { "uri": "gs://b" } }""", "?channelId=news");
        service.Advance(5);
        Reply created = await service.Send("POST", "projects/p/locations/l/channels/news/events", """{ "adBreak": { "duration": "10s" } }""", "?eventId=break");
        Assert.Equal(("projects/p/locations/l/channels/news/events/break", "SCHEDULED"), (created["name"], created["state"]));
        Assert.Equal(created["name"], (await service.Send("GET", "projects/p/locations/l/channels/news/events"))["events.0.name"]);
        Assert.Equal(404, (await service.Send("POST", "projects/p/locations/l/channels/none/events", """{ "adBreak": { "duration": "10s" } }""", "?eventId=break")).Status);
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "schema", name);

    /// <summary>A service at its own address.</summary>
    private sealed class Service(string folder, string address, string query, params (string Name, string Value)[] headers) : IDisposable
    {
        private readonly ManualTime _time = new();
        private Emulator? _emulator;

        public async Task<Reply> Send(string method, string path, string? body = null, string more = "")
        {
            _emulator ??= Emulator.FromDirectory(Folder(folder), new EmulatorOptions { TimeProvider = _time });
            using var client = new HttpClient(new EmulatorHandler(_emulator));
            var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{address}/{path}{query}{more}"));
            Array.ForEach(headers, h => request.Headers.TryAddWithoutValidation(h.Name, h.Value));
            request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response);
        }

        public void Advance(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

        public void Dispose() => _emulator?.Dispose();
    }
}
