using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Ways that part, mostly by states.</summary>
internal static class Branches
{
    /// <summary>An if, with or without else, with or without a pattern variable.</summary>
    public static IReadOnlyList<Statement> If(Draft draft)
    {
        if (draft.Has(Traits.Aliases) && draft.Random.Chance(0.15) && draft.AnyEntity() is { } matched)
        {
            int state = draft.Random.One([.. matched.Model.Living]);
            var pattern = new Variable(draft.Name("same"), Holds.Entity, matched.Model) { IsInterface = matched.IsInterface };
            return
            [
                new Statement("if (" + matched.Name + " is { State: " + matched.Model.State(state) + " } " + pattern.Name + ")", draft.Block(before: () =>
                {
                    draft.Declare(pattern);
                    draft.Guess(pattern, state);
                })),
            ];
        }

        Condition condition = Tests.Any(draft);
        ImmutableArray<Statement> then = draft.Block(before: () => Believe(draft, condition));
        Section[] sections = draft.Random.Chance(0.4)
            ? [new Section("if (" + condition.Text + ")", then), new Section("else", draft.Block())]
            : [new Section("if (" + condition.Text + ")", then)];
        return [new Statement("", [.. sections], "")];
    }

    /// <summary>What is left early, so that something is known afterwards.</summary>
    public static IReadOnlyList<Statement> Guard(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity || Jumps.Any(draft) is not { } jump)
        {
            return [];
        }

        int state = draft.Random.One([.. entity.Model.Living]);
        string name = entity.Model.State(state);
        string condition = draft.Random.Next(3) switch
        {
            0 => entity.Dot + "State is not " + name,
            1 => entity.Name + " is not { State: " + name + " }",
            _ => entity.Dot + "State != " + name,
        };
        ImmutableArray<Statement> body = [.. draft.Random.Chance(0.3) ? Acts.Act(draft) : [], jump];
        draft.Guess(entity, state);
        return [new Statement("if (⟦" + condition + "⟧)", body)];
    }

    /// <summary>A switch on a state.</summary>
    public static IReadOnlyList<Statement> Switch(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        Variable? copy = draft.Has(Traits.Copies) && draft.Random.Chance(0.3) ? draft.Any(Holds.State, state => state.Model == entity.Model) : null;
        var sections = new List<Section>();
        foreach (IReadOnlyList<int> states in Split(draft, entity.Model))
        {
            string labels = draft.Random.Chance(0.5)
                ? "case " + string.Join(" or ", states.Select(entity.Model.State)) + (draft.Random.Chance(0.2) ? " when random.Next(2) == 0" : "") + ":"
                : string.Join("\n", states.Select(state => "case " + entity.Model.State(state) + ":"));
            sections.Add(Section(draft, labels, () => draft.Guess(entity, states[0])));
        }

        if (draft.Random.Chance(0.5))
        {
            sections.Add(Section(draft, "default:", static () => { }));
        }

        return [new Statement("switch (" + (copy?.Name ?? entity.Dot + "State") + ")\n{", [.. sections], "}")];
    }

    /// <summary>One of two actions.</summary>
    public static IReadOnlyList<Statement> Choice(Draft draft)
    {
        if (draft.AnyEntity() is not { } first || draft.AnyEntity() is not { } second)
        {
            return [];
        }

        Condition condition = draft.Random.Chance(0.6) ? Tests.OfEntity(draft, first) : Tests.Any(draft);
        string one = Acts.Receiver(draft, first) + Acts.Choose(draft, first).Name + "Async()";
        string two = draft.Random.Chance(0.3) ? "Task.CompletedTask" : Acts.Receiver(draft, second) + Acts.Choose(draft, second).Name + "Async()";
        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.4))
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.Task, first.Model));
            return [new Statement("Task " + task.Name + " = " + condition.Text + "\n    ? " + one + "\n    : " + two + ";")];
        }

        return [new Statement("await (" + condition.Text + "\n    ? " + one + "\n    : " + two + ");")];
    }

    /// <summary>An action for each state.</summary>
    public static IReadOnlyList<Statement> SwitchExpression(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        bool onProperty = draft.Random.Chance(0.3);
        string Pattern(string states) => onProperty ? "{ State: " + states + " }" : states;
        List<string> arms = [.. Split(draft, entity.Model).Select(states =>
        {
            draft.Guess(entity, states[0]);
            return Pattern(string.Join(" or ", states.Select(entity.Model.State))) + " => " + Acts.Receiver(draft, entity) + Acts.Choose(draft, entity).Name + "Async()";
        })];
        arms.Add("_ => Task.CompletedTask");
        draft.Guess(entity, state: null);
        string expression = (onProperty ? entity.Name : entity.Dot + "State") + " switch\n{\n    " + string.Join(",\n    ", arms) + ",\n}";
        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.3))
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.Task, entity.Model));
            return [new Statement("Task " + task.Name + " = " + expression + ";")];
        }

        return [new Statement("await (" + expression + ");")];
    }

    private static Section Section(Draft draft, string labels, Action before)
    {
        ImmutableArray<Statement> body = draft.Block(before: before);
        return new Section(labels, Jumps.IsJump(body) ? body : body.Add(new Statement("break;")));
    }

    private static IEnumerable<IReadOnlyList<int>> Split(Draft draft, EntityModel entity)
    {
        var states = new Queue<int>(draft.Random.Some([.. entity.Living], 4));
        while (states.TryDequeue(out int state))
        {
            yield return draft.Random.Chance(0.3) && states.TryDequeue(out int second) ? [state, second] : [state];
        }
    }

    private static void Believe(Draft draft, Condition condition)
    {
        if (condition.About is { } entity)
        {
            draft.Guess(entity, condition.State);
        }
    }
}
