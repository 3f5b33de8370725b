using System.Collections.Immutable;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>What goes on when something went wrong.</summary>
internal static class Tries
{
    private static readonly string[] Handlers =
    [
        "catch",
        "catch (Exception)",
        "catch (ServiceException)",
        "catch (Exception {0}) when ({0} is not InvalidEntityStateException)",
        "catch (Exception) when (random.Next(2) == 0)",
        "catch (InvalidEntityStateException)",
    ];

    /// <summary>A try with handlers, a finally, or both.</summary>
    public static IReadOnlyList<Statement> Try(Draft draft)
    {
        var sections = new List<Section> { new("try", draft.Block()) };
        bool hasFinally = draft.Random.Chance(0.35);
        if (!hasFinally || draft.Random.Chance(0.5))
        {
            int first = draft.Random.Next(Handlers.Length);
            sections.Add(new Section(Handlers[first].Replace("{0}", draft.Name("thrown"), StringComparison.Ordinal), Handler(draft)));
            if (first >= 4 && draft.Random.Chance(0.4))
            {
                sections.Add(new Section("catch (Exception)", Handler(draft)));
            }
        }

        if (hasFinally)
        {
            sections.Add(new Section("finally", draft.Finally()));
        }

        return [new Statement("", [.. sections], "")];
    }

    /// <summary>Something that is disposed of at the end.</summary>
    public static IReadOnlyList<Statement> Using(Draft draft)
    {
        string name = draft.Name("stream");
        return [new Statement((draft.Random.Chance(0.5) ? "await using" : "using") + " (var " + name + " = new System.IO.MemoryStream())", draft.Block())];
    }

    private static ImmutableArray<Statement> Handler(Draft draft)
    {
        ImmutableArray<Statement> body = draft.Random.Chance(0.15) ? [] : draft.Block(1, 2);
        return draft.Random.Chance(0.15) && !draft.IsFinally && !Jumps.IsJump(body) ? body.Add(new Statement("throw;")) : body;
    }
}
