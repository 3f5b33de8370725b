using System.Globalization;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>Makes text from outside fit for exceptions and logs.</summary>
internal static class ErrorText
{
    private const int Longest = 500;

    public static string? CleanOrNull(string? text) => text is null || Clean(text) is not { Length: > 0 } clean ? null : clean;

    /// <summary>Whether a terminal or a log would not show it but obey it.</summary>
    public static bool IsHidden(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>One line, without control characters and characters that change the direction of others, at most 500 long.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool blank = IsHidden(rune) || Rune.IsWhiteSpace(rune);
            if (blank && (clean.Length == 0 || clean[^1] == ' '))
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(blank ? " " : rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }
}
