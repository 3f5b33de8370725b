using MediaOps.Tool.Docs.Pages;

namespace MediaOps.Tool.Docs;

/// <summary>A folder of documents on disk: written, or held against what they would be.</summary>
/// <param name="folder">The folder, as it was named.</param>
/// <param name="terminal">Where the answer goes.</param>
internal sealed class DocumentFolder(string folder, Terminal terminal)
{
    private readonly string _root = Path.GetFullPath(folder, terminal.WorkingDirectory);

    /// <summary>Brings the folder up to date, or only says what is not.</summary>
    /// <param name="selection">What it should hold.</param>
    /// <param name="isCheck">Whether to leave it as it is and fail where it is not up to date.</param>
    /// <param name="json">Whether to answer in JSON.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Update(DocumentSet selection, bool isCheck, bool json)
    {
        string[] stale = [.. selection.Documents.Where(IsStale).Select(document => document.Path)];
        string[] leftOver = selection.IsWhole ? [.. LeftOver(selection)] : [];
        if (!isCheck)
        {
            Write(selection.Documents.Where(document => stale.Contains(document.Path, StringComparer.Ordinal)));
            Array.ForEach(leftOver, path => File.Delete(Full(path)));
        }

        if (json)
        {
            terminal.Json(new { stale = stale.Select(Shown), leftOver = leftOver.Select(Shown), written = !isCheck });
        }
        else
        {
            Tell(stale, isCheck ? "stale" : "written");
            Tell(leftOver, isCheck ? "left over" : "removed");
            int all = selection.Documents.Count;
            terminal.Talk(stale.Length + leftOver.Length == 0 ? $"{all} documents are up to date." : isCheck ? "Run the same command without --check." : $"{all} documents are up to date now.");
        }

        return isCheck && stale.Length + leftOver.Length > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static void Create(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Write(IEnumerable<Document> documents)
    {
        foreach (Document document in documents)
        {
            Create(Full(document.Path), document.Text);
        }
    }

    private void Tell(IEnumerable<string> paths, string what)
    {
        foreach (string path in paths)
        {
            terminal.Answer($"{Shown(path)}: {what}");
        }
    }

    private bool IsStale(Document document)
    {
        string path = Full(document.Path);

        // Twice the length: a checkout may have put a second character to each line end.
        return !File.Exists(path) || TextFile.Read(path, path, document.Text.Length * 2).Text?.ReplaceLineEndings("\n") != document.Text;
    }

    /// <summary>Documents of ours that nothing stands behind any more. What people wrote themselves lacks our line and is left alone.</summary>
    private IEnumerable<string> LeftOver(DocumentSet selection)
    {
        if (!Directory.Exists(_root))
        {
            return [];
        }

        HashSet<string> known = [.. selection.Documents.Select(document => Full(document.Path))];
        return Directory.EnumerateFiles(_root, "*.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Where(path => !known.Contains(path) && TextFile.Read(path, path, 1024).Text?.Contains(EntityPage.Marker, StringComparison.Ordinal) == true)
            .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private string Full(string path) => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));

    private string Shown(string path) => Path.GetRelativePath(terminal.WorkingDirectory, Full(path)).Replace('\\', '/');
}
