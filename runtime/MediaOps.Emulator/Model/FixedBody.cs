using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Model;

/// <summary>The members that the schema says an action's body has: constants, which tell two actions at one path apart, and <c>"{X}"</c>, which hold what other services
/// put into the path.</summary>
internal sealed class FixedBody
{
    private readonly JsonObject _members;

    private FixedBody(JsonObject members) => _members = members;

    /// <exception cref="EmulatorSchemaException">The text is no JSON object.</exception>
    public static FixedBody? Parse(string? json) => json is null ? null : JsonNode.Parse(json) as JsonObject is { } members
        ? new FixedBody(members)
        : throw new EmulatorSchemaException($"The fixed body {json} is no JSON object.");

    /// <summary>Whether a body has the members, and what it holds where the schema has placeholders.</summary>
    public bool Matches(JsonElement body, IDictionary<string, string> values) => Matches(_members, body, values);

    /// <summary>Removes the members from a body.</summary>
    public void RemoveFrom(JsonObject body) => Remove(_members, body);

    private static bool Matches(JsonNode? expected, JsonElement actual, IDictionary<string, string> values)
    {
        switch (expected)
        {
            case JsonObject members:
                return actual.ValueKind == JsonValueKind.Object && members.All(m => actual.TryGetProperty(m.Key, out JsonElement value) && Matches(m.Value, value, values));
            case JsonValue value when value.TryGetValue(out string? text) && new TextTemplate(text) is var template && template.Names.Any():
                return actual.ValueKind is JsonValueKind.String or JsonValueKind.Number && template.Matches(actual.ToString(), values);
            default:
                return JsonNode.DeepEquals(expected, actual.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(actual.GetRawText()));
        }
    }

    private static void Remove(JsonObject members, JsonObject body)
    {
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is JsonObject inner && body[name] is JsonObject group)
            {
                Remove(inner, group);
                if (group.Count > 0)
                {
                    continue;
                }
            }

            body.Remove(name);
        }
    }
}
