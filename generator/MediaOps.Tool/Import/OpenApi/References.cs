using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>
/// Prepares the references of a description for the reader. What other files hold is taken in where they lie beside the description; nothing is fetched. Words beside a reference, which the
/// format ignores and Azure's descriptions rely on, are kept; a chain of references that ends in itself is cut.
/// </summary>
internal sealed class References
{
    private const int MaxFiles = 100;
    private const int MaxSteps = 10;
    private const int MaxPlaces = 100;
    private static readonly string[] NoSchemas = ["example", "examples", "default", "enum", "x-ms-examples"];

    private readonly JsonSource _source;
    private readonly Gaps _gaps;
    private readonly bool _isVersion2;
    private readonly Dictionary<string, JsonSource?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _taken = new(StringComparer.Ordinal);
    private readonly Queue<(JsonNode Node, string File, Kind Kind)> _open = new();
    private long _bytes;
    private int _nowhere;

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
        references._open.Enqueue((source.Root, source.Path, default));
        while (references._open.TryDequeue(out (JsonNode Node, string File, Kind Kind) next))
        {
            references.Visit(next.Node, next.File, next.Kind);
        }

        references.CutCircles();
    }

    private void Visit(JsonNode? node, string file, Kind kind)
    {
        switch (node)
        {
            case JsonObject members:
                KeyValuePair<string, JsonNode?>[] own = [.. members];
                if (!kind.IsNames)
                {
                    Reference(members, file, kind);
                }

                foreach ((string name, JsonNode? value) in own.Where(member => kind.IsNames || !NoSchemas.Contains(member.Key, StringComparer.Ordinal)))
                {
                    if (!kind.IsNames && name == "properties" && value is JsonObject properties && TextOf(properties, "$ref") is null)
                    {
                        KeepBeside(properties);
                    }

                    Visit(value, file, kind.Inside(name, value));
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Visit(item, file, kind);
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

    private void Reference(JsonObject holder, string file, Kind kind)
    {
        if (file == _source.Path && TextOf(holder, "$ref") is ['#', ..] own && At(_source.Root, Way(own)) is null)
        {
            LeadsNowhere(holder, own);
            return;
        }

        for (int step = 0; step < MaxSteps && TextOf(holder, "$ref") is { } reference && !(reference.StartsWith('#') && file == _source.Path); step++)
        {
            int hash = reference.IndexOf('#', StringComparison.Ordinal);
            string[] way = hash < 0 ? [] : Way(reference[hash..]);
            string? target = hash == 0 ? file : Beside(file, hash < 0 ? reference : reference[..hash]);
            if (target is not null && target != _source.Path && kind.Group == "paths" && Find(target, way) is { } path)
            {
                // A path has no place of its own to be referred to, so what is said of it is copied; it may be a reference again.
                holder.Remove("$ref");
                CopyInto(holder, path, target);
                file = target;
                continue;
            }

            string? local = target is null ? null : target == _source.Path ? reference[hash..] : TakeIn(target, way, kind);
            if (local is null)
            {
                LeadsNowhere(holder, reference);
            }
            else
            {
                holder["$ref"] = local;
            }

            return;
        }
    }

    private static string[] Way(string pointer) => [.. pointer[1..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Select(Unescape)];

    private void LeadsNowhere(JsonObject holder, string reference)
    {
        // Finding a place takes time, so it is told as often as anybody reads it.
        Origin origin = ++_nowhere <= MaxPlaces ? OriginOf(holder) : new Origin(_source.Name, "#");
        _gaps.Add(GapRules.Unreadable, origin, $"'{SourceText.Short(reference)}' leads to a file or place that is not there");
        Unresolved(holder, reference);
    }

    /// <summary>Where a part of the description stands; its begin where the part was taken in from elsewhere.</summary>
    private Origin OriginOf(JsonNode part)
    {
        var steps = new Stack<string>();
        JsonNode at = part;
        for (; at.Parent is { } above; at = above)
        {
            steps.Push(above is JsonObject ? at.GetPropertyName() : at.GetElementIndex().ToString(CultureInfo.InvariantCulture));
        }

        // Words beside a reference were given this place for it.
        string[] way = [.. steps];
        return new Origin(_source.Name, "#").Below(at != _source.Root ? [] : way is [.. var kept, "allOf", "0"] ? kept : way);
    }

    private void CopyInto(JsonObject holder, JsonObject path, string file)
    {
        foreach ((string name, JsonNode? value) in path.Where(member => !holder.ContainsKey(member.Key)))
        {
            holder[name] = value?.DeepClone();
            if (holder[name] is { } copy)
            {
                _open.Enqueue((copy, file, Kind.Path.Inside(name, copy)));
            }
        }
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
        string plain = relative.Length > 1_000 ? string.Empty : Uri.UnescapeDataString(relative).Replace('\\', '/');
        return plain.Length == 0 || plain.Contains(':', StringComparison.Ordinal) || plain.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(plain)
            ? null
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, plain));
    }

    /// <summary>Copies what a file holds into the description, once, and tells its place there.</summary>
    private string? TakeIn(string file, string[] way, Kind kind)
    {
        string key = file + "#/" + string.Join('/', way.Select(Escape));
        if (_taken.TryGetValue(key, out string? known))
        {
            return known;
        }

        string[] groups = _isVersion2 ? ["definitions", "parameters", "responses"] : ["schemas", "parameters", "responses", "headers", "requestBodies"];
        string group = way.Length > 1 && groups.Contains(way[^2], StringComparer.Ordinal) ? way[^2] : kind.Group ?? groups[0];
        if (!groups.Contains(group, StringComparer.Ordinal) || Find(file, way) is not { } found || Section(group) is not { } section)
        {
            return _taken[key] = null;
        }

        string name = way.Length > 0 ? way[^1] : Path.GetFileNameWithoutExtension(file);
        while (section.ContainsKey(name))
        {
            name += "_";
        }

        JsonNode copy = found.DeepClone();
        section[name] = copy;
        _open.Enqueue((copy, file, new Kind(group, IsNames: false)));
        return _taken[key] = (_isVersion2 ? "#/" : "#/components/") + group + "/" + Escape(name);
    }

    /// <summary>An object of a file; the file itself where the way to it is empty.</summary>
    private JsonObject? Find(string file, string[] way) => At(Open(file)?.Root, way) as JsonObject;

    private static JsonNode? At(JsonNode? root, string[] way)
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

    /// <summary>The group of the description into which something of another file belongs, made where it is missing.</summary>
    private JsonObject? Section(string group)
    {
        JsonObject? above = _isVersion2 ? _source.Root : (_source.Root["components"] ??= new JsonObject()) as JsonObject;
        return above is null ? null : (above[group] ??= new JsonObject()) as JsonObject;
    }

    private JsonSource? Open(string file)
    {
        if (_files.TryGetValue(file, out JsonSource? known))
        {
            return known;
        }

        // All files together may have the size of one.
        if (_files.Count >= MaxFiles || !File.Exists(file))
        {
            return _files[file] = null;
        }

        try
        {
            byte[] text = SourceFile.Read(file, Limits.FileBytes - _bytes);
            _bytes += text.Length;
            return _files[file] = JsonSource.Parse(file, Path.GetFileName(file), text);
        }
        catch (SourceException problem)
        {
            _gaps.Add(GapRules.Unreadable, new Origin(_source.Name, "#"), $"{SourceText.Short(Path.GetFileName(file))}: {SourceText.Short(problem.Message)}");
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

    /// <summary>What a part of a description is: it decides where something of another file belongs.</summary>
    /// <param name="Group">The group of things like it; null for a schema.</param>
    /// <param name="IsNames">Whether its members are named things and no words of the format.</param>
    private readonly record struct Kind(string? Group, bool IsNames)
    {
        /// <summary>A path.</summary>
        public static Kind Path { get; } = new("paths", IsNames: false);

        /// <summary>What a member of a part of this kind is.</summary>
        public Kind Inside(string name, JsonNode? value) => IsNames ? this with { IsNames = false } : name switch
        {
            "paths" or "responses" or "headers" or "requestBodies" => new Kind(name, IsNames: true),
            "parameters" => new Kind(name, IsNames: value is JsonObject),
            "requestBody" => new Kind("requestBodies", IsNames: false),
            "properties" or "definitions" or "schemas" or "content" => new Kind(null, IsNames: true),
            _ => default,
        };
    }
}
