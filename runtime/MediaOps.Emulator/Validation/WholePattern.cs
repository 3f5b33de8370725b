using System.Text.RegularExpressions;

namespace MediaOps.Emulation.Validation;

/// <summary>Patterns of the schema: over the whole text, and never longer at work than the input deserves.</summary>
internal static class WholePattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    public static Regex Compile(string pattern)
    {
        // .NET's $ accepts a line feed at the end of the text; \A and \z do not.
        string whole = @"\A(?:" + pattern + @")\z";
        try
        {
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException e)
        {
            throw new EmulatorSchemaException($"'{pattern}' is not a regular expression: {e.Message}", e);
        }
    }

    /// <summary>Whether the text matches; one on which the pattern takes too long does not.</summary>
    public static bool IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
