using System.Text.Json;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>A file of a model.</summary>
internal sealed class ModelFile
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Limits.Depth };

    private readonly byte[] _text;

    /// <summary>A file that was read.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="text">UTF-8 text, with or without a byte order mark.</param>
    public ModelFile(string name, byte[] text)
    {
        Name = name;
        _text = text is [0xEF, 0xBB, 0xBF, ..] ? text[3..] : text;
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="SourceException">It cannot be opened, or is too large.</exception>
    public static ModelFile Read(string path, string name) => new(name, SourceFile.Read(path, Limits.FileBytes));

    /// <summary>What is in the file; null where that is no JSON object, which is a gap.</summary>
    public JsonDocument? Parse(Gaps gaps)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(_text, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            gaps.Add(GapRules.Unreadable, new Origin(Name, "#", 1, 1), "it is no JSON object");
        }
        catch (JsonException problem)
        {
            gaps.Add(GapRules.Unreadable, new Origin(Name, string.Empty, (int)(problem.LineNumber ?? 0) + 1, (int)(problem.BytePositionInLine ?? 0) + 1), "it is no JSON");
        }

        return null;
    }

    /// <summary>Line and column of what pointers lead to.</summary>
    public IReadOnlyDictionary<string, (int Line, int Column)> Places(IEnumerable<string> pointers) => JsonPlaces.Of(_text, Options, pointers);
}

/// <summary>The files of a model: operations and shapes, and where they are there, waiters and paginators.</summary>
internal sealed record ModelFiles(ModelFile Service, ModelFile? Waiters, ModelFile? Paginators)
{
    /// <summary>The name of the file that every model has.</summary>
    public const string ServiceName = "service-2.json";

    private const string WaitersName = "waiters-2.json";
    private const string PaginatorsName = "paginators-1.json";

    /// <summary>Reads the files of a folder.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="name">What the folder is called in messages.</param>
    /// <exception cref="SourceException">A file cannot be opened, or is too large.</exception>
    public static ModelFiles Read(string folder, string name)
    {
        return new ModelFiles(File(ServiceName)!, File(WaitersName), File(PaginatorsName));

        ModelFile? File(string file) =>
            file == ServiceName || System.IO.File.Exists(Path.Combine(folder, file)) ? ModelFile.Read(Path.Combine(folder, file), name + "/" + file) : null;
    }

    /// <summary>Line and column of what pointers into one of the files lead to.</summary>
    public IReadOnlyDictionary<string, (int Line, int Column)> Places(string file, IEnumerable<string> pointers) =>
        new[] { Service, Waiters, Paginators }.FirstOrDefault(candidate => candidate?.Name == file)?.Places(pointers) ?? new Dictionary<string, (int, int)>(StringComparer.Ordinal);
}
