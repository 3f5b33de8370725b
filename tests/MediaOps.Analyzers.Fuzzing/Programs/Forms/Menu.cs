namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>A way to go on with a program.</summary>
/// <param name="Weight">How often it is chosen.</param>
/// <param name="Needs">The traits that a program must have for it.</param>
/// <param name="HasBlocks">Whether there are blocks in it.</param>
/// <param name="Write">Writes it; nothing where it cannot be written here.</param>
internal sealed record Form(int Weight, Traits Needs, bool HasBlocks, Func<Draft, IReadOnlyList<Statement>> Write);

/// <summary>Every way to go on.</summary>
internal static class Menu
{
    private static readonly Form[] All =
    [
        new(12, Traits.None, false, Creations.Create),
        new(40, Traits.None, false, Acts.Act),
        new(8, Traits.None, false, Acts.SendAndWait),
        new(6, Traits.None, false, Acts.Refresh),
        new(10, Traits.Handles, false, Acts.Send),
        new(10, Traits.Handles, false, Acts.Wait),
        new(8, Traits.Tasks, false, Acts.Begin),
        new(8, Traits.Tasks, false, Acts.Await),
        new(6, Traits.Tasks, false, Acts.AwaitAll),
        new(4, Traits.Blocks, false, Acts.Block),
        new(4, Traits.Copies, false, Tests.Copy),
        new(18, Traits.Branches, true, Branches.If),
        new(6, Traits.Branches, true, Branches.Guard),
        new(6, Traits.Branches, true, Branches.Switch),
        new(5, Traits.Branches, false, Branches.Choice),
        new(5, Traits.Branches, false, Branches.SwitchExpression),
        new(6, Traits.Loops, true, Iterations.Counted),
        new(4, Traits.Loops, true, Iterations.Polling),
        new(3, Traits.Loops, true, Iterations.Tested),
        new(3, Traits.Loops, true, Iterations.Again),
        new(4, Traits.Loops | Traits.SecondObjects, true, Iterations.Listed),
        new(3, Traits.Loops | Traits.Aliases, true, Iterations.Known),
        new(10, Traits.Tries, true, Tries.Try),
        new(3, Traits.Tries, true, Tries.Using),
        new(8, Traits.Aliases, false, Aliases.Declare),
        new(8, Traits.Aliases, false, Aliases.Assign),
        new(3, Traits.Nulls, false, Aliases.Nothing),
        new(4, Traits.Nulls, false, Aliases.AssignWhereNull),
        new(6, Traits.SecondObjects, false, Aliases.SecondObject),
        new(5, Traits.Escapes, false, Outside.Give),
        new(4, Traits.Escapes, false, Outside.Work),
        new(4, Traits.Escapes, false, Outside.Store),
        new(4, Traits.Escapes, false, Outside.Call),
        new(4, Traits.Captures, false, Outside.Call),
        new(4, Traits.Escapes, false, Outside.Obtain),
        new(6, Traits.Captures, true, Closures.Declare),
        new(6, Traits.Captures, false, Closures.Call),
        new(12, Traits.Tries, true, Situations.AfterFault),
        new(10, Traits.Tasks, false, Situations.BeforeAwait),
        new(10, Traits.Handles, false, Situations.BeforeWait),
        new(14, Traits.Branches | Traits.Aliases, true, Situations.BehindItsBack),
        new(14, Traits.Branches | Traits.SecondObjects, true, Situations.BehindItsBack),
        new(14, Traits.Escapes, false, Situations.InOtherHands),
        new(6, Traits.Loops, true, Situations.InTheNextTurn),
        new(8, Traits.Copies, true, Situations.AfterRead),
        new(8, Traits.Branches, true, Situations.AfterOneWay),
        new(6, Traits.None, false, Situations.InTheFamily),
    ];

    /// <summary>One that the traits allow.</summary>
    public static Form Choose(Random random, Traits traits, bool isDeep)
    {
        Form[] allowed = Array.FindAll(All, form => (form.Needs & ~traits) == Traits.None && !(isDeep && form.HasBlocks));
        int at = random.Next(allowed.Sum(form => form.Weight));
        foreach (Form form in allowed)
        {
            at -= form.Weight;
            if (at < 0)
            {
                return form;
            }
        }

        return allowed[^1];
    }
}
