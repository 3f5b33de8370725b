using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Xml;

namespace MediaOps.Replay.Tests.Stories;

/// <summary>
/// Compares what the generated client shows with what a recording holds, value by value. It knows the wire names of the service by rule and not from the
/// schema, so that a wrong name in the schema is a difference.
/// </summary>
internal static class WireMatch
{
    /// <summary>What the service writes for a time that there is not; the client shows none.</summary>
    private const string NoTime = "0001-01-01T00:00:00Z";

    /// <summary>What differs between an entity and its JSON; members of older traffic that the client does not know are no difference.</summary>
    public static IReadOnlyList<string> Differences(object entity, JsonElement json)
    {
        var differences = new List<string>();
        JsonElement properties = json.GetProperty("properties");
        Members(entity, json, "", differences);
        Members(entity, properties, "properties.", differences);
        return differences;
    }

    /// <summary>How many values two comparisons are about: a comparison of nothing would always agree.</summary>
    public static int Values(object entity, JsonElement json)
        => json.EnumerateObject().Concat(json.GetProperty("properties").EnumerateObject()).Count(member => PropertyOf(entity, member.Name) is not null);

    private static void Members(object value, JsonElement json, string path, List<string> differences)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (PropertyOf(value, member.Name) is { } property)
            {
                Compare(property.GetValue(value), member.Value, path + member.Name, differences);
            }
        }
    }

    private static PropertyInfo? PropertyOf(object value, string wire)
        => value.GetType().GetProperty(wire, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private static void Compare(object? value, JsonElement json, string path, List<string> differences)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when value is IDictionary<string, string> map:
                Check(map.Count == json.EnumerateObject().Count() && json.EnumerateObject().All(item => map.TryGetValue(item.Name, out string? text) && text == item.Value.GetString()));
                break;
            case JsonValueKind.Object when value is not null && json.TryGetProperty("ip", out JsonElement only) && PropertyOf(value, "ip") is null:
                Compare(value, only, path + ".ip", differences);
                break;
            case JsonValueKind.Object when value is not null:
                Members(value, json, path + ".", differences);
                break;
            case JsonValueKind.Array when value is IEnumerable list and not string:
                object?[] items = [.. list.Cast<object?>()];
                Check(items.Length == json.GetArrayLength());
                for (int at = 0; at < Math.Min(items.Length, json.GetArrayLength()); at++)
                {
                    Compare(items[at], json[at], string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]"), differences);
                }

                break;
            default:
                Check(IsSame(value, json));
                break;
        }

        void Check(bool isSame)
        {
            if (!isSame)
            {
                differences.Add($"{path}: the client shows '{value}', the recording {json.GetRawText()}");
            }
        }
    }

    private static bool IsSame(object? value, JsonElement json) => (value, json.ValueKind) switch
    {
        (null, JsonValueKind.String) => json.GetString() == NoTime,
        (null, _) => IsNothing(json),
        (bool flag, JsonValueKind.True or JsonValueKind.False) => flag == json.GetBoolean(),
        (int or long or double, JsonValueKind.Number) => Convert.ToDecimal(value, CultureInfo.InvariantCulture) == json.GetDecimal(),
        (DateTime time, JsonValueKind.String) => time == json.GetDateTimeOffset().UtcDateTime && time.Kind == DateTimeKind.Utc,
        (TimeSpan time, JsonValueKind.String) => time == XmlConvert.ToTimeSpan(json.GetString()!),
        (Uri uri, JsonValueKind.String) => uri.OriginalString == json.GetString(),
        (Enum name, JsonValueKind.String) => name.ToString() == json.GetString() || (name.ToString() == "Unknown" && !Enum.GetNames(name.GetType()).Contains(json.GetString(), StringComparer.Ordinal)),
        (string text, JsonValueKind.String) => text == json.GetString(),
        _ => false,
    };

    /// <summary>Whether JSON holds no value at all: the service writes null, an empty object and an object of nulls for the same.</summary>
    public static bool IsNothing(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => json.GetArrayLength() == 0,
        JsonValueKind.Object => json.EnumerateObject().All(static member => IsNothing(member.Value)),
        _ => false,
    };
}
