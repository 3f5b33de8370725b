using System.Buffers;
using System.Globalization;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>
/// A text as it reads without escapes: those of JSON, of percent-encoding, of forms, and of one inside of the other. It knows where each of its characters came from, so that
/// what is found in it can be hidden in the text as it was told.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Places">Where its characters, and its end, stand in the text as it was told; null where it is that one.</param>
internal readonly record struct PlainText(string Text, int[]? Places = null)
{
    /// <summary>JSON in a URL, or a URL in JSON; nobody escapes a third time.</summary>
    private const int Layers = 2;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\%+");

    private static readonly Unescape[] Ways = [Json, Percent, Form];

    /// <summary>What the escape at the start of a text stands for, and its length; 0 where there is none.</summary>
    private delegate (int Length, string Plain) Unescape(ReadOnlySpan<char> text);

    /// <summary>A text in all the ways in which it can be read but that in which it was told.</summary>
    public static IReadOnlyList<PlainText> Of(string told)
    {
        if (!told.AsSpan().ContainsAny(Marks))
        {
            return [];
        }

        List<PlainText> all = [];
        List<PlainText> outer = [new PlainText(told)];
        for (int layer = 0; layer < Layers; layer++)
        {
            outer = [.. from text in outer from way in Ways let inner = text.Without(way) where inner.Text != text.Text select inner];
            all.AddRange(outer);
        }

        return all;
    }

    /// <summary>Where a character stands in the text as it was told; for the length of this one, the length of that.</summary>
    public int Place(int index) => Places is null ? index : Places[index];

    /// <summary>The first of the characters that stand at a place of the text as it was told, or behind it; the end where there is none.</summary>
    public int IndexOf(int place)
    {
        int at = Places is null ? place : Array.BinarySearch(Places, place);
        at = at < 0 ? ~at : at;
        while (Places is not null && at > 0 && Places[at - 1] == place)
        {
            at--;
        }

        return Math.Min(at, Text.Length);
    }

    private PlainText Without(Unescape unescape)
    {
        var plain = new StringBuilder(Text.Length);
        var places = new List<int>(Text.Length + 1);
        for (int at = 0; at < Text.Length;)
        {
            (int length, string value) = Marks.Contains(Text[at]) ? unescape(Text.AsSpan(at)) : default;
            if (length == 0)
            {
                plain.Append(Text[at]);
                places.Add(Place(at));
                at++;
                continue;
            }

            plain.Append(value);
            places.AddRange(Enumerable.Repeat(Place(at), value.Length));
            at += length;
        }

        places.Add(Place(Text.Length));
        return new PlainText(plain.ToString(), [.. places]);
    }

    private static (int Length, string Plain) Json(ReadOnlySpan<char> text) => text switch
    {
        ['\\', 'u', _, _, _, _, ..] when ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) => (6, ((char)code).ToString()),
        ['\\', '"' or '\\' or '/' or '\'', ..] => (2, text[1].ToString()),
        ['\\', 'n', ..] => (2, "\n"),
        ['\\', 'r', ..] => (2, "\r"),
        ['\\', 't', ..] => (2, "\t"),
        ['\\', 'b', ..] => (2, "\b"),
        ['\\', 'f', ..] => (2, "\f"),
        _ => default,
    };

    private static (int Length, string Plain) Percent(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        int count = 0;
        while (count < utf8.Length && text[(3 * count)..] is ['%', _, _, ..] escape && byte.TryParse(escape[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out utf8[count]))
        {
            count++;
        }

        return Rune.DecodeFromUtf8(utf8[..count], out Rune rune, out int used) == OperationStatus.Done ? (3 * used, rune.ToString()) : default;
    }

    private static (int Length, string Plain) Form(ReadOnlySpan<char> text) => text is ['+', ..] ? (1, " ") : Percent(text);
}
