using System.Text;
using System.Text.RegularExpressions;

namespace MediaOps.Tool.Tests;

/// <summary>What documents show of the tool is what it does: their commands are run, and what it writes into them is up to date.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Documents, each with the number of the block in it.</summary>
    public static TheoryData<string, int> Blocks { get; } = [.. new[] { "README.md", "docs/tool.md" }
        .SelectMany(document => Enumerable.Range(0, BlocksOf(document).Length).Select(number => new TheoryDataRow<string, int>(document, number)))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Every_command_that_a_document_shows_works_and_prints_what_it_shows(string document, int number)
    {
        using TemporaryFolder folder = Newcomer();
        string[] lines = BlocksOf(document)[number].Split('\n');
        var shown = new StringBuilder();
        var printed = new StringBuilder();
        foreach (string line in lines)
        {
            if (Command().Match(line) is { Success: true } command)
            {
                Run run = await Run.InAsync(folder.Path, command.Groups["arguments"].Value.Split(' '));
                Assert.True(run.ExitCode is ExitCode.Success or ExitCode.Findings, line + "\n" + run.Error);
                printed.Append(line).Append('\n').Append(run.Output.Replace('\\', '/')).Append(run.Error.Replace('\\', '/'));
            }

            shown.Append(line).Append('\n');
        }

        if (lines[0].StartsWith("$ ", StringComparison.Ordinal))
        {
            // Three dots stand for what is left out.
            string text = shown.ToString().TrimEnd('\n');
            string pattern = string.Join("(?s:.*?)", text.Split("\n...").Select(Regex.Escape));
            Assert.Matches("^" + pattern + "$", printed.ToString().TrimEnd('\n'));
        }
    }

    [Fact]
    public void There_are_commands_in_the_documents() => Assert.True(Blocks.Count > 8);

    [Theory]
    [InlineData("--update", "README.md")]
    [InlineData("--format", "svg", "--output", "docs/channel.svg")]
    public async Task Pictures_in_the_documents_are_up_to_date(params string[] target)
    {
        string[] arguments = ["graph", "--service", "AmsV2", "--entity", "Channel", .. target];

        Run run = await Run.OfAsync([.. arguments, "--check"]);

        Assert.True(run.ExitCode == ExitCode.Success, run.Error + "Run: dotnet run --project generator/MediaOps.Tool -- " + string.Join(' ', arguments));
    }

    [Fact]
    public void The_documents_name_every_command()
    {
        string document = Repository.Read("docs", "tool.md");

        Assert.All(
            CommandLine.Create(new Terminal(TextWriter.Null, TextWriter.Null, isInteractive: false, Repository.Root)).Subcommands,
            command => Assert.Contains("\n## mediaops " + command.Name + "\n", document, StringComparison.Ordinal));
    }

    [Fact]
    public void The_exit_codes_of_the_document_are_those_of_the_help() => Assert.All(
        ExitCode.Meanings(null), meaning => Assert.Contains($"| {meaning.Code} | {meaning.Text} |\n", Repository.Read("docs", "tool.md"), StringComparison.Ordinal));

    /// <summary>A folder with the services of the repository, one with a mistake, the documents, and descriptions to import.</summary>
    private static TemporaryFolder Newcomer()
    {
        var folder = new TemporaryFolder();
        foreach (string service in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "schema")))
        {
            folder.CopyService(Path.GetFileName(service));
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "mkio")))
        {
            folder.Write("released/schema/mkio/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        string[] studio = ["tests", "MediaOps.Package.Tests", "Consumers", "App", "schema", "studio"];
        folder.Write("schema/studio/service.json", Repository.Read([.. studio, "service.json"]));
        folder.Write("schema/studio/Encoder.json", Repository.Read([.. studio, "Encoder.json"]).Replace("\"onFailure\": \"Stopped\"", "\"onFailure\": \"Stoped\"", StringComparison.Ordinal));
        folder.Write("README.md", Repository.Read("README.md"));
        folder.Write("live.json", Repository.Read("tests", "MediaOps.Package.Tests", "Consumers", "Imported", "live.json"));
        folder.Write("media.json", Repository.Read("tests", "MediaOps.Tool.Tests", "Import", "OpenApi", "transcoder.json"));
        folder.Write("media.yaml", Repository.Read("tests", "MediaOps.Tool.Tests", "Import", "OpenApi", "transcoder.yaml"));
        return folder;
    }

    private static string[] BlocksOf(string document) =>
        [.. Block().Matches(Repository.Read(document)).Select(block => block.Groups["text"].Value.TrimEnd('\n')).Where(text => text.Split('\n').Any(line => Command().IsMatch(line)))];

    [GeneratedRegex(@"^```(sh|console)\n(?<text>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(\$ )?mediaops (?<arguments>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
