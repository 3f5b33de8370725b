using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Fields, other methods, and code that nobody sees into.</summary>
internal static class Outside
{
    /// <summary>The fields of the program.</summary>
    public static void DeclareFields(Draft draft)
    {
        foreach (EntityModel entity in draft.Service.Entities)
        {
            if (draft.Random.Chance(0.6))
            {
                Variable field = draft.Declare(new Variable((draft.Random.Chance(0.3) ? "this." : "") + draft.Name("_field"), Holds.Entity, entity) { IsNullable = true });
                draft.AddMember(new Statement("private " + entity.Name + "? " + field.Name.Replace("this.", "", StringComparison.Ordinal) + (draft.Random.Chance(0.3) ? " { get; set; }" : ";")));
            }

            if (draft.Random.Chance(0.3))
            {
                Variable field = draft.Declare(new Variable(draft.Name("_operation"), Holds.Handle, entity) { IsNullable = true });
                draft.AddMember(new Statement("private Operation<" + entity.Name + ">? " + field.Name + ";"));
            }
        }
    }

    /// <summary>A method of the program, with a body like any other.</summary>
    public static void DeclareMethod(Draft draft)
    {
        EntityModel entity = draft.Random.One(draft.Service.Entities);
        int? state = draft.Random.Chance(0.5) ? draft.Random.One([.. entity.Living]) : null;
        string name = draft.Name("Step") + "Async";
        string item = draft.Name("item");
        string attribute = state is { } needed ? "[InState(nameof(" + entity.State(needed) + "))] " : "";
        draft.Apart(() =>
        {
            ImmutableArray<Statement> body = draft.Code(() =>
            {
                Variable parameter = draft.Declare(new Variable(item, Holds.Entity, entity));
                draft.Guess(parameter, state);
            });
            if (state is { } known)
            {
                body = body.Insert(0, new Statement("⟪Truth.IsIn(" + item + ", line, " + known.ToString(System.Globalization.CultureInfo.InvariantCulture) + ");⟫"));
            }

            draft.AddMember(new Statement("private async Task " + name + "(Media media, Desk desk, Random random, " + attribute + entity.Name + " " + item + ", [CallerLineNumber] int line = 0)", body));
        });
        draft.Declare(new Variable(name, Holds.Code, entity));
    }

    /// <summary>A method of the program is called.</summary>
    public static IReadOnlyList<Statement> Call(Draft draft)
    {
        if (draft.Any(Holds.Code, code => code.Entity is not null) is not { } method
            || draft.Any(Holds.Entity, variable => variable.Model == method.Model && !variable.IsInterface) is not { } item)
        {
            return [];
        }

        string call = method.Name + "(media, desk, random, " + item.Name + (item.IsNullable ? "!" : "") + ")";
        draft.Guess(item, state: null);
        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.2))
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.Task, item.Model));
            return [new Statement("var " + task.Name + " = " + call + ";")];
        }

        return [new Statement("await " + call + ";")];
    }

    /// <summary>Something is given away.</summary>
    public static IReadOnlyList<Statement> Give(Draft draft)
    {
        if (draft.Random.Chance(0.25) && draft.Any(Holds.Handle) is { } handle)
        {
            return [new Statement("desk.Look(" + handle.Name + (handle.IsNullable ? "!" : "") + ");")];
        }

        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        draft.Guess(entity, state: null);
        if (!entity.IsInterface && !entity.IsNullable && !entity.IsReadOnly && draft.Random.Chance(0.2))
        {
            return [new Statement(draft.Random.Chance(0.5) ? "desk.Replace(ref " + entity.Name + ");" : "desk.Take(out " + entity.Name + ");")];
        }

        if (!entity.IsInterface && draft.Random.Chance(0.4))
        {
            int state = draft.Random.One([.. entity.Model.Living]);
            return [new Statement("desk.Need" + entity.Model.Name + entity.Model.States[state] + "(" + entity.Name + (entity.IsNullable ? "!" : "") + ");")];
        }

        return [new Statement("desk.Look(" + entity.Name + ");")];
    }

    /// <summary>Somebody else has his turn.</summary>
    public static IReadOnlyList<Statement> Work(Draft draft)
    {
        if (draft.Has(Traits.Captures) && draft.Random.Chance(0.3) && draft.Any(Holds.Code, code => code.Entity is null) is { } code)
        {
            return [new Statement("desk.Later(" + code.Name + ");")];
        }

        return [new Statement(draft.Random.Chance(0.5) ? "desk.Work();" : "await desk.WorkAsync();")];
    }

    /// <summary>Something is kept in a field, or taken out of it.</summary>
    public static IReadOnlyList<Statement> Store(Draft draft)
    {
        if (draft.Any(Holds.Entity, IsField) is not { } field
            || draft.Any(Holds.Entity, variable => variable.Model == field.Model && variable.Name != field.Name && !variable.IsInterface && !variable.IsReadOnly) is not { } other)
        {
            return [];
        }

        // What is in a field, others can reach.
        draft.Guess(field, draft.Guess(other));
        return draft.Random.Chance(0.6)
            ? [new Statement(field.Name + " = " + other.Name + ";"), new Statement("⟪desk.Keep(" + other.Name + ");⟫")]
            : [new Statement(other.Name + " = " + field.Name + "!;")];
    }

    /// <summary>An entity whose state somebody vouches for.</summary>
    public static IReadOnlyList<Statement> Obtain(Draft draft)
    {
        EntityModel entity = draft.Random.One(draft.Service.Entities);
        int state = draft.Random.One([.. entity.Living]);
        Variable obtained = draft.Declare(new Variable(draft.Name("obtained"), Holds.Entity, entity));
        draft.Guess(obtained, state);
        return [new Statement("var " + obtained.Name + " = desk.Obtain" + entity.Name + entity.States[state] + "();")];
    }

    private static bool IsField(Variable variable) => variable.Name.Contains('_', StringComparison.Ordinal);
}
