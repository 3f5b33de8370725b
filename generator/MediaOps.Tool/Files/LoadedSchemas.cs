using MediaOps.Schema;

namespace MediaOps.Tool;

/// <summary>Schemas from disk, with everything that is wrong with them.</summary>
/// <param name="Services">The services by name, those beside a named file too.</param>
/// <param name="Files">The paths of the files that were asked for, as they are printed.</param>
/// <param name="Findings">What is wrong with these files, by path and place.</param>
/// <param name="IsComplete">Whether every file could be read.</param>
internal sealed record LoadedSchemas(IReadOnlyList<SchemaService> Services, IReadOnlyList<string> Files, IReadOnlyList<Finding> Findings, bool IsComplete)
{
    /// <summary>What the schema library reads of one file.</summary>
    public const int MaxCharacters = 1024 * 1024;

    /// <summary>What is read in all, so that memory has a bound whatever the disk holds.</summary>
    private const long MaxTotal = 64L * MaxCharacters;

    /// <summary>Reads the schemas that paths stand for.</summary>
    /// <param name="paths">Folders of services, folders of a service, files; none stands for <c>schema</c>.</param>
    /// <param name="workingDirectory">What the paths are relative to, and what is printed is relative to.</param>
    /// <exception cref="ToolException">A path leads to no schema, or to far too many.</exception>
    public static LoadedSchemas Load(IReadOnlyList<string> paths, string workingDirectory)
    {
        var files = new SortedDictionary<string, TextFile>(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (string path in paths.Count > 0 ? paths : [SchemaFolders.Usual])
        {
            string full = Path.GetFullPath(path, workingDirectory);
            foreach (string file in SchemaFolders.Find(path, workingDirectory))
            {
                string shown = Path.GetRelativePath(workingDirectory, file);
                if (!files.ContainsKey(file))
                {
                    TextFile text = TextFile.Read(file, shown, MaxCharacters);
                    total += text.Text?.Length ?? 0;
                    files.Add(file, total <= MaxTotal ? text : throw ToolException.Unreadable($"The schema files in '{path}' are over {MaxTotal / MaxCharacters} MB together. Name the folder of one service."));
                }

                if (Directory.Exists(full) || string.Equals(file, full, StringComparison.Ordinal))
                {
                    wanted.Add(shown);
                }
            }
        }

        SchemaSet set = SchemaSet.Load(files.Values.Where(file => file.Text is not null).Select(file => (file.Path, file.Text!)));
        return new LoadedSchemas(
            set.Services,
            [.. files.Values.Select(file => file.Path).Where(wanted.Contains)],
            [.. set.Findings.Concat(files.Values.Where(file => file.Text is null).Select(Unreadable)).Where(finding => wanted.Contains(finding.File)).OrderBy(finding => finding.File, StringComparer.Ordinal)],
            files.Values.All(file => file.Text is not null || !wanted.Contains(file.Path)));
    }

    private static Finding Unreadable(TextFile file) => new(Rules.NotJson.Id, Rules.NotJson.Severity, Rules.NotJson.Format(file.Problem!), file.Path, default, string.Empty);
}
