namespace MediaOps.Runtime;

/// <summary>Finds one secret in a text, also where it overlaps itself, in time that grows with the length of both (Knuth, Morris and Pratt).</summary>
internal sealed class SecretMatcher
{
    private readonly string _secret;

    /// <summary>For each beginning of the secret, by its length: the length of the longest shorter one with which it ends.</summary>
    private readonly int[] _shorter;

    /// <param name="secret">The secret; not empty.</param>
    public SecretMatcher(string secret)
    {
        _secret = secret;
        _shorter = new int[secret.Length + 1];
        for (int at = 1, length = 0; at < secret.Length; at++)
        {
            length = Next(length, secret[at]);
            _shorter[at + 1] = length;
        }
    }

    /// <summary>Where the secret is, and where its beginning is at which the text is cut, unless it is so short that it says nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="cut">Where the text is cut; null where it is not.</param>
    public IEnumerable<(int Start, int Length)> In(string text, int from, int? cut)
    {
        int end = cut ?? text.Length;
        int length = 0;
        for (int at = from; at < end; at++)
        {
            length = Next(length, text[at]);
            if (length == _secret.Length)
            {
                yield return (at + 1 - length, length);
            }
        }

        if (cut is not null && length >= SentSecrets.Shortest)
        {
            yield return (end - length, length);
        }
    }

    /// <summary>How much of the secret's beginning a text ends with, after one character more.</summary>
    private int Next(int length, char next)
    {
        while (length > 0 && (length == _secret.Length || _secret[length] != next))
        {
            length = _shorter[length];
        }

        return _secret[length] == next ? length + 1 : length;
    }
}
