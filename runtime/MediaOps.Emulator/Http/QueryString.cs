namespace MediaOps.Emulation.Http;

/// <summary>Reads query strings; of a name that comes twice, the first counts.</summary>
internal static class QueryString
{
    public static Dictionary<string, string> Parse(string query)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? string.Empty : part[(equals + 1)..].Replace('+', ' ');
            members.TryAdd(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
        }

        return members;
    }

    /// <summary>The query with the values of secret members hidden.</summary>
    public static string Hide(string query, IEnumerable<string> secrets)
    {
        if (query.Length <= 1)
        {
            return string.Empty;
        }

        var hidden = secrets.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return "?" + string.Join('&', query[1..].Split('&').Select(part =>
            hidden.Contains(Uri.UnescapeDataString(part.Split('=')[0])) ? part.Split('=')[0] + "=***" : part));
    }
}
