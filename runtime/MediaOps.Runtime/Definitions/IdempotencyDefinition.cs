using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>Where a call carries a key of its own, the same for all its attempts, so that the service does the work once.</summary>
/// <param name="kind">Where it stands.</param>
/// <param name="name">The name of the header, query member, or top-level member of the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdempotencyDefinition(IdempotencyKind kind, string name)
{
    /// <summary>Where it stands.</summary>
    public IdempotencyKind Kind { get; } = kind;

    /// <summary>The name of the header, query member, or top-level member of the body.</summary>
    public string Name { get; } = name;
}

/// <summary>Where an idempotency key stands.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum IdempotencyKind
{
    /// <summary>In a header.</summary>
    Header = 0,

    /// <summary>In the query.</summary>
    Query = 1,

    /// <summary>In the body.</summary>
    Body = 2,
}
