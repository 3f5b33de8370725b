using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Code in variables and local functions, which sees the variables around it.</summary>
internal static class Closures
{
    /// <summary>A lambda or a local function.</summary>
    public static IReadOnlyList<Statement> Declare(Draft draft)
    {
        if (draft.IsFinally)
        {
            return [];
        }

        if (draft.Random.Chance(0.2) && draft.AnyEntity() is { } entity)
        {
            Variable code = draft.Declare(new Variable(draft.Name("code"), Holds.Code, null));
            return [new Statement("Func<Task> " + code.Name + " = () => " + entity.Dot + Acts.Choose(draft, entity).Name + "Async();")];
        }

        if (draft.Random.Chance(0.2))
        {
            return [DeclareWithParameter(draft)];
        }

        bool isLocal = draft.Random.Chance(0.4);
        string name = draft.Name(isLocal ? "Local" : "code");
        Statement statement = isLocal
            ? new Statement("async Task " + name + "()", draft.Code())
            : new Statement("Func<Task> " + name + " = async () =>", draft.Code(), ";");
        draft.Declare(new Variable(name, Holds.Code, null));
        return [statement];
    }

    // Called like a method of the program.
    private static Statement DeclareWithParameter(Draft draft)
    {
        EntityModel entity = draft.Random.One(draft.Service.Entities);
        (string name, string item) = (draft.Name("Local"), draft.Name("item"));
        var statement = new Statement(
            "async Task " + name + "(Media media, Desk desk, Random random, " + entity.Name + " " + item + ")",
            draft.Code(() => draft.Declare(new Variable(item, Holds.Entity, entity))));
        draft.Declare(new Variable(name, Holds.Code, entity));
        return statement;
    }

    /// <summary>The code runs: now, or whenever somebody else wants it to.</summary>
    public static IReadOnlyList<Statement> Call(Draft draft)
    {
        if (draft.Any(Holds.Code, code => code.Entity is null) is not { } code)
        {
            return [];
        }

        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.2) && draft.Any(Holds.Entity) is { } entity)
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.Task, entity.Model));
            return [new Statement("var " + task.Name + " = " + code.Name + "();")];
        }

        return [new Statement("await " + code.Name + "();")];
    }
}
