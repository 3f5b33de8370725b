using System.CommandLine;

namespace MediaOps.Tool;

/// <summary>The command and all that stands below it.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What was typed after <c>mediaops</c>.</param>
    /// <param name="terminal">Where answers and errors go.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var root = new RootCommand("Checks, draws, documents, compares and imports the schemas of media-operations services.");
        ParseResult result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            return ExitCode.Usage;
        }

        return await result.InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });
    }
}
