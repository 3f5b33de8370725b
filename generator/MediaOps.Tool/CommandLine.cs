using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace MediaOps.Tool;

/// <summary>The command and all that stands below it.</summary>
internal static class CommandLine
{
    /// <summary>The whole command, one line for each of its commands.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Checks, draws, documents, compares and imports the schemas of media-operations services.")
        {
            CommonOptions.Json(),
            Check.CheckCommand.Create(terminal),
            Graph.GraphCommand.Create(terminal),
            Docs.DocsCommand.Create(terminal),
            Import.ImportCommand.Create(terminal),
            Diff.DiffCommand.Create(terminal),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What was typed after <c>mediaops</c>.</param>
    /// <param name="terminal">Where answers and errors go.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        ParseResult result = Create(terminal).Parse(arguments);
        if (result.Errors.Count > 0 && result.Action is not HelpAction and not TeachingHelp)
        {
            return Refuse(result, terminal);
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (ToolException refusal)
        {
            terminal.Talk("error: " + refusal.Message);
            return refusal.ExitCode;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Talk("error: " + failure.Message);
            return ExitCode.Unreadable;
        }
    }

    private static int Refuse(ParseResult result, Terminal terminal)
    {
        foreach (ParseError error in result.Errors)
        {
            terminal.Talk("error: " + string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        terminal.Talk($"'{NameOf(result.CommandResult)} --help' shows how it is used.");
        return ExitCode.Usage;
    }

    private static string NameOf(CommandResult result) => result.Parent is CommandResult parent ? NameOf(parent) + " " + result.Command.Name : "mediaops";
}
