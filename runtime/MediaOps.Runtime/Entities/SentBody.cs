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

        using JsonDocument document = JsonDocument.Parse(body.Bytes, JsonBodies.AsDeepAsWritten);
        JsonElement root = document.RootElement;
        return (envelope is null ? root : root.GetProperty(envelope)).Clone();
    }

    /// <summary>Whether nothing that an entity tells contradicts what was sent. What it does not tell, such as a key, says nothing.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="told">What the entity tells.</param>
    /// <param name="apart">Names that lead to the state; empty where there is none. It changes: what was asked for is not yet so.</param>
    public static bool IsIn(JsonElement sent, JsonElement told, params ReadOnlySpan<string> apart)
    {
        switch (sent.ValueKind, told.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (JsonProperty member in sent.EnumerateObject())
                {
                    bool leads = !apart.IsEmpty && member.NameEquals(apart[0]);
                    bool isState = leads && apart.Length == 1;
                    if (!isState && told.TryGetProperty(member.Name, out JsonElement value) && !IsIn(member.Value, value, leads ? apart[1..] : []))
                    {
                        return false;
                    }
                }

                return true;
            case (JsonValueKind.Array, JsonValueKind.Array):
                return sent.GetArrayLength() == told.GetArrayLength() && sent.EnumerateArray().Zip(told.EnumerateArray()).All(static pair => IsIn(pair.First, pair.Second));
            case (JsonValueKind.Null, _) or (_, JsonValueKind.Null):
                return true;
            default:
                return JsonElement.DeepEquals(sent, told);
        }
    }
}
