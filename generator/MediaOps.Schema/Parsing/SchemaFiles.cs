using System;

namespace MediaOps.Schema;

/// <summary>What a file of a schema folder is, as its name tells.</summary>
public enum FileKind
{
    /// <summary>Nothing of ours: not JSON, or a JSON Schema.</summary>
    None = 0,

    /// <summary><c>service.json</c>.</summary>
    Service = 1,

    /// <summary>Every other <c>*.json</c>: an entity, if its folder has a service.</summary>
    Entity = 2,
}

/// <summary>Reads paths of schema files. Both separators count, whatever the system.</summary>
public static class SchemaFiles
{
    /// <summary>The name of the file that describes a service.</summary>
    public const string ServiceFileName = "service.json";

    /// <summary>What the file is.</summary>
    public static FileKind KindOf(string path)
    {
        string name = path.Substring(LastSeparator(path) + 1);
        if (string.Equals(name, ServiceFileName, StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Service;
        }

        bool entity = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);
        return entity ? FileKind.Entity : FileKind.None;
    }

    /// <summary>The full folder of a file with <c>/</c> as separator: files of one folder belong together.</summary>
    public static string FolderOf(string path) => LastSeparator(path) is var end and >= 0 ? path.Substring(0, end).Replace('\\', '/') : string.Empty;

    private static int LastSeparator(string path) => path.LastIndexOfAny(['/', '\\']);
}
