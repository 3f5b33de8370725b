using System.Text.Json.Nodes;
using MediaOps.Schema;

namespace MediaOps.Tool.Import;

/// <summary>Takes the warnings of a schema for known, each at the smallest object that it speaks of.</summary>
internal static class Suppressions
{
    /// <summary>Writes <c>x-suppress</c> into a file for the warnings that its checks gave.</summary>
    /// <returns>How many warnings that were.</returns>
    public static int Apply(JsonObject file, IEnumerable<Finding> findings)
    {
        int count = 0;
        foreach (Finding finding in findings.Where(finding => finding.Severity == Severity.Warning))
        {
            JsonObject target = file;
            JsonNode? at = file;
            foreach (string member in finding.Member.Split('/'))
            {
                at = (at as JsonObject)?[member];
                target = at as JsonObject ?? target;
            }

            string[] known = target["x-suppress"] is JsonArray rules ? [.. rules.Select(rule => rule!.GetValue<string>())] : [];
            target["x-suppress"] = new JsonArray([.. known.Append(finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(rule => (JsonNode?)rule)]);
            count++;
        }

        return count;
    }
}
