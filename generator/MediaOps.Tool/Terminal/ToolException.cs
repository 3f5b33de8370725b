namespace MediaOps.Tool;

/// <summary>Ends a command with a message for the person who typed it.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The command line asks for what is not there.</summary>
    public static ToolException Usage(string message) => new(Tool.ExitCode.Usage, message);

    /// <summary>A file cannot be read as what it should be.</summary>
    public static ToolException Unreadable(string message) => new(Tool.ExitCode.Unreadable, message);
}
