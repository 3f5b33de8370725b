using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>How lists are paged.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagingDefinition
{
    /// <summary>The style. Default: skip and take.</summary>
    public PagingStyle Style { get; init; }

    /// <summary>Path of the items in the body of a page; null where the body itself is the array.</summary>
    public string? Items { get; init; }

    /// <summary>Path of the next page's token or URL in the body.</summary>
    public string? Next { get; init; }

    /// <summary>Query member that carries the offset or token, such as <c>$skip</c>.</summary>
    public string? Param { get; init; }

    /// <summary>Query member that carries the page size, such as <c>$top</c>.</summary>
    public string? Limit { get; init; }

    /// <summary>The largest page, in items. Default: 1000.</summary>
    public int Max { get; init; } = 1000;
}

/// <summary>The paging styles.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingStyle
{
    /// <summary>Skip and take.</summary>
    Offset = 0,

    /// <summary>The body holds a token for the next page.</summary>
    Token = 1,

    /// <summary>The body holds the URL of the next page.</summary>
    NextLink = 2,
}
