namespace MediaOps.Tool.Import;

/// <summary>Every kind of gap: the one source of ids, messages and help.</summary>
internal static class GapRules
{
    /// <summary>The states in which an action is allowed, or ends.</summary>
    public static GapRule States { get; } = new("MOPS2001", true,
        "The source does not say {1} '{0}'.",
        "Write 'from' and 'to' of the action; --assume-any-state fills both with what forbids nothing.");

    /// <summary>The state of a new entity.</summary>
    public static GapRule InitialState { get; } = new("MOPS2002", true,
        "The source does not say in which state a new '{0}' is.",
        "Write 'initial' of the state block.");

    /// <summary>What kinds of states there are.</summary>
    public static GapRule StateKinds { get; } = new("MOPS2003", false,
        "The kinds of the states of '{0}' are read off their names.",
        "Check each 'kind': stable, transitional, fault or gone.");

    /// <summary>A name that had to be another one.</summary>
    public static GapRule Renamed { get; } = new("MOPS2004", false,
        "'{0}' is called '{1}', because {2}.",
        "Choose a name; 'wire' keeps the service's own.");

    /// <summary>A type that the language cannot describe.</summary>
    public static GapRule Untyped { get; } = new("MOPS2005", false,
        "'{0}' is taken as json: {1}.",
        "Describe it as a type of its own, or leave it as json.");

    /// <summary>Something that is left out.</summary>
    public static GapRule LeftOut { get; } = new("MOPS2006", false,
        "'{0}' is left out: {1}.",
        "Add it by hand where it is needed.");

    /// <summary>A limit of the import.</summary>
    public static GapRule Limit { get; } = new("MOPS2007", false,
        "There are more than {0} {1}; the rest is left out.",
        "Import a part of the file.");

    /// <summary>A long-running operation without a known way to wait for it.</summary>
    public static GapRule Tracking { get; } = new("MOPS2008", false,
        "The source does not say how the end of '{0}' is seen{1}.",
        "Check 'tracking' of the action against the service.");

    /// <summary>A limit of a value that does not hold in the language.</summary>
    public static GapRule Constraint { get; } = new("MOPS2009", false,
        "{0} of '{1}' is left out: {2}.",
        "Write a limit of the language where one is needed.");

    /// <summary>No address.</summary>
    public static GapRule Endpoint { get; } = new("MOPS2010", false,
        "The source has no address that can be used; {0} stands in its place.",
        "Write 'endpoint' of service.json.");

    /// <summary>A part of the source that cannot be read.</summary>
    public static GapRule Unreadable { get; } = new("MOPS2011", false,
        "The source is not as its format says: {0}.",
        "Correct the source, or check what was made of the rest.");

    /// <summary>A list in pages of another kind than the service's other lists.</summary>
    public static GapRule Paging { get; } = new("MOPS2012", false,
        "The pages of '{0}' are not those of the service's other lists: {1}.",
        "Check 'paging' of service.json and 'items' of the list.");

    /// <summary>How requests are authorized.</summary>
    public static GapRule Authorization { get; } = new("MOPS2013", false,
        "How requests are authorized is not known: {0}.",
        "Write 'auth' of service.json.");

    /// <summary>A state rule that was assumed.</summary>
    public static GapRule Assumed { get; } = new("MOPS2014", false,
        "Assumed for '{0}': {1}.",
        "Replace it by what the service does; the compiler checks calls by it.");

    /// <summary>A type that comes near.</summary>
    public static GapRule Approximated { get; } = new("MOPS2015", false,
        "'{0}' is taken as {1}: {2}.",
        "Convert it where it is used; the schema language has no type for it.");

    /// <summary>All kinds in the order of their ids.</summary>
    public static IReadOnlyList<GapRule> All { get; } =
        [States, InitialState, StateKinds, Renamed, Untyped, LeftOut, Limit, Tracking, Constraint, Endpoint, Unreadable, Paging, Authorization, Assumed, Approximated];
}
