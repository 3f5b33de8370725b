using System.Text;

namespace MediaOps.Fuzzing.Inputs;

/// <summary>Gives texts, some as they are and most changed: parts exchanged, repeated, cut, taken from elsewhere, or replaced by what somebody hopes is not expected.</summary>
/// <param name="corpus">Where it begins.</param>
/// <param name="pieces">What it brings in.</param>
internal sealed class Mutator(IReadOnlyList<string> corpus, IReadOnlyList<string> pieces)
{
    private const string Ends = "\"[]{}<>:,/&?=;' \n\t()@#%";
    private const int Longest = 128 * 1024;

    public string Next(Random random)
    {
        string text = corpus[random.Next(corpus.Count)];
        for (int change = random.Next(6); change > 0; change--)
        {
            text = Change(text, random);
            text = text.Length > Longest ? text[..Longest] : text;
        }

        return text;
    }

    private string Change(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        (int from, int to) = random.Next(3) == 0 ? (at, Math.Min(text.Length, at + random.Next(40))) : Token(text, at);
        string piece = pieces[random.Next(pieces.Count)];
        return random.Next(10) switch
        {
            0 or 1 or 2 => Replace(text, from, to, piece),
            3 => Replace(text, at, at, piece),
            4 => Replace(text, from, to, ""),
            5 => Replace(text, to, to, Repeat(text[from..to], random)),
            6 => Replace(text, from, to, Part(corpus[random.Next(corpus.Count)], random)),
            7 => Replace(text, at, at, ((char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80)).ToString()),
            8 => Replace(text, at, at, Repeat(piece, random)),
            _ => random.Next(4) == 0 ? text[..at] : Replace(text, from, to, Part(text, random)),
        };
    }

    /// <summary>What stands between two characters that end something.</summary>
    private static (int From, int To) Token(string text, int at)
    {
        int from = at;
        while (from > 0 && !Ends.Contains(text[from - 1], StringComparison.Ordinal))
        {
            from--;
        }

        int to = at;
        while (to < text.Length && !Ends.Contains(text[to], StringComparison.Ordinal))
        {
            to++;
        }

        return (from, to);
    }

    private static string Part(string text, Random random)
    {
        int from = random.Next(text.Length + 1);
        return text.Substring(from, Math.Min(random.Next(1, 60), text.Length - from));
    }

    private static string Repeat(string text, Random random) => new StringBuilder().Insert(0, text, random.Next(20) == 0 ? 2000 : random.Next(1, 5)).ToString();

    private static string Replace(string text, int from, int to, string by) => string.Concat(text.AsSpan(0, from), by, text.AsSpan(to));
}
