using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;

namespace MediaOps.Emulation.State;

/// <summary>One entity: its body in wire form, and its state.</summary>
internal sealed class Entity(EntityModel model, string id, JsonObject body)
{
    /// <summary>An entity of the members that were given, with defaults for the others.</summary>
    public static Entity Of(EntityModel model, string id, IEnumerable<Member> members, (string Code, int Status)? deleteRefusal = null)
    {
        var body = new JsonObject();
        foreach (Member member in members)
        {
            member.Path.Set(body, member.Value);
        }

        BodyValidator.Complete(body, model.Shape);
        model.IdPath.Set(body, JsonValue.Create(id));
        return new Entity(model, id, body) { DeleteRefusal = deleteRefusal };
    }

    public EntityModel Model { get; } = model;

    public string Id { get; } = id;

    public JsonObject Body { get; } = body;

    public string? State { get; private set; }

    /// <summary>The operation that runs on it, or null.</summary>
    public Operation? Running { get; set; }

    /// <summary>The state in which it is, or in which the operation that runs on it will end if it succeeds.</summary>
    public string? Bound => Running is { } running ? running.Plan.To : State;

    /// <summary>The code and status with which every delete is refused, or null.</summary>
    public (string Code, int Status)? DeleteRefusal { get; private init; }

    public string? Name => Text(Model.NamePath);

    public string? ParentId => Text(Model.ParentPath);

    public void SetState(string name)
    {
        State = name;
        Model.StatePath?.Set(Body, Model.State(name).Wire);
    }

    private string? Text(JsonPath? path) => path?.Get(Body) is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
