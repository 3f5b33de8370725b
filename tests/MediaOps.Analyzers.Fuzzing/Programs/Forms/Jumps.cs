using System.Collections.Immutable;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>What leaves a block.</summary>
internal static class Jumps
{
    private static readonly string[] Out = ["return;", "throw new InvalidOperationException();"];
    private static readonly string[] OutOfLoop = ["return;", "throw new InvalidOperationException();", "break;", "continue;", "break;", "continue;"];

    /// <summary>One that is allowed here; null for none.</summary>
    public static Statement? Any(Draft draft) => draft.IsFinally ? null : new Statement(draft.Random.One(draft.Loops > 0 ? OutOfLoop : Out));

    /// <summary>Now and then one at the end of a block.</summary>
    public static ImmutableArray<Statement> AtEnd(Draft draft) => draft.Random.Chance(0.12) && draft.Has(Traits.Branches) && Any(draft) is { } jump ? [jump] : [];

    /// <summary>Whether a block ends with one.</summary>
    public static bool IsJump(ImmutableArray<Statement> block) => block.Length > 0 && OutOfLoop.Contains(block[^1].Text, StringComparer.Ordinal);
}
