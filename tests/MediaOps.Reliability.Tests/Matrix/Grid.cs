namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>All cells.</summary>
internal static class Grid
{
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. from way in Enum.GetValues<Way>()
           from kind in Enum.GetValues<Kind>()
           from step in Steps(way, kind).Append(Step.Look)
           from fault in Fault.All
           where Rules.Exists(fault.Class, step)
           from always in new[] { false, true }
           from form in Enum.GetValues<Form>()
           select new Cell(way, kind, form, step, fault, always),
    ];

    /// <summary>The requests of a call that nothing disturbs.</summary>
    public static IReadOnlyList<Step> Steps(Way way, Kind kind) => (way, kind) switch
    {
        // What was made or removed at once is told in the answer.
        (Way.AtOnce, Kind.Create or Kind.CreateNamed or Kind.Delete) => [Step.Send],
        (Way.AtOnce, _) => [Step.Send, Step.FinalRead],

        // The last poll is the entity, and of what is removed there is nothing to read.
        (Way.EntityState, _) or (_, Kind.Delete) => [Step.Send, Step.FirstPoll, Step.NextPoll, Step.LastPoll],
        _ => [Step.Send, Step.FirstPoll, Step.NextPoll, Step.LastPoll, Step.FinalRead],
    };
}
