using MediaOps.Schema;
using MediaOps.Tool.Docs.Pages;
using MediaOps.Tool.Docs.Waiters;

namespace MediaOps.Tool.Docs;

/// <summary>What <c>docs --waiters --json</c> answers of one entity: the members' names are a promise to scripts.</summary>
internal sealed record WaitersJson(string Service, string Entity, IReadOnlyList<WaiterJson> Waiters)
{
    /// <summary>The waiters in this form.</summary>
    public static WaitersJson Of(SchemaService service, EntitySpec entity) =>
        new(service.Spec.Name, entity.Name, [.. WaiterDerivation.Of(service.Spec, entity).Select(WaiterJson.Of)]);
}

/// <summary>A waiter.</summary>
/// <param name="Action">The action.</param>
/// <param name="Case">What its end depends on, or null.</param>
/// <param name="Inferred">Whether its state rule has no source.</param>
/// <param name="FollowedBy">The tracking profile; null where any 2xx is the end.</param>
/// <param name="Polls">What is asked; null likewise.</param>
/// <param name="Answers">What the record tells.</param>
/// <param name="States">What the states tell.</param>
/// <param name="Missing">What 404 means; null where the entity is asked then.</param>
/// <param name="SettleSeconds">How long the old state may still be read.</param>
/// <param name="MinimumSeconds">The floor under every delay.</param>
/// <param name="IntervalSeconds">The steady interval; null where none is documented.</param>
/// <param name="TimeoutSeconds">The longest wait.</param>
internal sealed record WaiterJson(
    string Action,
    string? Case,
    bool Inferred,
    string? FollowedBy,
    string? Polls,
    IReadOnlyList<StatusMeaning> Answers,
    IReadOnlyList<StateJson> States,
    Verdict? Missing,
    double SettleSeconds,
    double MinimumSeconds,
    double? IntervalSeconds,
    double TimeoutSeconds)
{
    /// <summary>The waiter in this form.</summary>
    public static WaiterJson Of(Waiter waiter) => new(
        waiter.Action.Name,
        waiter.Case,
        waiter.Action.Inferred,
        waiter.Tracking?.Name,
        waiter.Tracking is { } profile ? WaitersPage.Polled(profile) : null,
        waiter.Tracking is { } tracking ? StatusMeaning.Of(tracking) : [],
        [.. waiter.States.Select(state => new StateJson(state.State.Name, state.State.Wire, state.Verdict, state.Patience, state.Reason))],
        waiter.Missing?.Verdict,
        (waiter.ByStates ? waiter.Tracking?.Settle ?? TimeSpan.Zero : TimeSpan.Zero).TotalSeconds,
        waiter.Delay.Min!.Value.TotalSeconds,
        waiter.Delay.Interval?.TotalSeconds,
        waiter.Delay.Timeout!.Value.TotalSeconds);
}

/// <summary>What a state means.</summary>
internal sealed record StateJson(string State, string Wire, Verdict Verdict, Patience Patience, Reason Reason);
