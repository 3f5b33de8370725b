namespace MediaOps.Analyzers.Fuzzing.Schemas;

/// <summary>A lie in the attributes that the analyzer reads, while the service goes on as it is: the fuzzer must notice.</summary>
public enum Flaw
{
    /// <summary>None.</summary>
    None,

    /// <summary>A refresh is said to leave the state as it is.</summary>
    RefreshIsNeutral,

    /// <summary>Nothing is said of the states on the way and after a failure.</summary>
    NothingGoesWrong,

    /// <summary>An action is said to end where it begins.</summary>
    ActionsEndWhereTheyBegin,

    /// <summary>Creates are said to end in the last state they can end in.</summary>
    CreatesEndElsewhere,

    /// <summary>What a parent must be is said of the wrong states.</summary>
    ParentsMustBeOtherwise,

    /// <summary>Nothing is said of creates.</summary>
    NothingIsKnownOfCreates,
}
