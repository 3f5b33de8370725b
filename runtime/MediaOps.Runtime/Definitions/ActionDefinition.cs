using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>One thing that can be asked of an entity, and what it does to the entity's state. States are named, not spelt as on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActionDefinition
{
    /// <summary>Describes an action.</summary>
    /// <param name="name">Create, Read, List, Update, Delete, or the action's own name.</param>
    /// <param name="kind">Which of these it is.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the endpoint, such as <c>Channels('{Id}')/Start</c>; see <see cref="PathTemplate"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> or <paramref name="method"/> is empty, or <paramref name="path"/> is no path template.</exception>
    public ActionDefinition(string name, ActionKind kind, string method, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(method);
        Name = name;
        Kind = kind;
        Method = HttpMethod.Parse(method);
        Path = PathTemplate.Parse(path);
    }

    /// <summary>Create, Read, List, Update, Delete, or the action's own name.</summary>
    public string Name { get; }

    /// <summary>Which of these it is.</summary>
    public ActionKind Kind { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the endpoint.</summary>
    public PathTemplate Path { get; }

    /// <summary>States in which it is allowed; null means every state.</summary>
    public string[]? From { get; init; }

    /// <summary>What it needs beside the entity's own state.</summary>
    public RequirementDefinition[] Requires { get; init; } = [];

    /// <summary>Transitional states on the way.</summary>
    public string[] Via { get; init; } = [];

    /// <summary>States in which it ends.</summary>
    public string[] To { get; init; } = [];

    /// <summary>Whether it ends in the state in which it began.</summary>
    public bool ToPrevious { get; init; }

    /// <summary>The property of a create that names the state in which it ends; or null.</summary>
    public string? ToProperty { get; init; }

    /// <summary>States in which it may end when it fails.</summary>
    public string[] OnFailure { get; init; } = [];

    /// <summary>Whether its rules on states and values have no source; the guard then lets the call through after one read.</summary>
    public bool Inferred { get; init; }

    /// <summary>How its completion is seen: of several ways the first whose handle is in the answer. Empty where any 2xx is the end.</summary>
    public TrackingDefinition[] Tracking { get; init; } = [];

    /// <summary>Members that the schema fixes for the body, as the text of a JSON object; places such as <c>{Arn}</c> in its texts are filled from address and parameters. Or null.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Names, on the wire, of the members of the body whose values are secret with all that is in them, however deep they lie; an empty name is the body itself. A service that repeats
    /// such a value finds it hidden in messages, logs and traces.
    /// </summary>
    public string[] SecretMembers { get; init; } = [];

    /// <summary>Path, in the answer, of what it returns: the entity, or its value; null where that is the body itself.</summary>
    public string? ReturnsPath { get; init; }

    /// <summary>Path of the items in the body of a page; null for that of the service's paging.</summary>
    public string? Items { get; init; }

    /// <summary>Where the key stands that makes a repeated call harmless; null where there is none.</summary>
    public IdempotencyDefinition? Idempotency { get; init; }

    /// <summary>Names of members that are sent with every update, changed or not.</summary>
    public string[] Always { get; init; } = [];

    /// <summary>The query member in which an update names the wire paths of what has changed; null for none.</summary>
    public string? FieldMask { get; init; }

    /// <summary>Waiting rules of its own; null for those of <see cref="Tracking"/>.</summary>
    public PollingDelay? Delay { get; init; }

    /// <summary>The waiting rules that hold.</summary>
    internal PollingDelay Waiting => Delay ?? (Tracking is [var first, ..] ? first.Delay : PollingDelay.Default);

    /// <summary>Codes that it is known to answer with.</summary>
    public string[] Errors { get; init; } = [];
}

/// <summary>The kinds of actions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ActionKind
{
    /// <summary>An action of the entity's own.</summary>
    Custom = 0,

    /// <summary>Makes the entity.</summary>
    Create = 1,

    /// <summary>Reads one entity.</summary>
    Read = 2,

    /// <summary>Lists entities.</summary>
    List = 3,

    /// <summary>Changes properties.</summary>
    Update = 4,

    /// <summary>Removes the entity.</summary>
    Delete = 5,
}
