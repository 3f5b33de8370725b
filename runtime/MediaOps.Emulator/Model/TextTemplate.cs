using System.Text.RegularExpressions;

namespace MediaOps.Emulation.Model;

/// <summary>A text with placeholders <c>{X}</c>: filled with values, or matched against a text that holds them.</summary>
internal sealed partial class TextTemplate(string text)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex> _pattern = new(() => new Regex(
        @"\A" + string.Concat(Parts().Split(text).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : $"(?<{part.TrimStart('+')}>.+?)")) + @"\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        Limit));

    /// <summary>The names of the placeholders.</summary>
    public IEnumerable<string> Names => Parts().Matches(text).Select(m => m.Groups["name"].Value.TrimStart('+'));

    /// <summary>Puts values in the places, as they are.</summary>
    /// <param name="value">Gives the value of a placeholder.</param>
    public string Fill(Func<string, string> value) => Parts().Replace(text, m => value(m.Groups["name"].Value.TrimStart('+')));

    /// <summary>Whether a text is this one with something in each place; what that is, is added to the values.</summary>
    public bool Matches(string filled, IDictionary<string, string> values)
    {
        if (_pattern.Value.Match(filled) is not { Success: true } match)
        {
            return false;
        }

        foreach (string name in Names)
        {
            values[name] = match.Groups[name].Value;
        }

        return true;
    }

    [GeneratedRegex(@"\{(?<name>\+?[A-Za-z][A-Za-z0-9]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
