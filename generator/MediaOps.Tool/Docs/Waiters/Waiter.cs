using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Waiters;

/// <summary>How the end of one action is seen: what each answer to a poll means. The client's runtime judges by the same rules.</summary>
/// <param name="Action">The action.</param>
/// <param name="Case">What the end depends on, such as <c>State = Running</c>; null where the action always ends alike.</param>
/// <param name="Ends">States in which it ends; empty where it leaves the state as it is.</param>
/// <param name="Tracking">What is polled; null where any 2xx is the end.</param>
/// <param name="Delay">How often and how long, with every gap filled in.</param>
/// <param name="States">What each state of the entity means, in the order of the schema; empty where nobody asks for it.</param>
/// <param name="Missing">What 404 means; null where the entity is asked then, or nothing is polled.</param>
internal sealed record Waiter(
    ActionSpec Action,
    string? Case,
    IReadOnlyList<string> Ends,
    TrackingSpec? Tracking,
    DelaySpec Delay,
    IReadOnlyList<StateMeaning> States,
    MissingMeaning? Missing)
{
    /// <summary>The action with its case.</summary>
    public string Name => Case is null ? Action.Name : Action.Name + " (" + Case + ")";

    /// <summary>Whether the states alone tell the end; else they are asked where the record of the operation is missing.</summary>
    public bool ByStates => Tracking is { ByStates: true };
}

/// <summary>What an answer means.</summary>
internal enum Verdict
{
    Success,
    Retry,
    Failure,

    /// <summary>Nothing: the entity looks the same before the action, after it and after its failure.</summary>
    Undecided,
}

/// <summary>How long a verdict is put off.</summary>
internal enum Patience
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>While the old state may still be read, the answer means: ask again.</summary>
    UntilSettled,

    /// <summary>The same, unless the entity was seen to move.</summary>
    UntilSettledOrMoved,

    /// <summary>Nothing can be told until the entity was seen to move.</summary>
    UntilMoved,
}

/// <summary>Why a state means what it means.</summary>
internal enum Reason
{
    /// <summary>The schema names it in <c>to</c>.</summary>
    To,

    /// <summary>The action leaves the state as it is.</summary>
    Unchanged,

    /// <summary>The schema names it in <c>via</c>.</summary>
    Via,

    /// <summary>The schema names it in <c>onFailure</c>.</summary>
    OnFailure,

    /// <summary>It ends by itself, maybe where the action ends.</summary>
    MayLeadThere,

    /// <summary>It ends by itself, and nowhere near.</summary>
    LeadsElsewhere,

    /// <summary>It is where the action began.</summary>
    FellBack,

    /// <summary>It stays, something is wrong, and the action does not end there.</summary>
    Fault,

    /// <summary>It stays, and the action does not end there.</summary>
    DeadEnd,

    /// <summary>The entity does not exist any more.</summary>
    Gone,
}

/// <summary>What one state means while an action is waited for.</summary>
/// <param name="State">The state.</param>
/// <param name="Verdict">What it means in the end.</param>
/// <param name="Patience">How long that is put off.</param>
/// <param name="Reason">Why.</param>
internal sealed record StateMeaning(StateValueSpec State, Verdict Verdict, Patience Patience, Reason Reason)
{
    /// <summary>What it means at one moment.</summary>
    /// <param name="isSettled">Whether the entity can no longer show what was before the call.</param>
    /// <param name="moved">Whether it was seen in another state since.</param>
    public Verdict At(bool isSettled, bool moved) => Patience switch
    {
        Patience.UntilSettled when !isSettled => Verdict.Retry,
        Patience.UntilSettledOrMoved when !isSettled && !moved => Verdict.Retry,
        Patience.UntilMoved when !moved => Verdict.Undecided,
        _ => Verdict,
    };
}

/// <summary>What 404 means.</summary>
/// <param name="Verdict">What it means in the end.</param>
/// <param name="Patience">How long that is put off.</param>
internal sealed record MissingMeaning(Verdict Verdict, Patience Patience);
