namespace MediaOps.Tool.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mediaops-tool-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a file, and the folders that it lies in.</summary>
    public string Write(string relativePath, string text)
    {
        string full = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Copies a service of the repository to <c>schema/</c> here.</summary>
    public void CopyService(string name)
    {
        foreach (string file in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "schema", name)))
        {
            Write("schema/" + name + "/" + System.IO.Path.GetFileName(file), File.ReadAllText(file));
        }
    }
}
