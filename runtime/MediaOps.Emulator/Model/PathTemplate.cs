using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace MediaOps.Emulation.Model;

/// <summary>A path of the schema, matched against a request's path. Placeholders: <c>{X}</c> is a part of one segment, <c>{+X}</c> one or more segments,
/// <c>'{X}'</c> an OData literal.</summary>
/// <remarks>Segments are split before they are decoded: an encoded slash is a character of a value and never leads anywhere else.</remarks>
internal sealed class PathTemplate
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Part[] _parts;
    private readonly Regex _pattern;

    private PathTemplate(string text, Part[] parts, bool ignoreCase)
    {
        Text = text;
        _parts = parts;
        RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        _pattern = new Regex(@"\A" + string.Concat(parts.Select((p, i) => p.Pattern(i))) + @"\z", options, Limit);
    }

    public string Text { get; }

    /// <summary>How many segments it has, where each placeholder stands for one at most.</summary>
    public int Length => Split(Text).Length;

    /// <summary>The placeholders in their order.</summary>
    public IEnumerable<string> Names => _parts.Select(p => p.Name).OfType<string>();

    /// <summary>The placeholders that may stand for several segments.</summary>
    public IEnumerable<string> WideNames => _parts.Where(p => p.Wide).Select(p => p.Name!);

    public static PathTemplate Parse(string text, bool ignoreCase = false)
    {
        string path = "/" + string.Join('/', Split(text));
        var parts = new List<Part>();
        int at = 0;
        while (at < path.Length)
        {
            int open = path.IndexOf('{', at);
            int close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(new Part(path[at..], null, Wide: false, Quoted: false));
                break;
            }

            string before = path[at..open];
            if (before.Length > 0)
            {
                parts.Add(new Part(before, null, Wide: false, Quoted: false));
            }

            string name = path[(open + 1)..close];
            bool quoted = before.EndsWith('\'') && close + 1 < path.Length && path[close + 1] == '\'';
            parts.Add(new Part(string.Empty, name.TrimStart('+'), name.StartsWith('+'), quoted));
            at = close + 1;
        }

        return new PathTemplate(text, [.. parts], ignoreCase);
    }

    /// <summary>The segments of a path, still encoded; a slash at the end adds none.</summary>
    public static string[] Split(string path)
    {
        string trimmed = path.StartsWith('/') ? path[1..] : path;
        trimmed = trimmed.EndsWith('/') ? trimmed[..^1] : trimmed;
        return trimmed.Length == 0 ? [] : trimmed.Split('/');
    }

    /// <summary>A path in the one spelling that templates are matched with.</summary>
    public static string Normalize(IEnumerable<string> segments) => "/" + string.Join('/', segments.Select(s => Uri.EscapeDataString(Uri.UnescapeDataString(s))));

    /// <summary>Matches a whole path.</summary>
    /// <param name="path">The path as <see cref="Normalize"/> spells it.</param>
    /// <param name="values">The values of the placeholders, decoded.</param>
    public bool Matches(string path, [NotNullWhen(true)] out Dictionary<string, string>? values)
    {
        values = null;
        if (_pattern.Match(path) is not { Success: true } match)
        {
            return false;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] is { Name: { } name } part)
            {
                if (part.Decode(match.Groups["p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)].Value) is not { } value)
                {
                    return false;
                }

                found[name] = value;
            }
        }

        values = found;
        return true;
    }

    /// <summary>The path with its placeholders filled.</summary>
    /// <param name="values">The values by name.</param>
    /// <param name="lower">Whether the text between the placeholders is written in lower case, as services do that do not mind.</param>
    public string Expand(IReadOnlyDictionary<string, string> values, bool lower = false)
    {
        var path = new StringBuilder();
        foreach (Part part in _parts)
        {
            path.Append(part.Name is null ? lower ? part.Literal.ToLowerInvariant() : part.Literal : part.Encode(values.GetValueOrDefault(part.Name, string.Empty)));
        }

        return path.ToString();
    }

    private sealed record Part(string Literal, string? Name, bool Wide, bool Quoted)
    {
        public string Pattern(int number) => Name is null
            ? Regex.Escape(string.Join('/', Literal.Split('/').Select(Uri.EscapeDataString)))
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"(?<p{number}>{(Wide ? ".+" : "[^/]+")})");

        public string? Decode(string value)
        {
            if (Wide)
            {
                string[] segments = [.. value.Split('/').Select(Uri.UnescapeDataString)];
                return segments.Any(s => s.Length == 0 || s.Contains('/', StringComparison.Ordinal)) ? null : string.Join('/', segments);
            }

            string text = Uri.UnescapeDataString(value);
            if (!Quoted)
            {
                return text;
            }

            // A quote inside an OData literal is written twice; a single one ends the literal, and what follows is no path of ours.
            return text.Replace("''", string.Empty, StringComparison.Ordinal).Contains('\'', StringComparison.Ordinal) ? null : text.Replace("''", "'", StringComparison.Ordinal);
        }

        public string Encode(string value) => Wide
            ? string.Join('/', value.Split('/').Select(Uri.EscapeDataString))
            : Uri.EscapeDataString(Quoted ? value.Replace("'", "''", StringComparison.Ordinal) : value);
    }
}
