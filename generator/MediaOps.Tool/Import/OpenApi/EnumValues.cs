using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads the values of an enum.</summary>
internal static class EnumValues
{
    /// <summary>The values that can be written, each with a C# name.</summary>
    /// <param name="values">The values.</param>
    /// <param name="declared">What Azure says beside them: names and descriptions.</param>
    /// <param name="origin">The place of the enum.</param>
    /// <param name="gaps">Learns what is left out.</param>
    public static IReadOnlyList<ScaffoldEnumValue> Of(IEnumerable<JsonNode> values, JsonNode? declared, Origin origin, Gaps gaps)
    {
        Dictionary<string, JsonNode> details = ((declared as JsonObject)?["values"] as JsonArray ?? [])
            .OfType<JsonNode>()
            .Where(value => value.Text("value") is not null)
            .GroupBy(value => value.Text("value")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        NameScope names = NameScope.OfEnum();
        var found = new List<ScaffoldEnumValue>();
        var wires = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonNode? value in values)
        {
            if (value.IsJsonNullSentinel())
            {
                // That there may be no value is no value.
                continue;
            }

            if (value.Text() is not { } wire || !SourceText.IsLiteral(wire))
            {
                _ = value is null || Refuse(value);
            }
            else if (wires.Add(wire))
            {
                JsonNode? detail = details.GetValueOrDefault(wire);
                string name = names.Take(CSharpName.Of(detail.Text("name") ?? wire, "Value"));
                found.Add(new ScaffoldEnumValue(name, wire, SourceText.Prose(detail.Text("description"))));
            }
        }

        return found;

        bool Refuse(JsonNode value)
        {
            gaps.Add(GapRules.LeftOut, origin, value.Text() ?? "a value", "an enum holds texts of printable ASCII");
            return true;
        }
    }
}
