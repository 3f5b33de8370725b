using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>What a path leads to.</summary>
internal enum RouteKind
{
    Action,
    List,

    /// <summary>The state alone.</summary>
    State,

    /// <summary>An operation, by a path of the schema.</summary>
    Poll,

    /// <summary>An operation, by a URL that the service has handed out.</summary>
    StatusUrl,

    /// <summary>What an operation leads to, by a URL that the service has handed out.</summary>
    ResultUrl,

    /// <summary>The URL of a request that began an operation, which is asked for its status, or for the value that it has led to.</summary>
    RequestUrl,
    Cancel,
    Discovery,
}

/// <summary>One way into the service.</summary>
internal sealed record Route(RouteKind Kind, string[] Methods, PathTemplate Path, EntityModel? Entity = null, ActionSpec? Action = null, TrackingSpec? Tracking = null)
{
    /// <summary>The members that tell this action from others at the same path.</summary>
    public FixedBody? Body { get; } = FixedBody.Parse(Action?.Body);

    /// <summary>Whether the service hands the path out; the schema knows nothing of it.</summary>
    public bool IsHandedOut => Kind is RouteKind.StatusUrl or RouteKind.ResultUrl;

    public bool IsPoll => Kind is RouteKind.Poll or RouteKind.StatusUrl;
}
