using System.CommandLine;
using System.Text.Json;

namespace MediaOps.Tool.Tests;

public sealed class CommandLineTests
{
    private static RootCommand Root { get; } = CommandLine.Create(new Terminal(TextWriter.Null, TextWriter.Null, isInteractive: false, Repository.Root));

    /// <summary>What is typed for each command, without <c>mediaops</c>.</summary>
    public static TheoryData<string> Commands { get; } = [.. Leaves(Root).Select(leaf => leaf.Words)];

    public static TheoryData<string> Examples { get; } = [.. Leaves(Root).SelectMany(leaf => leaf.Command.Examples).Select(example => example.CommandLine)];

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("check", "--nonsense")]
    [InlineData("check", "--format", "--nonsense")]
    public async Task An_unknown_option_is_wrong_usage_and_says_which_one(params string[] arguments)
    {
        Run run = await Run.OfAsync(arguments);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--nonsense", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help'", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Without_a_command_it_is_wrong_usage()
    {
        Run run = await Run.OfAsync();

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains("'mediaops --help'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_help_of_every_command_shows_examples_and_every_exit_code(string words)
    {
        Run run = await Run.OfAsync([.. words.Split(' '), "--help"]);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        string examples = run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains("  mediaops " + words, examples, StringComparison.Ordinal);
        Assert.Matches("(?s)Exit codes:\n  0  .*\n  1  .*\n  2  .*\n  3  ", examples);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_the_whole_has_an_example_of_every_command()
    {
        Run run = await Run.OfAsync("--help");

        Assert.All(Leaves(Root), leaf => Assert.Contains("  " + leaf.Command.Examples[0].CommandLine, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_can_be_typed_as_it_stands(string commandLine)
    {
        Assert.StartsWith("mediaops ", commandLine, StringComparison.Ordinal);

        Assert.Empty(Root.Parse(commandLine["mediaops ".Length..]).Errors);
    }

    [Fact]
    public void Every_summary_is_a_sentence_on_one_line() => Assert.All(Root.Subcommands.Prepend(Root), command =>
    {
        Assert.Matches("^[A-Z][^\n]{10,110}\\.$", command.Description);
        Assert.All(command.Options.Where(option => option.Name.Length > 2), option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
    });

    [Fact]
    public async Task A_shell_is_told_what_can_follow()
    {
        string line = RootCommand.ExecutableName + " check --format ";

        Run run = await Run.OfAsync("[suggest:" + line.Length + "]", line);

        Assert.Equal("github\njson\nsarif\ntext", run.Output.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_comes_from_an_argument_or_a_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("schema/x/service.json", "{ \"\u001b[31mred\u202e\": 1, \"service\": \"X\u001b]0;title\u0007\" }");

        Run check = await Run.InAsync(folder.Path, "check");
        Run usage = await Run.InAsync(folder.Path, "check", "\u001b[2J");

        Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]", check.Output + check.Error + usage.Error);
        Assert.Contains("\\u001B[31m", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_sees_is_coloured_and_what_a_program_reads_is_not()
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync(["check", "nowhere"], new Terminal(output, TextWriter.Null, isInteractive: true, Repository.Root));
        using var folder = new TemporaryFolder();
        folder.Write("schema/x/service.json", "{");

        await CommandLine.RunAsync(["check"], new Terminal(output, TextWriter.Null, isInteractive: false, folder.Path));

        Assert.StartsWith("schema/x/service.json(1,", output.ToString().Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public async Task Json_is_one_document_wherever_the_option_stands()
    {
        Run before = await Run.OfAsync("--json", "check", "schema/mkio");
        Run after = await Run.OfAsync("check", "schema/mkio", "--json");

        using var document = JsonDocument.Parse(before.Output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        Assert.Equal(before, after);
    }

    private static IEnumerable<(string Words, ToolCommand Command)> Leaves(Command above, string words = "") => above.Subcommands.SelectMany(command =>
        command.Subcommands.Count > 0
            ? Leaves(command, words + command.Name + " ")
            : [(words + command.Name, Assert.IsType<ToolCommand>(command))]);
}
