using System.Text.Json;

namespace MediaOps.Tool.Tests.Import.Botocore;

public sealed class BotocoreCommandTests
{
    [Fact]
    public async Task A_folder_becomes_schema_files_and_each_gap_has_line_and_column()
    {
        using TemporaryFolder folder = Studio();

        Run run = await Run.InAsync(folder.Path, "import", "botocore", "model", "--json");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["schema/studio/service.json", "schema/studio/Account.json", "schema/studio/Batch.json", "schema/studio/Encoder.json", "schema/studio/Tags.json", "schema/studio/Take.json"], Texts("files"));
        Assert.All(report.GetProperty("gaps").EnumerateArray(), gap => Assert.True(gap.GetProperty("line").GetInt32() > 0, gap.ToString()));
        JsonElement start = report.GetProperty("gaps").EnumerateArray().Single(gap => gap.GetProperty("pointer").GetString() == "#/operations/StartEncoder");
        Assert.Equal("model/service-2.json", start.GetProperty("file").GetString());
        Assert.Equal(LineOf(Miniatures.Studio, "\"StartEncoder\": {"), start.GetProperty("line").GetInt32());
        Assert.Equal(5, start.GetProperty("column").GetInt32());

        IEnumerable<string> Texts(string name) => report.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
    }

    [Fact]
    public async Task With_assumptions_the_command_succeeds_and_the_check_agrees()
    {
        using TemporaryFolder folder = Studio();

        Run import = await Run.InAsync(folder.Path, "import", "botocore", "model", "--assume-any-state", "--service", "Encoding", "--namespace", "Example.Encoding");
        Run check = await Run.InAsync(folder.Path, "check", "schema");

        Assert.Equal((ExitCode.Success, ExitCode.Success), (import.ExitCode, check.ExitCode));
        Assert.Contains("\"namespace\": \"Example.Encoding\"", await File.ReadAllTextAsync(Path.Combine(folder.Path, "schema", "encoding", "service.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_model_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();

        Run run = await Run.InAsync(folder.Path, "import", "botocore", ".");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("service-2.json", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"metadata\": {\n", "service-2.json(3,1)")]
    [InlineData("[]", "service-2.json(1,1)")]
    [InlineData("{\n \"metadata\": {\n  \"protocol\": \"query\" } }", "service-2.json(3,3)")]
    [InlineData("{ \"shapes\": {} }", "service-2.json(1,1)")]
    public async Task What_is_no_model_is_unreadable_and_says_where(string text, string place)
    {
        using var folder = new TemporaryFolder();
        folder.Write("model/service-2.json", text);

        Run run = await Run.InAsync(folder.Path, "import", "botocore", "model");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "schema")));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("model/service-2.json", "{}");
        using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(100 * 1024 * 1024);
        }

        Run run = await Run.InAsync(folder.Path, "import", "botocore", "model");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("100 MB", run.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Studio()
    {
        var folder = new TemporaryFolder();
        folder.Write("model/service-2.json", Miniatures.Studio);
        folder.Write("model/waiters-2.json", Miniatures.StudioWaiters);
        folder.Write("model/paginators-1.json", Miniatures.StudioPaginators);
        return folder;
    }

    private static int LineOf(string text, string part) => text[..text.IndexOf(part, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
