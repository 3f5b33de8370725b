namespace MediaOps.Tool.Graph;

/// <summary>Where a picture goes.</summary>
/// <param name="terminal">Where answers go.</param>
/// <param name="check">Whether files are compared in place of written.</param>
/// <param name="json">Whether the answer is to be one JSON document.</param>
internal sealed class GraphTarget(Terminal terminal, bool check, bool json)
{
    /// <summary>Writes it as the answer; as JSON, what it shows.</summary>
    public int Answer(StateGraph graph, string text)
    {
        if (json)
        {
            terminal.Json(graph);
        }
        else
        {
            terminal.Document(text);
        }

        return ExitCode.Success;
    }

    /// <summary>Makes it a file of its own.</summary>
    public int Write(string path, string text)
    {
        string full = Path.GetFullPath(path, terminal.WorkingDirectory);
        return Settle(path, full, File.Exists(full) ? Read(full, path) : null, text);
    }

    /// <summary>Replaces what stands between its markers in a Markdown file.</summary>
    public int Update(string path, StateGraph graph, string text)
    {
        string full = Path.GetFullPath(path, terminal.WorkingDirectory);
        string old = File.Exists(full) ? Read(full, path) : throw ToolException.Usage($"There is no file '{path}'.");
        string name = $"mediaops graph {graph.Service}.{graph.Entity}";
        string @new = MarkedSection.Replace(old, name, "```mermaid\n" + text + "```")
            ?? throw ToolException.Usage($"'{path}' has no place for the picture. Add the two lines '{MarkedSection.Begin(name)}' and '{MarkedSection.End(name)}' where it is to stand.");
        return Settle(path, full, old, @new);
    }

    private int Settle(string path, string full, string? old, string @new)
    {
        bool stale = !string.Equals(old, @new, StringComparison.Ordinal);
        if (stale && !check)
        {
            File.WriteAllText(full, @new);
        }

        if (json)
        {
            terminal.Json(new GraphFile(path, stale, stale && !check));
        }
        else
        {
            terminal.Talk(!stale ? $"'{path}' is up to date." : check ? $"'{path}' is stale. The same command without --check renews it." : $"Wrote '{path}'.");
        }

        return stale && check ? ExitCode.Findings : ExitCode.Success;
    }

    private static string Read(string full, string path) =>
        TextFile.Read(full, path, MarkedSection.MaxCharacters) is { Text: { } text } && text.Length <= MarkedSection.MaxCharacters
            ? text
            : throw ToolException.Unreadable($"'{path}' cannot be read, or is longer than any document.");
}

/// <summary>What became of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Stale">Whether it was not what it should be.</param>
/// <param name="Written">Whether it has been written.</param>
internal sealed record GraphFile(string File, bool Stale, bool Written);
