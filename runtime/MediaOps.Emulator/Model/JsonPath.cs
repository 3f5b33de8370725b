using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Model;

/// <summary>A place in a JSON body: <c>State</c>, <c>IP.Allow</c>, <c>['odata.error'].code</c>.</summary>
internal sealed class JsonPath
{
    private readonly string[] _segments;

    private JsonPath(string[] segments) => _segments = segments;

    public IReadOnlyList<string> Segments => _segments;

    public static JsonPath Parse(string text)
    {
        var segments = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            if (text.AsSpan(at).StartsWith("['", StringComparison.Ordinal))
            {
                int end = text.IndexOf("']", at, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new EmulatorSchemaException($"The path '{text}' has no closing '] for the [' at character {at + 1}.");
                }

                segments.Add(text[(at + 2)..end]);
                at = end + 2;
            }
            else
            {
                int end = text.AsSpan(at).IndexOfAny('.', '[') is var found and >= 0 ? at + found : text.Length;
                segments.Add(text[at..end]);
                at = end;
            }

            if (at < text.Length && text[at] == '.')
            {
                at++;
            }
        }

        return segments.Count > 0 && segments.TrueForAll(s => s.Length > 0)
            ? new JsonPath([.. segments])
            : throw new EmulatorSchemaException($"The path '{text}' has an empty segment.");
    }

    public JsonNode? Get(JsonObject body)
    {
        JsonNode? node = body;
        foreach (string segment in _segments)
        {
            node = (node as JsonObject)?[segment];
        }

        return node;
    }

    /// <summary>Whether there is a value, which may be null.</summary>
    public bool IsIn(JsonObject body)
    {
        JsonNode? node = body;
        foreach (string segment in _segments)
        {
            if (node is not JsonObject parent || !parent.TryGetPropertyValue(segment, out node))
            {
                return false;
            }
        }

        return true;
    }

    public void Set(JsonObject body, JsonNode? value)
    {
        JsonObject parent = body;
        foreach (string segment in _segments.AsSpan(0, _segments.Length - 1))
        {
            if (parent[segment] is not JsonObject child)
            {
                parent[segment] = child = [];
            }

            parent = child;
        }

        parent[_segments[^1]] = value;
    }

    /// <summary>Removes the value, and the objects on the way that hold nothing else.</summary>
    public void Remove(JsonObject body) => Remove(body, 0);

    private void Remove(JsonObject parent, int at)
    {
        if (at < _segments.Length - 1 && parent[_segments[at]] is JsonObject child)
        {
            Remove(child, at + 1);
            if (child.Count > 0)
            {
                return;
            }
        }

        parent.Remove(_segments[at]);
    }
}
