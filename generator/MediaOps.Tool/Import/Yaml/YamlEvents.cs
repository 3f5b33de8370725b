using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MediaOps.Tool.Import.Yaml;

/// <summary>The events of a text. What its parser cannot read is a refusal, with the place up to which it came.</summary>
/// <param name="text">The text.</param>
internal sealed class YamlEvents(string text) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    /// <exception cref="SourceException">The text is no YAML.</exception>
    public bool MoveNext()
    {
        Mark before = _parser.Current?.End ?? Mark.Empty;
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException problem)
        {
            throw problem.Message.Contains(" tab ", StringComparison.Ordinal)
                ? Refused(TabAfter(problem.Start), "the line is indented with a tab, and YAML is indented with spaces")
                : Refused((problem.Start.Line, problem.Start.Column), problem.Message);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // The parser has no words for some escapes and directives, and stumbles over them.
            throw Refused((before.Line, before.Column), "what comes after this place cannot be read");
        }
    }

    /// <summary>The parser says where the lines began among which there is a tab. The tab itself is in front of one of them.</summary>
    private (long Line, long Column) TabAfter(Mark place)
    {
        using var lines = new StringReader(text);
        for (long line = 1; lines.ReadLine() is { } next; line++)
        {
            int tab = line < place.Line ? -1 : next.AsSpan().IndexOf('\t');
            if (tab >= 0 && next.AsSpan(0, tab).IsWhiteSpace())
            {
                return (line, tab + 1);
            }
        }

        return (place.Line, place.Column);
    }

    private static SourceException Refused((long Line, long Column) place, string reason) =>
        new("the file is not YAML: " + SourceText.Short(reason.TrimEnd('.')), (int)place.Line, (int)place.Column);
}
