using System.Text.Json;

namespace MediaOps.Tool.Tests.Docs;

public sealed class DocsCommandTests
{
    [Fact]
    public async Task The_documents_in_the_repository_are_up_to_date()
    {
        Run run = await Run.OfAsync("docs", "--output", "docs/entities", "--check");

        Assert.True(run.ExitCode == ExitCode.Success, $"{run.Output}Run: dotnet run --project generator/MediaOps.Tool -- docs --output docs/entities");
    }

    [Fact]
    public async Task A_stale_a_missing_and_a_left_over_document_are_named_and_written_anew()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("medialive");
        await Run.InAsync(folder.Path, "docs", "--output", "out");
        File.AppendAllText(Path.Combine(folder.Path, "out/medialive/Channel.md"), "more\n");
        File.Delete(Path.Combine(folder.Path, "out/medialive/Input.md"));
        File.Move(Path.Combine(folder.Path, "out/medialive/Multiplex.md"), Path.Combine(folder.Path, "out/medialive/Old.md"));
        folder.Write("out/medialive/Own.md", "# Written by a person\n");

        Run check = await Run.InAsync(folder.Path, "docs", "--output", "out", "--check");
        Run write = await Run.InAsync(folder.Path, "docs", "--output", "out");
        Run again = await Run.InAsync(folder.Path, "docs", "--output", "out", "--check");

        Assert.Equal(ExitCode.Findings, check.ExitCode);
        Assert.Equal("out/medialive/Channel.md: stale\nout/medialive/Input.md: stale\nout/medialive/Multiplex.md: stale\nout/medialive/Old.md: left over\n", check.Output);
        Assert.Equal(ExitCode.Success, write.ExitCode);
        Assert.Equal((ExitCode.Success, string.Empty), (again.ExitCode, again.Output));
        Assert.False(File.Exists(Path.Combine(folder.Path, "out/medialive/Old.md")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "out/medialive/Own.md")));
    }

    [Fact]
    public async Task A_checkout_with_other_line_ends_is_not_stale()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("medialive");
        await Run.InAsync(folder.Path, "docs", "--output", "out");
        string path = Path.Combine(folder.Path, "out/medialive/Channel.md");
        File.WriteAllText(path, File.ReadAllText(path).ReplaceLineEndings("\r\n"));

        Assert.Equal(ExitCode.Success, (await Run.InAsync(folder.Path, "docs", "--output", "out", "--check")).ExitCode);
    }

    [Fact]
    public async Task Of_one_entity_only_its_own_document_is_looked_at()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("medialive");
        await Run.InAsync(folder.Path, "docs", "--output", "out");

        Run run = await Run.InAsync(folder.Path, "docs", "--entity", "Channel", "--output", "out", "--check");

        Assert.Equal((ExitCode.Success, string.Empty), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("schema/ams-v2/Channel.json")]
    [InlineData("schema", "--service", "AmsV2", "--entity", "Channel")]
    public async Task One_entity_is_printed(params string[] arguments)
    {
        Run run = await Run.OfAsync(["docs", .. arguments]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(Repository.Read("docs", "entities", "ams-v2", "Channel.md"), run.Output);
    }

    [Fact]
    public async Task An_entity_that_does_not_exist_is_wrong_usage_and_the_others_are_named()
    {
        Run run = await Run.OfAsync("docs", "schema/ams-v2", "--entity", "Chanel");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("AmsV2.Channel", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--waiters", "--output", "out")]
    public async Task Options_that_make_no_sense_together_are_wrong_usage(params string[] options) =>
        Assert.Equal(ExitCode.Usage, (await Run.OfAsync(["docs", .. options])).ExitCode);

    [Fact]
    public async Task A_schema_with_an_error_has_no_document()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("medialive");
        string channel = Repository.Read("schema", "medialive", "Channel.json");
        folder.Write("schema/medialive/Channel.json", channel.Replace("\"via\": \"Starting\"", "\"via\": \"Startin\"", StringComparison.Ordinal));

        Run run = await Run.InAsync(folder.Path, "docs", "--output", "out");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("Startin", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task Waiters_are_told_in_JSON_with_names_that_stay()
    {
        Run run = await Run.OfAsync("docs", "schema/medialive/Channel.json", "--waiters", "--json");

        using var document = JsonDocument.Parse(run.Output);
        JsonElement entity = document.RootElement.GetProperty("entities")[0];
        JsonElement start = entity.GetProperty("waiters").EnumerateArray().Single(waiter => waiter.GetProperty("action").GetString() == "Start");
        JsonElement idle = start.GetProperty("states").EnumerateArray().Single(state => state.GetProperty("wire").GetString() == "IDLE");
        Assert.Equal("Channel", entity.GetProperty("entity").GetString());
        Assert.Equal(10, start.GetProperty("settleSeconds").GetDouble());
        Assert.Equal(("failure", "untilSettledOrMoved", "onFailure"), (idle.GetProperty("verdict").GetString(), idle.GetProperty("patience").GetString(), idle.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Documents_are_told_in_JSON()
    {
        Run run = await Run.OfAsync("docs", "schema/ams-v2", "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["ams-v2/Channel.md", "ams-v2/Program.md", "ams-v2/StreamingEndpoint.md", "README.md"],
            document.RootElement.GetProperty("documents").EnumerateArray().Select(item => item.GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("schema/medialive/Channel.json")]
    [InlineData("schema/ams-v2")]
    [InlineData("schema/livestream")]
    public async Task A_mark_at_a_waiter_is_told_below_its_table(string path)
    {
        Run run = await Run.OfAsync("docs", path, "--waiters");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(run.Output.Split("\n## "), section => Assert.Equal(section.Contains(" † |", StringComparison.Ordinal), section.Contains("- † No source", StringComparison.Ordinal)));
        Assert.Contains("†", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_waiters_of_a_channel_are_a_table()
    {
        Run run = await Run.OfAsync("docs", "schema/medialive/Channel.json", "--waiters");

        Assert.Contains("| Start | `state` | Running | Starting, Recovering | ", run.Output, StringComparison.Ordinal);
        Assert.Contains("any 2xx is the end: Update and RestartPipelines.", run.Output, StringComparison.Ordinal);
    }
}
