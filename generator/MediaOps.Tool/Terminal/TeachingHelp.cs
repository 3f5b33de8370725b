using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MediaOps.Tool;

/// <summary>The usual help, followed by examples and exit codes.</summary>
/// <param name="usual">Writes usage, arguments, options and commands.</param>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Write(output, "Examples:", ExamplesOf(command).Select(example => (example.CommandLine, example.Purpose)));
        Write(output, "Exit codes:", ExitCode.Meanings((command as ToolCommand)?.FindingsMean).Select(meaning => (meaning.Code, meaning.Text)));
        return code;
    }

    /// <summary>The examples of a command; those of a group are the first of each of its commands.</summary>
    public static IEnumerable<Example> ExamplesOf(Command command) => command is ToolCommand own
        ? own.Examples
        : command.Subcommands.SelectMany(below => below is ToolCommand single ? single.Examples.Take(1) : ExamplesOf(below));

    private static void Write(TextWriter output, string title, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        int width = all.Max(row => row.Left.Length);
        output.Write(title + "\n");
        foreach ((string left, string right) in all)
        {
            output.Write($"  {left.PadRight(width)}  {right}\n");
        }

        output.Write("\n");
    }
}
