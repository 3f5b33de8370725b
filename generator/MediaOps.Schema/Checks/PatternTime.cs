using System;
using System.Diagnostics;

namespace MediaOps.Schema;

/// <summary>How long the patterns of one file may be tried on its texts: each may be slow, and a file has room for thousands.</summary>
internal sealed class PatternTime
{
    private TimeSpan _left = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text matches as a whole; a pattern that does not compile, or for which there is no time, refuses nothing.</summary>
    public bool Matches(string? pattern, string text)
    {
        if (_left <= TimeSpan.Zero)
        {
            return true;
        }

        var watch = Stopwatch.StartNew();
        bool matches = PatternChecks.Matches(pattern, text, _left < PatternChecks.Timeout ? _left : PatternChecks.Timeout);
        _left -= watch.Elapsed;
        return matches;
    }
}
