using System.Text.Json;

namespace MediaOps.Runtime.Tests;

internal interface IProgram
{
    string? Name { get; }
}

/// <summary>What generated code would be for a program, the child of a channel: created and deleted at once, updated at once or later.</summary>
internal sealed class Program(EntityCore<Program, ProgramData> core) : IProgram
{
    public EntityCore<Program, ProgramData> Core { get; } = core;

    public string Id => Core.Id;

    public string? State => Core.StateText;

    public string? Name
    {
        get => Core.View.Name;
        set => Core.Edits.Name = value;
    }

    public Channel Channel => Core.Parent(Channels.Binding);

    public Task<Channel> GetChannelAsync() => Core.ParentAsync(Channels.Binding, CancellationToken.None);
}

internal sealed class ProgramData : IEntityData<ProgramData>
{
    public string? Id { get; set; }

    public string? StateText { get; set; }

    public string? ChannelId { get; set; }

    public string? Name { get; set; }

    public string? Quality { get; set; }

    public ProgramData Clone() => (ProgramData)MemberwiseClone();

    public static ProgramData Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        string? Text(string name) => document.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        return new ProgramData { Id = Text("Id"), StateText = Text("State"), ChannelId = Text("ChannelId"), Name = Text("Name"), Quality = Text("Quality") };
    }
}

internal static class Programs
{
    public const string Id = "nb:pgid:1";

    public const string Read = "GET Programs('nb:pgid:1')";

    public const string ReadChannel = Bench.Read;

    public static readonly ActionDefinition Start = Action("Start", inferred: false, RequirementDefinition.Parent("Running"));

    public static readonly ActionDefinition GuessedStart = Action("GuessedStart", inferred: true, RequirementDefinition.Parent("Running"));

    public static readonly ActionDefinition Archive = Action("Archive", inferred: false, RequirementDefinition.Self("Quality", "High", "Best"));

    /// <summary>An action of the channel.</summary>
    public static readonly ActionDefinition StopChannel = new("Stop", ActionKind.Custom, "POST", "Channels('{Id}')/Stop")
    {
        From = ["Running"],
        Requires = [RequirementDefinition.Children(static () => Definition!, "Stopped")],
    };

    public static readonly EntityDefinition Definition = new()
    {
        Name = "Program",
        Plural = "Programs",
        InitialState = "Stopped",
        ParentProperty = "ChannelId",
        StatePath = "State",
        States =
        [
            new("Stopped", "stopped", StateKind.Stable),
            new("Running", "running", StateKind.Stable),
            new("Deleted", "deleted", StateKind.Gone),
        ],
        Create = new("Create", ActionKind.Create, "POST", "Programs") { To = ["Stopped"] },
        Read = new("Read", ActionKind.Read, "GET", "Programs('{Id}')"),
        List = new("List", ActionKind.List, "GET", "Programs"),
        ListByParent = new("ListByParent", ActionKind.List, "GET", "Channels('{ChannelId}')/Programs"),
        Update = new("Update", ActionKind.Update, "PATCH", "Programs('{Id}')") { From = ["Stopped"], Tracking = [Channels.Tracking] },
        Delete = new("Delete", ActionKind.Delete, "DELETE", "Programs('{Id}')") { From = ["Stopped"], To = ["Deleted"] },
        Actions = [Start],
    };

    public static readonly EntityBinding<Program, ProgramData> Binding = new(
        Definition,
        ProgramData.Read,
        static core => new Program(core),
        [new("Name", ["Name"], null, static (writer, data) => writer.WriteStringValue(data.Name))])
    {
        Parent = new ParentDefinition<ProgramData>(Channels.Definition, static data => data.ChannelId),
        ValueOf = static (data, property) => property == "Quality" ? data.Quality : null,
        Members = [new("Name", "Name")],
    };

    public static EntityCollectionCore<Program, ProgramData> Of(Bench bench) => new(Binding, bench.Connection);

    public static EntityCollectionCore<Program, ProgramData> OfChannel(Bench bench) => bench.Channel("running").Core.Children(Binding);

    public static Program Make(Bench bench, string state = "stopped", string? channelId = Channels.Id, string? quality = null) => new EntityCore<Program, ProgramData>(
        bench.Connection, Binding, Id, new ProgramData { Id = Id, StateText = state, ChannelId = channelId, Name = "old", Quality = quality }).Entity;

    public static string Json(string state, string id = Id, string? name = null, string? quality = null, string? channelId = Channels.Id)
        => JsonSerializer.Serialize(new Dictionary<string, object?> { ["Id"] = id, ["State"] = state, ["ChannelId"] = channelId, ["Name"] = name, ["Quality"] = quality });

    public static Bench Page(this Bench bench, params (string Id, string State)[] programs)
    {
        bench.Handler.Reply(200, $$"""{"odata.metadata":"x","value":[{{string.Join(',', programs.Select(static p => Json(p.State, p.Id)))}}]}""");
        return bench;
    }

    public static Task Send(bool async, Program program, ActionDefinition action) => Bench.Run(
        async,
        () => program.Core.Send(action, RequestBody.None, CancellationToken.None),
        () => program.Core.SendAsync(action, RequestBody.None, CancellationToken.None));

    private static ActionDefinition Action(string name, bool inferred, RequirementDefinition requirement)
        => new(name, ActionKind.Custom, "POST", $"Programs('{{Id}}')/{name}") { From = ["Stopped"], To = ["Running"], Inferred = inferred, Requires = [requirement] };
}
