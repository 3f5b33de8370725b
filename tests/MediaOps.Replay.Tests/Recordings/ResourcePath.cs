namespace MediaOps.Replay.Tests.Recordings;

/// <summary>
/// Addresses as the part behind the account: <c>liveEvents/morning/liveOutputs/archive</c>. The service writes them in other casings than its clients, so
/// they are compared without case.
/// </summary>
internal static class ResourcePath
{
    private const string Provider = "/mediaservices/";

    /// <summary>What stands behind the account, without slashes around it; null where the URL is none of an account.</summary>
    public static string? Of(Uri uri)
    {
        string path = uri.AbsolutePath;
        int provider = path.IndexOf(Provider, StringComparison.OrdinalIgnoreCase);
        if (provider < 0)
        {
            return null;
        }

        int end = path.IndexOf('/', provider + Provider.Length);
        return end < 0 ? "" : path[(end + 1)..].Trim('/');
    }

    /// <summary>Whether the record of an operation is there.</summary>
    public static bool IsOperation(string path) => path.Split('/') is [var kind, _] && kind.EndsWith("operations", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one entity is there, and no collection: kinds and names take turns.</summary>
    public static bool IsEntity(string path) => path.Split('/').Length % 2 == 0;

    /// <summary>The last part: the name of an entity, or an action.</summary>
    public static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>What is left without the last part.</summary>
    public static string Above(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>The entity that a write changes: an action is asked for below it.</summary>
    public static string Changed(string method, string path) => method == "POST" ? Above(path) : path;

    /// <summary>Whether a change of the one can be seen in the other: they are the same, or one is below the other.</summary>
    public static bool Touches(string changed, string path) => IsAtOrBelow(changed, path) || IsAtOrBelow(path, changed);

    /// <summary>The query without the version of the interface, in one order.</summary>
    public static string QueryOf(Uri uri)
        => string.Join('&', uri.Query.TrimStart('?').Split('&').Where(static member => member.Length > 0 && !IsVersion(member)).Order(StringComparer.Ordinal));

    /// <summary>How often the query tells the version of the interface.</summary>
    public static int VersionsOf(Uri uri) => uri.Query.TrimStart('?').Split('&').Count(IsVersion);

    private static bool IsVersion(string member) => member.StartsWith("api-version=", StringComparison.OrdinalIgnoreCase);

    private static bool IsAtOrBelow(string path, string root)
        => path.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (path.Length == root.Length || path[root.Length] == '/');
}
