using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;

namespace MediaOps.Emulation.State;

/// <summary>One entity: its address, its body in wire form, and its state.</summary>
internal sealed class Entity(EntityModel model, IReadOnlyDictionary<string, string> values, JsonObject body)
{
    /// <summary>An entity of the members that were given, with defaults for the others.</summary>
    /// <param name="model">Its kind.</param>
    /// <param name="id">Its id; empty for a singleton.</param>
    /// <param name="address">The values of the parts of its address that bodies do not hold.</param>
    /// <param name="members">The members of its body.</param>
    /// <param name="deleteRefusal">The code and status with which every delete is refused, or null.</param>
    public static Entity Of(EntityModel model, string id, IReadOnlyDictionary<string, string> address, IEnumerable<Member> members, (string Code, int Status)? deleteRefusal = null)
    {
        var body = new JsonObject();
        foreach (Member member in members)
        {
            member.Path.Set(body, member.Value);
        }

        BodyValidator.Complete(body, model.Shape);
        model.IdPath?.Set(body, JsonValue.Create(id));
        var values = model.AddressProperties.Where(p => address.ContainsKey(p.Name)).ToDictionary(p => p.Name, p => address[p.Name], StringComparer.Ordinal);
        if (!model.Spec.Singleton)
        {
            values[model.Spec.Id.Property] = id;
        }

        return new Entity(model, values, body) { DeleteRefusal = deleteRefusal };
    }

    public EntityModel Model { get; } = model;

    /// <summary>Its own id; empty for a singleton.</summary>
    public string Id => Values.GetValueOrDefault(Model.Spec.Id.Property, string.Empty);

    /// <summary>What fills the placeholders of its paths.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>What tells it from all others of its kind.</summary>
    public string Key { get; } = Address.KeyOf(model, values) ?? string.Empty;

    public JsonObject Body { get; } = body;

    public string? State { get; private set; }

    /// <summary>The operation that runs on it, or null.</summary>
    public Operation? Running { get; set; }

    /// <summary>Until when it cannot be read although it is there.</summary>
    public DateTimeOffset? HiddenUntil { get; set; }

    /// <summary>The state in which it is, or in which the operation that runs on it will end if it succeeds.</summary>
    public string? Bound => Running is { } running ? running.Plan.To : State;

    /// <summary>The code and status with which every delete is refused, or null.</summary>
    public (string Code, int Status)? DeleteRefusal { get; private init; }

    public string? Name => Text(Model.NamePath);

    public string? ParentId => Model.Spec.Parent is { } parent ? Values.GetValueOrDefault(parent.By) ?? Text(Model.ParentPath) : null;

    public void SetState(string name)
    {
        State = name;
        Model.StatePath?.Set(Body, Model.State(name).Wire);
    }

    private string? Text(JsonPath? path) => path?.Get(Body) is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
