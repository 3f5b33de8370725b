namespace MediaOps.Tool.Import;

/// <summary>A verb of the lifecycle or an action.</summary>
internal sealed class ScaffoldAction
{
    /// <summary>The C# name; of a verb <c>Create</c>, <c>Read</c>, <c>List</c>, <c>Update</c> or <c>Delete</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; set; }

    /// <summary>The path below the endpoint, its placeholders C# names.</summary>
    public required string Path { get; set; }

    /// <summary>The place in the source.</summary>
    public Origin Origin { get; set; }

    /// <summary>A sentence.</summary>
    public string? Description { get; set; }

    /// <summary>What the caller gives.</summary>
    public List<ScaffoldParameter> Parameters { get; } = [];

    /// <summary>Fixed members of the body.</summary>
    public SortedDictionary<string, string> Body { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the entity is in the answer.</summary>
    public string? EntityAt { get; set; }

    /// <summary>The value of its own that it answers with. Such an action only asks, unless it has state words.</summary>
    public ScaffoldReturn? Returns { get; set; }

    /// <summary>Where the items of a list are, where that is not the service's own place.</summary>
    public string? Items { get; set; }

    /// <summary>Where the idempotency token travels: <c>header</c>, <c>query</c> or <c>body</c>, and the name there.</summary>
    public (string In, string Name)? Idempotency { get; set; }

    /// <summary>The states in which it is allowed; null where the source does not say it.</summary>
    public List<string>? From { get; set; }

    /// <summary>The transitional states on the way.</summary>
    public List<string> Via { get; } = [];

    /// <summary>The states in which it ends; null where the source does not say it.</summary>
    public List<string>? To { get; set; }

    /// <summary>The states in which it may end when it fails.</summary>
    public List<string> OnFailure { get; } = [];

    /// <summary>The tracking profiles, the first whose handle is there is used; none where every 2xx is the end.</summary>
    public List<string> Tracking { get; } = [];

    /// <summary>Waiting rules of its own.</summary>
    public ScaffoldDelay? Delay { get; set; }

    /// <summary>Error codes by their C# names.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Properties that an update sends always.</summary>
    public List<string> Always { get; } = [];

    /// <summary>Whether a judgement is in its state words.</summary>
    public bool Inferred { get; set; }
}

/// <summary>A value that an action answers with.</summary>
/// <param name="Type">The type.</param>
/// <param name="Path">Where it is in the body; null for the whole of it.</param>
/// <param name="Paged">Whether a list comes in pages.</param>
internal sealed record ScaffoldReturn(string Type, string? Path = null, bool Paged = false);
