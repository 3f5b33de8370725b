using System.Text.Json;

namespace MediaOps.Tool.Tests.Check;

public sealed class CheckTests
{
    [Fact]
    public async Task The_services_of_the_repository_have_no_errors()
    {
        Run run = await Run.OfAsync("check", "--warnaserror");

        Assert.Equal((ExitCode.Success, "", "No findings in 23 files of 5 services.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_mistake_is_told_as_a_compiler_tells_it_with_a_summary_beside_the_answer()
    {
        using TemporaryFolder folder = Broken();

        Run run = await Run.InAsync(folder.Path, "check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(
            $"{Path.Combine("schema", "ams-v2", "Channel.json")}(178,75): error MOPS0201: Unknown state 'Stoped'; did you mean 'Stopped'? Use a name of state/values.\n",
            run.Output);
        Assert.Equal("1 error in 4 files of 1 service.\n", run.Error);
    }

    [Fact]
    public async Task One_file_is_checked_with_its_neighbours_in_view_and_only_its_findings_are_told()
    {
        using TemporaryFolder folder = Broken();

        Run good = await Run.InAsync(folder.Path, "check", "schema/ams-v2/Program.json");
        Run bad = await Run.InAsync(folder.Path, "check", "schema/ams-v2/Channel.json");

        Assert.Equal((ExitCode.Success, "No findings in 1 file of 1 service.\n"), (good.ExitCode, good.Error));
        Assert.Equal((ExitCode.Findings, "1 error in 1 file of 1 service.\n"), (bad.ExitCode, bad.Error));
    }

    [Fact]
    public async Task A_warning_fails_only_where_it_is_taken_for_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        string service = File.ReadAllText(Path.Combine(folder.Path, "schema", "mkio", "service.json"));
        folder.Write("schema/mkio/service.json", service.Replace("https://", "http://", StringComparison.Ordinal));

        Run lenient = await Run.InAsync(folder.Path, "check");
        Run strict = await Run.InAsync(folder.Path, "check", "--warnaserror");

        Assert.Equal((ExitCode.Success, "1 warning in 4 files of 1 service.\n"), (lenient.ExitCode, lenient.Error));
        Assert.Contains(": warning MOPS0504: ", lenient.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Findings, "1 error in 4 files of 1 service.\n"), (strict.ExitCode, strict.Error));
        Assert.Contains(": error MOPS0504: ", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_finding_with_its_place()
    {
        using TemporaryFolder folder = Broken();

        Run run = await Run.InAsync(folder.Path, "check", "--json");

        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        JsonElement finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            "178,75-178,83 error MOPS0201 actions/Start/onFailure/0",
            $"{finding.GetProperty("line")},{finding.GetProperty("column")}-{finding.GetProperty("endLine")},{finding.GetProperty("endColumn")} "
                + $"{finding.GetProperty("severity")} {finding.GetProperty("rule")} {finding.GetProperty("member")}");
        Assert.Equal((1, 0, 0, 4), (
            document.RootElement.GetProperty("errors").GetInt32(),
            document.RootElement.GetProperty("warnings").GetInt32(),
            document.RootElement.GetProperty("infos").GetInt32(),
            document.RootElement.GetProperty("files").GetArrayLength()));
    }

    [Fact]
    public async Task One_form_is_enough()
    {
        Run run = await Run.OfAsync("check", "--json", "--format", "sarif");

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_pull_request_is_annotated_at_the_place()
    {
        using TemporaryFolder folder = Broken();

        Run run = await Run.InAsync(folder.Path, "check", "--format", "github");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(
            "::error file=schema/ams-v2/Channel.json,line=178,endLine=178,col=75,endColumn=83,title=MOPS0201::Unknown state 'Stoped'; did you mean 'Stopped'? Use a name of state/values.\n",
            run.Output);
    }

    [Fact]
    public async Task An_annotation_cannot_be_closed_from_within()
    {
        using var folder = new TemporaryFolder();
        folder.Write("schema/a,b:c%0A::x/service.json", "{ \"a\\n::error::b%0A\": 1 }");

        Run run = await Run.InAsync(folder.Path, "check", "--format", "github");

        Assert.All(run.Output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("::error file=schema/a%2Cb%3Ac%250A%3A%3Ax/service.json,line=1,", line, StringComparison.Ordinal));
        Assert.DoesNotContain("b%0A", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A folder whose one mistake is a state in Channel.json.</summary>
    private static TemporaryFolder Broken()
    {
        var folder = new TemporaryFolder();
        folder.CopyService("ams-v2");
        string channel = File.ReadAllText(Path.Combine(folder.Path, "schema", "ams-v2", "Channel.json"));
        folder.Write("schema/ams-v2/Channel.json", channel.Replace("\"onFailure\": \"Stopped\"", "\"onFailure\": \"Stoped\"", StringComparison.Ordinal));
        return folder;
    }
}
