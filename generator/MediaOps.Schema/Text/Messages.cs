using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MediaOps.Schema.Text;

/// <summary>Puts text of schema files into messages: on one line, short and without characters that a terminal obeys.</summary>
internal static class Messages
{
    private const int MaxLength = 80;

    /// <summary>Enough for every real file; more would let a hostile one cost minutes.</summary>
    private const int MaxCandidates = 200;

    /// <summary>The text, cut to a readable length, control and format characters as escapes.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (char c in text)
        {
            if (clean.Length >= MaxLength)
            {
                return clean.Append("...").ToString();
            }

            if (IsUnsafe(c))
            {
                clean.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>A character as a reader of a message can tell it.</summary>
    public static string Describe(char c) => IsUnsafe(c) || c > '~' ? "the character U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : $"'{c}'";

    /// <summary>Whether a character ends lines, is invisible or turns the direction of text.</summary>
    public static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    /// <summary>"; did you mean 'X'?" for the nearest of the known names, or a full stop where none is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        string? best = null;
        int bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known.Take(MaxCandidates))
        {
            int distance = Distance(name, candidate, bestDistance);
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best is null ? "." : $"; did you mean '{best}'?";
    }

    /// <summary>How many letters must be put in, taken out, changed or exchanged with the next; case counts nothing, and anything at or above the limit is the limit.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit || left.Length > 64)
        {
            return limit;
        }

        int[] before = [];
        int[] previous = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], previous[j]) + 1, previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, previous) = (previous, row);
        }

        return Math.Min(previous[right.Length], limit);
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
