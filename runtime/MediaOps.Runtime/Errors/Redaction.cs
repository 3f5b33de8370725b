using System.Text;

namespace MediaOps.Runtime;

/// <summary>Hides secrets in texts from outside, however their characters are escaped there.</summary>
internal static class Redaction
{
    private const string Mask = "***";

    /// <summary>More than any message shows.</summary>
    private const int Most = 64 * 1024;

    /// <summary>The beginning of a text, without the secrets.</summary>
    public static string? Hide(string? text, IReadOnlyList<string> secrets)
    {
        if (text is null || secrets.Count == 0)
        {
            return text;
        }

        string told = text.Length > Most ? text[..Most] : text;
        if (Find(told, secrets) is not { } found)
        {
            return told;
        }

        // What overlaps is hidden as one: one secret may be a part of another.
        found.Sort();
        var shown = new StringBuilder(told.Length);
        int at = 0;
        foreach ((int start, int end) in found)
        {
            if (start >= at)
            {
                shown.Append(told, at, start - at).Append(Mask);
            }

            at = Math.Max(at, end);
        }

        return shown.Append(told, at, told.Length - at).ToString();
    }

    /// <summary>Whether a text has one of the secrets in it.</summary>
    public static bool Holds(string text, IReadOnlyList<string> secrets) => secrets.Count > 0 && Find(text, secrets) is not null;

    /// <summary>Where the secrets are; null where there are none.</summary>
    private static List<(int Start, int End)>? Find(string text, IReadOnlyList<string> secrets)
    {
        List<(int Start, int End)>? found = null;
        Find(new PlainText(text), secrets, ref found);
        foreach (PlainText plain in PlainText.Of(text))
        {
            Find(plain, secrets, ref found);
        }

        return found;
    }

    private static void Find(in PlainText text, IReadOnlyList<string> secrets, ref List<(int Start, int End)>? found)
    {
        for (int i = 0; i < secrets.Count; i++)
        {
            string secret = secrets[i];
            for (int at = 0; (at = text.Text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += secret.Length)
            {
                (found ??= []).Add((text.Place(at), text.Place(at + secret.Length)));
            }
        }
    }
}
