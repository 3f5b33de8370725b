namespace MediaOps.Tool.Tests;

/// <summary>What a command line printed and how it ended.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line in this process, at the root of the repository.</summary>
    public static Task<Run> OfAsync(params string[] arguments) => InAsync(Repository.Root, arguments);

    /// <summary>Runs a command line in this process, in a folder.</summary>
    public static async Task<Run> InAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = await CommandLine.RunAsync(arguments, new Terminal(output, error, isInteractive: false, folder));
        return new Run(code, output.ToString(), error.ToString());
    }
}
