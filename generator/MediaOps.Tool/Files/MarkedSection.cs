namespace MediaOps.Tool;

/// <summary>A part of a Markdown file that a command writes, between two comments that a reader does not see.</summary>
internal static class MarkedSection
{
    /// <summary>The longest document in which a section is looked for.</summary>
    public const int MaxCharacters = 4 * 1024 * 1024;

    /// <summary>The line before the section.</summary>
    public static string Begin(string name) => $"<!-- begin {name} -->";

    /// <summary>The line after the section.</summary>
    public static string End(string name) => $"<!-- end {name} -->";

    /// <summary>The document with another content of the section, or null where it has no such section. The document's line ends are kept.</summary>
    public static string? Replace(string document, string name, string content)
    {
        int begin = document.IndexOf(Begin(name), StringComparison.Ordinal);
        int end = begin < 0 ? -1 : document.IndexOf(End(name), begin, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string newLine = document.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Concat(document.AsSpan(0, begin + Begin(name).Length), newLine + content.ReplaceLineEndings(newLine) + newLine, document.AsSpan(end));
    }
}
