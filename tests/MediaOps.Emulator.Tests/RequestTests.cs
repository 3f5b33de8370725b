using System.Net;
using System.Text;

namespace MediaOps.Emulation.Tests;

public sealed class RequestTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("""{ "Name": "live" }""", "Input is required")]
    [InlineData("""{ "Nme": "live", %I }""", "Nme is not a member")]
    [InlineData("""{ "Name": 5, %I }""", "Name must be a text")]
    [InlineData("""{ "Name": "-live", %I }""", "Name does not match")]
    [InlineData("""{ "Name": "live\n", %I }""", "Name does not match")]
    [InlineData("""{ "Name": "a123456789b123456789c123456789d123456789", %I }""", "Name has 40 characters")]
    [InlineData("""{ "Name": "live", "Input": null }""", "Input is required")]
    [InlineData("""{ "Name": "live", "Input": { "StreamingProtocol": "Pigeon" } }""", "Input.StreamingProtocol must be one of FragmentedMP4, RTMP")]
    [InlineData("""{ "Name": "live", "Input": { "StreamingProtocol": "RTMP", "KeyFrameInterval": "PT60S" } }""", "Input.KeyFrameInterval must be at most")]
    [InlineData("""{ "Name": "live", "Input": { "StreamingProtocol": "RTMP", "AccessControl": { "IP": { "Allow": [ { "Address": "nowhere" } ] } } } }""", "Address must be an IP address")]
    [InlineData("""{ "Name": "live", "VanityUrl": "yes", %I }""", "VanityUrl must be true or false")]
    [InlineData("""{ "Name": "live", "Name": "live", %I }""", "not valid JSON")]
    [InlineData("""{ "Name": "\ud800", %I }""", "not valid")]
    [InlineData("""[ 1 ]""", "must be a JSON object")]
    [InlineData("""{ "Name": """, "not valid JSON")]
    [InlineData("", "no body")]
    public async Task A_body_that_breaks_the_schema_is_a_bad_request_that_says_what(string body, string expected)
    {
        HttpResponseMessage response = await _bench.Send("POST", "Channels", body.Replace("%I", Bench.Input, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(response));
        Assert.Contains(expected, (await Bench.Json(response))["odata.error"]!["message"]!["value"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(_bench.Emulator.Entities);
    }

    [Fact]
    public async Task All_problems_of_a_body_are_told_at_once()
    {
        HttpResponseMessage response = await _bench.Send("POST", "Channels", """{ "Nme": 1, "VanityUrl": 2 }""");
        string message = (await Bench.Json(response))["odata.error"]!["message"]!["value"]!.ToString();
        Assert.All(["Nme", "VanityUrl", "Name is required", "Input is required"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Channels('nb:chid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393')", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("Channels%28%27nb%3Achid%3AUUID%3A2c30f424-ab90-40c6-ba41-52a993e9d393%27%29", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("Channels('nonsense')", HttpStatusCode.BadRequest, "InvalidIdentifierFormat")]
    [InlineData("Channels('..%2F..%2Fetc%2Fpasswd')", HttpStatusCode.BadRequest, "InvalidIdentifierFormat")]
    [InlineData("Channels('a''b')", HttpStatusCode.BadRequest, "InvalidIdentifierFormat")]
    [InlineData("Channels('a%27b')", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("Channels('%00%ff%zz')", HttpStatusCode.BadRequest, "InvalidIdentifierFormat")]
    [InlineData("Channels()", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("../../etc/passwd", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("Operations('x')", HttpStatusCode.NotFound, "OperationNotFound")]
    public async Task Odd_paths_get_a_clean_error(string path, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), await Bench.Error(await _bench.Send("GET", path)));

    [Fact]
    public async Task An_id_is_found_in_either_spelling_and_below_any_base()
    {
        string id = await _bench.Channel();
        foreach (string path in new[] { $"Channels('{id}')", $"Channels('{Uri.EscapeDataString(id)}')", $"/API/Channels('{id}')", $"/Channels('{id}')" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _bench.Send("GET", path)).StatusCode);
        }
    }

    [Fact]
    public async Task An_unknown_action_is_not_found_and_a_wrong_method_names_the_right_ones()
    {
        string id = await _bench.Channel();
        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFound"), await Bench.Error(await _bench.Send("POST", $"Channels('{id}')/Explode")));
        HttpResponseMessage response = await _bench.Send("GET", $"Channels('{id}')/Start");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_method_can_be_tunnelled()
    {
        string id = await _bench.Channel();
        HttpRequestMessage request = Bench.Request("POST", $"Channels('{id}')");
        request.Headers.Add("X-HTTP-Method", "DELETE");
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send(request)).StatusCode);
    }

    [Fact]
    public async Task Missing_credentials_and_versions_are_refused()
    {
        HttpRequestMessage noToken = Bench.Request("GET", "Channels");
        noToken.Headers.Remove("Authorization");
        HttpResponseMessage response = await _bench.Send(noToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);

        HttpRequestMessage noVersion = Bench.Request("GET", "Channels");
        noVersion.Headers.Remove("x-ms-version");
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send(noVersion)));

        HttpRequestMessage oldVersion = Bench.Request("GET", "Channels");
        oldVersion.Headers.Remove("x-ms-version");
        oldVersion.Headers.Add("x-ms-version", "1.0");
        Assert.Equal(HttpStatusCode.BadRequest, (await _bench.Send(oldVersion)).StatusCode);
    }

    [Fact]
    public async Task Which_token_is_good_can_be_told()
    {
        using var strict = new Bench(new EmulatorOptions { AcceptToken = token => token == "good" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await strict.Send("GET", "Channels")).StatusCode);
        HttpRequestMessage request = Bench.Request("GET", "Channels");
        request.Headers.Remove("Authorization");
        request.Headers.Add("Authorization", "Bearer good");
        Assert.Equal(HttpStatusCode.OK, (await strict.Send(request)).StatusCode);

        using var open = new Bench(new EmulatorOptions { RequireToken = false });
        HttpRequestMessage without = Bench.Request("GET", "Channels");
        without.Headers.Remove("Authorization");
        Assert.Equal(HttpStatusCode.OK, (await open.Send(without)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_json_or_no_utf8_is_refused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _bench.Send("POST", "Channels", new string(' ', 1024 * 1024 + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _bench.Send(Bench.Request("POST", "Channels", "<a/>", "text/xml"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _bench.Send("POST", "Channels", new string('[', 10000))).StatusCode);
        HttpRequestMessage latin = Bench.Request("POST", "Channels");
        latin.Content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{ "Name": "caf" }""".Replace("caf", "caf\u00e9", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, (await _bench.Send(latin)).StatusCode);
    }

    [Fact]
    public async Task Discovery_answers_itself_or_leads_to_the_configured_base()
    {
        Assert.Equal(HttpStatusCode.OK, (await _bench.Send("GET", "")).StatusCode);
        using var bench = new Bench(new EmulatorOptions { DiscoveryTarget = new Uri("https://cluster.media.azure.net/api/") });
        HttpResponseMessage response = await bench.Send("GET", "");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("https://cluster.media.azure.net/api/", response.Headers.Location!.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, (await bench.Send("GET", "https://cluster.media.azure.net/api/")).StatusCode);
    }

    [Fact]
    public async Task The_clients_request_id_is_echoed()
    {
        HttpRequestMessage request = Bench.Request("GET", "Channels");
        request.Headers.Add("x-ms-client-request-id", "mine");
        Assert.Equal("mine", (await _bench.Send(request)).Headers.GetValues("x-ms-client-request-id").Single());
    }

    [Fact]
    public async Task Requests_are_remembered_without_credentials()
    {
        await _bench.Send("GET", "Channels?$top=1");
        EmulatedExchange exchange = Assert.Single(_bench.Emulator.Requests);
        Assert.Equal(("GET", "/api/Channels?$top=1", 200), (exchange.Method, exchange.Path, exchange.Status));
    }
}
