using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>What lies in files beside a description, and the copies of it that the description is to have.</summary>
/// <param name="source">The description.</param>
/// <param name="gaps">Learns what cannot be read.</param>
internal sealed class OtherFiles(JsonSource source, Gaps gaps)
{
    private const int MaxFiles = 100;

    private readonly bool _isVersion2 = source.Root.ContainsKey("swagger");
    private readonly Dictionary<string, JsonSource?> _files = new(StringComparer.Ordinal) { [source.Path] = source };
    private readonly Dictionary<string, string?> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, string Name), int> _numbers = [];
    private readonly HashSet<(string Group, string Name)> _names = [];
    private readonly List<(JsonObject Section, string Name, JsonNode Copy)> _copies = [];
    private long _bytes;
    private long _copied;

    /// <summary>Whether something was left out because no more is copied.</summary>
    public bool IsFull => _copied > Limits.CopiedText;

    /// <summary>A file beside another one; null for an address of the net and for a path that does not begin beside it.</summary>
    public static string? Beside(string file, string relative)
    {
        string plain = relative.Length > 1_000 ? string.Empty : Uri.UnescapeDataString(relative).Replace('\\', '/');
        return plain.Length == 0 || plain.Contains(':', StringComparison.Ordinal) || plain.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(plain)
            ? null
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, plain));
    }

    /// <summary>An object of a file; the file itself where the way to it is empty.</summary>
    public JsonObject? Find(string file, string[] way) => JsonPointer.At(Open(file)?.Root, way) as JsonObject;

    /// <summary>Counts a part that is to be copied.</summary>
    /// <returns>Whether there is room for it; the first time that there is none is told.</returns>
    public bool HasRoomFor(JsonNode part)
    {
        if (IsFull)
        {
            return false;
        }

        _copied += part.ToJsonString().Length;
        if (IsFull)
        {
            gaps.Add(GapRules.Limit, new Origin(source.Name, "#"), Limits.CopiedText / (1024 * 1024), "megabytes to take in from other files");
        }

        return !IsFull;
    }

    /// <summary>Makes a copy of what a file holds, once, and tells the place that it gets in the description.</summary>
    /// <param name="file">The full path of the file.</param>
    /// <param name="way">The way to it in the file.</param>
    /// <param name="kind">What it is where it is referred to.</param>
    /// <param name="copied">Gets a new copy, whose references are still those of the file.</param>
    /// <returns>A reference to the place; null where nothing can be copied.</returns>
    public string? TakeIn(string file, string[] way, PartKind kind, Action<JsonNode, PartKind> copied)
    {
        string key = file + "#/" + string.Join('/', way.Select(JsonPointer.Escape));
        if (_taken.TryGetValue(key, out string? known))
        {
            return known;
        }

        string[] groups = _isVersion2 ? ["definitions", "parameters", "responses"] : ["schemas", "parameters", "responses", "headers", "requestBodies"];
        string group = way.Length > 1 && groups.Contains(way[^2], StringComparer.Ordinal) ? way[^2] : kind.Group ?? groups[0];
        if (!groups.Contains(group, StringComparer.Ordinal) || Find(file, way) is not { } found || Section(group) is not { } section || !HasRoomFor(found))
        {
            return _taken[key] = null;
        }

        string name = NewName(section, group, way.Length > 0 ? way[^1] : Path.GetFileNameWithoutExtension(file));
        JsonNode copy = found.DeepClone();
        _copies.Add((section, name, copy));
        copied(copy, new PartKind(group, IsNames: false));
        return _taken[key] = (_isVersion2 ? "#/" : "#/components/") + group + "/" + JsonPointer.Escape(name);
    }

    /// <summary>Puts the copies into the description. Before that nobody takes their references for those of the description.</summary>
    public void PutIn()
    {
        foreach ((JsonObject section, string name, JsonNode copy) in _copies)
        {
            section[name] = copy;
        }
    }

    private string NewName(JsonObject section, string group, string wanted)
    {
        string name = wanted;
        while (section.ContainsKey(name) || !_names.Add((group, name)))
        {
            int number = _numbers[(group, wanted)] = _numbers.GetValueOrDefault((group, wanted), 1) + 1;
            name = $"{wanted}_{number}";
        }

        return name;
    }

    /// <summary>The group of the description into which something of another file belongs, made where it is missing.</summary>
    private JsonObject? Section(string group)
    {
        JsonObject? above = _isVersion2 ? source.Root : (source.Root["components"] ??= new JsonObject()) as JsonObject;
        return above is null ? null : (above[group] ??= new JsonObject()) as JsonObject;
    }

    private JsonSource? Open(string file)
    {
        if (_files.TryGetValue(file, out JsonSource? known))
        {
            return known;
        }

        if (_files.Count >= MaxFiles || !File.Exists(file))
        {
            return _files[file] = null;
        }

        try
        {
            // All files together may have the size of one.
            byte[] text = SourceFile.Read(file, Limits.FileBytes - _bytes);
            _bytes += text.Length;
            return _files[file] = JsonSource.Parse(file, Path.GetFileName(file), text);
        }
        catch (SourceException problem)
        {
            gaps.Add(GapRules.Unreadable, new Origin(source.Name, "#"), $"{SourceText.Short(Path.GetFileName(file))}: {SourceText.Short(problem.Message)}");
            return _files[file] = null;
        }
    }
}
