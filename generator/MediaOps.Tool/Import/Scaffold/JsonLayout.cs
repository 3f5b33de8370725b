using System.Text;
using System.Text.Json.Nodes;
using JsonText = MediaOps.Schema.Text.JsonText;

namespace MediaOps.Tool.Import;

/// <summary>Writes JSON as people keep schema files: what fits stands on one line, the rest is indented by two.</summary>
internal static class JsonLayout
{
    private const int Width = 160;

    /// <summary>The text of a file, with a line feed at its end. The outer two levels are always spread.</summary>
    public static string Write(JsonObject file)
    {
        var text = new StringBuilder();
        Value(text, file, 0);
        return text.Append('\n').ToString();
    }

    private static void Value(StringBuilder text, JsonNode? node, int depth)
    {
        if (node is not JsonObject and not JsonArray || (depth > 1 && Fits(node, Width - 2 * depth)))
        {
            Line(text, node);
            return;
        }

        char close = node is JsonObject ? '}' : ']';
        text.Append(node is JsonObject ? '{' : '[');
        bool first = true;
        foreach ((string? name, JsonNode? value) in Parts(node))
        {
            text.Append(first ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
            first = false;
            if (name is not null)
            {
                text.Append(JsonText.Quote(name)).Append(": ");
            }

            Value(text, value, depth + 1);
        }

        if (!first)
        {
            text.Append('\n').Append(' ', 2 * depth);
        }

        text.Append(close);
    }

    private static void Line(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                Joined(text, members, "{ ", " }", "{}");
                break;
            case JsonArray items:
                Joined(text, items, "[", "]", "[]");
                break;
            case JsonValue value when value.TryGetValue(out string? words):
                text.Append(JsonText.Quote(words));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Joined(StringBuilder text, JsonNode node, string open, string close, string empty)
    {
        bool first = true;
        foreach ((string? name, JsonNode? value) in Parts(node))
        {
            text.Append(first ? open : ", ");
            first = false;
            if (name is not null)
            {
                text.Append(JsonText.Quote(name)).Append(": ");
            }

            Line(text, value);
        }

        text.Append(first ? empty : close);
    }

    private static IEnumerable<(string? Name, JsonNode? Value)> Parts(JsonNode node) => node is JsonObject members
        ? members.Select(member => ((string?)member.Key, member.Value))
        : node.AsArray().Select(item => ((string?)null, item));

    private static bool Fits(JsonNode node, int width) => Measure(node, width) >= 0;

    /// <summary>What is left of the width, or less than nothing. Stops as soon as it is used up, so that a long list costs no more than a line.</summary>
    private static int Measure(JsonNode? node, int left)
    {
        if (node is not JsonObject and not JsonArray)
        {
            return left - (node is JsonValue value && value.TryGetValue(out string? words) ? words.Length + 2 : 5);
        }

        left -= 4;
        foreach ((string? name, JsonNode? part) in Parts(node))
        {
            left = left < 0 ? left : Measure(part, left - (name?.Length + 4 ?? 0) - 2);
            if (left < 0)
            {
                break;
            }
        }

        return left;
    }
}
