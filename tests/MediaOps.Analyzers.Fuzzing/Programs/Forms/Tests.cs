namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>A condition.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="About">The entity that it asks for; null for none.</param>
/// <param name="State">The state that the entity is probably in where the condition holds; null for none.</param>
internal sealed record Condition(string Text, Variable? About, int? State);

/// <summary>Comparisons of states.</summary>
internal static class Tests
{
    /// <summary>A state, or how a comparison came out, in a variable.</summary>
    public static IReadOnlyList<Statement> Copy(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        if (draft.Random.Chance(0.3) && draft.Any(Holds.State, state => state.Model == entity.Model) is { } known)
        {
            return [new Statement(known.Name + " = " + entity.Dot + "State;")];
        }

        if (draft.Random.Chance(0.5))
        {
            Variable state = draft.Declare(new Variable(draft.Name("state"), Holds.State, entity.Model));
            return [new Statement("var " + state.Name + " = " + entity.Dot + "State;")];
        }

        Condition condition = OfEntity(draft, entity);
        Variable flag = draft.Declare(new Variable(draft.Name("flag"), Holds.Flag, entity.Model));
        return [new Statement("bool " + flag.Name + " = " + condition.Text + ";")];
    }

    /// <summary>A condition: about states, or about nothing.</summary>
    public static Condition Any(Draft draft)
    {
        if (draft.Has(Traits.Copies) && draft.Random.Chance(0.2) && draft.Any(Holds.Flag) is { } flag)
        {
            return new Condition((draft.Random.Chance(0.3) ? "!" : "") + flag.Name, null, null);
        }

        if (draft.Has(Traits.Copies) && draft.Random.Chance(0.25) && draft.Any(Holds.State) is { } copy)
        {
            int state = draft.Random.One([.. copy.Model.Living]);
            string name = copy.Model.State(state);
            string text = draft.Random.Next(3) switch { 0 => copy.Name + " is " + name, 1 => copy.Name + " != " + name, _ => copy.Name + " == " + name };
            return new Condition("⟦" + text + "⟧", null, null);
        }

        if (draft.Random.Chance(0.25) || draft.AnyEntity() is not { } entity)
        {
            return new Condition("random.Next(2) == 0", null, null);
        }

        Condition first = OfEntity(draft, entity);
        if (draft.Random.Chance(0.75))
        {
            return first;
        }

        Condition second = draft.Random.Chance(0.3) ? new Condition("random.Next(2) == 0", null, null) : OfEntity(draft, draft.AnyEntity()!);
        if (second.Text == first.Text)
        {
            // A line tells its comparisons apart by their texts.
            return first;
        }

        return draft.Random.Next(3) switch
        {
            0 => new Condition(first.Text + " || " + second.Text, first.About, first.State),
            1 => new Condition("!(" + first.Text + " && " + second.Text + ")", null, null),
            _ => new Condition(first.Text + " && " + second.Text, first.About, first.State),
        };
    }

    /// <summary>A comparison of an entity's state.</summary>
    public static Condition OfEntity(Draft draft, Variable entity)
    {
        int[] living = [.. entity.Model.Living];
        int first = draft.Random.One(living);
        int second = draft.Random.Chance(0.05) ? 0 : draft.Random.One(living);
        (string one, string two) = (entity.Model.State(first), entity.Model.State(second));
        string state = entity.Dot + "State";
        string name = entity.Name;
        (string text, bool holds) = draft.Random.Next(16) switch
        {
            0 => (state + " != " + one, false),
            1 => (one + " == " + state, true),
            2 => (state + " is " + one, true),
            3 => (state + " is not " + one, false),
            4 => (state + " is " + one + " or " + two, true),
            5 => (state + " is not (" + one + " or " + two + ")", false),
            6 => (state + ".Equals(" + one + ")", true),
            7 => (name + " is { State: " + one + " }", true),
            8 => (name + " is { State: " + one + " or " + two + " }", true),
            9 => (name + " is not { State: " + one + " }", false),
            10 => (name + "?.State == " + one, true),
            11 => (state + " is not " + one + " and not " + two, false),
            12 when draft.Has(Traits.Nulls) => (name + " is null", false),
            13 when draft.Has(Traits.Nulls) => (name + " is not null", false),
            _ => (state + " == " + one, true),
        };

        // Whether something is null is no comparison of a state.
        bool isProbed = !text.EndsWith("null", StringComparison.Ordinal);
        return new Condition(isProbed ? "⟦" + text + "⟧" : text, entity, holds ? first : null);
    }
}
