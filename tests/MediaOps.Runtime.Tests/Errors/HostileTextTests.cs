using MediaOps.Runtime.Tests.Transport;

namespace MediaOps.Runtime.Tests.Errors;

/// <summary>What a service says of a failure is shown in terminals and logs: it must not steer them, flood them, or hold the token.</summary>
public class HostileTextTests
{
    private static readonly string Hostile = "a\u001b[31m\r\nFORGED\0\u2028\u202eb" + new string('x', 3000);

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_failed_operations_code_and_message_are_one_short_line(bool async)
    {
        var bench = new Bench();
        bench.Accept().Record("Failed", Hostile, Hostile);
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(async, bench.Channel("stopped"), Channels.Start));
        foreach (string? text in new[] { e.Message, e.ErrorCode, e.Operation.ErrorCode, e.Operation.ErrorMessage })
        {
            Assert.InRange(text!.Length, 1, 1200);
            Assert.DoesNotContain(text, static c => char.IsControl(c) || c is '\u2028' or '\u202e');
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_token_is_in_no_text_of_a_failed_operation(bool async)
    {
        var handler = new ScriptedHandler();
        handler.Reply(202, null, ("operation-id", "op1"))
            .Reply(200, """{"State":"Failed","ErrorCode":"s3cret","ErrorMessage":"not for s3cret"}""", ("x-ms-request-id", "r-s3cret"));
        Channel channel = Connect(handler);
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.Equal(("***", "r-***", "not for ***"), (e.ErrorCode, e.RequestId, e.Operation.ErrorMessage));
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_token_is_in_no_text_of_a_refusal(bool async)
    {
        var handler = new ScriptedHandler();
        handler.Reply(400, """{"odata.error":{"code":"s3cret","message":{"value":"s3cret"}}}""", ("x-ms-request-id", "r-s3cret"));
        Channel channel = Connect(handler);
        var e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.Equal(("***", "r-***"), (e.ErrorCode, e.RequestId));
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_unknown_status_is_logged_as_one_short_line(bool async)
    {
        var log = new RecordingLogger();
        var handler = new ScriptedHandler();
        handler.Reply(202, null, ("operation-id", "op1")).Reply(200, System.Text.Json.JsonSerializer.Serialize(new { State = Hostile })).Reply(500);
        Channel channel = Connect(handler, log);
        await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(async, channel, Channels.Start));
        string message = Assert.Single(log.Messages, static message => message.StartsWith("The status", StringComparison.Ordinal));
        Assert.InRange(message.Length, 1, 700);
        Assert.DoesNotContain(message, static c => char.IsControl(c) || c is '\u2028' or '\u202e');
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_answer_that_is_no_JSON_is_not_quoted(bool async)
    {
        var bench = new Bench();
        const string Broken = "{\"value\":nul,\"key\":\"s3cret\u2028\"}";
        bench.Handler.Reply(200, Broken).Reply(200, "{\"Id\":\"nb:chid:1\",\"State\":nul,\"key\":\"s3cret\"}").Reply(200, "{\"State\":tru,\"key\":\"s3cret\"}");
        Exception[] refusals =
        [
            await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(async, () => _ = bench.Collection.List(default).ToList(), async () => _ = await bench.Collection.ListAsync(default).ToListAsync())),
            await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(async, () => bench.Collection.Get(Channels.Id, default), () => bench.Collection.GetAsync(Channels.Id, default))),
            await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(async, () => bench.Connection.Operations.GetOperation("op1"), () => bench.Connection.Operations.GetOperationAsync("op1"))),
        ];
        Assert.All(refusals, static refusal =>
        {
            Assert.DoesNotContain("s3cret", refusal.ToString(), StringComparison.Ordinal);
            Assert.Contains("at line 1, byte ", refusal.Message, StringComparison.Ordinal);
        });
    }

    private static Channel Connect(ScriptedHandler handler, RecordingLogger? log = null)
    {
        var service = new ServiceDefinition("Test", "1") { Tracking = [Channels.Tracking], Errors = Channels.Service.Errors };
        var connection = new ServiceConnection(
            service,
            new Uri("https://media.example/api/"),
            Authentication.Bearer(new StaticTokenCredential("s3cret")),
            new MediaOpsOptions
            {
                Handler = handler,
                TimeProvider = new ManualTimeProvider { AutoAdvance = true },
                LoggerFactory = log is null ? null : new OneLogger(log),
                MaxRetries = 0,
            });
        var data = new ChannelData { Id = Channels.Id, StateText = "stopped" };
        return new EntityCore<Channel, ChannelData>(connection, Channels.Binding, Channels.Id, data).Entity;
    }

    private sealed class OneLogger(RecordingLogger log) : Microsoft.Extensions.Logging.ILoggerFactory
    {
        public void AddProvider(Microsoft.Extensions.Logging.ILoggerProvider provider) => throw new NotSupportedException();

        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
