using System.Diagnostics.CodeAnalysis;

namespace MediaOps.Runtime;

/// <summary>URLs out of texts from anywhere.</summary>
internal static class HostileUri
{
    /// <summary>Parses, and looks at all parts: the framework's parser throws for some texts, and for others only when a part is asked for.</summary>
    public static bool TryRead(Func<Uri?> parse, [NotNullWhen(true)] out Uri? uri)
    {
        try
        {
            uri = parse();
            return uri is not null && (!uri.IsAbsoluteUri || (uri.IdnHost.Length + uri.AbsolutePath.Length + uri.AbsoluteUri.Length + uri.Query.Length >= 0));
        }
        catch (Exception e) when (e is UriFormatException or IndexOutOfRangeException)
        {
            uri = null;
            return false;
        }
    }
}
