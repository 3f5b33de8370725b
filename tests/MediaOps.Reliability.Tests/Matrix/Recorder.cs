using System.Text.Json;
using MediaOps.Runtime;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>What generated code would be for a recorder; in each of its kinds the same but for the way in which its actions are followed.</summary>
internal sealed class Recorder(EntityCore<Recorder, RecorderData> core)
{
    private static readonly PollingDelay Delay = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), typical: null, TimeSpan.FromMinutes(5));

    public EntityCore<Recorder, RecorderData> Core { get; } = core;

    public static ActionDefinition Start(TrackingDefinition[] tracking)
        => new("Start", ActionKind.Custom, "POST", "recorders/{Id}/start") { From = ["Idle"], Via = Vias(tracking, "Starting"), To = ["Recording"], OnFailure = ["Broken"], Tracking = tracking };

    public static TrackingDefinition[] Tracking(Way way) => way switch
    {
        Way.Operation => [new TrackingDefinition { HandleHeaders = ["operation-id"], Poll = PathTemplate.Parse("operations/{Handle}"), StatusPath = "status", TargetPath = "target", Pending = ["InProgress"], Succeeded = ["Succeeded"], Failed = ["Failed"], ErrorCodePath = "error.code", Delay = Delay }],
        Way.StatusUrl => [new TrackingDefinition { Name = "url", Kind = TrackingKind.StatusUrl, HandleHeaders = ["Operation-Location"], StatusPath = "status", TargetPath = "target", Pending = ["InProgress"], Succeeded = ["Succeeded"], Failed = ["Failed"], ErrorCodePath = "error.code", Delay = Delay }],
        Way.EntityState => [new TrackingDefinition { Name = "state", Kind = TrackingKind.EntityState, Delay = Delay }],
        _ => [],
    };

    public static EntityBinding<Recorder, RecorderData> Binding(TrackingDefinition[] tracking, bool isNamed) => new(
        new EntityDefinition
        {
            Name = "Recorder",
            Plural = "Recorders",
            StatePath = "State",
            States =
            [
                new("Creating", "CREATING", StateKind.Transitional),
                new("Idle", "IDLE", StateKind.Stable),
                new("Starting", "STARTING", StateKind.Transitional),
                new("Recording", "RECORDING", StateKind.Stable),
                new("Updating", "UPDATING", StateKind.Transitional),
                new("Deleting", "DELETING", StateKind.Transitional),
                new("Broken", "BROKEN", StateKind.Fault),
                new("Deleted", "DELETED", StateKind.Gone),
            ],
            Create = new("Create", ActionKind.Create, isNamed ? "POST" : "PUT", isNamed ? "recorders" : "recorders/{Id}") { Via = Vias(tracking, "Creating"), To = ["Idle"], OnFailure = ["Broken"], Tracking = tracking },
            List = new("List", ActionKind.List, "GET", "recorders"),
            Read = new("Read", ActionKind.Read, "GET", "recorders/{Id}"),
            Update = new("Update", ActionKind.Update, "PATCH", "recorders/{Id}") { From = ["Idle"], Via = Vias(tracking, "Updating"), To = ["Idle"], OnFailure = ["Broken"], Tracking = tracking },
            Delete = new("Delete", ActionKind.Delete, "DELETE", "recorders/{Id}") { From = ["Idle"], Via = Vias(tracking, "Deleting"), To = ["Deleted"], OnFailure = ["Broken"], Tracking = tracking },
            Actions = [Start(tracking)],
        },
        RecorderData.Read,
        static core => new Recorder(core),
        [new("Label", ["Label"], updatableIn: null, static (writer, data) => writer.WriteStringValue(data.Label))])
    {
        Members = [new("Label", "Label") { IsUnique = true }],
    };

    private static string[] Vias(TrackingDefinition[] tracking, string state) => tracking.Length == 0 ? [] : [state];
}

internal sealed class RecorderData : IEntityData<RecorderData>
{
    public string? Id { get; set; }

    public string? StateText { get; set; }

    public string? Label { get; set; }

    public RecorderData Clone() => (RecorderData)MemberwiseClone();

    public static RecorderData Read(ref Utf8JsonReader reader)
    {
        var told = JsonElement.ParseValue(ref reader);
        string? Text(string name) => told.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        return new RecorderData { Id = Text("Id"), StateText = Text("State"), Label = Text("Label") };
    }
}
