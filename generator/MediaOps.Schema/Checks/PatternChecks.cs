using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Patterns: they must compile, and should not repeat a repetition.</summary>
internal static class PatternChecks
{
    /// <summary>No pattern of a real id comes near, and what is longer could exhaust the stack of the compiler's process.</summary>
    private const int MaxLength = 1000;

    /// <summary>Patterns and texts are hostile; none may take longer.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMilliseconds(250);

    public static void Check(string? pattern, string path, FindingSink sink)
    {
        if (pattern is null)
        {
            return;
        }

        if (Problem(pattern) is { } problem)
        {
            sink.Report(Rules.BadPattern, path, Messages.Clean(problem));
        }
        else if (RepeatsRepetition(pattern))
        {
            sink.Report(Rules.SlowPattern, path);
        }
    }

    /// <summary>Whether a pattern is a regular expression.</summary>
    public static bool Compiles(string? pattern) => pattern is not null && Problem(pattern) is null;

    /// <summary>Whether a text matches as a whole; a pattern that does not compile or takes too long refuses nothing.</summary>
    public static bool Matches(string? pattern, string text, TimeSpan most)
    {
        if (pattern is null || Problem(pattern) is not null)
        {
            return true;
        }

        try
        {
            // The dollar sign of .NET accepts a line feed at the end; \z does not.
            return Regex.IsMatch(text, @"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant, most);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>Whether a pattern says what a value may hold from its first to its last character and lets no free text in.</summary>
    public static bool FixesSegments(string? pattern) =>
        pattern is not null && pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal)
        && pattern.IndexOf(".*", StringComparison.Ordinal) < 0 && pattern.IndexOf(".+", StringComparison.Ordinal) < 0;

    private static string? Problem(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return "it is longer than 1000 characters";
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Timeout);
            return null;
        }
        catch (ArgumentException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Whether a group that holds an unbounded repetition is itself repeated without bound: (a+)+, (-*[a-z]+)*.</summary>
    public static bool RepeatsRepetition(string pattern)
    {
        var holds = new Stack<bool>();
        bool current = false;
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\')
            {
                i++;
            }
            else if (inClass)
            {
                inClass = c != ']';
            }
            else if (c == '[')
            {
                inClass = true;
                i += i + 1 < pattern.Length && pattern[i + 1] == ']' ? 1 : 0;
            }
            else if (c == '(')
            {
                holds.Push(current);
                current = false;
            }
            else if (c == ')')
            {
                bool repeated = IsUnbounded(pattern, i + 1);
                if (current && repeated)
                {
                    return true;
                }

                current |= repeated | (holds.Count > 0 && holds.Pop());
            }
            else
            {
                current |= IsUnbounded(pattern, i);
            }
        }

        return false;
    }

    private static bool IsUnbounded(string pattern, int at)
    {
        if (at >= pattern.Length)
        {
            return false;
        }

        if (pattern[at] is '*' or '+')
        {
            return true;
        }

        int end = pattern[at] == '{' ? pattern.IndexOf('}', at) : -1;
        return end > 0 && pattern[end - 1] == ',';
    }
}
