namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>What must come of each cell: by the fault's class and the request that it hits. Written down before anything was run.</summary>
internal static class Rules
{
    /// <summary>A request that may be repeated is sent four times in all.</summary>
    private const int Attempts = 4;

    /// <summary>A redirect is followed five times.</summary>
    private const int Hops = 6;

    public static Expected Of(Cell cell) => cell.Step switch
    {
        Step.Send => Send(cell),
        Step.Look => Accepted(Look(cell)),
        Step.FinalRead => Accepted(Read(cell)),
        _ => Accepted(Poll(cell)),
    };

    /// <summary>Whether there is such a cell: some faults are of records of operations only.</summary>
    public static bool Exists(FaultClass fault, Step step) => fault switch
    {
        FaultClass.UnknownFailure => step is Step.FirstPoll or Step.NextPoll or Step.LastPoll,
        FaultClass.NeverEnds => step is not (Step.Send or Step.Look),
        _ => true,
    };

    /// <summary>Never two sends for one action, unless nothing can have been done; and what was done is found.</summary>
    private static Expected Send(Cell cell) => cell.Fault.Class switch
    {
        FaultClass.NothingDone => cell.Always ? new(Outcome.Refused, Attempts, 0) : new(Outcome.Done, 2, 1),
        FaultClass.Unauthorized => cell.Always ? new(Outcome.Refused, 2, 0) : new(Outcome.Done, 2, 1),
        FaultClass.Redirect => new(Outcome.Done, 2, 1),
        FaultClass.Loop => cell.Always ? new(Outcome.Refused, Hops, 0) : new(Outcome.Done, 2, 1),
        FaultClass.Refusal or FaultClass.NotFound or FaultClass.Misled => new(Outcome.Refused, 1, 0),
        FaultClass.LostBefore => new(Outcome.Unconfirmed, 1, 0),
        _ => new(Outcome.Done, 1, 1),
    };

    /// <summary>A look that cannot be made leaves the outcome unknown, as does what another cause may have.</summary>
    private static Outcome Look(Cell cell) => cell.Fault.Class switch
    {
        FaultClass.HalfBody or FaultClass.Garbage when cell is { Way: Way.AtOnce, Kind: Kind.Delete } => Outcome.Done,
        FaultClass.NotFound => cell.Kind switch
        {
            Kind.Delete => Outcome.Done,
            Kind.Create => cell.Always ? Outcome.Unconfirmed : Outcome.Done,

            // What is missing is not the recorder but the list.
            _ => Outcome.Unknown,
        },
        FaultClass.UnknownState => cell switch
        {
            { Kind: Kind.Delete or Kind.Action } => Outcome.Unknown,
            { Always: false } or { Kind: Kind.Update, Way: Way.AtOnce } => Outcome.Done,
            _ => Outcome.NotAsked,
        },
        _ => Asked(cell) == Outcome.Done ? Outcome.Done : Outcome.Unknown,
    };

    /// <summary>A read that got no answer is repeated; one whose answer cannot be understood is not. Either way the operation goes on.</summary>
    private static Outcome Asked(Cell cell) => cell.Fault.Class switch
    {
        FaultClass.NothingDone or FaultClass.LostBefore or FaultClass.LostAfter or FaultClass.HalfBody or FaultClass.Unauthorized or FaultClass.Loop
            => cell.Always ? Outcome.NotAsked : Outcome.Done,
        FaultClass.Garbage or FaultClass.Refusal or FaultClass.NotFound or FaultClass.Misled => Outcome.NotAsked,
        _ => Outcome.Done,
    };

    private static Outcome Poll(Cell cell) => cell.Fault.Class switch
    {
        FaultClass.UnknownState => cell.Always ? Outcome.NotAsked : Outcome.Done,
        FaultClass.UnknownFailure => Outcome.Failed,
        FaultClass.NeverEnds => cell.Always ? Outcome.TimedOut : Outcome.Done,
        FaultClass.NotFound => Missing(cell),

        // The end of a deletion is that there is nothing: whatever the body.
        FaultClass.HalfBody when EndsInAbsence(cell) && cell.Step != Step.FirstPoll => Outcome.Done,
        FaultClass.Garbage when EndsInAbsence(cell) && cell.Step == Step.LastPoll => Outcome.Done,
        _ => Asked(cell),
    };

    private static bool EndsInAbsence(Cell cell) => cell is { Way: Way.EntityState, Kind: Kind.Delete };

    /// <summary>Without a record the entity tells; an update that nobody saw at work does not. An entity that is itself gone has ended.</summary>
    private static Outcome Missing(Cell cell) => (cell.Way, cell.Kind) switch
    {
        (_, Kind.Delete) => Outcome.Done,
        (Way.EntityState, _) => Outcome.Failed,
        (_, Kind.Update) when cell.Step == Step.LastPoll => Outcome.NotAsked,
        _ => Outcome.Done,
    };

    /// <summary>What was just made may not be there at once.</summary>
    private static Outcome Read(Cell cell) => cell is { Fault.Class: FaultClass.NotFound, IsCreation: true, Always: false } ? Outcome.Done : Asked(cell);

    private static Expected Accepted(Outcome outcome) => new(outcome, 1, 1);
}
