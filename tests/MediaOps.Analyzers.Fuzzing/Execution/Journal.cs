namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>What was seen on the lines of a program in all of its runs.</summary>
public sealed class Journal
{
    private readonly Dictionary<int, (int Yes, int No)> _calls = [];
    private readonly Dictionary<(int Line, string Text), (int Yes, int No)> _tests = [];

    /// <summary>The lines on which something was called that a state may forbid.</summary>
    public IReadOnlyDictionary<int, (int Valid, int Invalid)> Calls => _calls.AsReadOnly();

    /// <summary>The lines on which states were compared.</summary>
    public IReadOnlyDictionary<(int Line, string Text), (int True, int False)> Tests => _tests.AsReadOnly();

    /// <summary>Writes down a call.</summary>
    internal void Call(int line, bool isValid) => Count(_calls, line, isValid);

    /// <summary>Writes down how a comparison came out.</summary>
    internal void Test(int line, string text, bool isTrue) => Count(_tests, (line, text), isTrue);

    private static void Count<TKey>(Dictionary<TKey, (int Yes, int No)> counts, TKey key, bool isYes)
        where TKey : notnull
    {
        (int yes, int no) = counts.GetValueOrDefault(key);
        counts[key] = isYes ? (yes + 1, no) : (yes, no + 1);
    }
}
