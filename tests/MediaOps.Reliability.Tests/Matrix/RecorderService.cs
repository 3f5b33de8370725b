using System.Text.Json.Nodes;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>A service with one recorder, on a clock. A write is done after thirteen seconds, or at once, and one that the state does not allow is refused.</summary>
internal sealed class RecorderService(Way way, ManualTimeProvider clock)
{
    public const string Root = "https://media.example/api/";
    public const string MovedTo = "moved/";
    public const string Id = "1";
    public const string RequestIdHeader = "x-request";

    private const string ByName = "recorders?$filter=Label%20eq%20%27new%27&$top=2";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(13);

    private string? _state;
    private string? _label;
    private string? _next;
    private DateTimeOffset? _end;

    /// <summary>How often it has done what it was asked.</summary>
    public int Acts { get; private set; }

    /// <summary>The state as it is now; null where there is no recorder.</summary>
    public string? State
    {
        get
        {
            Pass();
            return _state;
        }
    }

    public string? Label => _label;

    /// <summary>The state on the way of what was asked last.</summary>
    public string Via { get; private set; } = "";

    /// <summary>Puts a recorder there.</summary>
    public void Seed()
    {
        _state = "IDLE";
        _label = "old";
    }

    public HttpResponseMessage Answer(RecordedRequest request)
    {
        Pass();
        string path = request.Uri.AbsoluteUri[Root.Length..].Replace(MovedTo, "", StringComparison.Ordinal);
        return (request.Method.Method, path) switch
        {
            ("GET", "recorders/1") => _state is null ? ScriptedHandler.Response(404) : ScriptedHandler.Response(200, Entity()),
            ("GET", ByName) => ScriptedHandler.Response(200, List(_state is not null && _label == "new" ? Entity() : "")),
            ("GET", "operations/op1" or "status/op1") => ScriptedHandler.Response(200, $$"""{"status":"{{(_end is null ? "Succeeded" : "InProgress")}}","target":"1"}"""),
            ("PUT", "recorders/1") or ("POST", "recorders") => Act(null, "CREATING", "IDLE", request.Body),
            ("PATCH", "recorders/1") => Act("IDLE", "UPDATING", "IDLE", request.Body),
            ("DELETE", "recorders/1") => Act("IDLE", "DELETING", null, body: ""),
            ("POST", "recorders/1/start") => Act("IDLE", "STARTING", "RECORDING", body: ""),
            _ => throw new InvalidOperationException($"Nobody may ask for {request}."),
        };
    }

    /// <summary>Does what it is asked, and tells another state than the true one.</summary>
    public HttpResponseMessage Tell(RecordedRequest request, string entityState, string operationState)
    {
        using HttpResponseMessage truth = Answer(request);
        bool isRecord = request.Uri.AbsolutePath.Contains("/op1", StringComparison.Ordinal) || request.Uri.AbsolutePath.Contains("/status/", StringComparison.Ordinal);
        HttpResponseMessage told = ScriptedHandler.Response(
            request.Method == HttpMethod.Get ? 200 : (int)truth.StatusCode,
            isRecord ? $$$"""{"status":"{{{operationState}}}","error":{"code":"QuantumFlux"}}"""
                : request.Uri.Query.Length > 0 ? List(Entity(entityState))
                : Entity(entityState));
        foreach ((string name, IEnumerable<string> values) in truth.Headers)
        {
            told.Headers.TryAddWithoutValidation(name, values);
        }

        return told;
    }

    private void Pass()
    {
        if (clock.GetUtcNow() >= _end)
        {
            (_state, _end) = (_next, null);
        }
    }

    private HttpResponseMessage Act(string? from, string via, string? to, string body)
    {
        if (_state != from)
        {
            return ScriptedHandler.Response(409, """{"error":{"code":"WrongState"}}""");
        }

        Acts++;
        Via = via;
        _label = body.Length == 0 ? _label : (string?)JsonNode.Parse(body)![nameof(Label)];
        _next = to;
        _end = clock.GetUtcNow() + (way == Way.AtOnce ? TimeSpan.Zero : Duration);
        _state = via;
        Pass();
        return way switch
        {
            Way.Operation => ScriptedHandler.Response(202, Entity(), ("operation-id", "op1")),
            Way.StatusUrl => ScriptedHandler.Response(202, Entity(), ("Operation-Location", Root + "status/op1")),
            Way.EntityState => ScriptedHandler.Response(202, Entity()),
            _ => ScriptedHandler.Response(from is null ? 201 : 200, Entity()),
        };
    }

    private static string List(string items) => $$"""{"value":[{{items}}]}""";

    private string Entity() => Entity(_state ?? "DELETED");

    private string Entity(string state) => new JsonObject { ["Id"] = Id, [nameof(State)] = state, [nameof(Label)] = _label }.ToJsonString();
}
