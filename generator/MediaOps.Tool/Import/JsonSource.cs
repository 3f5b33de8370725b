using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MediaOps.Tool.Import;

/// <summary>A JSON file that is imported. Its size and depth are checked before anything is made of it.</summary>
internal sealed class JsonSource
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = Limits.Depth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private readonly byte[] _text;

    private JsonSource(string path, string name, byte[] text, JsonObject root) => (Path, Name, _text, Root) = (path, name, text, root);

    /// <summary>The full path, beside which other files are looked for.</summary>
    public string Path { get; }

    /// <summary>What the file is called in messages.</summary>
    public string Name { get; }

    /// <summary>What is in the file.</summary>
    public JsonObject Root { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="SourceException">It is too large, nested too deeply, or no JSON object.</exception>
    public static JsonSource Read(string path, string name)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new SourceException("there is no such file");
        }

        return file.Length > Limits.FileBytes ? throw TooLarge(file.Length) : Parse(path, name, File.ReadAllBytes(path));
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="path">The full path, beside which other files are looked for.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="text">UTF-8 text, with or without a byte order mark.</param>
    /// <exception cref="SourceException">It is too large, nested too deeply, or no JSON object.</exception>
    public static JsonSource Parse(string path, string name, byte[] text)
    {
        ReadOnlyMemory<byte> json = text.AsMemory(text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        if (json.Length > Limits.FileBytes)
        {
            throw TooLarge(json.Length);
        }

        try
        {
            CheckText(json.Span);
            return JsonNode.Parse(json.Span, documentOptions: Options) is JsonObject root
                ? new JsonSource(path, name, json.ToArray(), root)
                : throw new SourceException("the file holds JSON, but no object", 1, 1);
        }
        catch (JsonException problem)
        {
            string yaml = json.Span.TrimStart(" \t\r\n"u8) is [not (byte)'{', ..] ? "; YAML is not read, convert the file to JSON first" : string.Empty;
            string reason = problem.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
            throw new SourceException("the file is not JSON: " + SourceText.Short(reason) + yaml, (int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
        }
    }

    /// <summary>The places of members, for those pointers that lead to one.</summary>
    /// <param name="pointers">JSON pointers that begin with <c>#</c>.</param>
    /// <returns>Line and column of each, counted from one. A pointer that leads nowhere has the place of the nearest member above.</returns>
    public IReadOnlyDictionary<string, (int Line, int Column)> Places(IEnumerable<string> pointers) => JsonPlaces.Of(_text, Options, pointers);

    /// <summary>Bytes that are no UTF-8, and escapes of half a character, would be met later, where nobody expects them.</summary>
    private static void CheckText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new SourceException("the file is not UTF-8 text");
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Limits.Depth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
            {
                int line = json[..(int)reader.TokenStartIndex].Count((byte)'\n');
                throw new SourceException("a text holds half of a character", line + 1, (int)reader.TokenStartIndex - json[..(int)reader.TokenStartIndex].LastIndexOf((byte)'\n'));
            }
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static SourceException TooLarge(long length) =>
        new($"the file has {length / (1024 * 1024)} MB, and at most {Limits.FileBytes / (1024 * 1024)} MB are read; import a part of it");
}
