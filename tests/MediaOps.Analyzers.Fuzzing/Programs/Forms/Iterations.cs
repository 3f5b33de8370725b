using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Loops. One that may go on for ever awaits the service first in every turn, because that is where a run that is too long ends.</summary>
internal static class Iterations
{
    /// <summary>A loop of at most three turns.</summary>
    public static IReadOnlyList<Statement> Counted(Draft draft)
    {
        string index = draft.Name("i");
        string limit = draft.Random.Chance(0.5) ? "random.Next(3)" : draft.Random.Chance(0.5) ? "2" : "3";
        return draft.Random.Next(3) switch
        {
            0 => [new Statement("int " + index + " = 0;"), new Statement("while (" + index + "++ < " + limit + ")", draft.Loop())],
            1 => [new Statement("int " + index + " = 0;"), new Statement("do", draft.Loop(), "while (++" + index + " < " + limit + ");")],
            _ => [new Statement("for (int " + index + " = 0; " + index + " < " + limit + "; " + index + "++)", draft.Loop())],
        };
    }

    /// <summary>A loop that waits for a state.</summary>
    public static IReadOnlyList<Statement> Polling(Draft draft)
    {
        if (draft.Has(Traits.Blocks) || draft.IsFinally || draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        int state = draft.Random.One([.. entity.Model.Living]);
        string name = entity.Model.State(state);
        var read = new Statement("await " + entity.Dot + "RefreshAsync();");
        Statement loop = draft.Random.Next(3) switch
        {
            0 => new Statement("while (true)", [read, new Statement("if (" + entity.Dot + "State == " + name + ")", [new Statement("break;")]), .. draft.Random.Chance(0.4) ? draft.Loop() : []]),
            1 => new Statement("do", [read, .. draft.Random.Chance(0.3) ? draft.Loop() : []], "while (" + entity.Dot + "State != " + name + ");"),
            _ => new Statement("while (⟦" + entity.Dot + "State != " + name + "⟧)", [read, .. draft.Random.Chance(0.3) ? draft.Loop() : []]),
        };
        draft.Guess(entity, state);
        return [loop];
    }

    /// <summary>A loop that ends by a state, or after some turns.</summary>
    public static IReadOnlyList<Statement> Tested(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string index = draft.Name("i");
        string test = "⟦" + entity.Dot + "State " + (draft.Random.Chance(0.5) ? "!=" : "==") + " " + entity.Model.State(draft.Random.One([.. entity.Model.Living])) + "⟧";
        return [new Statement("int " + index + " = 0;"), new Statement("while (" + index + "++ < 3 && " + test + ")", draft.Loop())];
    }

    /// <summary>A jump back.</summary>
    public static IReadOnlyList<Statement> Again(Draft draft)
    {
        (string index, string label) = (draft.Name("i"), draft.Name("again"));
        ImmutableArray<Statement> body = draft.Block();
        return
        [
            new Statement("int " + index + " = 0;"),
            new Statement(label + ":", body, "if (" + index + "++ < 2 && (" + Tests.Any(draft).Text + "))\n{\n    goto " + label + ";\n}"),
        ];
    }

    /// <summary>A loop over what the service lists.</summary>
    public static IReadOnlyList<Statement> Listed(Draft draft)
    {
        EntityModel entity = draft.Random.One(draft.Service.Entities);
        string from = entity.Parent is { } kind && draft.Random.Chance(0.6) && draft.Any(Holds.Entity, variable => variable.Model.Index == kind && !variable.IsInterface) is { } parent
            ? parent.Dot
            : "media.";
        return [ForEach(draft, new Variable(draft.Name("each"), Holds.Entity, entity) { IsReadOnly = true }, from + entity.Name + "s.List", "()")];
    }

    /// <summary>A loop over some variables.</summary>
    public static IReadOnlyList<Statement> Known(Draft draft)
    {
        if (draft.Any(Holds.Entity, variable => !variable.IsNullable) is not { } first)
        {
            return [];
        }

        string[] items = [.. draft.Random.Some([.. draft.All(Holds.Entity).Where(other => other.Model == first.Model && !other.IsNullable)], 3).Select(variable => variable.Name)];
        string all = "new " + (draft.Random.Chance(0.5) ? "I" + first.Model.Name + "[]" : "List<I" + first.Model.Name + ">") + " { " + string.Join(", ", items) + " }";
        var each = new Variable(draft.Name("each"), Holds.Entity, first.Model) { IsReadOnly = true, IsInterface = true };
        return [new Statement("foreach (var " + each.Name + " in " + all + ")", draft.Loop(() => draft.Declare(each)))];
    }

    private static Statement ForEach(Draft draft, Variable each, string list, string call)
    {
        bool isAsync = draft.Random.Chance(0.5);
        string type = draft.Random.Chance(0.5) ? "var " : each.Type + " ";
        string head = (isAsync ? "await foreach (" : "foreach (") + type + each.Name + " in " + list + (isAsync ? "Async" : "") + call;
        return new Statement(head + ")", draft.Loop(() => draft.Declare(each)));
    }
}
