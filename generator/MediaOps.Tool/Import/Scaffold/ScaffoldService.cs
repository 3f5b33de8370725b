namespace MediaOps.Tool.Import;

/// <summary>A service as an importer found it: near to <c>service.json</c>, with its entities.</summary>
internal sealed class ScaffoldService
{
    /// <summary>The name, such as <c>Media</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The namespace of the generated code.</summary>
    public required string Namespace { get; set; }

    /// <summary>The source as a whole.</summary>
    public required Origin Origin { get; set; }

    /// <summary>The base address, placeholders in braces.</summary>
    public required string Endpoint { get; set; }

    /// <summary>The version of the service's interface.</summary>
    public string? Version { get; set; }

    /// <summary>A sentence about the service.</summary>
    public string? Description { get; set; }

    /// <summary>What fills placeholders of the address and of paths.</summary>
    public List<ScaffoldOption> Options { get; } = [];

    /// <summary>The ways to authorize requests.</summary>
    public List<ScaffoldAuth> Auth { get; } = [];

    /// <summary>Headers of every request.</summary>
    public SortedDictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Query members of every request.</summary>
    public SortedDictionary<string, string> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>The header of the caller's request id.</summary>
    public string? ClientRequestId { get; set; }

    /// <summary><c>camelCase</c> or <c>asIs</c>: names that follow from it get no <c>wire</c>.</summary>
    public string WireNames { get; set; } = "asIs";

    /// <summary>How durations are written: <c>iso8601</c>, <c>seconds</c> or <c>google</c>.</summary>
    public string? WireDuration { get; set; }

    /// <summary>The content type of request bodies.</summary>
    public string? ContentType { get; set; }

    /// <summary>The types of all entities. The writer puts each where it is used and leaves out those that nothing uses.</summary>
    public List<ScaffoldType> Types { get; } = [];

    /// <summary>The tracking profiles. The writer leaves out those that no action names.</summary>
    public List<ScaffoldTracking> Tracking { get; } = [];

    /// <summary>How lists are paged.</summary>
    public ScaffoldPaging? Paging { get; set; }

    /// <summary>Where errors are and which codes there are.</summary>
    public ScaffoldErrors? Errors { get; set; }

    /// <summary>The entities.</summary>
    public List<ScaffoldEntity> Entities { get; } = [];
}

/// <summary>A parameter of the client.</summary>
internal sealed class ScaffoldOption
{
    /// <summary>The C# name.</summary>
    public required string Name { get; set; }

    /// <summary>A primitive.</summary>
    public string Type { get; set; } = "string";

    /// <summary>Whether the client must be given a value.</summary>
    public bool Required { get; set; } = true;

    /// <summary>A sentence.</summary>
    public string? Description { get; set; }

    /// <summary>A pattern over the whole text.</summary>
    public string? Pattern { get; set; }

    /// <summary>The shortest text.</summary>
    public int? MinLength { get; set; }

    /// <summary>The longest text.</summary>
    public int? MaxLength { get; set; }
}

/// <summary>A way to authorize requests.</summary>
/// <param name="Scheme"><c>none</c>, <c>bearer</c>, <c>apiKey</c>, <c>basic</c> or <c>sigv4</c>.</param>
/// <param name="Scopes">The scopes of a bearer token.</param>
/// <param name="Header">The header of an API key.</param>
/// <param name="SigningName">The service's name in AWS signatures.</param>
/// <param name="Region">The region in AWS signatures.</param>
internal sealed record ScaffoldAuth(string Scheme, IReadOnlyList<string>? Scopes = null, string? Header = null, string? SigningName = null, string? Region = null);

/// <summary>How lists are paged.</summary>
/// <param name="Style"><c>offset</c>, <c>token</c> or <c>nextLink</c>.</param>
/// <param name="Items">Where the items are in the body.</param>
/// <param name="Next">Where the token or URL of the next page is.</param>
/// <param name="Param">The query member of the offset or token.</param>
/// <param name="Limit">The query member of the page size.</param>
/// <param name="Max">The largest page.</param>
internal sealed record ScaffoldPaging(string Style, string? Items = null, string? Next = null, string? Param = null, string? Limit = null, int? Max = null);
