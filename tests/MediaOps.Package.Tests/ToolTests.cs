using System.Runtime.InteropServices;

namespace MediaOps.Package.Tests;

/// <summary>What a newcomer meets who installs the tool and has a schema folder.</summary>
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_installs_from_its_package_and_checks_the_schema_folder_of_a_project()
    {
        ConsumerWorkspace workspace = feed.CopyConsumers("App");
        (await workspace.RunAsync("App", "tool", "install", "MediaOps.Tool", "--version", "0.1.0", "--add-source", feed.Feed, "--tool-path", workspace.Path("tools"))).Succeeded();

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
        (await workspace.RunAsync("App", "tool", "install", "MediaOps.Tool", "--version", "0.1.0", "--add-source", feed.Feed, "--tool-path", workspace.Path("tools"))).Succeeded();
        const string Line = "mediaops graph --entity E";

        CommandResult names = (await ToolAsync(workspace, $"[suggest:{Line.Length}]", Line)).Succeeded();

        Assert.Equal("Encoder", names.Output.Trim());
    }

    private static Task<CommandResult> ToolAsync(ConsumerWorkspace workspace, params string[] arguments)
    {
        // Where this test's own runtime is, there is one for the tool, wherever the machine has put it.
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_ROOT"] = root };
        string program = workspace.Path("tools", OperatingSystem.IsWindows() ? "mediaops.exe" : "mediaops");
        return DotnetCommand.RunProgramAsync(program, workspace.Path("App"), environment, arguments);
    }
}
