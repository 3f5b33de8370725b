using System;
using System.Text;

namespace MediaOps.Generator.Writing;

/// <summary>
/// Writes C# line by line. Newlines are <c>\n</c> on every machine, and braces follow the shape of the emitter's own code:
/// <code>
/// using (writer.Block("public partial class Channel"))
/// {
///     writer.Line("...");
/// }
/// </code>
/// </summary>
internal sealed class SourceWriter
{
    private const string Step = "    ";

    private readonly StringBuilder _text = new(8192);
    private int _depth;
    private bool _gap;
    private bool _opened = true;

    /// <summary>Asks for an empty line before the next line, unless that one opens or closes a block.</summary>
    public void Gap() => _gap = !_opened;

    /// <summary>Writes text at the present indentation; text of several lines keeps its own indentation below it.</summary>
    public void Line(string text)
    {
        if (_gap)
        {
            _gap = false;
            _text.Append('\n');
        }

        _opened = false;
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            int length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            Append(text, start, length);
            start = end + 1;
        }
    }

    /// <summary>Opens a block under a heading; disposing it writes the closing brace.</summary>
    /// <param name="heading">What stands above the opening brace, or null for a brace alone.</param>
    /// <param name="end">What closes the block.</param>
    public Scope Block(string? heading = null, string end = "}")
    {
        if (heading is not null)
        {
            Line(heading);
        }

        Line("{");
        _depth++;
        _opened = true;
        return new Scope(this, end);
    }

    /// <summary>The whole text.</summary>
    /// <exception cref="InvalidOperationException">A block is still open: a mistake in an emitter.</exception>
    public string Finish() => _depth == 0
        ? _text.ToString()
        : throw new InvalidOperationException("A block of the generated source was not closed.");

    private void Append(string text, int start, int length)
    {
        if (length > 0)
        {
            for (int i = 0; i < _depth; i++)
            {
                _text.Append(Step);
            }

            _text.Append(text, start, length);
        }

        _text.Append('\n');
    }

    private void Close(string end)
    {
        _gap = false;
        _depth--;
        Line(end);
    }

    /// <summary>An open block.</summary>
    public readonly struct Scope(SourceWriter writer, string end) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose() => writer.Close(end);
    }
}
