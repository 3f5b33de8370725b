using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace MediaOps.Tool;

/// <summary>Where a command writes: answers to one side, talk to the other.</summary>
internal sealed class Terminal
{
    /// <summary>Wider than any line: what is not for eyes is never wrapped.</summary>
    private const int Unwrapped = 100_000;

    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IAnsiConsole _lines;

    /// <summary>A terminal over two writers.</summary>
    /// <param name="output">The answer.</param>
    /// <param name="error">Everything else.</param>
    /// <param name="isInteractive">Whether a person looks at the answer and wants it coloured.</param>
    /// <param name="workingDirectory">What paths are relative to, in arguments and in answers.</param>
    public Terminal(TextWriter output, TextWriter error, bool isInteractive, string workingDirectory)
    {
        Output = output;
        Error = error;
        WorkingDirectory = workingDirectory;
        IsInteractive = isInteractive;
        Console = Create(output, isInteractive);
        _lines = Create(output, isInteractive);
        _lines.Profile.Width = Unwrapped;
        if (!isInteractive)
        {
            Console.Profile.Width = Unwrapped;
        }
    }

    /// <summary>The answer.</summary>
    public TextWriter Output { get; }

    /// <summary>Everything else.</summary>
    public TextWriter Error { get; }

    /// <summary>What paths are relative to, in arguments and in answers.</summary>
    public string WorkingDirectory { get; }

    /// <summary>Whether a person looks at the answer; else it has no colour and no boxes.</summary>
    public bool IsInteractive { get; }

    /// <summary>The answer with colours and tables, plain where nobody looks.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>The terminal of this process. NO_COLOR is respected.</summary>
    public static Terminal OfProcess() => new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        Environment.CurrentDirectory);

    /// <summary>A line of the answer. What a terminal would obey is made visible.</summary>
    public void Answer(string line) => Output.Write(Printable.Text(line) + "\n");

    /// <summary>A line of the answer in parts, each with its own style; the styles are left out where nobody looks.</summary>
    public void Answer(params (string Text, Style Style)[] parts)
    {
        var paragraph = new Paragraph();
        foreach ((string text, Style style) in parts)
        {
            paragraph.Append(Printable.Text(text), style);
        }

        _lines.Write(paragraph);
        Output.Write("\n");
    }

    /// <summary>A text that the tool made and escaped itself, as the answer.</summary>
    public void Document(string text) => Output.Write(text);

    /// <summary>A value as the only JSON document of the answer; its members are in camelCase.</summary>
    public void Json<T>(T value) => Output.Write(JsonSerializer.Serialize(value, JsonForm) + "\n");

    /// <summary>A line that is not part of the answer.</summary>
    public void Talk(string line) => Error.Write(Printable.Text(line) + "\n");

    /// <summary>An empty table: with lines for eyes, as Markdown for everything else. Cells are markup; see <see cref="Markup.Escape(string)"/> and <see cref="Printable"/>.</summary>
    public Table NewTable() => new Table().Border(IsInteractive ? TableBorder.Rounded : TableBorder.Markdown);

    private static IAnsiConsole Create(TextWriter output, bool isInteractive) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
        Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });
}
