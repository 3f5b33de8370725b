using System.Text;

namespace MediaOps.Runtime;

/// <summary>Hides secrets in texts from outside, however their characters are escaped there.</summary>
internal static class Redaction
{
    private const string Mask = "***";

    /// <summary>More than any message shows.</summary>
    private const int Most = 64 * 1024;

    /// <summary>More than any character is long, escaped twice: one that begins before the cut is read whole.</summary>
    private const int LongestEscape = 128;

    /// <summary>The beginning of a text, without the secrets.</summary>
    public static string? Hide(string? text, IReadOnlyList<string> secrets)
    {
        if (text is null || secrets.Count == 0)
        {
            return text;
        }

        int length = Math.Min(text.Length, Most);
        if (Find(text[..Math.Min(text.Length, Most + LongestEscape)], length, secrets) is not { } found)
        {
            return text[..length];
        }

        // What overlaps is hidden as one: one secret may be a part of another.
        found.Sort();
        var shown = new StringBuilder(length);
        int at = 0;
        foreach ((int start, int end) in found)
        {
            if (start >= at && start < length)
            {
                shown.Append(text, at, start - at).Append(Mask);
            }

            at = Math.Max(at, end);
        }

        return at < length ? shown.Append(text, at, length - at).ToString() : shown.ToString();
    }

    /// <summary>Whether a text has one of the secrets in it.</summary>
    public static bool Holds(string text, IReadOnlyList<string> secrets) => secrets.Count > 0 && Find(text, text.Length, secrets) is not null;

    /// <summary>Where the secrets are, and the beginning of one at which the text is cut; null where there are none.</summary>
    private static List<(int Start, int End)>? Find(string text, int cut, IReadOnlyList<string> secrets)
    {
        // Upper case throughout, and then exact: a search that is fast and one that sees parts must agree on what is the same.
        string[] upper = [.. secrets.Select(static secret => secret.ToUpperInvariant())];
        List<(int Start, int End)>? found = null;
        foreach (PlainText plain in PlainText.Of(text).Prepend(new PlainText(text)))
        {
            Find(plain, cut < text.Length ? plain.IndexOf(cut) : null, upper, ref found);
        }

        return found;
    }

    private static void Find(in PlainText text, int? cut, string[] secrets, ref List<(int Start, int End)>? found)
    {
        string upper = text.Text.ToUpperInvariant();
        foreach (string secret in secrets)
        {
            // Few texts have a secret in them: only those, and what is before a cut, are worth a walk from character to character.
            int first = upper.IndexOf(secret, StringComparison.Ordinal);
            int from = Math.Min(first < 0 ? upper.Length : first, cut is { } end ? Math.Max(0, end - secret.Length) : upper.Length);
            if (from == upper.Length)
            {
                continue;
            }

            foreach ((int start, int length) in new SecretMatcher(secret).In(upper, from, cut))
            {
                (found ??= []).Add((text.Place(start), text.Place(start + length)));
            }
        }
    }
}
