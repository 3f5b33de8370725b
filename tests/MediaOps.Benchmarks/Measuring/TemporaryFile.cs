namespace MediaOps.Benchmarks.Measuring;

/// <summary>A file for as long as something is measured.</summary>
internal sealed class TemporaryFile : IDisposable
{
    /// <summary>Writes it.</summary>
    public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("mediaops-benchmark").FullName, "Media.AzureV2.dll");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
