using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Pointers as references have them: <c>#/definitions/Name</c>.</summary>
internal static class JsonPointer
{
    /// <summary>The steps of a pointer that begins with <c>#</c>.</summary>
    public static string[] Way(string pointer) => [.. pointer[1..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Select(Unescape)];

    /// <summary>What the steps lead to; null where there is nothing.</summary>
    public static JsonNode? At(JsonNode? root, string[] way)
    {
        JsonNode? found = root;
        foreach (string step in way)
        {
            found = found switch
            {
                JsonObject members => members[step],
                JsonArray items when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < items.Count => items[at],
                _ => null,
            };
        }

        return found;
    }

    /// <summary>A name as a step.</summary>
    public static string Escape(string step) => step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The name of a step.</summary>
    public static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
