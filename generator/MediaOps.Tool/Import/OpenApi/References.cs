using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>
/// Prepares the references of a description for the reader. What other files hold is taken in where they lie beside the description; nothing is fetched. Words beside a reference, which the
/// format ignores and Azure's descriptions rely on, are kept; a chain of references that ends in itself is cut.
/// </summary>
internal sealed class References
{
    private const int MaxSteps = 10;
    private const int MaxPlaces = 100;
    private static readonly string[] NoSchemas = ["example", "examples", "default", "enum", "x-ms-examples"];

    private readonly JsonSource _source;
    private readonly Gaps _gaps;
    private readonly bool _isVersion2;
    private readonly OtherFiles _others;
    private readonly Queue<(JsonNode Node, string File, PartKind Kind)> _open = new();
    private int _nowhere;

    private References(JsonSource source, Gaps gaps)
    {
        (_source, _gaps, _others) = (source, gaps, new OtherFiles(source, gaps));
        _isVersion2 = source.Root.ContainsKey("swagger");
    }

    /// <summary>Changes the source so that every reference in it is local and ends somewhere.</summary>
    public static void Prepare(JsonSource source, Gaps gaps)
    {
        var references = new References(source, gaps);
        references._open.Enqueue((source.Root, source.Path, PartKind.Description));
        while (references._open.TryDequeue(out (JsonNode Node, string File, PartKind Kind) next))
        {
            references.Visit(next.Node, next.File, next.Kind);
        }

        references._others.PutIn();
        references.CutCircles();
    }

    private void Visit(JsonNode? node, string file, PartKind kind)
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

    private void Reference(JsonObject holder, string file, PartKind kind)
    {
        if (file == _source.Path && TextOf(holder, "$ref") is ['#', ..] own && JsonPointer.At(_source.Root, JsonPointer.Way(own)) is null)
        {
            LeadsNowhere(holder, own);
            return;
        }

        for (int step = 0; step < MaxSteps && TextOf(holder, "$ref") is { } reference && !(reference.StartsWith('#') && file == _source.Path); step++)
        {
            int hash = reference.IndexOf('#', StringComparison.Ordinal);
            string[] way = hash < 0 ? [] : JsonPointer.Way(reference[hash..]);
            string? target = hash == 0 ? file : OtherFiles.Beside(file, hash < 0 ? reference : reference[..hash]);
            if (target is not null && target != _source.Path && kind.Group == "paths" && _others.Find(target, way) is { } path)
            {
                // A path has no place of its own to be referred to, so what is said of it is copied; it may be a reference again.
                holder.Remove("$ref");
                if (!_others.HasRoomFor(path))
                {
                    return;
                }

                CopyInto(holder, path, target);
                file = target;
                continue;
            }

            string? local = target is null ? null
                : target != _source.Path ? _others.TakeIn(target, way, kind, (copy, itsKind) => _open.Enqueue((copy, target, itsKind)))
                : hash >= 0 && JsonPointer.At(_source.Root, way) is not null ? reference[hash..] : null;
            if (local is not null)
            {
                holder["$ref"] = local;
            }
            else if (_others.IsFull)
            {
                Unresolved(holder, reference);
            }
            else
            {
                LeadsNowhere(holder, reference);
            }

            return;
        }
    }

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
                _open.Enqueue((copy, file, PartKind.Path.Inside(name, copy)));
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
                    at = TextOf(next, "$ref") is { } reference && reference.StartsWith(prefix, StringComparison.Ordinal) ? JsonPointer.Unescape(reference[prefix.Length..]) : null;
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

    private static string? TextOf(JsonObject members, string name) => members[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
