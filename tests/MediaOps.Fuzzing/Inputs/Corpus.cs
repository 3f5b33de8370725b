namespace MediaOps.Fuzzing.Inputs;

/// <summary>Texts that were seen, or could be, kept in files.</summary>
internal static class Corpus
{
    /// <summary>One text a line; <c>\r</c>, <c>\n</c>, <c>\t</c> and <c>\0</c> stand for what they do in C#.</summary>
    public static string[] Lines(string name) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", name))
            .Select(static line => line.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal)),
    ];

    /// <summary>Texts of several lines, with a line of <c>----</c> between them.</summary>
    public static string[] Blocks(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", name)).ReplaceLineEndings("\n").Split("\n----\n");

    /// <summary>The descriptions of the tool's own tests.</summary>
    public static string[] Descriptions(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Descriptions"), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The files of each service of the repository.</summary>
    public static IReadOnlyList<(string Path, string Text)[]> Schemas { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "schema"))
            .Order(StringComparer.Ordinal)
            .Select(folder => Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file))).ToArray()),
    ];
}
