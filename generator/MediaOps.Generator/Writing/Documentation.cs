using System.Collections.Generic;
using System.Text;

namespace MediaOps.Generator.Writing;

/// <summary>XML documentation. Texts of a schema are escaped here; the text around them is our own markup.</summary>
internal static class Documentation
{
    /// <summary>A text of the schema as XML text on one line: no markup, and none of the characters that would end a <c>///</c> comment.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                // Control characters and line ends of every kind; lone surrogates and what turns the direction of a text have no business in a source file either.
                < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
                    or (>= '\ud800' and <= '\udfff') or '\ufeff' or '\ufffe' or '\uffff' => text.Append(' '),
                _ => text.Append(c),
            };
        }

        return text.ToString().Trim();
    }

    /// <summary>A text of the schema as code.</summary>
    public static string Code(string value) => "<c>" + Text(value) + "</c>";

    /// <summary>Writes a summary.</summary>
    public static void Summary(this SourceWriter writer, string markup) => writer.Line("/// <summary>" + markup + "</summary>");

    /// <summary>Writes remarks; nothing where there are none.</summary>
    public static void Remarks(this SourceWriter writer, IReadOnlyList<string> paragraphs)
    {
        if (paragraphs.Count == 1)
        {
            writer.Line("/// <remarks>" + paragraphs[0] + "</remarks>");
        }
        else if (paragraphs.Count > 1)
        {
            writer.Line("/// <remarks>");
            foreach (string paragraph in paragraphs)
            {
                writer.Line("/// <para>" + paragraph + "</para>");
            }

            writer.Line("/// </remarks>");
        }
    }

    /// <summary>Writes what a parameter means.</summary>
    public static void Parameter(this SourceWriter writer, string name, string markup) =>
        writer.Line("/// <param name=\"" + name.TrimStart('@') + "\">" + markup + "</param>");

    /// <summary>Writes what a method returns.</summary>
    public static void Returns(this SourceWriter writer, string markup) => writer.Line("/// <returns>" + markup + "</returns>");

    /// <summary>Writes when an exception is thrown.</summary>
    public static void Throws(this SourceWriter writer, string type, string markup) =>
        writer.Line("/// <exception cref=\"" + type + "\">" + markup + "</exception>");
}
