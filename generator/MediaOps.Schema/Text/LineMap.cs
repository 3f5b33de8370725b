using System.Collections.Generic;

namespace MediaOps.Schema.Text;

/// <summary>Turns offsets of a text into lines and columns.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            // The same line ends as a SourceText has, so that both count alike.
            char c = text[i];
            if (c is '\n' or '\u0085' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    public SourceSpan Span(int start, int length)
    {
        (int startLine, int startColumn) = Position(start);
        (int endLine, int endColumn) = Position(start + length);
        return new SourceSpan(start, length, startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        int index = _starts.BinarySearch(offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line, offset - _starts[line]);
    }
}
