using System.Text.Json;

namespace MediaOps.Runtime.Tests.Tracking;

/// <summary>A small service whose actions are followed as a test says, with a clock that jumps. Requests are noted with the second in which they came.</summary>
internal sealed class Stage
{
    public const string Endpoint = "https://media.example/api/";

    public const string Read = "GET /api/channels/1";

    public static readonly PollingDelay Delay = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), null, TimeSpan.FromMinutes(10));

    /// <summary>The entity is asked.</summary>
    public static readonly TrackingDefinition ByState = new() { Name = "state", Kind = TrackingKind.EntityState, Accepted = [200, 201, 202], Settle = TimeSpan.FromSeconds(10), Delay = Delay };

    /// <summary>A status URL that answers with a status.</summary>
    public static readonly TrackingDefinition ByUrl = new()
    {
        Name = "url",
        Kind = TrackingKind.StatusUrl,
        Accepted = [200, 201, 202],
        HandleHeaders = ["Azure-AsyncOperation", "Operation-Location"],
        TrustHosts = ["status.example"],
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Failed = ["Failed"],
        Canceled = ["Canceled"],
        ErrorCodePath = "error.code",
        ErrorMessagePath = "error.message",
        Delay = Delay,
    };

    /// <summary>A status URL that answers 202 until it answers with the result.</summary>
    public static readonly TrackingDefinition ByLocation = new()
    {
        Name = "location",
        Kind = TrackingKind.StatusUrl,
        Accepted = [201, 202],
        HandleHeaders = ["Location"],
        PendingHttp = [202],
        Result = ResultVia.PollBody,
        Delay = Delay,
    };

    /// <summary>A status in the entity, asked for where the request went.</summary>
    public static readonly TrackingDefinition ByProvisioning = new()
    {
        Name = "provisioning",
        Kind = TrackingKind.EntityState,
        Accepted = [200, 201, 202],
        StatusPath = "properties.provisioningState",
        Succeeded = ["Succeeded"],
        Failed = ["Failed"],
        Canceled = ["Canceled"],
        ErrorCodePath = "error.code",
        Delay = Delay,
    };

    /// <summary>A record with a boolean, as of google.longrunning.</summary>
    public static readonly TrackingDefinition ByRecord = new()
    {
        Name = "lro",
        Accepted = [200],
        HandleBody = "name",
        HandlePattern = "operations/[a-z0-9-]+",
        Poll = PathTemplate.Parse("/{+Handle}"),
        DonePath = "done",
        Succeeded = ["None"],
        Canceled = ["1"],
        TargetPath = "metadata.target",
        ErrorCodePath = "error.code",
        ErrorMessagePath = "error.message",
        CancelMethod = "POST",
        Cancel = PathTemplate.Parse("/{+Handle}:cancel"),
        Delay = Delay,
    };

    private readonly List<string> _told = [];

    public Stage(params TrackingDefinition[] tracking)
        : this(static definition => definition, tracking)
    {
    }

    public Stage(Func<ServiceDefinition, ServiceDefinition> service, params TrackingDefinition[] tracking)
        : this(service, new MediaOpsOptions(), tracking)
    {
    }

    public Stage(MediaOpsOptions options, params TrackingDefinition[] tracking)
        : this(static definition => definition, options, tracking)
    {
    }

    private Stage(Func<ServiceDefinition, ServiceDefinition> service, MediaOpsOptions options, TrackingDefinition[] tracking)
    {
        Start = new("Start", ActionKind.Custom, "POST", "/channels/{Id}/start") { From = ["Idle"], Via = ["Starting"], To = ["Running"], OnFailure = ["Idle"], Tracking = tracking };
        Reset = new("Reset", ActionKind.Custom, "POST", "/channels/{Id}/reset") { From = ["Running"], To = ["Running"], Tracking = tracking };
        Events = new("Events", ActionKind.Custom, "POST", "/channels/{Id}/events") { ReturnsPath = "value", Tracking = tracking };
        Definition = new()
        {
            Name = "Channel",
            Plural = "Channels",
            PathProperties = ["Id"],
            StatePath = "State",
            States =
            [
                new("Creating", "CREATING", StateKind.Transitional),
                new("Idle", "IDLE", StateKind.Stable),
                new("Starting", "STARTING", StateKind.Transitional),
                new("Running", "RUNNING", StateKind.Stable),
                new("Stopping", "STOPPING", StateKind.Transitional),
                new("Broken", "BROKEN", StateKind.Fault),
                new("Parked", "PARKED", StateKind.Stable),
                new("Deleting", "DELETING", StateKind.Transitional),
                new("Deleted", "DELETED", StateKind.Gone),
            ],
            Create = new("Create", ActionKind.Create, "PUT", "/channels/{Id}") { Via = ["Creating"], To = ["Idle"], OnFailure = ["Broken"], Tracking = tracking },
            Read = new("Read", ActionKind.Read, "GET", "/channels/{Id}"),
            List = new("List", ActionKind.List, "GET", "/channels"),
            Update = new("Update", ActionKind.Update, "PATCH", "/channels/{Id}") { Tracking = tracking },
            Delete = new("Delete", ActionKind.Delete, "DELETE", "/channels/{Id}") { Via = ["Deleting"], To = ["Deleted"], Tracking = tracking },
            Actions = [Start, Reset, Events, new("Stop", ActionKind.Custom, "POST", "/channels/{Id}/stop") { From = ["Running"], Via = ["Stopping"], To = ["Idle"], Tracking = tracking }],
        };
        Binding = new(
            Definition,
            ChannelData.Read,
            static core => new Channel(core),
            [new("Description", ["Description"], null, static (writer, data) => writer.WriteStringValue(data.Description)), new("Label", ["Label"], null, static (writer, data) => writer.WriteStringValue(data.Label))]);
        options.Handler = Handler;
        options.TimeProvider = Clock;
        options.GuardMode = GuardMode.Off;
        options.MaxRetries = 0;
        Connection = new ServiceConnection(
            service(new ServiceDefinition("Test", "1") { Tracking = tracking, Query = [new("api-version", "7")] }),
            new Uri(Endpoint),
            Authentication.None,
            options);
        Collection = new EntityCollectionCore<Channel, ChannelData>(Binding, Connection);
    }

    public ScriptedHandler Handler { get; } = new();

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public EntityDefinition Definition { get; }

    public ActionDefinition Start { get; }

    public ActionDefinition Reset { get; }

    public ActionDefinition Events { get; }

    public EntityBinding<Channel, ChannelData> Binding { get; }

    public ServiceConnection Connection { get; }

    public EntityCollectionCore<Channel, ChannelData> Collection { get; }

    /// <summary>The requests, each with the second in which it came: <c>5 GET /api/channels/1</c>.</summary>
    public IReadOnlyList<string> Told => _told;

    public static TheoryData<bool> Both => [false, true];

    public Channel Channel(string state = "IDLE") => new EntityCore<Channel, ChannelData>(Connection, Binding, "1", new ChannelData { Id = "1", StateText = state, Description = "old", Label = "l" }).Entity;

    public Stage Reply(int status, string? body = null, params (string Name, string Value)[] headers)
    {
        Handler.Then((request, _) =>
        {
            string query = request.Uri.Query is "?api-version=7" or "" ? "" : request.Uri.Query;
            string host = request.Uri.Host == "media.example" ? "" : "//" + request.Uri.Host;
            _told.Add($"{(Clock.GetUtcNow() - new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds} {request.Method} {host}{request.Uri.AbsolutePath}{query}");
            return ScriptedHandler.Response(status, body, headers);
        });
        return this;
    }

    public Stage State(params string[] states)
    {
        foreach (string state in states)
        {
            Reply(200, Entity(state));
        }

        return this;
    }

    public static string Entity(string? state, string id = "1") => JsonSerializer.Serialize(new Dictionary<string, object?> { ["Id"] = id, ["State"] = state });

    public Task Run(bool async, Channel channel, ActionDefinition action, PollingOptions? polling = null) => Bench.Act(async, channel, action, polling);

    public static string? Text(ref Utf8JsonReader reader) => reader.GetString();

    public static List<string> Texts(ref Utf8JsonReader reader)
    {
        var all = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            all.Add(reader.GetString()!);
        }

        return all;
    }
}
