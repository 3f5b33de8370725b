using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaOps.Replay.Tests.Stories;

/// <summary>Compares the body that the generated client sends with the one that was sent when the recording was made.</summary>
internal static class BodyMatch
{
    /// <summary>Values that the client sends and the recording does not, or not so.</summary>
    public static IEnumerable<string> Added(JsonElement sent, JsonElement recorded) => Leaves(sent, "").Except(Leaves(recorded, ""), StringComparer.Ordinal);

    /// <summary>Values of the recording that the client does not send, or not so.</summary>
    public static IEnumerable<string> Lost(JsonElement sent, JsonElement recorded) => Added(recorded, sent);

    private static IEnumerable<string> Leaves(JsonElement json, string path) => json.ValueKind switch
    {
        _ when WireMatch.IsNothing(json) => [],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Leaves(member.Value, path + "." + member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, at) => Leaves(item, $"{path}[{at.ToString(CultureInfo.InvariantCulture)}]")),
        JsonValueKind.String when json.TryGetDateTimeOffset(out DateTimeOffset time) => [string.Create(CultureInfo.InvariantCulture, $"{path.TrimStart('.')} = {time.UtcDateTime:O}")],
        _ => [$"{path.TrimStart('.')} = {JsonNode.Parse(json.GetRawText())!.ToJsonString()}"],
    };
}
