using System.Text.Json.Nodes;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

internal enum OperationStatus
{
    InProgress,
    Succeeded,
    Failed,
    Canceled,
}

/// <summary>A long-running action on one entity. It has no timer of its own: the state's agenda makes what was due happen.</summary>
internal sealed class Operation(string id, IReadOnlyList<TrackingSpec> profiles, Entity entity, ActionSpec action, Plan plan, DateTimeOffset due)
{
    public string Id { get; } = id;

    /// <summary>The profiles by which it can be followed.</summary>
    public IReadOnlyList<TrackingSpec> Profiles { get; } = profiles;

    /// <summary>The profiles that the schema lists: what an entity shows of its operations does not depend on who looks.</summary>
    public IReadOnlyList<TrackingSpec> ListedProfiles { get; init; } = profiles;

    public Entity Entity { get; } = entity;

    public ActionSpec Action { get; } = action;

    public Plan Plan { get; } = plan;

    /// <summary>When it ends, or has ended.</summary>
    public DateTimeOffset Due { get; set; } = due;

    /// <summary>States still to pass, with their times; where nothing holds it up, the first has been entered when the operation began.</summary>
    public Queue<(DateTimeOffset At, string State)> Steps { get; } = new();

    /// <summary>When its next step is, or its end.</summary>
    public DateTimeOffset NextDue => Steps.TryPeek(out (DateTimeOffset At, string State) step) ? step.At : Due;

    public OperationStatus Status { get; set; }

    /// <summary>How it has been scripted to end; null for success.</summary>
    public OperationFailure? Failure { get; set; }

    /// <summary>The value that the action answers with, or null.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>The number of the operation, in the order in which they began.</summary>
    public long Begun { get; init; }

    public bool IsDelete => Plan.Gone;
}

/// <summary>The end of an operation that does not succeed.</summary>
internal sealed record OperationFailure(string Code, string Message, bool Canceled);

/// <summary>How an action ends.</summary>
/// <param name="To">The state after success; null leaves it.</param>
/// <param name="OnFailure">The state after failure; null means the state before.</param>
/// <param name="Gone">Whether the entity is gone after success.</param>
/// <param name="Changes">Members that have these values after success.</param>
internal sealed record Plan(string? To, string? OnFailure, bool Gone, IReadOnlyList<Member> Changes);
