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

    /// <summary>Path in the body of an answer with a 2xx status whose text tells whether it went well; null where the status does.</summary>
    public string? OkWhenPath { get; init; }

    /// <summary>The text at <see cref="OkWhenPath"/> when it went well. An answer without that text went well too.</summary>
    public string? OkWhenEquals { get; init; }

    /// <summary>The known codes.</summary>
    public ErrorCodeDefinition[] Codes { get; init; } = [];

    /// <summary>What the schema says of a code; null where it says nothing.</summary>
    internal ErrorCodeDefinition? Find(string? code) => code is null ? null : Array.Find(Codes, known => Array.IndexOf(known.Wires, code) >= 0);
}

/// <summary>One error code of a service.</summary>
/// <param name="name">The name of the generated enum's member.</param>
/// <param name="wires">The spellings on the wire.</param>
/// <param name="category">invalid, precondition, conflict, not-found, forbidden, quota, throttled, transient or internal.</param>
/// <param name="retry">Whether trying again later may help.</param>
/// <param name="http">The HTTP status it comes with, where known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorCodeDefinition(string name, string[] wires, string category, bool retry, int? http)
{
    /// <summary>The name of the generated enum's member.</summary>
    public string Name { get; } = name;

    /// <summary>The spellings on the wire.</summary>
    public string[] Wires { get; } = wires;

    /// <summary>What kind of error it is.</summary>
    public string Category { get; } = category;

    /// <summary>Whether trying again later may help.</summary>
    public bool Retry { get; } = retry;

    /// <summary>The HTTP status it comes with, where known.</summary>
    public int? Http { get; } = http;
}
