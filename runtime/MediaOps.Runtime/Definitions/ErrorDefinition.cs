using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>Where a service puts its errors, and which codes it knows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorDefinition
{
    /// <summary>Header that holds the code, asked before the body; or null.</summary>
    public string? CodeHeader { get; init; }

    /// <summary>Path of the code in an error body, such as <c>['odata.error'].code</c>; or null.</summary>
    public string? CodeBody { get; init; }

    /// <summary>Path of the message in an error body; or null.</summary>
    public string? MessageBody { get; init; }

    /// <summary>Header that holds the service's request id; or null.</summary>
    public string? RequestIdHeader { get; init; }

    /// <summary>Path of the service's request id in an error body; or null.</summary>
    public string? RequestIdBody { get; init; }

    /// <summary>The known codes.</summary>
    public ErrorCodeDefinition[] Codes { get; init; } = [];
}

/// <summary>One error code of a service.</summary>
/// <param name="name">The name of the generated enum's member.</param>
/// <param name="wire">The spelling on the wire.</param>
/// <param name="category">invalid, precondition, conflict, not-found, forbidden, quota, throttled, transient or internal.</param>
/// <param name="retry">Whether trying again later may help.</param>
/// <param name="http">The HTTP status it comes with, where known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorCodeDefinition(string name, string wire, string category, bool retry, int? http)
{
    /// <summary>The name of the generated enum's member.</summary>
    public string Name { get; } = name;

    /// <summary>The spelling on the wire.</summary>
    public string Wire { get; } = wire;

    /// <summary>What kind of error it is.</summary>
    public string Category { get; } = category;

    /// <summary>Whether trying again later may help.</summary>
    public bool Retry { get; } = retry;

    /// <summary>The HTTP status it comes with, where known.</summary>
    public int? Http { get; } = http;
}
