using System.Globalization;
using System.Text;
using MediaOps.Schema.Text;

namespace MediaOps.Tool.Import;

/// <summary>Text of a source on its way into schema files and messages.</summary>
internal static class SourceText
{
    /// <summary>A text for a message: on one line, short, and nothing that a terminal obeys.</summary>
    public static string Short(string text) => Messages.Clean(text);

    /// <summary>Whether the schema language takes the text as a wire name, value or pattern: printable ASCII, and not endless.</summary>
    public static bool IsLiteral(string text) => text.Length is > 0 and <= Limits.WireText && text.All(c => c is >= ' ' and <= '~');

    /// <summary>
    /// A sentence for documentation: markup is removed, lines become one, and what is too long ends after a sentence or a word.
    /// Null where nothing is left.
    /// </summary>
    public static string? Prose(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Twice what is kept is looked at: a text of megabytes costs no more than a sentence.
        var prose = new StringBuilder();
        bool tag = false;
        foreach (char c in text.Length > 8 * Limits.Description ? text.AsSpan(0, 8 * Limits.Description) : text)
        {
            if (c == '<' || (c == '>' && tag))
            {
                tag = c == '<';
            }
            else if (tag)
            {
                continue;
            }
            else if (char.IsWhiteSpace(c))
            {
                _ = prose.Length > 0 && prose[^1] != ' ' ? prose.Append(' ') : prose;
            }
            else if (!IsUnsafe(c))
            {
                prose.Append(c);
            }
        }

        string whole = prose.ToString().Trim();
        return whole.Length == 0 ? null : whole.Length <= Limits.Description ? whole : Cut(whole);
    }

    private static string Cut(string text)
    {
        string head = text[..Limits.Description];
        int sentence = head.LastIndexOf(". ", StringComparison.Ordinal);
        if (sentence > Limits.Description / 3)
        {
            return head[..(sentence + 1)];
        }

        int word = head.LastIndexOf(' ');
        return (word > 0 ? head[..word] : head) + " ...";
    }

    /// <summary>Surrogates too: a pair may be cut in two, and no documentation needs one.</summary>
    private static bool IsUnsafe(char c) => Messages.IsUnsafe(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;
}
