using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MediaOps.Tool.Import;

/// <summary>Finds where members stand in a text, in one pass over it.</summary>
internal static class JsonPlaces
{
    private const string Root = "#";

    /// <summary>Line and column of what pointers lead to; of what is not there, those of the nearest member above.</summary>
    public static IReadOnlyDictionary<string, (int Line, int Column)> Of(byte[] text, JsonDocumentOptions options, IEnumerable<string> pointers)
    {
        string[] wanted = [.. pointers.Distinct(StringComparer.Ordinal)];
        var above = new HashSet<string>(wanted.SelectMany(WithAbove), StringComparer.Ordinal);
        Dictionary<string, (int Line, int Column)> found = Find(text, options, above);
        return wanted.ToDictionary(
            pointer => pointer,
            pointer => WithAbove(pointer).Where(found.ContainsKey).Select(nearest => found[nearest]).FirstOrDefault(),
            StringComparer.Ordinal);
    }

    /// <summary>A pointer and those above it, the nearest first.</summary>
    private static IEnumerable<string> WithAbove(string pointer)
    {
        for (int end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            yield return pointer[..end];
        }
    }

    private static Dictionary<string, (int Line, int Column)> Find(byte[] text, JsonDocumentOptions options, HashSet<string> wanted)
    {
        var found = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal) { [Root] = (1, 1) };
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = options.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var lines = new Lines(text);
        var open = new Stack<(string Pointer, int Next)>();
        string at = Root;
        while (found.Count <= wanted.Count && reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            bool isName = reader.TokenType == JsonTokenType.PropertyName;
            if (isName)
            {
                at = open.Peek().Pointer + "/" + (NameOf(ref reader) ?? string.Empty).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            }
            else if (open.TryPeek(out (string Pointer, int Next) list) && list.Next >= 0)
            {
                at = list.Pointer + "/" + list.Next.ToString(CultureInfo.InvariantCulture);
                open.Pop();
                open.Push((list.Pointer, list.Next + 1));
            }

            if (!wanted.Contains(at))
            {
                reader.Skip();
            }
            else if (!found.ContainsKey(at))
            {
                found.Add(at, lines.PlaceOf((int)reader.TokenStartIndex));
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((at, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return found;
    }

    /// <summary>The name of a member; null where it holds half a surrogate pair, to which no pointer leads.</summary>
    private static string? NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Counts lines on the way through a text.</summary>
    private struct Lines(byte[] text)
    {
        private int _seen;
        private int _start;
        private int _line;

        public (int Line, int Column) PlaceOf(int offset)
        {
            for (; _seen < offset; _seen++)
            {
                if (text[_seen] == '\n')
                {
                    _line++;
                    _start = _seen + 1;
                }
            }

            return (_line + 1, Encoding.UTF8.GetCharCount(text, _start, offset - _start) + 1);
        }
    }
}
