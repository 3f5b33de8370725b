using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

internal enum OperationStatus
{
    InProgress,
    Succeeded,
    Failed,
}

/// <summary>A long-running action on one entity. It has no timer of its own: the state's agenda makes what was due happen.</summary>
internal sealed class Operation(string id, TrackingSpec tracking, Entity entity, ActionSpec action, Plan plan, DateTimeOffset due)
{
    public string Id { get; } = id;

    public TrackingSpec Tracking { get; } = tracking;

    public Entity Entity { get; } = entity;

    public ActionSpec Action { get; } = action;

    public Plan Plan { get; } = plan;

    /// <summary>When it ends.</summary>
    public DateTimeOffset Due { get; } = due;

    /// <summary>States still to pass, with their times; the first has been entered when the operation began.</summary>
    public Queue<(DateTimeOffset At, string State)> Steps { get; } = new();

    /// <summary>When its next step is, or its end.</summary>
    public DateTimeOffset NextDue => Steps.TryPeek(out (DateTimeOffset At, string State) step) ? step.At : Due;

    public OperationStatus Status { get; set; }

    /// <summary>The code and message of a failure that has been scripted, or null.</summary>
    public (string Code, string Message)? Failure { get; init; }
}

/// <summary>How an action ends.</summary>
/// <param name="To">The state after success; null leaves it.</param>
/// <param name="OnFailure">The state after failure; null means the state before.</param>
/// <param name="Gone">Whether the entity is gone after success.</param>
/// <param name="Changes">Members that have these values after success.</param>
internal sealed record Plan(string? To, string? OnFailure, bool Gone, IReadOnlyList<Member> Changes);
