namespace MediaOps.Security.Tests.Paths;

/// <summary>What a server makes of a request's target: first one that splits and then decodes, then one behind a proxy that decodes everything first.</summary>
internal static class Router
{
    /// <summary>The segments below the endpoint, each decoded by itself.</summary>
    public static string[] Segments(Uri target, string below)
    {
        string path = target.AbsolutePath;
        Assert.StartsWith(below, path, StringComparison.Ordinal);
        return [.. path[below.Length..].Split('/').Select(Uri.UnescapeDataString)];
    }

    /// <summary>The members of the query, decoded.</summary>
    public static (string Name, string Value)[] Query(Uri target) =>
    [
        .. target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(member => member.Split('=', 2))
            .Select(member => (Uri.UnescapeDataString(member[0]), Uri.UnescapeDataString(member[1]))),
    ];

    /// <summary>Whether a proxy that decodes, takes backslashes for slashes and cuts segments at semicolons would be led out of the place where the path begins.</summary>
    public static bool Climbs(Uri target)
    {
        foreach (string path in new[] { target.AbsolutePath, Uri.UnescapeDataString(target.AbsolutePath) })
        {
            if (path.Split('/', '\\').Any(segment => segment.Split(';')[0] is "." or ".."))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text in an OData literal; null where what stands there is not one literal from its first to its last character.</summary>
    public static string? Literal(string text)
    {
        if (text.Length < 2 || text[0] != '\'' || text[^1] != '\'')
        {
            return null;
        }

        string inner = text[1..^1];
        return inner.Replace("''", "", StringComparison.Ordinal).Contains('\'', StringComparison.Ordinal) ? null : inner.Replace("''", "'", StringComparison.Ordinal);
    }
}
