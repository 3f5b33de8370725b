using System.ComponentModel;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>
/// A path below the endpoint with at most one place for an id: <c>'{Id}'</c> is an OData literal (quotes doubled, then percent-encoded),
/// <c>{Id}</c> is one percent-encoded path segment.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PathTemplate
{
    private readonly string _before;
    private readonly string _after;
    private readonly bool _literal;

    private PathTemplate(string text, string? placeholder, string before, string after, bool literal)
    {
        Text = text;
        Placeholder = placeholder;
        _before = before;
        _after = after;
        _literal = literal;
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The name between the braces, or null for a path without a place.</summary>
    public string? Placeholder { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">Such as <c>Channels('{Id}')/Start</c>. The fixed parts are sent as they are: printable ASCII without blanks and <c>#</c>.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ArgumentException">A brace without its partner, more than one place, a nameless place, or a character that cannot stand in a URL.</exception>
    public static PathTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int open = text.IndexOf('{', StringComparison.Ordinal);
        int close = text.IndexOf('}', StringComparison.Ordinal);
        if (open < 0 && close < 0)
        {
            return new PathTemplate(CheckFixed(text, text), placeholder: null, text, "", literal: false);
        }

        if (open < 0 || close <= open + 1 || text.AsSpan(close + 1).IndexOfAny('{', '}') >= 0 || text.LastIndexOf('{') != open)
        {
            throw new ArgumentException($"The path template '{text}' must have at most one place such as {{Id}}, with both braces and a name.", nameof(text));
        }

        string before = CheckFixed(text[..open], text);
        string after = CheckFixed(text[(close + 1)..], text);
        bool literal = before.EndsWith('\'') && after.StartsWith('\'');
        return new PathTemplate(text, text[(open + 1)..close], before, after, literal);
    }

    /// <summary>Puts a value into the place.</summary>
    /// <param name="value">An id from anywhere; it is encoded, so that it can name nothing but one key or one segment.</param>
    /// <returns>The path; the text itself where the template has no place.</returns>
    /// <exception cref="ArgumentException">The value is empty, is <c>.</c> or <c>..</c>, or has a control character or half a surrogate pair.</exception>
    public string Expand(string value)
    {
        if (Placeholder is null)
        {
            return Text;
        }

        CheckValue(value);
        return _before + Uri.EscapeDataString(_literal ? value.Replace("'", "''", StringComparison.Ordinal) : value) + _after;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Why a text cannot be an id that stands in a path; null where it can. Ids that the service tells are held to this where they are learnt.</summary>
    internal static string? Fault(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "is empty";
        }

        // Proxies and servers resolve a dot segment even when it is percent-encoded.
        if (value is "." or "..")
        {
            return "is a dot segment, which would climb to another resource";
        }

        foreach (Rune rune in value.EnumerateRunes())
        {
            if (ErrorText.IsHidden(rune) || rune == Rune.ReplacementChar)
            {
                return "has a control character, an invisible one, or a broken one";
            }
        }

        return null;
    }

    private void CheckValue(string value)
    {
        if (Fault(value) is { } fault)
        {
            throw new ArgumentException($"'{Placeholder}' of the path '{Text}' {fault}.", nameof(value));
        }
    }

    private static string CheckFixed(string part, string text)
    {
        foreach (char c in part)
        {
            if (c is <= ' ' or >= '\u007f' or '#')
            {
                throw new ArgumentException($"The path template '{text}' has a character that cannot stand in a URL: U+{(int)c:X4}.", nameof(text));
            }
        }

        return part;
    }
}
