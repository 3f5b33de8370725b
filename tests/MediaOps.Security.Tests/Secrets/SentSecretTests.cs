using System.Net.Sockets;
using System.Security;
using System.Text.Json;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;
using MediaOps.Security.Tests.Origins;

namespace MediaOps.Security.Tests.Secrets;

/// <summary>
/// A caller gives secret values in the body, the path, the query and a header, and the service repeats them wherever it can: in its answer to that request, and in those to the polls
/// and reads that follow. We tell none of them. Every value holds the same marker.
/// </summary>
public sealed class SentSecretTests
{
    private const string Key = Scheme.Marker + "+\"k\\e/y\" é&=";

    private static readonly TrackingDefinition ById = new()
    {
        Name = "id",
        HandleHeaders = ["operation-id"],
        Poll = PathTemplate.Parse("/operations/{Handle}"),
        StatusPath = "status",
        Pending = ["InProgress"],
        Succeeded = ["Succeeded"],
        Failed = ["Failed"],
        ErrorCodePath = "code",
        ErrorMessagePath = "message",
        Delay = Stage.Delay,
    };

    private static readonly Dictionary<string, Func<EchoingService, EchoingService>> Answers = new(StringComparer.Ordinal)
    {
        ["message, code and header"] = static service => service.Echo(400),
        ["message in JSON"] = static service => service.Then(static words => ScriptedHandler.Response(400, EchoingService.Body(JsonSerializer.Serialize(words), "x"))),
        ["message in a URL"] = static service => service.Then(static words => ScriptedHandler.Response(400, EchoingService.Body(Uri.EscapeDataString(words), "x"))),
        ["raw body"] = static service => service.Then(static words => ScriptedHandler.Response(400, words)),
        ["XML"] = static service => service.Then(static words => ScriptedHandler.Response(400, $"<Error><Code>{SecurityElement.Escape(words)}</Code><Message>{SecurityElement.Escape(words)}</Message></Error>")),
        ["half a body"] = static service => service.Then(static words => ScriptedHandler.Response(400, EchoingService.Body(words, "x")[..^3])),
        ["redirect"] = static service => service.Then(static words => ScriptedHandler.Response(307, null, ("Location", "https://evil.example/?" + words))),
        ["proxy"] = static service => service.Then(static words => throw new HttpRequestException("The proxy refused " + words)),
        ["handler"] = static service => service.Then(static words => throw new InvalidOperationException(words, new IOException(words))),
        ["look for a lost action: refused"] = static service => service.Then(static words => throw new IOException(words)).Echo(400),
        ["look for a lost action: unknown state"] = static service => service.Then(static words => throw new IOException(words)).Then(static words => ScriptedHandler.Response(200, EchoingService.Body("x", words))),
        ["poll of a lost action: refused"] = static service => service.Then(static words => throw new IOException(words)).Echo(200, "STARTING").Echo(400),
        ["poll: refused"] = static service => service.Accept().Echo(400),
        ["poll: failed"] = static service => service.Accept().Echo(200, "Failed"),
        ["poll: unknown status"] = static service => service.Accept().Then(static words => ScriptedHandler.Response(200, EchoingService.Body(words, words))).Echo(500),
        ["poll: missing record"] = static service => service.Accept().Echo(404).Then(static words => ScriptedHandler.Response(200, EchoingService.Body(words, words))).Echo(404).Echo(500),
        ["poll: malformed JSON"] = static service => service.Accept().Then(static words => ScriptedHandler.Response(200, $"{{\"status\":nul,\"x\":{JsonSerializer.Serialize(words)}}}")),
        ["poll: broken off"] = static service => service.Accept().Then(static words => throw new HttpRequestException(words)),
        ["read: refused"] = static service => service.Accept().Echo(200, "Succeeded").Echo(500),
        ["read: malformed JSON"] = static service => service.Accept().Echo(200, "Succeeded").Then(static words => ScriptedHandler.Response(200, $"{{\"Id\":tru,\"x\":{JsonSerializer.Serialize(words)}}}")),
        ["read: another entity"] = static service => service.Accept().Echo(200, "Succeeded").Then(static words => ScriptedHandler.Response(200, JsonSerializer.Serialize(new { Id = words }))),
    };

    public static TheoryData<string, bool, bool> Cases
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (string answer in Answers.Keys)
            {
                data.Add(answer, true, true);
                data.Add(answer, true, false);
                data.Add(answer, false, true);
                data.Add(answer, false, false);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task No_message_log_or_trace_tells_what_the_service_repeats(string answer, bool byUrl, bool async)
    {
        using var ear = new Ear();
        TrackingDefinition tracking = byUrl ? Stage.ByUrl : ById;
        EchoingService service = Answers[answer](new EchoingService());

        ear.Hear(await Assert.ThrowsAnyAsync<Exception>(() => Act(async, service.Channel(tracking, ear), Start(tracking), Arguments(Key))));

        Assert.Equal(0, service.Handler.Left);
        Assert.DoesNotContain(ear.Heard, static text => text.Contains(Scheme.Marker, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_is_repeated_does_not_tell_its_path(bool async)
    {
        using var ear = new Ear();
        EchoingService service = new EchoingService().Then(static words => throw new HttpRequestException(words, new SocketException((int)SocketError.ConnectionRefused))).Echo(400);

        ear.Hear(await Assert.ThrowsAsync<ServiceException>(() => Act(async, service.Channel(ById, ear, retries: 1), Start(ById), Arguments(Key))));

        Assert.Contains(ear.Heard, static text => text.StartsWith("Repeating POST /api/channels/1/***", StringComparison.Ordinal));
        Assert.DoesNotContain(ear.Heard, static text => text.Contains(Scheme.Marker, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_no_secret_is_told(bool async)
    {
        EchoingService service = new EchoingService().Then(static _ => ScriptedHandler.Response(400, """{"code":"BadKey","message":"The key 'M4rk3r-17' of 'news' is too short."}"""));

        ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => Act(async, service.Channel(ById), Start(ById), Arguments(Scheme.Marker + "-17")));

        Assert.Equal("The service answered POST /api/channels/1/*** with 400 (BadKey): The key '***' of 'news' is too short.", refusal.Message);
        Assert.Equal("BadKey", refusal.ErrorCode);
    }

    [Theory]
    [InlineData(307, "Location", true)]
    [InlineData(307, "Location", false)]
    [InlineData(202, "Azure-AsyncOperation", true)]
    [InlineData(202, "Azure-AsyncOperation", false)]
    public async Task A_host_that_is_made_of_a_secret_is_not_told(int status, string header, bool async)
    {
        EchoingService service = new EchoingService().Then(_ => ScriptedHandler.Response(status, null, (header, $"https://{Scheme.Marker}-17.evil.example/")));

        ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => Act(async, service.Channel(Stage.ByUrl), Start(Stage.ByUrl), Arguments(Scheme.Marker + "-17")));

        Assert.Contains("https://***.evil.example", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Scheme.Marker, refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fewer_than_four_characters_are_no_secret()
    {
        EchoingService service = new EchoingService().Then(static _ => ScriptedHandler.Response(400, """{"message":"The key 'abc' is none of the keys."}"""));
        ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => Act(async: true, service.Channel(ById), Start(ById), Arguments("abc")));
        Assert.EndsWith("The key 'abc' is none of the keys.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("streamKey", """{"streamKey":"abcdef","other":"ghijkl"}""", "abcdef")]
    [InlineData("streamKey", """{"input":[{"endpoint":{"streamKey":"abcdef"}},{"streamKey":"ghijkl","x":"mnopqr"}]}""", "abcdef ghijkl")]
    [InlineData("streamKey", """{"streamKey":{"a":["abcdef",{"streamKey":12345}],"b":true,"c":"abcdef"},"d":"ghijkl"}""", "abcdef 12345")]
    [InlineData("streamKey", """{"streamKey":null,"streamkey":"abcdef","a":"streamKey"}""", "")]
    [InlineData("", "\"abc\\u0064ef\"", "abcdef")]
    [InlineData("", """{"a":{"b":["abcdef"]},"c":"ghijkl"}""", "abcdef ghijkl")]
    public void The_values_of_secret_members_are_found_wherever_they_lie(string member, string json, string values)
        => Assert.Equal(values, string.Join(' ', SentSecrets.Of(Body(json), [member], [])));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_a_service_makes_an_operations_id_of_does_not_become_a_handle(bool async)
    {
        string key = Scheme.Marker + "-0123456789";
        EchoingService service = new EchoingService().Then(_ => ScriptedHandler.Response(202, null, ("operation-id", "op-" + key)));

        ServiceException lost = await Assert.ThrowsAsync<ServiceException>(() => Send(async, service.Channel(ById), Start(ById), Arguments(key)));

        Assert.True(lost.OutcomeUnknown);
        Assert.DoesNotContain(Scheme.Marker, lost.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_operation_is_lost_because_its_id_holds_a_short_secret_by_chance()
    {
        EchoingService service = new EchoingService().Then(static _ => ScriptedHandler.Response(202, null, ("operation-id", "op-" + Scheme.Marker)));
        Operation<Channel> operation = await Send(async: true, service.Channel(ById), Start(ById), Arguments(Scheme.Marker));
        Assert.Equal("op-" + Scheme.Marker, operation.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Later_pages_do_not_tell_what_was_sent_for_the_first(bool async)
    {
        EchoingService service = new EchoingService()
            .Then(static words => ScriptedHandler.Response(200, """{"value":["a"],"nextLink":"/api/channels/1/events?page=2"}"""))
            .Echo(400);
        Channel channel = service.Channel(ById);
        var events = new ActionDefinition("Events", ActionKind.Custom, "GET", "/channels/{Id}/events") { ReturnsPath = "value" };

        ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(
            async,
            () => channel.Core.Pages(events, RequestArguments.None.Query("key", Key, secret: true), Stage.Text, CancellationToken.None).Count(),
            async () => await channel.Core.PagesAsync(events, RequestArguments.None.Query("key", Key, secret: true), Stage.Text, CancellationToken.None).CountAsync()));

        Assert.Equal(0, service.Handler.Left);
        Assert.DoesNotContain(Scheme.Marker, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_that_repeats_a_secret_is_not_told_by_the_progress(bool async)
    {
        EchoingService service = new EchoingService().Accept().Then(static words => ScriptedHandler.Response(200, EchoingService.Body("x", words))).Echo(400);
        var progress = new Told<OperationProgress>();
        Channel channel = service.Channel(Stage.ByState);

        await Assert.ThrowsAsync<OperationPollException>(() => Act(async, channel, Start(Stage.ByState), Arguments(Key), new PollingOptions { Progress = progress }));

        Assert.Equal(2, progress.Values.Count);
        Assert.All(progress.Values, static told => Assert.DoesNotContain(Scheme.Marker, told.ToString(), StringComparison.Ordinal));
    }

    private static ActionDefinition Start(TrackingDefinition tracking)
        => new("Start", ActionKind.Custom, "POST", "/channels/{Id}/{Key}") { Via = ["Starting"], To = ["Running"], Tracking = [tracking], SecretMembers = ["streamKey"] };

    private static RequestArguments Arguments(string key)
    {
        string ascii = string.Concat(key.Where(char.IsAscii));
        return RequestArguments.Of(Body(JsonSerializer.Serialize(new { name = "news", input = new[] { new { streamKey = key } } })))
            .Path("Key", key, secret: true)
            .Query("key", key, secret: true)
            .Header("x-key", ascii, secret: true);
    }

    private static RequestBody Body(string json) => RequestBody.Write(json, static (writer, json) => writer.WriteRawValue(json));

    private static Task Act(bool async, Channel channel, ActionDefinition action, RequestArguments arguments, PollingOptions? polling = null) => Bench.Run(
        async,
        () => channel.Core.Run(action, arguments, polling, CancellationToken.None),
        () => channel.Core.RunAsync(action, arguments, polling, CancellationToken.None));

    private static Task<Operation<Channel>> Send(bool async, Channel channel, ActionDefinition action, RequestArguments arguments) => Bench.Run(
        async,
        () => channel.Core.Send(action, arguments, CancellationToken.None),
        () => channel.Core.SendAsync(action, arguments, CancellationToken.None));
}
