using System.Runtime.InteropServices;

namespace MediaOps.Package.Tests;

/// <summary>What a newcomer meets who installs the tool and has a schema folder.</summary>
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_installs_from_its_package_and_checks_the_schema_folder_of_a_project()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("App");
        await InstallAsync(workspace, "App");

        CommandResult help = (await ToolAsync(workspace, "--help")).Succeeded();
        CommandResult good = (await ToolAsync(workspace, "check")).Succeeded();
        CommandResult picture = (await ToolAsync(workspace, "graph")).Succeeded();
        CommandResult version = (await ToolAsync(workspace, "--version")).Succeeded();
        await workspace.EditAsync("App/schema/studio/Encoder.json", "\"onFailure\": \"Stopped\"", "\"onFailure\": \"Stoped\"");
        CommandResult bad = (await ToolAsync(workspace, "check")).Failed();

        Assert.Contains("mediaops check", help.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", help.Output, StringComparison.Ordinal);
        Assert.Contains("No findings in 2 files of 1 service.", good.Output, StringComparison.Ordinal);
        Assert.Contains("stateDiagram-v2", picture.Output, StringComparison.Ordinal);
        Assert.StartsWith("0.1.0", version.Output, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("Encoder.json(29,121): error MOPS0201: Unknown state 'Stoped'", bad.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', bad.Output);
    }

    [Fact]
    public async Task A_shell_that_asks_the_installed_tool_is_told_what_can_follow()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("App");
        await InstallAsync(workspace, "App");
        const string Line = "mediaops graph --entity E";

        CommandResult names = (await ToolAsync(workspace, $"[suggest:{Line.Length}]", Line)).Succeeded();

        Assert.Equal("Encoder", names.Output.Trim());
    }

    [Fact]
    public async Task A_description_becomes_a_schema_whose_open_rules_are_named_and_with_them_a_client_that_runs()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("Imported");
        await InstallAsync(workspace, "Imported");
        string written = await File.ReadAllTextAsync(workspace.Path("Imported", "Feed.json"), TestContext.Current.CancellationToken);
        File.Delete(workspace.Path("Imported", "Feed.json"));

        CommandResult open = (await ToolInAsync(workspace, "Imported", "import", "openapi", "live.json")).Failed();
        string imported = await File.ReadAllTextAsync(workspace.Path("Imported", "schema", "live", "Feed.json"), TestContext.Current.CancellationToken);
        CommandResult unfinished = (await ToolInAsync(workspace, "Imported", "check")).Failed();
        await File.WriteAllTextAsync(workspace.Path("Imported", "schema", "live", "Feed.json"), written, TestContext.Current.CancellationToken);
        (await ToolInAsync(workspace, "Imported", "check", "--warnaserror")).Succeeded();
        CommandResult run = (await workspace.RunAsync("Imported", "run")).Succeeded();

        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        Assert.Equal(1, open.ExitCode);
        Assert.Contains("error MOPS0208: The action 'Start' does not say in which state it ends.", unfinished.Output, StringComparison.Ordinal);
        Assert.Contains("front door is Idle\nfront door is Active\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // What is shown as written by hand is all that was.
        int states = written.IndexOf("  \"state\":", StringComparison.Ordinal);
        Assert.Equal(imported[..imported.IndexOf("  \"state\":", StringComparison.Ordinal)], written[..states]);
        Assert.Contains("```json\n" + written[written.IndexOf("  \"lifecycle\":", StringComparison.Ordinal)..].TrimEnd().TrimEnd('}').TrimEnd() + "\n```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_imported_with_what_forbids_nothing_builds_at_once()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("Imported");
        await InstallAsync(workspace, "Imported");

        (await ToolInAsync(workspace, "Imported", "import", "openapi", "live.json", "--assume-any-state")).Succeeded();

        (await workspace.RunAsync("Imported", "build")).Succeeded();
    }

    private async Task InstallAsync(ConsumerWorkspace workspace, string project)
        => (await workspace.RunAsync(project, "tool", "install", "MediaOps.Tool", "--version", "0.1.0", "--add-source", feed.Feed, "--tool-path", workspace.Path("tools"))).Succeeded();

    private static Task<CommandResult> ToolAsync(ConsumerWorkspace workspace, params string[] arguments) => ToolInAsync(workspace, "App", arguments);

    private static Task<CommandResult> ToolInAsync(ConsumerWorkspace workspace, string project, params string[] arguments)
    {
        // Where this test's own runtime is, there is one for the tool, wherever the machine has put it.
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_ROOT"] = root };
        string program = workspace.Path("tools", OperatingSystem.IsWindows() ? "mediaops.exe" : "mediaops");
        return DotnetCommand.RunProgramAsync(program, workspace.Path(project), environment, arguments);
    }
}
