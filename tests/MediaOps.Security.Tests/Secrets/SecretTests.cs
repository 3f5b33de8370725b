using System.Text.Json;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;
using MediaOps.Security.Tests.Origins;

namespace MediaOps.Security.Tests.Secrets;

/// <summary>
/// A service, a proxy or a handler that echoes whatever it was sent: none of it reaches a log, an exception, a text of an object, a span, a metric or a handle. Every secret holds
/// the same marker, and everything that was told is searched for it.
/// </summary>
public sealed class SecretTests
{
    private const string Signature = Scheme.Marker + "%2Bsig%3D";

    private static readonly TrackingDefinition ById = new()
    {
        Name = "id",
        HandleHeaders = ["operation-id"],
        Poll = PathTemplate.Parse("/operations/{Handle}"),
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Failed = ["Failed"],
        ErrorCodePath = "code",
        ErrorMessagePath = "message",
        Delay = Stage.Delay,
    };

    public static TheoryData<string, bool> Schemes
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string scheme in Scheme.Names)
            {
                data.Add(scheme, true);
                data.Add(scheme, false);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task Nothing_that_is_told_holds_a_secret(string scheme, bool async)
    {
        using var ear = new Ear();
        foreach (Action<ScriptedHandler> story in Stories())
        {
            foreach (TrackingDefinition tracking in new[] { ById, Stage.ByUrl })
            {
                await Tell(ear, scheme, async, tracking, story);
            }
        }

        Assert.InRange(ear.Heard.Count, 200, int.MaxValue);
        string encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"user:{Scheme.Marker}-password"));
        Assert.DoesNotContain(ear.Heard, text => text.Contains(Scheme.Marker, StringComparison.Ordinal) || text.Contains(encoded, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task No_text_of_what_users_hold_has_a_secret_in_it(string scheme, bool async)
    {
        var client = new Client(scheme, Stage.ByUrl);
        client.Service.Reply(202, null, ("Azure-AsyncOperation", "/api/ops/7?sig=" + Signature));
        Operation<Channel> operation = await Bench.Send(async, client.Channel, client.Start);
        object[] held =
        [
            Scheme.Make(scheme), client.Connection, client.Channel, client.Channels, operation, new MediaOpsOptions(), new AccessToken(Scheme.Marker, DateTimeOffset.MaxValue), new UserPassword("user", Scheme.Marker),
            new AwsCredential("id", Scheme.Marker, Scheme.Marker), new StaticTokenCredential(Scheme.Marker), new StaticApiKeyCredential(Scheme.Marker), new StaticBasicCredential("user", Scheme.Marker),
            new StaticAwsCredential("id", Scheme.Marker, Scheme.Marker), new TokenRequest(["scope"], ForceRefresh: true), RequestBody.Write(Scheme.Marker, static (writer, text) => writer.WriteStringValue(text)),
            RequestArguments.None.Query("sig", Scheme.Marker).Header("x", Scheme.Marker).Path("p", Scheme.Marker),
        ];
        Assert.All(held, static thing => Assert.DoesNotContain(Scheme.Marker, thing.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_a_service_puts_into_an_operations_id_does_not_become_a_handle()
    {
        var service = new ScriptedHandler();
        service.Then(static (request, _) => ScriptedHandler.Response(202, null, ("operation-id", "op-" + request.Header("Authorization")!.Split(' ')[1])));
        (Channel channel, ActionDefinition start) = Connect(service, "bearer", ById, null);
        ServiceException lost = await Assert.ThrowsAsync<ServiceException>(() => Bench.Send(async: true, channel, start));
        Assert.True(lost.OutcomeUnknown);
        Assert.DoesNotContain(Scheme.Marker, lost.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:" + Scheme.Marker + "@media.example/api/")]
    [InlineData("https://media.example/api/?sig=" + Scheme.Marker)]
    public void An_endpoint_with_a_secret_in_it_is_refused_without_it(string endpoint)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new ServiceConnection(new ServiceDefinition("Test"), new Uri(endpoint), Authentication.None));
        Assert.DoesNotContain(Scheme.Marker, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_breaks_a_limit_or_cannot_be_read_stays_out_of_the_message()
    {
        var validation = new Validation("Channel");
        validation.Pattern("Key", Scheme.Marker, "[0-9]+");
        validation.Length("Key", Scheme.Marker, 100, 200);
        validation.OneOf("Key", Scheme.Marker, ["a"]);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => validation.ThrowIfAny("options"));
        Assert.DoesNotContain(Scheme.Marker, refusal.ToString(), StringComparison.Ordinal);

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(Scheme.Marker);
        JsonException unreadable = Assert.Throws<JsonException>(() =>
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            JsonRead.Guid(ref reader);
        });
        Assert.DoesNotContain(Scheme.Marker, unreadable.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What goes wrong after an action was sent, each with everything echoed.</summary>
    private static IEnumerable<Action<ScriptedHandler>> Stories()
    {
        yield return static service => service.Then(static (request, _) => Echo(request, 400));
        yield return static service => service.Then(static (request, _) => Echo(request, 401)).Then(static (request, _) => Echo(request, 401));
        yield return static service => service.Then(static (request, _) => Echo(request, 302));
        yield return static service => service.Then(static (request, _) => Echo(request, 307));
        yield return static service => service.Then(static (request, _) => throw new HttpRequestException("The proxy refused " + Words(request)));
        yield return static service => service.Then(static (request, _) => throw new InvalidOperationException("A handler tells " + Words(request), new IOException(Words(request))));
        yield return static service => Accept(service).Then(static (request, _) => Echo(request, 404));
        yield return static service => Accept(service).Then(static (request, _) => Echo(request, 200, "Failed"));
        yield return static service => Accept(service).Then(static (request, _) => Echo(request, 200, "Odd-" + Words(request))).Then(static (request, _) => Echo(request, 500));
        yield return static service => Accept(service).Then(static (request, _) => throw new HttpRequestException(Words(request)));
        yield return static service => Accept(service).Then(static (request, _) => ScriptedHandler.Response(200, "{\"status\":nul,\"echo\":\"" + Words(request) + "\"}"));
        yield return static service => Accept(service).Then(static (request, _) => Echo(request, 200, "Succeeded")).Then(static (request, _) => ScriptedHandler.Response(200, "{\"Id\":tru,\"echo\":\"" + Words(request) + "\"}"));
    }

    private static ScriptedHandler Accept(ScriptedHandler service)
        => service.Reply(202, null, ("operation-id", "op-1"), ("Azure-AsyncOperation", "https://media.example/api/ops/7?sig=" + Signature));

    /// <summary>All that was sent, as a page of a careless gateway has it.</summary>
    private static string Words(RecordedRequest request)
        => request.Uri.Query + " " + Uri.UnescapeDataString(request.Uri.Query) + " " + string.Join(' ', request.Headers.Where(static header => header.Key != "Authorization" || !header.Value.StartsWith("AWS4", StringComparison.Ordinal)).Select(static header => header.Value));

    private static HttpResponseMessage Echo(RecordedRequest request, int status, string state = "InProgress") => ScriptedHandler.Response(
        status,
        JsonSerializer.Serialize(new Dictionary<string, object> { ["status"] = state, ["code"] = Words(request), ["message"] = Words(request), ["error"] = new { code = Words(request), message = Words(request) } }),
        ("x-request-id", Words(request)),
        ("Location", "https://" + Scheme.Marker + ":" + Scheme.Marker + "@evil.example/" + Scheme.Marker + "?sig=" + Signature));

    private static async Task Tell(Ear ear, string scheme, bool async, TrackingDefinition tracking, Action<ScriptedHandler> story)
    {
        var service = new ScriptedHandler();
        story(service);
        (Channel channel, ActionDefinition start) = Connect(service, scheme, tracking, ear);
        try
        {
            Operation<Channel> operation = await Bench.Send(async, channel, start);
            ear.Hear(operation.Id);
            await Bench.Run(async, () => operation.WaitForCompletion(), () => operation.WaitForCompletionAsync());
        }
        catch (Exception told)
        {
            ear.Hear(told);
        }
    }

    private static (Channel Channel, ActionDefinition Start) Connect(ScriptedHandler service, string scheme, TrackingDefinition tracking, Ear? ear)
    {
        var stage = new Stage(tracking);
        var definition = new ServiceDefinition("Test", "1")
        {
            Tracking = [tracking],
            Query = [new("api-version", "7"), new("key", Scheme.Marker + "-query")],
            SecretQuery = ["sig", "key"],
            Errors = new ErrorDefinition { RequestIdHeader = "x-request-id" },
        };
        var options = new MediaOpsOptions { Handler = service, TimeProvider = new ManualTimeProvider { AutoAdvance = true }, GuardMode = GuardMode.Off, MaxRetries = 1, LoggerFactory = ear };
        var connection = new ServiceConnection(definition, new Uri("https://media.example/api/"), Scheme.Make(scheme), options);
        return (new EntityCore<Channel, ChannelData>(connection, stage.Binding, "1", new ChannelData { Id = "1", StateText = "IDLE" }).Entity, stage.Start);
    }
}
