using System.Globalization;
using System.Text;

namespace MediaOps.Tool.Docs;

/// <summary>Makes Markdown of texts that nobody vouches for: none of them can make a link, a heading, a cell or HTML.</summary>
internal static class Markdown
{
    /// <summary>A text on one line that is read as it stands.</summary>
    public static string Text(string? text)
    {
        var escaped = new StringBuilder();
        string line = OneLine(text);
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool marks = c is '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '$'
                || (escaped.Length == 0 && c is '#' or '-' or '+' or '=')
                || (c == ':' && string.CompareOrdinal(line, i + 1, "//", 0, 2) == 0)
                || (c is '.' or ')' && IsAfterNumber(line, i))
                || (c == '.' && i >= 3 && string.Compare(line, i - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0);
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when marks => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A text in the type of code; nothing where there is no text.</summary>
    public static string Code(string? text)
    {
        string line = OneLine(text);
        if (line.Length == 0)
        {
            return string.Empty;
        }

        int longest = 0;
        int run = 0;
        foreach (char c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        string pad = line[0] == '`' || line[^1] == '`' ? " " : string.Empty;

        return fence + pad + line + pad + fence;
    }

    /// <summary>Texts in the type of code with commas between them.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    /// <summary>The name that a heading can be linked to by.</summary>
    public static string Anchor(string heading) => "#" + heading.ToLowerInvariant();

    private static bool IsAfterNumber(string line, int at) => at is > 0 and < 10 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Breaks become blanks, and what nobody sees is left out: it can turn the order of a line around.</summary>
    private static string OneLine(string? text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in (text ?? string.Empty).EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            bool blank = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (blank)
            {
                line.Append(line.Length == 0 || line[^1] == ' ' ? string.Empty : " ");
            }
            else if (category != UnicodeCategory.Format)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd(' ');
    }
}
