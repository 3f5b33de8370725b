using System.Globalization;
using System.Text;

namespace MediaOps.Tool;

/// <summary>Makes text of files fit for a terminal: what it would obey, hide or turn around is written as an escape.</summary>
internal static class Printable
{
    /// <summary>The text on one line.</summary>
    public static string Text(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (IsUnsafe(c))
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    // A surrogate is one half of a character: pairs are rare in schemas, lone ones an attack, and neither is worth telling apart.
    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
