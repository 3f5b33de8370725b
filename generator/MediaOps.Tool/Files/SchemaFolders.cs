using MediaOps.Schema;

namespace MediaOps.Tool;

/// <summary>Finds schema files on disk as the targets of the package do: <c>schema/*/*.json</c>, but for <c>*.schema.json</c>.</summary>
internal static class SchemaFolders
{
    /// <summary>The folder that is looked at where none is named.</summary>
    public const string Usual = "schema";

    /// <summary>More files than any project has; beyond this a wrong folder was named.</summary>
    private const int MaxFiles = 20_000;

    private static readonly EnumerationOptions OneLevel = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>The schema files that a path stands for, by full path: those of a folder of services, of a service's folder, or a file with the others of its folder.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="workingDirectory">What the path is relative to.</param>
    /// <exception cref="ToolException">There is nothing at the path, or no schema file.</exception>
    public static IReadOnlyList<string> Find(string path, string workingDirectory)
    {
        string full = Path.GetFullPath(path, workingDirectory);
        if (File.Exists(full))
        {
            return SchemaFiles.KindOf(full) == FileKind.None
                ? throw ToolException.Usage($"'{path}' is not a schema file: those are service.json and one .json file for each entity.")
                : FilesOf([Path.GetDirectoryName(full)!]);
        }

        if (!Directory.Exists(full))
        {
            throw ToolException.Usage($"There is no file or folder '{path}'. Name a folder of services, the folder of a service or a schema file.");
        }

        string[] files = FilesOf([full]);
        if (!files.Any(file => SchemaFiles.KindOf(file) == FileKind.Service) && FilesOf(Directory.EnumerateDirectories(full, "*", OneLevel)) is { Length: > 0 } below)
        {
            return below;
        }

        return files.Length > 0 ? files : throw ToolException.Usage($"There are no schema files in '{path}': a service is a folder with service.json and one .json file for each entity.");
    }

    private static string[] FilesOf(IEnumerable<string> folders)
    {
        string[] files = [.. folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", OneLevel))
            .Where(file => SchemaFiles.KindOf(file) != FileKind.None)
            .Take(MaxFiles + 1)];
        if (files.Length > MaxFiles)
        {
            throw ToolException.Unreadable($"There are more than {MaxFiles} schema files here. Name the folder of one service.");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
