using System.Text.Json;

namespace MediaOps.Replay.Tests.Recordings;

/// <summary>Recordings of real traffic. They belong to others and are not in the repository: an environment variable names their folder, where somebody has them.</summary>
internal static class RecordingFolder
{
    private const string Variable = "MEDIAOPS_RECORDINGS";

    /// <summary>The names of all recordings; none where the variable is not set.</summary>
    /// <exception cref="InvalidOperationException">The variable names no folder with recordings.</exception>
    public static IReadOnlyList<string> Names()
    {
        if (Folder is not { } folder)
        {
            return [];
        }

        string[] names = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];
        return names.Length > 0 ? names : throw new InvalidOperationException($"{Variable} names '{folder}', which holds no *.json. Name the folder of the recordings, or unset it.");
    }

    /// <summary>Reads one of them.</summary>
    public static Recording Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, name + ".json")));
        return new Recording(name, [.. document.RootElement.GetProperty("interactions").EnumerateArray().Select(ReadOne)]);
    }

    private static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    private static Interaction ReadOne(JsonElement one) => new(
        one.GetProperty("method").GetString()!,
        new Uri(one.GetProperty("uri").GetString()!),
        RequestOf(one.GetProperty("requestBody").GetString()),
        one.GetProperty("status").GetInt32(),
        one.GetProperty("headers").EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
        one.GetProperty("body").GetString() ?? "",
        one.GetProperty("repeat").GetInt32());

    /// <summary>The tool that recorded wrote some bodies as a literal of its own language, quoted once or twice; JSON comes out when that is undone.</summary>
    private static string? RequestOf(string? text)
    {
        for (int layer = 0; text is not null && !IsJson(text); layer++)
        {
            if (layer == 3)
            {
                throw new InvalidOperationException($"A request's body is no JSON: {text}");
            }

            text = Unquoted(Unescaped(text));
        }

        return text;
    }

    private static string Unquoted(string text) => text.StartsWith("b'", StringComparison.Ordinal) && text.EndsWith('\'') ? text[2..^1] : text;

    private static string Unescaped(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\\' or '\'')
            {
                at++;
            }

            plain.Append(text[at]);
        }

        return plain.ToString();
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
