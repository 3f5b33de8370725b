using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Model;

/// <summary>A place in a JSON body: <c>State</c>, <c>IP.Allow</c>, <c>['odata.error'].code</c>, <c>conditions[type=Ready].status</c>.</summary>
internal sealed class JsonPath
{
    private readonly Step[] _steps;

    private JsonPath(Step[] steps) => _steps = steps;

    /// <summary>The names on the way.</summary>
    public IReadOnlyList<string> Segments => [.. _steps.Select(s => s.Name)];

    public static JsonPath Parse(string text)
    {
        var steps = new List<Step>();
        int at = 0;
        while (at < text.Length)
        {
            if (text.AsSpan(at).StartsWith("['", StringComparison.Ordinal))
            {
                int end = End(text, at, "']");
                steps.Add(new Step(text[(at + 2)..end], null));
                at = end + 2;
            }
            else if (text[at] == '[')
            {
                int end = End(text, at, "]");
                int equals = text.IndexOf('=', at, end - at);
                if (equals < 0)
                {
                    throw new EmulatorSchemaException($"The path '{text}' has brackets at character {at + 1} that hold neither ['name'] nor [name=value].");
                }

                steps.Add(new Step(text[(at + 1)..equals], text[(equals + 1)..end]));
                at = end + 1;
            }
            else
            {
                int end = text.AsSpan(at).IndexOfAny('.', '[') is var found and >= 0 ? at + found : text.Length;
                steps.Add(new Step(text[at..end], null));
                at = end;
            }

            if (at < text.Length && text[at] == '.')
            {
                at++;
            }
        }

        return steps.Count > 0 && steps.TrueForAll(s => s.Name.Length > 0)
            ? new JsonPath([.. steps])
            : throw new EmulatorSchemaException($"The path '{text}' has an empty segment.");
    }

    public JsonNode? Get(JsonObject body)
    {
        JsonNode? node = body;
        foreach (Step step in _steps)
        {
            node = step.Find(node);
        }

        return node;
    }

    /// <summary>Whether there is a value, which may be null.</summary>
    public bool IsIn(JsonObject body)
    {
        JsonNode? node = body;
        foreach (Step step in _steps)
        {
            if (!step.IsIn(node))
            {
                return false;
            }

            node = step.Find(node);
        }

        return true;
    }

    public void Set(JsonObject body, JsonNode? value)
    {
        JsonNode node = body;
        for (int i = 0; i < _steps.Length - 1; i++)
        {
            node = _steps[i].Make(node, _steps[i + 1].Wanted is not null);
        }

        _steps[^1].Put(node, value);
    }

    /// <summary>Removes the value, and the objects on the way that hold nothing else.</summary>
    public void Remove(JsonObject body) => Remove(body, 0);

    private static int End(string text, int at, string closing) => text.IndexOf(closing, at, StringComparison.Ordinal) is var end and >= 0
        ? end
        : throw new EmulatorSchemaException($"The path '{text}' has no closing {closing} for the [ at character {at + 1}.");

    private void Remove(JsonObject parent, int at)
    {
        if (at < _steps.Length - 1 && parent[_steps[at].Name] is JsonObject child)
        {
            Remove(child, at + 1);
            if (child.Count > 0)
            {
                return;
            }
        }

        parent.Remove(_steps[at].Name);
    }

    /// <summary>A member, or the item of a list whose member has a value.</summary>
    private sealed record Step(string Name, string? Wanted)
    {
        public JsonNode? Find(JsonNode? node) => Wanted is null
            ? (node as JsonObject)?[Name]
            : (node as JsonArray)?.FirstOrDefault(item => (item as JsonObject)?[Name]?.ToString() == Wanted);

        public bool IsIn(JsonNode? node) => Wanted is null ? node is JsonObject parent && parent.ContainsKey(Name) : Find(node) is not null;

        public JsonNode Make(JsonNode node, bool list)
        {
            JsonNode? found = Find(node);
            if (found is JsonObject || (list && found is JsonArray))
            {
                return found;
            }

            JsonNode made = list ? new JsonArray() : Wanted is null ? [] : new JsonObject { [Name] = Wanted };
            Put(node, made);
            return made;
        }

        public void Put(JsonNode node, JsonNode? value)
        {
            if (Wanted is null)
            {
                node.AsObject()[Name] = value;
                return;
            }

            JsonArray items = node.AsArray();
            if (Find(items) is { } old)
            {
                items.Remove(old);
            }

            items.Add(value);
        }
    }
}
