using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>What a creation has sent, to tell the entity that it has made from another one of the same name.</summary>
internal static class SentBody
{
    /// <summary>The entity in the body of a request; null where it has none.</summary>
    public static JsonElement? Of(RequestBody body, string? envelope)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(body.Bytes);
        JsonElement root = document.RootElement;
        return (envelope is null ? root : root.GetProperty(envelope)).Clone();
    }

    /// <summary>Whether nothing that an entity tells contradicts what was sent. What it does not tell, such as a key, says nothing.</summary>
    public static bool IsIn(JsonElement sent, JsonElement told) => (sent.ValueKind, told.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => sent.EnumerateObject().All(member => !told.TryGetProperty(member.Name, out JsonElement value) || IsIn(member.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => sent.GetArrayLength() == told.GetArrayLength() && sent.EnumerateArray().Zip(told.EnumerateArray()).All(static pair => IsIn(pair.First, pair.Second)),
        (JsonValueKind.Null, _) or (_, JsonValueKind.Null) => true,
        _ => JsonElement.DeepEquals(sent, told),
    };
}
