using System.Text.Json;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;
using MediaOps.Security.Tests.Origins;

namespace MediaOps.Security.Tests.Secrets;

/// <summary>A service that repeats, in each of its answers, what the first request held: body, path, query and header.</summary>
internal sealed class EchoingService
{
    private string? _words;

    public ScriptedHandler Handler { get; } = new();

    /// <summary>Adds an answer that is made of the words of the first request; it may throw.</summary>
    public EchoingService Then(Func<string, HttpResponseMessage> answer)
    {
        Handler.Then((request, _) => answer(_words ??= $"{request.Body} {request.Uri.AbsoluteUri} {Uri.UnescapeDataString(request.Uri.PathAndQuery)} {request.Header("x-key")}"));
        return this;
    }

    /// <summary>Adds an answer with the words wherever a careless service may put them.</summary>
    public EchoingService Echo(int status, string state = "InProgress") => Then(words => ScriptedHandler.Response(status, Body(words, state), ("x-request-id", words)));

    /// <summary>Adds one that accepts an action.</summary>
    public EchoingService Accept() => Then(static _ => ScriptedHandler.Response(202, null, ("operation-id", "op-1"), ("Azure-AsyncOperation", "/api/ops/7")));

    /// <summary>A body that is a refusal, a record of an operation and an entity in one.</summary>
    public static string Body(string words, string state) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["Id"] = "1",
        ["State"] = state,
        ["status"] = state,
        ["code"] = words,
        ["message"] = words,
        ["error"] = new { code = words, message = words },
    });

    /// <summary>A connection to it, with a listener to all that is told.</summary>
    public ServiceConnection Connect(TrackingDefinition tracking, Ear? ear = null, int retries = 0) => new(
        new ServiceDefinition("Test", "1")
        {
            Tracking = [tracking],
            Paging = new PagingDefinition { Style = PagingStyle.NextLink, Items = "value", Next = "nextLink" },
            Errors = new ErrorDefinition { RequestIdHeader = "x-request-id" },
        },
        new Uri("https://media.example/api/"),
        Scheme.Make("bearer"),
        new MediaOpsOptions { Handler = Handler, TimeProvider = new ManualTimeProvider { AutoAdvance = true }, GuardMode = GuardMode.Off, MaxRetries = retries, LoggerFactory = ear });

    /// <summary>A channel of it.</summary>
    public Channel Channel(TrackingDefinition tracking, Ear? ear = null, int retries = 0)
        => new EntityCore<Channel, ChannelData>(Connect(tracking, ear, retries), new Stage(tracking).Binding, "1", new ChannelData { Id = "1", StateText = "IDLE" }).Entity;
}
