namespace MediaOps.Tool.Import.Botocore;

/// <summary>A part of a path between two slashes: a text, or a placeholder for one.</summary>
/// <param name="Text">The text, or the name between the braces.</param>
/// <param name="IsPlaceholder">Whether something fills it.</param>
internal readonly record struct UriSegment(string Text, bool IsPlaceholder);

/// <summary>The path of an operation.</summary>
internal sealed class UriTemplate
{
    private const int MaxSegments = 30;
    private const string Safe = "-._~!$&*+,;=:@%";

    private UriTemplate(IReadOnlyList<UriSegment> segments, bool endsInSlash)
    {
        Segments = segments;
        EndsInSlash = endsInSlash;
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<UriSegment> Segments { get; }

    /// <summary>Whether a slash stands at the end, which services mind.</summary>
    public bool EndsInSlash { get; }

    /// <summary>Whether the last segment is a placeholder: the path of one of many.</summary>
    public bool IsItem => Segments is [.., { IsPlaceholder: true }];

    /// <summary>The names of the placeholders in order.</summary>
    public IEnumerable<string> Placeholders => Segments.Where(segment => segment.IsPlaceholder).Select(segment => segment.Text);

    /// <summary>What two paths have in common that differ in the names of their placeholders only.</summary>
    /// <param name="count">How many segments are looked at.</param>
    public string Key(int count) => string.Join('/', Segments.Take(count).Select(segment => segment.IsPlaceholder ? "{}" : segment.Text));

    /// <summary>The key of the whole path.</summary>
    public string Key() => Key(Segments.Count);

    /// <summary>The path with other names for its placeholders.</summary>
    public string Write(Func<int, string> placeholder)
    {
        int filled = 0;
        IEnumerable<string> parts = Segments.Select(segment => segment.IsPlaceholder ? "{" + placeholder(filled++) + "}" : segment.Text);
        return "/" + string.Join('/', parts) + (EndsInSlash && Segments.Count > 0 ? "/" : string.Empty);
    }

    /// <summary>Reads a path.</summary>
    /// <param name="uri">The text of the model.</param>
    /// <param name="problem">What the schema language has no word for; else null.</param>
    public static UriTemplate? Parse(string uri, out string? problem)
    {
        problem = uri.Contains('?', StringComparison.Ordinal) ? "its path has a fixed query" : null;
        string[] parts = uri.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > MaxSegments)
        {
            problem ??= "its path is too long";
        }

        var segments = new List<UriSegment>();
        foreach (string part in parts.Take(MaxSegments))
        {
            if (part is ['{', .., '}'] && Name(part) is { Length: > 0 } name)
            {
                segments.Add(new UriSegment(name, IsPlaceholder: true));
            }
            else if (part is "." or ".." || part.Length > Limits.WireText || !part.All(c => char.IsAsciiLetterOrDigit(c) || Safe.Contains(c, StringComparison.Ordinal)))
            {
                problem ??= "its path cannot be written";
            }
            else
            {
                segments.Add(new UriSegment(part, IsPlaceholder: false));
            }
        }

        return problem is null ? new UriTemplate(segments, uri.EndsWith('/')) : null;
    }

    /// <summary>The name of a placeholder. A plus lets it fill several segments, for which the language wants a pattern; here it fills one, percent-encoded.</summary>
    private static string Name(string part) => part[1..^1].TrimEnd('+') is var name && name.AsSpan().IndexOfAny('{', '}') < 0 ? name : string.Empty;
}
