using Spectre.Console;

namespace MediaOps.Tool;

/// <summary>Where a command writes: answers to one side, talk to the other.</summary>
/// <param name="Output">The answer.</param>
/// <param name="Error">Everything else.</param>
/// <param name="IsInteractive">Whether a person looks at the answer; else it has no colour.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive)
{
    /// <summary>The answer with colours and tables, plain where nobody looks.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Output),
        Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    /// <summary>The terminal of this process. NO_COLOR is respected.</summary>
    public static Terminal OfProcess() =>
        new(System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
}
