using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;

namespace MediaOps.Emulation.State;

/// <summary>One entity: its body in wire form, and its state.</summary>
internal sealed class Entity(EntityModel model, string id, JsonObject body)
{
    public EntityModel Model { get; } = model;

    public string Id { get; } = id;

    public JsonObject Body { get; } = body;

    public string? State { get; private set; }

    /// <summary>The operation that runs on it, or null.</summary>
    public Operation? Running { get; set; }

    public string? Name => Text(Model.NamePath);

    public string? ParentId => Text(Model.ParentPath);

    public void SetState(string name)
    {
        State = name;
        Model.StatePath?.Set(Body, Model.State(name).Wire);
    }

    private string? Text(JsonPath? path) => path?.Get(Body) is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
