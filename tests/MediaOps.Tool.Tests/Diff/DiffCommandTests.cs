using System.Text.Json;

namespace MediaOps.Tool.Tests.Diff;

public sealed class DiffCommandTests
{
    private const string Stop = "\"from\": [\"Running\", \"Recovering\"], \"via\": \"Stopping\"";

    [Fact]
    public async Task Schemas_that_are_the_same_have_no_changes()
    {
        Run run = await Run.OfAsync("diff", "schema", "schema");

        Assert.Equal((ExitCode.Success, string.Empty, "Nothing changed.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_breaking_change_is_told_at_its_place_and_fails()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"Start\": {", "\"Begin\": {"), ("\"from\": \"Idle\", \"via\": \"Starting\"", "\"from\": [\"Idle\", \"UpdateFailed\"], \"via\": \"Starting\""));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("old/Channel.json(103,5): breaking-source: The action Start of Channel is gone. Programs that call it do not compile.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("new/Channel.json(103,5): compatible: The action Begin of Channel is new. ", run.Output, StringComparison.Ordinal);
        Assert.Equal("Changes: 1 breaking-source, 1 compatible.\n", run.Error);
    }

    [Fact]
    public async Task A_compatible_change_does_not_fail()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"from\": \"Idle\", \"via\": \"Starting\"", "\"from\": [\"Idle\", \"UpdateFailed\"], \"via\": \"Starting\""));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("new/Channel.json(106,7): compatible: 'from' of the action Start of Channel gained 'UpdateFailed'. It is allowed in more states.\n", run.Output);
    }

    [Fact]
    public async Task Breaking_changes_can_be_allowed()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"Start\": {", "\"Begin\": {"));

        Assert.Equal(ExitCode.Success, (await Run.InAsync(folder.Path, "diff", "old", "new", "--allow-breaking")).ExitCode);
    }

    [Fact]
    public async Task A_rule_that_is_only_inferred_breaks_no_source()
    {
        using TemporaryFolder folder = Edited("Channel.json", (Stop, "\"from\": \"Running\", \"via\": \"Stopping\""));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new");

        Assert.Contains("breaking-behaviour: 'from' of the action Stop of Channel lost 'Recovering'. A call elsewhere is a warning", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_file_only_its_own_changes_are_told()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"Start\": {", "\"Begin\": {"));
        folder.Write("new/service.json", Repository.Read("schema", "medialive", "service.json").Replace("2017-10-14", "2027-10-14", StringComparison.Ordinal));

        Run channel = await Run.InAsync(folder.Path, "diff", "old/Channel.json", "new/Channel.json", "--json");
        Run service = await Run.InAsync(folder.Path, "diff", "old/service.json", "new/service.json");

        using var document = JsonDocument.Parse(channel.Output);
        Assert.Equal(["Channel", "Channel"], document.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("entity").GetString()));
        Assert.Equal(1, document.RootElement.GetProperty("breaking").GetInt32());
        Assert.Contains("'version' of the service MediaLive was '2017-10-14' and is '2027-10-14'.", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Begin", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_shows_what_is_gone_in_the_new_file()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"Start\": {", "\"Begin\": {"));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new", "--format", "github");

        Assert.Matches("^::error file=new/Channel.json,line=[0-9]+,col=[0-9]+,title=breaking-source::The action Start of Channel is gone.", run.Output);
    }

    [Fact]
    public async Task Markdown_has_a_part_for_each_kind()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"Start\": {", "\"Begin\": {"));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new", "--format", "markdown");

        Assert.Contains("## Breaking: programs do not compile\n\n| Where | What | What it means |", run.Output, StringComparison.Ordinal);
        Assert.Contains("## Compatible\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_with_an_error_is_not_compared()
    {
        using TemporaryFolder folder = Edited("Channel.json", ("\"via\": \"Starting\"", "\"via\": \"Startin\""));

        Run run = await Run.InAsync(folder.Path, "diff", "old", "new");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Startin", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_without_its_service_is_wrong_usage()
    {
        using TemporaryFolder folder = Edited("Channel.json");
        folder.Write("lonely/Channel.json", Repository.Read("schema", "medialive", "Channel.json").Replace("\"$schema\": \"../language/entity.schema.json\",", string.Empty, StringComparison.Ordinal));

        Run run = await Run.InAsync(folder.Path, "diff", "lonely/Channel.json", "new/Channel.json");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("service.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage() => Assert.Equal(ExitCode.Usage, (await Run.OfAsync("diff", "schema", "nowhere")).ExitCode);

    private static TemporaryFolder Edited(string file, params (string Part, string Other)[] edits)
    {
        var folder = new TemporaryFolder();
        foreach (string name in (string[])["service.json", "Channel.json"])
        {
            string text = Repository.Read("schema", "medialive", name);
            folder.Write("old/" + name, text);
            foreach ((string part, string other) in name == file ? edits : [])
            {
                Assert.Contains(part, text, StringComparison.Ordinal);
                text = text.Replace(part, other, StringComparison.Ordinal);
            }

            folder.Write("new/" + name, text);
        }

        return folder;
    }
}
