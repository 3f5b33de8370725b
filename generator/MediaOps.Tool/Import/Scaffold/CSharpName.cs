using System.Globalization;
using System.Text;

namespace MediaOps.Tool.Import;

/// <summary>Makes C# names of whatever a source calls something.</summary>
internal static class CSharpName
{
    private const int MaxLength = 50;

    /// <summary>
    /// A capital letter, then letters and digits: <c>live_events-v2</c> becomes <c>LiveEventsV2</c>, <c>RTMP_PUSH</c> becomes <c>RtmpPush</c>. What is not ASCII is dropped,
    /// except that an accented letter keeps its base.
    /// </summary>
    /// <param name="source">Any text.</param>
    /// <param name="otherwise">The name where nothing is left, and what stands before a name that begins with a digit.</param>
    public static string Of(string source, string otherwise)
    {
        var name = new StringBuilder();
        bool begins = true;
        string head = source.Length > 4 * MaxLength ? source[..(4 * MaxLength)] : source;
        bool shouts = !head.Any(char.IsAsciiLetterLower) && head.AsSpan().IndexOfAny("_- .") >= 0;
        foreach (char c in Decompose(head))
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                // A letter that is dropped leaves the word as it is.
                begins |= !char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark;
                continue;
            }

            name.Append(begins ? char.ToUpperInvariant(c) : shouts ? char.ToLowerInvariant(c) : c);
            begins = char.IsAsciiDigit(c) && shouts;
        }

        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            name.Insert(0, otherwise);
        }

        return name.Length == 0 ? otherwise : name.Length <= MaxLength ? name.ToString() : name.ToString(0, MaxLength);
    }

    /// <summary>The plural that a collection gets where an entity names none.</summary>
    public static string Plural(string name) =>
        name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2], StringComparison.Ordinal) ? name[..^1] + "ies"
        : name.EndsWith('s') || name.EndsWith('x') || name.EndsWith("ch", StringComparison.Ordinal) ? name + "es"
        : name + "s";

    /// <summary>One of many: <c>LiveEvents</c> becomes <c>LiveEvent</c>, <c>Policies</c> <c>Policy</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 ? name[..^3] + "y"
        : EndsWithAny(name, "sses", "xes", "ches", "shes") ? name[..^2]
        : name.EndsWith('s') && !EndsWithAny(name, "ss", "us", "is") && name.Length > 2 ? name[..^1]
        : name;

    private static bool EndsWithAny(string name, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Accents as characters of their own; a text with half a surrogate pair has no such form and stays as it is.</summary>
    private static string Decompose(string text) => text.All(char.IsAscii) || text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormD);
}
