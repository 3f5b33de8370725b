using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MediaOps.Runtime;

/// <summary>Matches schema patterns over the whole text. The patterns are few and come from the schema, so the cache is bounded by it.</summary>
internal static class PatternCache
{
    private static readonly ConcurrentDictionary<string, Regex> Cache = new(StringComparer.Ordinal);

    /// <summary>Whether the whole text matches; a text that cannot be checked in time does not.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Cache.GetOrAdd(pattern, Compile).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex Compile(string pattern)
    {
        // \A and \z, because $ would let a trailing newline through.
        string whole = @"\A(?:" + pattern + @")\z";
        var limit = TimeSpan.FromMilliseconds(250);
        try
        {
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, limit);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references exist only in the backtracking engine; there the time-out is what protects us.
            return new Regex(whole, RegexOptions.CultureInvariant, limit);
        }
    }
}
