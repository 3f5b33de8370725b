using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>
/// Prepares the references of a description for the reader. What other files hold is taken in where they lie beside the description; nothing is fetched. Words beside a reference, which the
/// format ignores and Azure's descriptions rely on, are kept; a chain of references that ends in itself is cut.
/// </summary>
internal sealed class References
{
    private const int MaxFiles = 100;
    private static readonly string[] NoSchemas = ["example", "examples", "default", "enum", "x-ms-examples"];

    private readonly JsonSource _source;
    private readonly Gaps _gaps;
    private readonly bool _isVersion2;
    private readonly Dictionary<string, JsonSource?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _taken = new(StringComparer.Ordinal);
    private readonly Queue<(JsonNode Node, string File)> _open = new();
    private long _bytes;

    private References(JsonSource source, Gaps gaps)
    {
        (_source, _gaps) = (source, gaps);
        _isVersion2 = source.Root.ContainsKey("swagger");
        _files[source.Path] = source;
    }

    /// <summary>Changes the source so that every reference in it is local and ends somewhere.</summary>
    public static void Prepare(JsonSource source, Gaps gaps)
    {
        var references = new References(source, gaps);
        references._open.Enqueue((source.Root, source.Path));
        while (references._open.TryDequeue(out (JsonNode Node, string File) next))
        {
            references.Visit(next.Node, next.File);
        }

        references.CutCircles();
    }

    private void Visit(JsonNode? node, string file)
    {
        switch (node)
        {
            case JsonObject members:
                Reference(members, file);
                foreach ((string name, JsonNode? value) in members.ToArray())
                {
                    if (name == "properties" && value is JsonObject properties && TextOf(properties, "$ref") is null)
                    {
                        KeepBeside(properties);
                    }

                    if (!NoSchemas.Contains(name, StringComparer.Ordinal))
                    {
                        Visit(value, file);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Visit(item, file);
                }

                break;
        }
    }

    /// <summary>A property that is a reference with words beside it becomes those words with the reference as what they extend.</summary>
    private static void KeepBeside(JsonObject properties)
    {
        foreach ((string name, JsonNode? value) in properties.ToArray())
        {
            if (value is JsonObject { Count: > 1 } schema && TextOf(schema, "$ref") is { } reference && !schema.ContainsKey("allOf"))
            {
                schema.Remove("$ref");
                schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
            }
        }
    }

    private void Reference(JsonObject holder, string file)
    {
        if (TextOf(holder, "$ref") is not { } reference || (reference.StartsWith('#') && file == _source.Path))
        {
            return;
        }

        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string pointer = hash < 0 ? "#" : reference[hash..];
        string? target = hash == 0 ? file : Beside(file, hash < 0 ? reference : reference[..hash]);
        string? local = target is null ? null : target == _source.Path ? pointer : TakeIn(target, pointer);
        if (local is null)
        {
            _gaps.Add(GapRules.Unreadable, new Origin(_source.Name, "#"), $"'{SourceText.Short(reference)}' leads to a file or place that is not there");
            Unresolved(holder, reference);
            return;
        }

        holder["$ref"] = local;
    }

    /// <summary>What stands for a thing that is not there: a parameter that is known by its name, else a value of any kind.</summary>
    private static void Unresolved(JsonObject holder, string reference)
    {
        holder.Remove("$ref");
        if (reference.Contains("ApiVersionParameter", StringComparison.OrdinalIgnoreCase))
        {
            (holder["name"], holder["in"], holder["type"], holder["required"]) = ("api-version", "query", "string", true);
        }
    }

    /// <summary>A file beside another one; null for an address of the net and for what does not exist.</summary>
    private static string? Beside(string file, string relative)
    {
        if (relative.Contains(':', StringComparison.Ordinal) || relative.Length > 1_000 || Path.IsPathRooted(relative))
        {
            return null;
        }

        string path = Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, Uri.UnescapeDataString(relative).Replace('\\', '/'));
        return path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path);
    }

    /// <summary>Copies what a file holds into the description, once, and tells its place there.</summary>
    private string? TakeIn(string file, string pointer)
    {
        string key = file + pointer;
        if (_taken.TryGetValue(key, out string? known))
        {
            return known;
        }

        string[] steps = [.. pointer.Split('/').Skip(1).Select(step => Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        JsonNode? found = Open(file)?.Root;
        foreach (string step in steps)
        {
            found = (found as JsonObject)?[step];
        }

        if (found is not JsonObject || steps.Length < 2 || Section(steps) is not { } section)
        {
            return _taken[key] = null;
        }

        JsonObject group = section;
        string name = steps[^1];
        while (group.ContainsKey(name))
        {
            name += "_";
        }

        JsonNode copy = found.DeepClone();
        group[name] = copy;
        _open.Enqueue((copy, file));
        string place = string.Join('/', steps[..^1].Select(Escape).Prepend("#").Append(Escape(name)));
        return _taken[key] = place;
    }

    /// <summary>The group of the description into which something of another file belongs, made where it is missing; null where none fits.</summary>
    private JsonObject? Section(string[] steps)
    {
        string[] groups = _isVersion2 ? ["definitions", "parameters", "responses"] : ["schemas", "parameters", "responses", "headers", "requestBodies"];
        bool fits = _isVersion2
            ? steps.Length == 2 && groups.Contains(steps[0], StringComparer.Ordinal)
            : steps.Length == 3 && steps[0] == "components" && groups.Contains(steps[1], StringComparer.Ordinal);
        JsonNode? at = fits ? _source.Root : null;
        foreach (string step in steps[..^1])
        {
            if (at is JsonObject members)
            {
                members[step] ??= new JsonObject();
                at = members[step];
            }
        }

        return at as JsonObject;
    }

    private JsonSource? Open(string file)
    {
        if (_files.TryGetValue(file, out JsonSource? known))
        {
            return known;
        }

        // All files together may have the size of one.
        long length = File.Exists(file) ? new FileInfo(file).Length : long.MaxValue / 2;
        bool fits = _files.Count < MaxFiles && _bytes + length <= Limits.FileBytes;
        try
        {
            _bytes += fits ? length : 0;
            return _files[file] = fits ? JsonSource.Read(file, Path.GetFileName(file)) : null;
        }
        catch (Exception problem) when (problem is SourceException or IOException or UnauthorizedAccessException)
        {
            _gaps.Add(GapRules.Unreadable, new Origin(_source.Name, "#"), $"{SourceText.Short(file)}: {SourceText.Short(problem.Message)}");
            return _files[file] = null;
        }
    }

    /// <summary>A named thing that is only a reference to one that leads back to it has no end.</summary>
    private void CutCircles()
    {
        JsonObject groups = _isVersion2 ? _source.Root : _source.Root["components"] as JsonObject ?? [];
        string root = _isVersion2 ? "#/" : "#/components/";
        foreach ((string group, JsonNode? value) in groups.ToArray())
        {
            if (value is not JsonObject named || group is "paths" or "info")
            {
                continue;
            }

            string prefix = root + group + "/";
            var ended = new HashSet<string>(StringComparer.Ordinal);
            foreach (string start in named.Select(member => member.Key).ToArray())
            {
                var way = new HashSet<string>(StringComparer.Ordinal);
                string? at = start;
                while (at is not null && !ended.Contains(at) && !way.Contains(at) && named[at] is JsonObject next)
                {
                    way.Add(at);
                    at = TextOf(next, "$ref") is { } reference && reference.StartsWith(prefix, StringComparison.Ordinal) ? Unescape(reference[prefix.Length..]) : null;
                }

                if (at is not null && way.Contains(at))
                {
                    _gaps.Add(GapRules.Unreadable, new Origin(_source.Name, "#").Below([.. root.Trim('#', '/').Split('/', StringSplitOptions.RemoveEmptyEntries), group, at]), "the reference leads back to itself");
                    named[at] = new JsonObject();
                }

                ended.UnionWith(way);
            }
        }
    }

    private static string Escape(string step) => step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string? TextOf(JsonObject members, string name) => members[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
