namespace MediaOps.Schema.Tests;

/// <summary>The repository's schema files, and small ones made for one test.</summary>
internal static class Files
{
    /// <summary>The folder of schema files beside the tests.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "schema");

    /// <summary>Path and text of every file of a service's folder, paths relative to the root.</summary>
    public static (string Path, string Text)[] OfService(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.json")
            .Select(file => ($"schema/{folder}/{Path.GetFileName(file)}", File.ReadAllText(file))),
    ];

    /// <summary>The text of one file.</summary>
    public static string Text(string folder, string name) => File.ReadAllText(Path.Combine(Root, folder, name));
}
