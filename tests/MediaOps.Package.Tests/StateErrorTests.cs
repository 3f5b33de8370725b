using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MediaOps.Package.Tests;

/// <summary>Projects that must not build, because they call what the state forbids: the state analyzer as users get it.</summary>
public sealed class StateErrorTests(PackageFeed feed)
{
    private const string MistakesAreNoErrorsHere = "-p:TreatWarningsAsErrors=false";

    [Fact]
    public async Task A_project_with_its_own_schema_fails_at_exactly_the_calls_that_its_comments_name()
    {
        CommandResult build = (await feed.CopyConsumers("Direct", "Library", "Mistakes").RunAsync("Direct", "build", MistakesAreNoErrorsHere)).Failed();
        Assert.Equal(Expected("Mistakes"), Finding.In(build));
    }

    [Fact]
    public async Task A_project_that_references_the_project_of_a_client_library_fails_at_the_same_calls()
    {
        CommandResult build = (await feed.CopyConsumers("ByProject", "Library", "Mistakes").RunAsync("ByProject", "build", MistakesAreNoErrorsHere)).Failed();
        Assert.Equal(Expected("Mistakes"), Finding.In(build));
    }

    [Fact]
    public async Task A_project_that_references_the_package_of_a_client_library_fails_at_the_same_calls()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("ByPackage", "Library", "Mistakes");
        (await workspace.RunAsync("Library", "pack", "-o", feed.Feed)).Succeeded();

        CommandResult build = (await workspace.RunAsync("ByPackage", "build", MistakesAreNoErrorsHere)).Failed();
        Assert.Equal(Expected("Mistakes"), Finding.In(build));
    }

    [Fact]
    public async Task A_client_that_is_written_by_hand_needs_the_runtime_package_only()
    {
        CommandResult build = (await feed.CopyConsumers("HandWritten").RunAsync("HandWritten", "build")).Failed();
        Assert.Equal(Expected("HandWritten"), Finding.In(build));
    }

    [Fact]
    public async Task An_editorconfig_lowers_errors_raises_hints_and_turns_a_rule_off()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("Direct", "Library", "Mistakes");
        await File.WriteAllTextAsync(
            workspace.Path(".editorconfig"),
            "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-MediaOps.State.severity = warning\ndotnet_diagnostic.MOPS1007.severity = none\n",
            TestContext.Current.CancellationToken);

        CommandResult build = (await workspace.RunAsync("Direct", "build", MistakesAreNoErrorsHere)).Succeeded();
        Assert.Equal(
            Finding.ExpectedIn(Folder("Mistakes")).Where(finding => !finding.EndsWith("MOPS1007", StringComparison.Ordinal))
                .Select(finding => finding.Replace(": error ", ": warning ", StringComparison.Ordinal).Replace(": info ", ": warning ", StringComparison.Ordinal)),
            Finding.In(build));
    }

    [Fact]
    public async Task The_README_shows_the_call_and_what_the_compiler_answers()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        string source = await File.ReadAllTextAsync(Path.Combine(Folder("Mistakes"), "Broadcast.cs"), TestContext.Current.CancellationToken);
        CommandResult build = (await feed.CopyConsumers("Direct", "Library", "Mistakes").RunAsync("Direct", "build", MistakesAreNoErrorsHere)).Failed();

        Assert.Contains($"```csharp\n{source}```\n", readme, StringComparison.Ordinal);
        string answer = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("Broadcast.cs", StringComparison.Ordinal)).Select(WithoutFolders).Distinct(StringComparer.Ordinal));
        Assert.Contains($"```text\n{answer}\n```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtime_package_brings_analyzer_and_fixes_and_no_assembly_asks_for_a_newer_compiler_than_the_floor()
    {
        // A newer one would be dropped with no more than a warning (CS9057), and every state error with it.
        Assert.Equal(["MediaOps.Analyzers", "MediaOps.CodeFixes"], ForTheCompiler("MediaOps.Runtime").Keys);
        Assert.Equal(["MediaOps.Generator", "MediaOps.Schema"], ForTheCompiler("MediaOps.Generator").Keys);
        Assert.All(ForTheCompiler("MediaOps.Runtime").Concat(ForTheCompiler("MediaOps.Generator")), assembly =>
            Assert.All(assembly.Value, compiler => Assert.Equal(new Version(4, 14, 0, 0), compiler.Version)));

        // What the compiler loads must not ask for the editor's assemblies, which a build has not.
        Assert.DoesNotContain(ForTheCompiler("MediaOps.Runtime")["MediaOps.Analyzers"], reference => reference.Name.Contains("Workspaces", StringComparison.Ordinal));
        Assert.Contains(ForTheCompiler("MediaOps.Runtime")["MediaOps.CodeFixes"], reference => reference.Name.Contains("Workspaces", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_repository_a_dropped_analyzer_is_an_error()
    {
        CommandResult told = (await DotnetCommand.RunAsync(
            Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal), "msbuild", "samples/ChannelOperations", "-getProperty:WarningsAsErrors")).Succeeded();
        Assert.Contains("CS9057", told.Output.Split(';', '\n').Select(word => word.Trim()));
    }

    private static string Folder(string consumer) => Path.Combine(AppContext.BaseDirectory, "Consumers", consumer);

    private static string[] Expected(string consumer) => [.. Finding.ExpectedIn(Folder(consumer)).Where(finding => !finding.Contains(": info ", StringComparison.Ordinal))];

    /// <summary>A line of the build as a user sees it who stands in the folder of the file.</summary>
    private static string WithoutFolders(string line) => line[line.IndexOf("Broadcast.cs", StringComparison.Ordinal)..line.LastIndexOf(" [", StringComparison.Ordinal)];

    /// <summary>The assemblies of a package that the compiler loads, and the parts of the compiler that each asks for.</summary>
    private SortedDictionary<string, (string Name, Version Version)[]> ForTheCompiler(string package)
    {
        var found = new SortedDictionary<string, (string Name, Version Version)[]>(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(feed.FileOf(package));
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            using var image = new MemoryStream();
            using (Stream stream = entry.Open())
            {
                stream.CopyTo(image);
            }

            image.Position = 0;
            using var assembly = new PEReader(image);
            MetadataReader metadata = assembly.GetMetadataReader();
            found[Path.GetFileNameWithoutExtension(entry.Name)] =
            [
                .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                    .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version))
                    .Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            ];
        }

        return found;
    }
}
