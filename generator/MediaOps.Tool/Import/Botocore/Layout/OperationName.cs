namespace MediaOps.Tool.Import.Botocore;

/// <summary>The name of an operation, taken apart: <c>StartChannel</c> starts a channel.</summary>
/// <param name="Verb">The first word; of <c>BatchGetChannel</c> the first two.</param>
/// <param name="Noun">The other words.</param>
internal readonly record struct OperationName(string Verb, string Noun)
{
    /// <summary>Takes a name apart.</summary>
    public static OperationName Of(string name)
    {
        List<string> words = Words(name);
        int verb = words is ["Batch", _, ..] ? 2 : Math.Min(1, words.Count);
        return new OperationName(string.Concat(words.Take(verb)), string.Concat(words.Skip(verb)));
    }

    /// <summary>The words of a name in capitals: one begins at a capital after a small letter or digit, and at the last capital of a run.</summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                words.Add(name[start..i]);
                start = i;
            }
        }

        if (name.Length > 0)
        {
            words.Add(name[start..]);
        }

        return words;
    }

    /// <summary>A name without the words of another: <c>UpdateChannelClass</c> of a <c>Channel</c> is <c>UpdateClass</c>.</summary>
    public static string Without(string name, string noun)
    {
        List<string> words = Words(name);
        List<string> others = Words(noun);
        for (int at = 0; others.Count > 0 && at + others.Count <= words.Count; at++)
        {
            if (words.Skip(at).Take(others.Count).SequenceEqual(others, StringComparer.Ordinal))
            {
                words.RemoveRange(at, others.Count);
                break;
            }
        }

        return string.Concat(words);
    }
}
