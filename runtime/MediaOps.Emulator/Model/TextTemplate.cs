using System.Text.RegularExpressions;

namespace MediaOps.Emulation.Model;

/// <summary>A text with placeholders <c>{X}</c> that are filled with values as they are.</summary>
internal sealed partial class TextTemplate(string text)
{
    /// <param name="value">Gives the value of a placeholder.</param>
    public string Fill(Func<string, string> value) => Placeholder().Replace(text, m => value(m.Groups["name"].Value));

    [GeneratedRegex(@"\{\+?(?<name>[^{}+]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
