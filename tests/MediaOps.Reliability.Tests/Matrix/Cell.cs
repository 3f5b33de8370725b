namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>How the end of an action is seen.</summary>
internal enum Way
{
    Operation,
    StatusUrl,
    EntityState,
    AtOnce,
}

/// <summary>What is asked.</summary>
internal enum Kind
{
    Create,

    /// <summary>A creation of which the service gives the id: its name is unique.</summary>
    CreateNamed,

    Update,
    Delete,
    Action,
}

/// <summary>The four forms of a call; those that only send are waited for afterwards.</summary>
internal enum Form
{
    Sync,
    Async,
    SendSync,
    SendAsync,
}

/// <summary>The request that a fault hits.</summary>
internal enum Step
{
    Send,

    /// <summary>The answer to the send is lost after the service acted, and the fault hits the read that looks for it.</summary>
    Look,

    FirstPoll,
    NextPoll,
    LastPoll,
    FinalRead,
}

/// <summary>What becomes of a call.</summary>
internal enum Outcome
{
    /// <summary>It comes to its end as if nothing had been.</summary>
    Done,

    /// <summary>A <see cref="ServiceException"/>: nothing was done.</summary>
    Refused,

    /// <summary>An <see cref="UnconfirmedWriteException"/>: looked for, and no trace of it.</summary>
    Unconfirmed,

    /// <summary>A <see cref="ServiceException"/> with <see cref="ServiceException.OutcomeUnknown"/>.</summary>
    Unknown,

    /// <summary>An <see cref="OperationPollException"/> with the handle.</summary>
    NotAsked,

    /// <summary>An <see cref="OperationTimeoutException"/> with the handle.</summary>
    TimedOut,

    /// <summary>An <see cref="OperationFailedException"/> with the operation.</summary>
    Failed,
}

/// <summary>One cell of the matrix.</summary>
/// <param name="Way">How the end is seen.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Form">By which form.</param>
/// <param name="Step">The request that the fault hits.</param>
/// <param name="Fault">The fault.</param>
/// <param name="Always">Whether the fault stays from that request on, for requests of its kind.</param>
internal sealed record Cell(Way Way, Kind Kind, Form Form, Step Step, Fault Fault, bool Always)
{
    public bool IsCreation => Kind is Kind.Create or Kind.CreateNamed;

    public override string ToString() => $"{Kind} {Form} by {Way}: {Fault.Name}{(Always ? " for ever" : "")} at {Step}";
}

/// <summary>What must come of a cell.</summary>
/// <param name="Outcome">How the call ends.</param>
/// <param name="Sends">How many requests ask for the action.</param>
/// <param name="Acts">How often the service does it.</param>
internal readonly record struct Expected(Outcome Outcome, int Sends, int Acts);
