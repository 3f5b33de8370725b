using System.Text.RegularExpressions;

namespace MediaOps.Package.Tests;

/// <summary>What a user meets who adds the packages to a project of their own.</summary>
public sealed partial class PackageTests(PackageFeed feed)
{
    [Fact]
    public void The_generator_package_holds_generator_and_schema_library_for_the_compiler_and_nothing_to_reference()
    {
        IReadOnlyList<string> files = feed.FilesOf("MediaOps.Generator");

        Assert.Equal(
            ["MediaOps.Generator.dll", "MediaOps.Schema.dll"],
            files.Where(file => file.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.Contains("build/MediaOps.Generator.targets", files);
        Assert.Contains("buildTransitive/MediaOps.Generator.targets", files);
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_with_a_schema_builds_runs_sees_an_added_member_and_the_place_of_a_mistake()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("App");

        CommandResult run = (await workspace.RunAsync("App", "run")).Succeeded();
        Assert.Contains("front door is Stopped", run.Output, StringComparison.Ordinal);
        Assert.Contains("front door is Running", run.Output, StringComparison.Ordinal);
        Assert.Contains("refused: Running", run.Output, StringComparison.Ordinal);

        await workspace.EditAsync("App/schema/studio/Encoder.json", "\"Bitrate\":", "\"Location\": { \"type\": \"string\" }, \"Bitrate\":");
        await workspace.EditAsync("App/Program.cs", "Bitrate = 4000 }", "Bitrate = 4000, Location = \"roof\" }");
        (await workspace.RunAsync("App", "build")).Succeeded();

        await workspace.EditAsync("App/schema/studio/Encoder.json", "\"via\": \"Starting\"", "\"via\": \"Startin\"");
        CommandResult broken = (await workspace.RunAsync("App", "build")).Failed();
        Assert.Matches(@"Encoder\.json\(\d+,\d+\): error MOPS0201: .*'Startin'.*'Starting'", broken.Output);
        Assert.Contains(
            BrokenLine().Match(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken)).Value,
            broken.Output.Replace('\\', '/'),
            StringComparison.Ordinal);
        Assert.DoesNotContain(".g.cs", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_a_schema_gets_no_warning()
    {
        CommandResult build = (await feed.CopyConsumers("Empty").RunAsync("Empty", "build")).Succeeded();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_project_that_references_a_client_library_keeps_its_own_schema_folder()
    {
        CommandResult build = (await feed.CopyConsumers("App", "Web").RunAsync("Web", "build")).Succeeded();
        Assert.Matches(@"content: .*Thing\.json", build.Output);
        Assert.Contains("claimed: []", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_library_that_references_a_client_library_keeps_its_own_schema_folder()
    {
        CommandResult build = (await feed.CopyConsumers("App", "Plain").RunAsync("Plain", "build")).Succeeded();
        Assert.Matches(@"none: .*Thing\.json", build.Output);
        Assert.Contains("claimed: []", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_below_the_floor_is_told_so_in_words()
    {
        CommandResult build = (await feed.CopyConsumers("App").RunAsync("App", "build", "-p:CompilerApiVersion=roslyn4.8")).Failed();
        Assert.Contains("error MOPS9001", build.Output, StringComparison.Ordinal);
        Assert.Contains("this build uses 4.8", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_kept_private_without_the_runtime_is_warned_about()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("App");
        await workspace.EditAsync("App/App.csproj", "<PackageReference Include=\"MediaOps.Generator\"", "<PackageReference Include=\"MediaOps.Generator\" PrivateAssets=\"all\"");
        CommandResult build = await workspace.RunAsync("App", "build", "-p:TreatWarningsAsErrors=false");
        Assert.Contains("warning MOPS9002", build.Output, StringComparison.Ordinal);
    }

    /// <summary>The example of a mistake in the README.</summary>
    [GeneratedRegex(@"schema/studio/Encoder\.json\(.*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BrokenLine();
}
