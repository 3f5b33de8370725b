namespace MediaOps.Runtime;

/// <summary>Puts base, path and the service's own query members together, with the percent-encoding exactly as it is given.</summary>
internal sealed class UrlBuilder
{
    // Uri would otherwise decode %2E and %27 and resolve dot segments: an encoded id could become another path.
    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _query;

    public UrlBuilder(KeyValuePair<string, string>[] query) =>
        _query = string.Join('&', query.Select(static member => $"{Uri.EscapeDataString(member.Key)}={Uri.EscapeDataString(member.Value)}"));

    public Uri Build(Uri baseUri, string path)
    {
        Check(path);
        string text = baseUri.AbsoluteUri + path.TrimStart('/');
        if (_query.Length > 0)
        {
            text += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + _query;
        }

        return new Uri(text, AsGiven);
    }

    // What Uri does not check any more, we must: a blank or line break in a path would end the request line.
    private static void Check(string path)
    {
        foreach (char c in path)
        {
            if (c is <= ' ' or >= '\u007f' or '#')
            {
                throw new ArgumentException($"The path has a character that cannot stand in a URL: U+{(int)c:X4}. Percent-encode it.", nameof(path));
            }
        }
    }
}
