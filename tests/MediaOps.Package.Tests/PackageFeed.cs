[assembly: AssemblyFixture(typeof(MediaOps.Package.Tests.PackageFeed))]

namespace MediaOps.Package.Tests;

/// <summary>Packs the repository once into a folder, and gives each test a fresh project beside it.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string[] Packages =
    [
        "generator/MediaOps.Package", "generator/MediaOps.Schema", "generator/MediaOps.Tool", "runtime/MediaOps.Runtime", "runtime/MediaOps.Emulator",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("mediaops-packages-").FullName;

    /// <summary>The folder of packages that all consumers restore from.</summary>
    internal string Feed => Path.Combine(_root, "feed");

    public async ValueTask InitializeAsync()
    {
        foreach (string project in Packages)
        {
            (await DotnetCommand.RunAsync(Repository.Root, Clean, "pack", project, "--no-build", "-c", Repository.Configuration, "-o", Feed)).Succeeded();
        }

        // A packages folder of its own: the version is the same at every run, and a cached copy of it would be tested instead.
        // What others publish is taken from the usual folder, unless that has ours too: it would go before the feed.
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(_root, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{UsualPackages()}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A package of this repository.</summary>
    internal string FileOf(string package) => Assert.Single(Directory.GetFiles(Feed, package + ".0.*.nupkg"));

    /// <summary>The files of a package by their path in it.</summary>
    internal IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(FileOf(package));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Copies consumers into a new folder outside the repository.</summary>
    internal ConsumerWorkspace CopyConsumers(params string[] names)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N")[..8])).FullName;
        foreach (string name in names)
        {
            CopyFolder(Path.Combine(AppContext.BaseDirectory, "Consumers", name), Path.Combine(folder, name));
        }

        return new ConsumerWorkspace(folder);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static IReadOnlyDictionary<string, string> Clean { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static string UsualPackages()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "mediaops.*").Any() ? "" : folder;
    }
}

/// <summary>A folder with copied projects.</summary>
internal sealed class ConsumerWorkspace(string folder)
{
    public string Path(params string[] parts) => System.IO.Path.Combine([folder, .. parts]);

    public Task<CommandResult> RunAsync(string project, params string[] arguments) => DotnetCommand.RunAsync(Path(project), new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public async Task EditAsync(string file, string old, string replacement)
    {
        string text = await File.ReadAllTextAsync(Path(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
