using System.Text.Json;

namespace MediaOps.Runtime.Tests;

/// <summary>What generated code would be for a small channel, written by hand.</summary>
internal sealed class Channel(EntityCore<Channel, ChannelData> core)
{
    public EntityCore<Channel, ChannelData> Core { get; } = core;

    public string Id => Core.Id;

    public string? State => Core.StateText;

    public string? Description
    {
        get => Core.View.Description;
        set => Core.Edits.Description = value;
    }

    public string? Allow
    {
        get => Core.View.Allow;
        set => Core.Edits.Allow = value;
    }

    public string? Slate
    {
        get => Core.View.Slate;
        set => Core.Edits.Slate = value;
    }

    public string? Label
    {
        get => Core.View.Label;
        set => Core.Edits.Label = value;
    }
}

internal sealed class ChannelData : IEntityData<ChannelData>
{
    public string? Id { get; set; }

    public string? StateText { get; set; }

    public string? Description { get; set; }

    public string? Allow { get; set; }

    public string? Slate { get; set; }

    public string? Label { get; set; }

    public ChannelData Clone() => (ChannelData)MemberwiseClone();

    public static ChannelData Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        JsonElement? ip = Get(Get(root, "Access"), "IP");
        return new ChannelData
        {
            Id = Get(root, "Id")?.GetString(),
            StateText = Get(root, "State")?.GetString(),
            Description = Get(root, "Description")?.GetString(),
            Allow = Get(ip, "Allow")?.GetString(),
            Slate = Get(ip, "Slate")?.GetString(),
            Label = Get(root, "Label")?.GetString(),
        };
    }

    private static JsonElement? Get(JsonElement? element, string name)
        => element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out JsonElement value) ? value : null;
}

/// <summary>The channel's definition, with wire names that differ from the states' names.</summary>
internal static class Channels
{
    public const string Id = "nb:chid:1";

    public static readonly PollingDelay Delay = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), null, TimeSpan.FromMinutes(60));

    public static readonly TrackingDefinition Tracking = new()
    {
        HandleHeaders = ["operation-id"],
        Poll = PathTemplate.Parse("Operations('{Handle}')"),
        StatusPath = "State",
        TargetPath = "TargetEntityId",
        Pending = ["InProgress"],
        Succeeded = ["Succeeded"],
        Failed = ["Failed"],
        Canceled = ["Canceled"],
        ErrorCodePath = "ErrorCode",
        ErrorMessagePath = "ErrorMessage",
        Delay = Delay,
    };

    public static readonly ActionDefinition Start = new("Start", ActionKind.Custom, "POST", "Channels('{Id}')/Start")
    {
        From = ["Stopped"],
        Via = ["Starting"],
        To = ["Running"],
        OnFailure = ["Stopped"],
        Tracking = [Tracking],
    };

    public static readonly ActionDefinition Stop = new("Stop", ActionKind.Custom, "POST", "Channels('{Id}')/Stop")
    {
        From = ["Running"],
        Via = ["Stopping"],
        To = ["Stopped"],
        Tracking = [Tracking],
    };

    public static readonly ActionDefinition Reset = new("Reset", ActionKind.Custom, "POST", "Channels('{Id}')/Reset")
    {
        From = ["Running"],
        To = ["Running"],
        Tracking = [Tracking],
    };

    public static readonly ActionDefinition Signal = new("Signal", ActionKind.Custom, "POST", "Channels('{Id}')/Signal") { From = ["Running"], Inferred = true, To = ["Running"] };

    public static readonly ActionDefinition Delete = new("Delete", ActionKind.Delete, "DELETE", "Channels('{Id}')")
    {
        From = ["Stopped"],
        Via = ["Deleting"],
        To = ["Deleted"],
        Tracking = [Tracking],
    };

    public static readonly EntityDefinition Definition = new()
    {
        Name = "Channel",
        Plural = "Channels",
        InitialState = "Stopped",
        StatePath = "State",
        States =
        [
            new("Stopped", "stopped", StateKind.Stable),
            new("Starting", "starting", StateKind.Transitional),
            new("Running", "running", StateKind.Stable),
            new("Stopping", "stopping", StateKind.Transitional),
            new("Deleting", "deleting", StateKind.Transitional),
            new("Broken", "broken", StateKind.Fault),
            new("Deleted", "deleted", StateKind.Gone),
        ],
        Create = new("Create", ActionKind.Create, "POST", "Channels") { ToProperty = "State", To = ["Stopped", "Running"], Tracking = [Tracking] },
        Read = new("Read", ActionKind.Read, "GET", "Channels('{Id}')"),
        List = new("List", ActionKind.List, "GET", "Channels"),
        Update = new("Update", ActionKind.Update, "PATCH", "Channels('{Id}')") { From = ["Stopped", "Running"], Tracking = [Tracking] },
        Delete = Delete,
        Actions = [Start, Stop, Reset, Signal],
    };

    public static readonly EntityBinding<Channel, ChannelData> Binding = new(
        Definition,
        ChannelData.Read,
        static core => new Channel(core),
        [
            new("Description", ["Description"], null, static (writer, data) => writer.WriteStringValue(data.Description)),
            new("Allow", ["Access", "IP", "Allow"], ["Stopped"], static (writer, data) => writer.WriteStringValue(data.Allow)),
            new("Slate", ["Access", "IP", "Slate"], ["Stopped"], static (writer, data) => writer.WriteStringValue(data.Slate)),
            new("Label", ["Label"], ["Stopped"], static (writer, data) => writer.WriteStringValue(data.Label)),
        ]);

    public static readonly ServiceDefinition Service = new("Test", "1")
    {
        Tracking = [Tracking],
        Paging = new PagingDefinition { Items = "value", Param = "$skip", Max = 2 },
        Errors = new ErrorDefinition
        {
            CodeBody = "['odata.error'].code",
            MessageBody = "['odata.error'].message.value",
            RequestIdHeader = "x-ms-request-id",
            Codes =
            [
                new("InvalidOperation", ["InvalidOperation"], "precondition", retry: false, http: null),
                new("OperationNotFound", ["OperationNotFound"], "not-found", retry: false, http: 404),
            ],
        },
    };

    public static string Json(string state, string? description = null, string id = Id)
        => JsonSerializer.Serialize(new Dictionary<string, object?> { ["Id"] = id, ["State"] = state, ["Description"] = description });
}

/// <summary>A client on a script and a clock that jumps; calls the sync or the async member as the test says.</summary>
internal sealed class Bench
{
    public Bench(GuardMode guard = GuardMode.Refresh, PollingOptions? polling = null, GuardRequires requires = GuardRequires.Parent, ManualTimeProvider? clock = null)
    {
        Clock = clock ?? new ManualTimeProvider { AutoAdvance = true };
        Connection = new ServiceConnection(
            Channels.Service,
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = Handler, TimeProvider = Clock, GuardMode = guard, GuardRequires = requires, Polling = polling, MaxRetries = 0 });
        Collection = new EntityCollectionCore<Channel, ChannelData>(Channels.Binding, Connection);
    }

    public ScriptedHandler Handler { get; } = new();

    public ManualTimeProvider Clock { get; }

    public ServiceConnection Connection { get; }

    public EntityCollectionCore<Channel, ChannelData> Collection { get; }

    public DateTimeOffset Began { get; } = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The requests as one would tell them: <c>GET Channels('x')</c>.</summary>
    public List<string> Told => [.. Handler.Requests.Select(static request => $"{request.Method} {Uri.UnescapeDataString(request.Uri.PathAndQuery["/api/".Length..])}")];

    public const string Poll = "GET Operations('op1')";

    public const string Read = "GET Channels('nb:chid:1')";

    /// <summary>A channel in a state, read without a trace in the script.</summary>
    public Channel Channel(string state) => new EntityCore<Channel, ChannelData>(
        Connection, Channels.Binding, Channels.Id, new ChannelData { Id = Channels.Id, StateText = state, Description = "old", Allow = "none", Label = "l" }).Entity;

    public Bench Accept(string id = "op1") { Handler.Reply(202, null, ("operation-id", id)); return this; }

    public Bench Pending(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            Handler.Reply(200, """{"Id":"op1","State":"InProgress","TargetEntityId":null,"ErrorCode":null,"ErrorMessage":null}""");
        }

        return this;
    }

    public Bench Record(string state, string? code = null, string? message = null, string? target = null)
    {
        Handler.Reply(
            200,
            JsonSerializer.Serialize(new { Id = "op1", State = state, TargetEntityId = target, ErrorCode = code, ErrorMessage = message }),
            ("x-ms-request-id", "r-7"));
        return this;
    }

    public Bench Missing() { Handler.Reply(404, """{"odata.error":{"code":"OperationNotFound","message":{"lang":"en","value":"gone"}}}"""); return this; }

    public Bench NoEntity() { Handler.Reply(404); return this; }

    public Bench Entity(string state, string? description = null) { Handler.Reply(200, Channels.Json(state, description)); return this; }

    public static async Task Run(bool async, Action sync, Func<Task> asynchronous)
    {
        if (async)
        {
            await asynchronous();
        }
        else
        {
            sync();
        }
    }

    public static async Task<T> Run<T>(bool async, Func<T> sync, Func<Task<T>> asynchronous) => async ? await asynchronous() : sync();

    public static Task Act(bool async, Channel channel, ActionDefinition action, PollingOptions? polling = null, CancellationToken token = default) => Run(
        async,
        () => channel.Core.Run(action, RequestBody.None, polling, token),
        () => channel.Core.RunAsync(action, RequestBody.None, polling, token));

    public static Task<Operation<Channel>> Send(bool async, Channel channel, ActionDefinition action) => Run(
        async,
        () => channel.Core.Send(action, RequestBody.None, CancellationToken.None),
        () => channel.Core.SendAsync(action, RequestBody.None, CancellationToken.None));
}

/// <summary>Progress that is told on the caller's thread, in order.</summary>
internal sealed class Told<T>(Action<T>? also = null) : IProgress<T>
{
    public List<T> Values { get; } = [];

    public void Report(T value)
    {
        Values.Add(value);
        also?.Invoke(value);
    }
}
