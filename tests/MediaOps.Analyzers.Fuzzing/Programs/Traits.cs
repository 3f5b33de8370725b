namespace MediaOps.Analyzers.Fuzzing.Programs;

/// <summary>What a program is made of.</summary>
[Flags]
internal enum Traits
{
    /// <summary>One statement after the other: creations, actions awaited on the spot, operations sent and waited for, updates, reads.</summary>
    None = 0,

    /// <summary>Branches on states, and by chance.</summary>
    Branches = 1 << 0,

    /// <summary>Loops.</summary>
    Loops = 1 << 1,

    /// <summary>Handlers of exceptions.</summary>
    Tries = 1 << 2,

    /// <summary>Tasks that are awaited later, together, or never.</summary>
    Tasks = 1 << 3,

    /// <summary>Operations that are waited for later, or never.</summary>
    Handles = 1 << 4,

    /// <summary>Entities that come from outside.</summary>
    Parameters = 1 << 5,

    /// <summary>States and comparisons that are kept in variables.</summary>
    Copies = 1 << 6,

    /// <summary>Variables that may be null.</summary>
    Nulls = 1 << 7,

    /// <summary>Several variables for one object.</summary>
    Aliases = 1 << 8,

    /// <summary>Several objects for one entity.</summary>
    SecondObjects = 1 << 9,

    /// <summary>Code that the analyzer does not see into, and fields.</summary>
    Escapes = 1 << 10,

    /// <summary>Lambdas and local functions.</summary>
    Captures = 1 << 11,

    /// <summary>Waits that block the thread.</summary>
    Blocks = 1 << 12,

    /// <summary>One reference per entity, and nothing captured.</summary>
    OneReference = Branches | Loops | Tries | Tasks | Handles | Parameters | Copies,

    /// <summary>Everything.</summary>
    All = (1 << 13) - 1,
}
