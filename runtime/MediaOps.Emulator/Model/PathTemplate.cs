using System.Diagnostics.CodeAnalysis;

namespace MediaOps.Emulation.Model;

/// <summary>A path of the schema, matched segment by segment against a request's path.</summary>
/// <remarks>Segments are split before they are decoded: an encoded slash is a character of a value and never leads anywhere else.</remarks>
internal sealed class PathTemplate
{
    private readonly Segment[] _segments;

    private PathTemplate(string text, Segment[] segments)
    {
        Text = text;
        _segments = segments;
    }

    public string Text { get; }

    public int Length => _segments.Length;

    public int Placeholders => _segments.Count(s => s.Name is not null);

    public static PathTemplate Parse(string text) => new(text, [.. Split(text).Select(s => Segment.Parse(s, text))]);

    /// <summary>The segments of a path, still encoded; a slash at the end adds none.</summary>
    public static string[] Split(string path)
    {
        string trimmed = path.StartsWith('/') ? path[1..] : path;
        trimmed = trimmed.EndsWith('/') ? trimmed[..^1] : trimmed;
        return trimmed.Length == 0 ? [] : trimmed.Split('/');
    }

    /// <summary>Matches a whole path.</summary>
    public bool Matches(ReadOnlySpan<string> path, [NotNullWhen(true)] out Dictionary<string, string>? values) =>
        MatchesStart(path, StringComparison.Ordinal, out values) && path.Length == _segments.Length;

    /// <summary>Matches the first segments of a path.</summary>
    public bool MatchesStart(ReadOnlySpan<string> path, StringComparison comparison, [NotNullWhen(true)] out Dictionary<string, string>? values)
    {
        values = null;
        if (path.Length < _segments.Length)
        {
            return false;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _segments.Length; i++)
        {
            if (!_segments[i].Matches(Uri.UnescapeDataString(path[i]), comparison, found))
            {
                return false;
            }
        }

        values = found;
        return true;
    }

    /// <summary>The path with its one placeholder filled.</summary>
    public string Expand(string value) => "/" + string.Join('/', _segments.Select(s => s.Expand(value)));

    private sealed record Segment(string Before, string? Name, bool Quoted, string After)
    {
        public static Segment Parse(string segment, string template)
        {
            int open = segment.IndexOf('{', StringComparison.Ordinal);
            if (open < 0)
            {
                return new Segment(segment, null, false, string.Empty);
            }

            int close = segment.IndexOf('}', open);
            string name = close > open ? segment[(open + 1)..close] : string.Empty;
            string after = close > open ? segment[(close + 1)..] : string.Empty;
            if (name.Length == 0 || name[0] == '+' || after.Contains('{', StringComparison.Ordinal))
            {
                throw new EmulatorSchemaException(
                    $"The path '{template}' is more than the emulator can match: it knows one placeholder {{Name}} per segment, without '+'.");
            }

            string before = segment[..open];
            return new Segment(before, name, before.EndsWith('\'') && after.StartsWith('\''), after);
        }

        public bool Matches(string segment, StringComparison comparison, Dictionary<string, string> values)
        {
            if (Name is null)
            {
                return string.Equals(segment, Before, comparison);
            }

            if (segment.Length <= Before.Length + After.Length || !segment.StartsWith(Before, comparison) || !segment.EndsWith(After, comparison))
            {
                return false;
            }

            string value = segment[Before.Length..^After.Length];
            if (Quoted)
            {
                // A quote inside an OData literal is written twice; a single one ends the literal, and what follows is no path of ours.
                string without = value.Replace("''", string.Empty, StringComparison.Ordinal);
                if (without.Contains('\'', StringComparison.Ordinal))
                {
                    return false;
                }

                value = value.Replace("''", "'", StringComparison.Ordinal);
            }

            values[Name] = value;
            return true;
        }

        public string Expand(string value) => Name is null
            ? Before
            : Before + Uri.EscapeDataString(Quoted ? value.Replace("'", "''", StringComparison.Ordinal) : value) + After;
    }
}
