using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Values that the schema describes and nobody has given: the least that is well-formed.</summary>
internal static class Sample
{
    private const int Deepest = 8;

    /// <summary>A value of a type: a list has one item.</summary>
    public static JsonNode? Of(TypeRef type, EntityModel kind) => type.Shape switch
    {
        TypeShape.List => new JsonArray(One(type.Name, kind, null, 0)),
        TypeShape.Map => new JsonObject { ["key"] = One(type.Name, kind, null, 0) },
        _ => One(type.Name, kind, null, 0),
    };

    /// <summary>Fills the required members that a body leaves empty.</summary>
    public static void Complete(JsonObject body, EntityModel kind) => Fill(body, kind.Shape, kind, 0);

    private static void Fill(JsonObject body, ObjectShape shape, EntityModel kind, int depth)
    {
        foreach ((PropertySpec property, JsonPath path) in shape.Properties.Where(p => p.Spec.Required && p.Path.Get(body) is null))
        {
            path.Set(body, property.Type.Shape switch
            {
                TypeShape.List => new JsonArray(),
                TypeShape.Map => new JsonObject(),
                _ => One(property.Type.Name, kind, property, depth + 1),
            });
        }
    }

    private static JsonNode? One(string type, EntityModel kind, PropertySpec? property, int depth)
    {
        if (kind.Types.TryGetValue(type, out TypeSpec? spec))
        {
            if (spec.IsEnum)
            {
                return JsonValue.Create(spec.Values[0].Wire);
            }

            // What a type requires of itself has no end; it cannot be given at all.
            var value = new JsonObject();
            var shape = new ObjectShape(spec.Properties);
            BodyValidator.Complete(value, shape);
            if (depth < Deepest)
            {
                Fill(value, shape, kind, depth);
            }

            return value;
        }

        bool asText = property?.WireIsString == true;
        return type switch
        {
            "bool" => JsonValue.Create(false),
            "int" or "long" or "double" or "decimal" => Number(property, asText),
            "datetime" => JsonValue.Create("2020-01-01T00:00:00Z"),
            "duration" => property?.Duration switch { DurationFormat.Seconds => JsonValue.Create(0), DurationFormat.Google => JsonValue.Create("0s"), _ => JsonValue.Create("PT0S") },
            "guid" => JsonValue.Create(Guid.Empty.ToString("D")),
            "uri" => JsonValue.Create("https://emulator.example/"),
            "ipAddress" => JsonValue.Create("127.0.0.1"),
            "version" => JsonValue.Create("1.0"),
            "json" => new JsonObject(),
            _ => JsonValue.Create("sample"),
        };
    }

    private static JsonValue Number(PropertySpec? property, bool asText)
    {
        string text = property?.Constraints.Minimum ?? "0";
        return asText ? JsonValue.Create(text) : JsonNode.Parse(text)!.AsValue();
    }
}
