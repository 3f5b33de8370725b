using System.Text.Json.Nodes;

namespace MediaOps.Tool.Tests.Import;

public sealed class CommandTests
{
    [Fact]
    public async Task Files_are_written_once_and_over_others_only_by_force()
    {
        using var folder = new TemporaryFolder();
        folder.Write("media.json", Imported.Text("transcoder.json"));

        Run first = await Run.InAsync(folder.Path, "import", "openapi", "media.json", "--assume-any-state", "--service", "Media", "--namespace", "Example.Media");
        Run second = await Run.InAsync(folder.Path, "import", "openapi", "media.json", "--assume-any-state", "--service", "Media");
        Run third = await Run.InAsync(folder.Path, "import", "openapi", "media.json", "--assume-any-state", "--service", "Media", "--force");

        Assert.Equal((ExitCode.Success, ExitCode.Usage, ExitCode.Success), (first.ExitCode, second.ExitCode, third.ExitCode));
        Assert.Equal("schema/media/service.json\nschema/media/Job.json\nschema/media/Presets.json\n", first.Output);
        Assert.Contains("media.json(", first.Error, StringComparison.Ordinal);
        Assert.Contains("--force", second.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await Run.InAsync(folder.Path, "check", "--warnaserror")).ExitCode);
    }

    [Fact]
    public async Task Open_rules_are_told_in_Json_with_their_places_and_end_with_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("studio.json", Imported.Text("resource-manager.json"));

        Run run = await Run.InAsync(folder.Path, "import", "openapi", "studio.json", "--json");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        JsonNode report = JsonNode.Parse(run.Output)!;
        JsonNode gap = report["gaps"]!.AsArray().First(gap => (string?)gap!["id"] == "MOPS2001")!;
        Assert.Equal(("error", "studio.json"), ((string?)gap["severity"], (string?)gap["file"]));
        Assert.True((int)gap["line"]! > 1);
        Assert.Empty(report["errors"]!.AsArray());
        Assert.True((int)report["open"]! > 0);
        Assert.Equal(5, (int)report["counts"]!["longRunning"]!);
    }

    [Theory]
    [InlineData("none.json", ExitCode.Usage, "there is no file")]
    [InlineData("bad.json", ExitCode.Unreadable, "bad.json(1,1): the file is not JSON")]
    public async Task What_cannot_be_read_is_named(string file, int code, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.json", "swagger: '2.0'");

        Run run = await Run.InAsync(folder.Path, "import", "openapi", file);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
