namespace MediaOps.Tool.Diff;

/// <summary>What a change does to those who use the generated client, the worst last.</summary>
internal enum ChangeKind
{
    /// <summary>Programs compile, run and behave as before, or better.</summary>
    Compatible = 0,

    /// <summary>Programs compile, and something else happens when they run.</summary>
    BreakingBehaviour = 1,

    /// <summary>Programs must be compiled anew; most need no edit.</summary>
    BreakingBinary = 2,

    /// <summary>Programs that use it no longer compile, by C# or by the state rules.</summary>
    BreakingSource = 3,
}

/// <summary>One change.</summary>
/// <param name="Kind">What it does to users.</param>
/// <param name="Place">Where it is.</param>
/// <param name="What">What has changed, as a sentence.</param>
/// <param name="Effect">What it means for users, as a sentence.</param>
/// <param name="IsOld">Whether the place is in the old file: what it speaks of is not in the new one.</param>
internal sealed record Change(ChangeKind Kind, Place Place, string What, string Effect, bool IsOld = false)
{
    /// <summary>Whether it breaks somebody.</summary>
    public bool IsBreaking => Kind != ChangeKind.Compatible;
}

/// <summary>What a change means for users.</summary>
/// <param name="Kind">How bad it is.</param>
/// <param name="Sentence">Why.</param>
internal readonly record struct Effect(ChangeKind Kind, string Sentence)
{
    /// <summary>Breaks compilation.</summary>
    public static Effect Source(string sentence) => new(ChangeKind.BreakingSource, sentence);

    /// <summary>Breaks what was compiled.</summary>
    public static Effect Binary(string sentence) => new(ChangeKind.BreakingBinary, sentence);

    /// <summary>Breaks what programs rely on when they run.</summary>
    public static Effect Behaviour(string sentence) => new(ChangeKind.BreakingBehaviour, sentence);

    /// <summary>Breaks nobody.</summary>
    public static Effect Compatible(string sentence) => new(ChangeKind.Compatible, sentence);
}

/// <summary>A place in a schema.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Entity">The name of the entity; null in the file of the service.</param>
/// <param name="Path">The member path in the file, such as <c>actions/Start/from</c>.</param>
/// <param name="Subject">What stands there, in words.</param>
/// <param name="Around">What else decides what a change means.</param>
internal sealed record Place(string Service, string? Entity, string Path, string Subject, Surroundings Around)
{
    /// <summary>A place below this one.</summary>
    /// <param name="path">The rest of the member path.</param>
    /// <param name="subject">What stands there; null for a part of the same thing.</param>
    public Place Below(string path, string? subject = null) => this with
    {
        Path = Path.Length == 0 || path.Length == 0 ? Path + path : Path + "/" + path,
        Subject = subject ?? Subject,
    };
}

/// <summary>What decides, beside the record itself, what a change of it means.</summary>
/// <param name="IsSingleton">Whether the entity is one of which there is one, so that calls without tracking have two forms.</param>
/// <param name="Enums">The names of the enums, whose values are structs in C#.</param>
internal sealed record Surroundings(bool IsSingleton, IReadOnlySet<string> Enums);
