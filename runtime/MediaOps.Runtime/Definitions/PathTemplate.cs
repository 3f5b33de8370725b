using System.ComponentModel;
using System.Text;
using System.Text.RegularExpressions;

namespace MediaOps.Runtime;

/// <summary>
/// A path below the endpoint with places for values: <c>'{Id}'</c> is an OData literal (quotes doubled, then percent-encoded), <c>{Id}</c> is one
/// percent-encoded path segment, <c>{+Id}</c> is several segments with slashes between them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PathTemplate
{
    private readonly Part[] _parts;

    private PathTemplate(string text, Part[] parts)
    {
        Text = text;
        _parts = parts;
        Placeholders = [.. parts.Where(static part => part.Kind != PartKind.Fixed).Select(static part => part.Text)];
    }

    private enum PartKind
    {
        Fixed,
        Segment,
        Literal,
        Segments,
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The names between the braces, in order.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">Such as <c>Channels('{Id}')/Start</c>. The fixed parts are sent as they are: printable ASCII without blanks and <c>#</c>.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ArgumentException">A brace without its partner, a nameless place, or a character that cannot stand in a URL.</exception>
    public static PathTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<Part>();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            string before = CheckFixed(open < 0 ? text[at..] : text[at..open], text);
            if (before.Length > 0)
            {
                parts.Add(new Part(PartKind.Fixed, before));
            }

            if (open < 0)
            {
                break;
            }

            int close = text.IndexOf('}', open);
            string name = close < 0 ? "" : text[(open + 1)..close];
            bool several = name.StartsWith('+');
            name = several ? name[1..] : name;
            if (name.Length == 0 || name.Contains('{', StringComparison.Ordinal))
            {
                throw Unreadable(text);
            }

            at = close + 1;
            bool literal = before.EndsWith('\'') && at < text.Length && text[at] == '\'';
            parts.Add(new Part(several ? PartKind.Segments : literal ? PartKind.Literal : PartKind.Segment, name));
        }

        return new PathTemplate(text, [.. parts]);
    }

    /// <summary>Puts values into the places.</summary>
    /// <param name="values">Values from anywhere; each is encoded, so that it can name nothing but one key, one segment, or as many segments as it has.</param>
    /// <returns>The path; the text itself where the template has no place.</returns>
    /// <exception cref="ArgumentException">A value is missing or empty, has a segment <c>.</c> or <c>..</c>, also between backslashes, or has a control character or half a surrogate pair.</exception>
    public string Expand(PathValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Placeholders.Count == 0)
        {
            return Text;
        }

        var path = new StringBuilder();
        foreach (Part part in _parts)
        {
            if (part.Kind == PartKind.Fixed)
            {
                path.Append(part.Text);
                continue;
            }

            string? value = values[part.Text];
            if ((part.Kind == PartKind.Segments ? SegmentsFault(value) : Fault(value)) is { } fault)
            {
                throw new ArgumentException($"'{part.Text}' of the path '{Text}' {(value is null ? "is not known" : fault)}.", nameof(values));
            }

            path.Append(part.Kind switch
            {
                PartKind.Literal => Uri.EscapeDataString(value!.Replace("'", "''", StringComparison.Ordinal)),
                PartKind.Segments => string.Join('/', value!.Split('/').Select(Uri.EscapeDataString)),
                _ => Uri.EscapeDataString(value!),
            });
        }

        return path.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Puts values into the places as they are, to make an id and not a path; null where one is missing.</summary>
    internal string? Fill(PathValues values)
        => Placeholders.All(name => values[name] is not null) ? string.Concat(_parts.Select(part => part.Kind == PartKind.Fixed ? part.Text : values[part.Text])) : null;

    /// <summary>Whether a path, percent-encoded, ends as this template would end it, whatever the values.</summary>
    internal bool IsEndOf(string path)
    {
        string text = string.Concat(_parts.Select(static part => part.Kind switch
        {
            PartKind.Fixed => Regex.Escape(part.Text),
            PartKind.Segments => ".+",
            _ => "[^/]+",
        }));
        int query = Text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? PatternCache.IsMatch(path, ".*/" + text.TrimStart('/')) : Parse(Text[..query]).IsEndOf(path);
    }

    /// <summary>Whether the value of that name may fill several segments.</summary>
    internal bool IsSpread(string name) => Array.Exists(_parts, part => part.Kind == PartKind.Segments && part.Text == name);

    /// <summary>Why a text cannot be a value that stands in a path; null where it can. Ids that the service tells are held to this where they are learnt.</summary>
    internal static string? Fault(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "is empty";
        }

        // Proxies and servers resolve a dot segment even when it is percent-encoded, and some take an encoded slash or backslash for a plain slash.
        if (HasDotSegment(value))
        {
            return "is or holds a dot segment, which would climb to another resource";
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

    /// <summary>Why a text cannot be several segments of a path; null where it can.</summary>
    internal static string? SegmentsFault(string? value)
    {
        if (Fault(value) is { } fault)
        {
            return fault;
        }

        return value.AsSpan().IndexOfAny("?#\\") >= 0 ? "has a character that cannot stand in a path of several segments"
            : value!.Split('/').Contains("", StringComparer.Ordinal) ? "has an empty segment"
            : null;
    }

    /// <summary>Whether anybody may take a part of a text for a step upwards: some servers cut a segment at its first semicolon.</summary>
    internal static bool HasDotSegment(string text)
    {
        foreach (Range part in text.AsSpan().SplitAny('/', '\\'))
        {
            ReadOnlySpan<char> segment = text.AsSpan(part);
            int end = segment.IndexOf(';');
            if ((end < 0 ? segment : segment[..end]) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static ArgumentException Unreadable(string text)
        => new($"The path template '{text}' must have places such as {{Id}}, with both braces and a name.", nameof(text));

    private static string CheckFixed(string part, string text)
    {
        foreach (char c in part)
        {
            if (c == '}')
            {
                throw Unreadable(text);
            }

            if (c is <= ' ' or >= '\u007f' or '#')
            {
                throw new ArgumentException($"The path template '{text}' has a character that cannot stand in a URL: U+{(int)c:X4}.", nameof(text));
            }
        }

        return part;
    }

    /// <param name="Kind">What it is.</param>
    /// <param name="Text">The fixed text, or the name between the braces.</param>
    private readonly record struct Part(PartKind Kind, string Text);
}
