using System.Text.Json;
using System.Xml.Linq;

namespace MediaOps.Tool.Tests.Graph;

public sealed class GraphCommandTests
{
    private const string Markers = "# Title\n<!-- begin mediaops graph AmsV2.Program -->\nold\n<!-- end mediaops graph AmsV2.Program -->\nrest\n";

    [Fact]
    public async Task A_file_a_folder_and_names_lead_to_the_same_picture()
    {
        Run byFile = await Run.OfAsync("graph", "schema/ams-v2/Program.json");
        Run byFolder = await Run.OfAsync("graph", "schema/ams-v2", "--entity", "program");
        Run byNames = await Run.OfAsync("graph", "--service", "amsv2", "--entity", "Program");

        Assert.Equal((ExitCode.Success, ""), (byFile.ExitCode, byFile.Error));
        Assert.StartsWith("stateDiagram-v2\n", byFile.Output, StringComparison.Ordinal);
        Assert.Equal((byFile, byFile), (byFolder, byNames));
    }

    [Theory]
    [InlineData("Several entities have states: AmsV2.Channel, AmsV2.Program, AmsV2.StreamingEndpoint. Name one with --service and --entity", "schema/ams-v2")]
    [InlineData("No entity with states has the name 'Chanel'. There are: AmsV2.Channel, AmsV2.Program, AmsV2.StreamingEndpoint.", "schema/ams-v2", "--entity", "Chanel")]
    [InlineData("No entity with states has been found. There are: none.", "schema/ams-v3/LiveEventOperations.json")]
    [InlineData("--check needs the file", "schema/ams-v2/Channel.json", "--check")]
    [InlineData("name two files", "schema/ams-v2/Channel.json", "--output", "a", "--update", "b")]
    [InlineData("--update writes Mermaid", "schema/ams-v2/Channel.json", "--update", "b", "--format", "svg")]
    [InlineData("There is no file 'nowhere.md'.", "schema/ams-v2/Channel.json", "--update", "nowhere.md")]
    public async Task What_cannot_be_drawn_is_wrong_usage_and_says_what_could(string message, params string[] arguments)
    {
        Run run = await Run.OfAsync(["graph", .. arguments]);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_and_told_to_be_stale_when_the_schema_has_moved_on()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("ams-v2");
        string[] arguments = ["graph", "--entity", "Program", "--format", "svg", "--output", "program.svg"];

        Run missing = await Run.InAsync(folder.Path, [.. arguments, "--check"]);
        Run written = await Run.InAsync(folder.Path, arguments);
        Run fresh = await Run.InAsync(folder.Path, [.. arguments, "--check"]);
        string program = Path.Combine(folder.Path, "schema", "ams-v2", "Program.json");
        File.WriteAllText(program, File.ReadAllText(program).Replace("\"Stopping\"", "\"Halting\"", StringComparison.Ordinal));
        Run stale = await Run.InAsync(folder.Path, [.. arguments, "--check"]);

        Assert.Equal((ExitCode.Findings, ExitCode.Success, ExitCode.Success, ExitCode.Findings), (missing.ExitCode, written.ExitCode, fresh.ExitCode, stale.ExitCode));
        Assert.Contains("'program.svg' is stale.", stale.Error, StringComparison.Ordinal);
        Assert.Equal("svg", XElement.Load(Path.Combine(folder.Path, "program.svg")).Name.LocalName);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_Markdown_file_gets_the_picture_between_its_markers_and_keeps_the_rest(string newLine)
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("ams-v2");
        string document = folder.Write("README.md", Markers.ReplaceLineEndings(newLine));

        Run updated = await Run.InAsync(folder.Path, "graph", "--entity", "Program", "--update", "README.md");
        Run again = await Run.InAsync(folder.Path, "graph", "--entity", "Program", "--update", "README.md", "--check", "--json");

        string picture = (await Run.OfAsync("graph", "schema/ams-v2/Program.json")).Output;
        Assert.Equal(ExitCode.Success, updated.ExitCode);
        Assert.Equal(Markers.Replace("old\n", "```mermaid\n" + picture + "```\n", StringComparison.Ordinal).ReplaceLineEndings(newLine), File.ReadAllText(document));
        Assert.Equal((ExitCode.Success, false), (again.ExitCode, JsonDocument.Parse(again.Output).RootElement.GetProperty("stale").GetBoolean()));
    }

    [Fact]
    public async Task A_Markdown_file_without_markers_is_told_which_lines_to_add()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("ams-v2");
        folder.Write("README.md", "# Title\n");

        Run run = await Run.InAsync(folder.Path, "graph", "--entity", "Program", "--update", "README.md");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("'<!-- begin mediaops graph AmsV2.Program -->'", run.Error, StringComparison.Ordinal);
        Assert.Equal("# Title\n", File.ReadAllText(Path.Combine(folder.Path, "README.md")));
    }

    [Fact]
    public async Task Json_holds_what_the_picture_shows()
    {
        Run run = await Run.OfAsync("graph", "schema/ams-v2/Program.json", "--json");

        JsonElement graph = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["service", "entity", "states", "transitions", "conditions", "everywhere"], graph.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Stopped>Starting Start call False", string.Join(' ', graph.GetProperty("transitions").EnumerateArray()
            .Where(transition => transition.GetProperty("to").GetString() == "Starting")
            .Select(transition => $"{transition.GetProperty("from")}>{transition.GetProperty("to")} {transition.GetProperty("action")} {transition.GetProperty("kind")} {transition.GetProperty("inferred")}")));
    }

    [Fact]
    public async Task A_shell_is_told_the_names_in_the_schemas()
    {
        string line = System.CommandLine.RootCommand.ExecutableName + " graph schema/ams-v2 --entity ";

        Run run = await Run.OfAsync("[suggest:" + line.Length + "]", line);

        Assert.Equal("Channel\nProgram\nStreamingEndpoint", run.Output.ReplaceLineEndings("\n").Trim());
    }
}
