using System.Globalization;

namespace MediaOps.Schema;

/// <summary>A rule that schema files are checked against.</summary>
/// <param name="Id">The id, such as <c>MOPS0201</c>.</param>
/// <param name="Severity">How bad a breach is.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">What a finding says: a sentence with numbered placeholders.</param>
/// <param name="Fix">What the author does about it, as a sentence.</param>
public sealed record Rule(string Id, Severity Severity, string Title, string Message, string Fix)
{
    /// <summary>The message of one finding: what is wrong, then what to do.</summary>
    public string Format(params object[] arguments) => string.Format(CultureInfo.InvariantCulture, Message, arguments) + " " + Fix;
}
