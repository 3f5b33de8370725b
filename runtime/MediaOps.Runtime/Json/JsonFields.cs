using System.Numerics;
using System.Text;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads a handful of texts out of a JSON body in one pass, without a document in memory. Paths are dotted: <c>error.code</c>, <c>['odata.error'].code</c>.</summary>
internal sealed class JsonFields
{
    private readonly string[]?[] _paths;
    private readonly uint _all;

    /// <param name="paths">The paths, at most 32; null for one that the service does not have.</param>
    public JsonFields(params string?[] paths)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths.Length, 32, nameof(paths));
        _paths = Array.ConvertAll(paths, static path => string.IsNullOrEmpty(path) ? null : Split(path));
        for (int i = 0; i < _paths.Length; i++)
        {
            _all |= _paths[i] is null ? 0 : 1u << i;
        }
    }

    /// <summary>Reads the text of strings, numbers and booleans; what is missing, null, or an object or array stays null.</summary>
    /// <returns>Whether the body is a JSON object.</returns>
    /// <exception cref="JsonException">The body is not JSON, or broke off.</exception>
    public bool Read(ReadOnlySpan<byte> json, Span<string?> values)
    {
        values.Clear();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read())
        {
            return false;
        }

        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        if (isObject)
        {
            ReadObject(ref reader, values);
        }
        else
        {
            reader.Skip();
        }

        // Anything after the value is an error, which the reader finds by reading on.
        while (reader.Read())
        {
        }

        return isObject;
    }

    /// <summary>Reads one object inside a body: the reader stands on its first token, and ends on its last.</summary>
    /// <exception cref="JsonException">The body is not JSON, or broke off.</exception>
    public void ReadObject(ref Utf8JsonReader reader, Span<string?> values)
    {
        values.Clear();
        try
        {
            Walk(ref reader, depth: 0, _all, values);
        }
        catch (InvalidOperationException e)
        {
            // An escaped lone surrogate or broken UTF-8 in a name or a text: malformed like any other text that is no JSON.
            throw new JsonException("A name or a text is not valid UTF-8.", e);
        }
    }

    /// <summary>The names of a path's segments.</summary>
    /// <exception cref="ArgumentException">An empty segment or a bracket without its partner.</exception>
    public static string[] Split(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var segments = new List<string>();
        int at = 0;
        while (at < path.Length)
        {
            at += path[at] == '.' && segments.Count > 0 ? 1 : 0;
            int end;
            if (path.AsSpan(at).StartsWith("['", StringComparison.Ordinal))
            {
                at += 2;
                end = path.IndexOf("']", at, StringComparison.Ordinal);
                Check(end > at, path);
                segments.Add(path[at..end]);
                at = end + 2;
                Check(at == path.Length || path[at] is '.' or '[', path);
                continue;
            }

            end = path.AsSpan(at).IndexOfAny('.', '[') is >= 0 and int length ? at + length : path.Length;
            Check(end > at, path);
            segments.Add(path[at..end]);
            at = end;
        }

        Check(path[^1] != '.', path);
        return [.. segments];
    }

    /// <summary>A path below another one.</summary>
    public static string Join(string? first, string second) => string.IsNullOrEmpty(first) ? second : second.StartsWith('[') ? first + second : $"{first}.{second}";

    private static void Check(bool ok, string path)
    {
        if (!ok)
        {
            throw new ArgumentException($"'{path}' is no JSON path: names with dots between them, or ['name'], were expected.", nameof(path));
        }
    }

    private void Walk(ref Utf8JsonReader reader, int depth, uint candidates, Span<string?> values)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            uint deeper = 0;
            uint here = 0;
            for (uint rest = candidates; rest != 0; rest &= rest - 1)
            {
                int i = BitOperations.TrailingZeroCount(rest);
                string[] path = _paths[i]!;
                if (reader.ValueTextEquals(path[depth]))
                {
                    here |= path.Length == depth + 1 ? 1u << i : 0;
                    deeper |= path.Length > depth + 1 ? 1u << i : 0;
                }
            }

            reader.Read();
            for (; here != 0; here &= here - 1)
            {
                values[BitOperations.TrailingZeroCount(here)] = Text(ref reader);
            }

            if (deeper != 0 && reader.TokenType == JsonTokenType.StartObject)
            {
                Walk(ref reader, depth + 1, deeper, values);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                return null;
        }
    }
}
