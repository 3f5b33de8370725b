using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MediaOps.Tool.Import.Yaml;

namespace MediaOps.Tool.Import;

/// <summary>A JSON or YAML file that is imported. Its size and depth are checked before anything is made of it.</summary>
internal sealed class JsonSource
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = Limits.Depth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private readonly Func<IEnumerable<string>, IReadOnlyDictionary<string, (int Line, int Column)>> _places;

    private JsonSource(string path, string name, JsonObject root, Func<IEnumerable<string>, IReadOnlyDictionary<string, (int Line, int Column)>> places) =>
        (Path, Name, Root, _places) = (path, name, root, places);

    /// <summary>The full path, beside which other files are looked for.</summary>
    public string Path { get; }

    /// <summary>What the file is called in messages.</summary>
    public string Name { get; }

    /// <summary>What is in the file.</summary>
    public JsonObject Root { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="SourceException">It cannot be opened, is too large, nested too deeply, or no object in JSON or YAML.</exception>
    public static JsonSource Read(string path, string name) => Parse(path, name, SourceFile.Read(path, Limits.FileBytes));

    /// <summary>Reads the text of a file.</summary>
    /// <param name="path">The full path, beside which other files are looked for. Its ending tells the format; where it does not, the text does.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="text">UTF-8 text, with or without a byte order mark.</param>
    /// <exception cref="SourceException">It is too large, nested too deeply, or no object in JSON or YAML.</exception>
    public static JsonSource Parse(string path, string name, byte[] text)
    {
        byte[] plain = text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (plain.Length > Limits.FileBytes)
        {
            throw SourceFile.TooLarge(plain.Length, Limits.FileBytes);
        }

        DemandUtf8(plain);
        return IsYaml(path, plain) ? OfYaml(path, name, plain) : OfJson(path, name, plain);
    }

    /// <summary>The places of members, for those pointers that lead to one.</summary>
    /// <param name="pointers">JSON pointers that begin with <c>#</c>.</param>
    /// <returns>Line and column of each, counted from one. A pointer that leads nowhere has the place of the nearest member above.</returns>
    public IReadOnlyDictionary<string, (int Line, int Column)> Places(IEnumerable<string> pointers) => _places(pointers);

    private static bool IsYaml(string path, ReadOnlySpan<byte> text) => System.IO.Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".YAML" or ".YML" => true,
        ".JSON" => false,
        _ => text.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..],
    };

    private static JsonSource OfJson(string path, string name, byte[] json)
    {
        try
        {
            CheckText(json);
            return JsonNode.Parse(json, documentOptions: Options) is JsonObject root
                ? new JsonSource(path, name, root, pointers => JsonPlaces.Of(json, Options, pointers))
                : throw new SourceException("the file holds JSON, but no object", 1, 1);
        }
        catch (JsonException problem)
        {
            string yaml = json.AsSpan().TrimStart(" \t\r\n"u8) is [not (byte)'{', ..] ? "; if it is YAML, its name has to end in .yaml" : string.Empty;
            string reason = problem.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
            throw new SourceException("the file is not JSON: " + SourceText.Short(reason) + yaml, (int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
        }
    }

    private static JsonSource OfYaml(string path, string name, byte[] text)
    {
        YamlNode root = YamlReader.Read(Encoding.UTF8.GetString(text));
        return JsonNode.Parse(YamlJson.Write(root).Span, documentOptions: Options) is JsonObject members
            ? new JsonSource(path, name, members, pointers => YamlPlaces.Of(root, pointers))
            : throw new SourceException("the file holds YAML, but no object", root.Place.Line, root.Place.Column);
    }

    /// <summary>Bytes that are no text would be met later, where nobody expects them.</summary>
    private static void DemandUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return;
        }

        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int length) == OperationStatus.Done)
        {
            at += length;
        }

        int start = text[..at].LastIndexOf((byte)'\n') + 1;
        throw new SourceException("the file is not UTF-8 text", text[..at].Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(text[start..at]) + 1);
    }

    /// <summary>Escapes of half a character would be met later, where nobody expects them.</summary>
    private static void CheckText(ReadOnlySpan<byte> json)
    {
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
}
