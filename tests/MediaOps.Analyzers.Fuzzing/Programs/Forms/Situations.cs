using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>
/// Situations in which a careless analysis goes wrong. By chance alone they would be rare: something is known of an entity, something happens that may change it,
/// and then any action is called on it, also one that would be forbidden if nothing had happened.
/// </summary>
internal static class Situations
{
    /// <summary>An action that goes wrong, and then any other.</summary>
    public static IReadOnlyList<Statement> AfterFault(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        ActionModel action = Acts.Choose(draft, entity);
        var body = ImmutableArray.CreateRange(Acts.Act(draft, entity, action));
        int[] left = [.. action.OnFailure, .. action.Via];
        ActionModel? only = draft.Random.OneOrDefault([.. entity.Model.Actions.Where(other => other.From is not null && left.Any(other.From.Contains) && !action.To.Any(other.From.Contains))]);
        if (draft.Random.Chance(0.3))
        {
            body = body.AddRange(Acts.Act(draft, entity, Acts.Choose(draft, entity)));
        }

        bool inHandler = draft.Random.Chance(0.6);
        bool isFinally = draft.Random.Chance(0.25);
        draft.Guess(entity, state: null);
        var handler = new Section(isFinally ? "finally" : draft.Random.Chance(0.5) ? "catch (ServiceException)" : "catch (Exception)", inHandler ? [.. After(draft, entity, only)] : []);
        return [new Statement("", [new Section("try", body), handler], ""), .. inHandler ? [] : After(draft, entity, only)];
    }

    /// <summary>A task is begun, something happens, the task is awaited.</summary>
    public static IReadOnlyList<Statement> BeforeAwait(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string task = draft.Name("task");
        ActionModel action = Acts.Choose(draft, entity);
        string await = draft.Random.Chance(0.3) ? "await Task.WhenAll(" + task + ", Task.CompletedTask);" : "await " + task + ";";
        return
        [
            new Statement("Task " + task + " = " + entity.Dot + action.Name + "Async();"),
            .. Meanwhile(draft, entity),
            .. draft.Random.Chance(0.8) ? [new Statement(await)] : Array.Empty<Statement>(),
            .. Any(draft, entity),
        ];
    }

    /// <summary>An operation is sent, something happens, the operation is waited for.</summary>
    public static IReadOnlyList<Statement> BeforeWait(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string operation = draft.Name("operation");
        ActionModel action = Acts.Choose(draft, entity);
        string wait = draft.Random.Next(5) switch
        {
            0 => operation + ".WaitForCompletion();",
            1 when draft.Has(Traits.Escapes) => "desk.Look(" + operation + ");",
            2 => "await Operation.WaitAllAsync([" + operation + "]);",
            3 => operation + ".Refresh();",
            _ => "await " + operation + ".WaitForCompletionAsync();",
        };
        return
        [
            new Statement("var " + operation + " = " + (draft.Random.Chance(0.5) ? entity.Dot + "Send" + action.Name + "Operation();" : "await " + entity.Dot + "Send" + action.Name + "OperationAsync();")),
            .. Meanwhile(draft, entity),
            .. draft.Random.Chance(0.8) ? [new Statement(wait)] : Array.Empty<Statement>(),
            .. Any(draft, entity),
        ];
    }

    /// <summary>Something happens to what is or may be the same entity.</summary>
    public static IReadOnlyList<Statement> BehindItsBack(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        Variable other = new(draft.Name("twin"), Holds.Entity, entity.Model);
        List<Statement> statements = [];
        Variable? known = draft.Any(Holds.Entity, variable => variable.Model == entity.Model && variable.Name != entity.Name && !variable.IsNullable);
        if (known is not null && draft.Random.Chance(0.6))
        {
            other = known;
        }
        else if (draft.Has(Traits.SecondObjects) && draft.Random.Chance(0.6))
        {
            statements.Add(new Statement("var " + other.Name + " = media." + entity.Model.Name + "s.Get(" + (draft.Random.Chance(0.7) ? entity.Dot + "Id" : "\"any\"") + ");"));
        }
        else if (draft.Has(Traits.Aliases) && !entity.IsNullable)
        {
            other = other with { IsInterface = entity.IsInterface };
            string second = known is not null && known.IsInterface == entity.IsInterface ? known.Name : "desk.Same(" + entity.Name + ")";
            statements.Add(new Statement(entity.Type + " " + other.Name + " = " + (draft.Random.Chance(0.5) ? "random.Next(2) == 0 ? " + second + " : " : "") + entity.Name + ";"));
        }
        else
        {
            return [];
        }

        int state = draft.Random.One([.. entity.Model.Living]);
        ImmutableArray<Statement> body =
        [
            .. draft.Random.Chance(0.4) ? [new Statement("if (" + other.Dot + "State != " + entity.Model.State(draft.Random.One([.. entity.Model.Living])) + ")", [new Statement("return;")])] : Array.Empty<Statement>(),
            .. Any(draft, other),
            .. Any(draft, entity),
        ];
        if (draft.IsFinally)
        {
            body = [.. Any(draft, other), .. Any(draft, entity)];
        }

        return draft.Random.Chance(0.5)
            ? [.. statements, new Statement("if (⟦" + entity.Dot + "State == " + entity.Model.State(state) + "⟧)", body)]
            : [.. statements, .. body];
    }

    /// <summary>Somebody else has got hold of it.</summary>
    public static IReadOnlyList<Statement> InOtherHands(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string code = draft.Name("code");
        ActionModel action = draft.Random.One(entity.Model.Actions);
        List<Statement> statements = draft.Random.Next(4) switch
        {
            0 when draft.Has(Traits.Captures) =>
                [new Statement("Func<Task> " + code + " = async () => await " + entity.Dot + action.Name + "Async();"), new Statement("desk.Later(" + code + ");")],
            1 when draft.Has(Traits.Captures) => [new Statement("desk.Later(() => " + entity.Dot + action.Name + "Async());")],
            _ => [new Statement("desk.Look(" + entity.Name + ");")],
        };
        if (draft.Random.Chance(0.4))
        {
            statements.AddRange(Acts.Act(draft, entity, Acts.Choose(draft, entity)));
        }

        statements.Add(new Statement(draft.Random.Next(3) switch { 0 => "desk.Work();", 1 => "await media." + entity.Model.Name + "s.GetAsync(\"any\");", _ => "await desk.WorkAsync();" }));
        return [.. statements, .. Any(draft, entity)];
    }

    /// <summary>What holds in the first turn does not hold in the second.</summary>
    public static IReadOnlyList<Statement> InTheNextTurn(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string index = draft.Name("i");
        return [new Statement("for (int " + index + " = 0; " + index + " < 2; " + index + "++)", [.. Any(draft, entity), .. draft.Random.Chance(0.5) ? Any(draft, entity) : []])];
    }

    /// <summary>What was read is out of date.</summary>
    public static IReadOnlyList<Statement> AfterRead(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        string copy = draft.Name("state");
        string name = entity.Model.State(draft.Random.One([.. entity.Model.Living]));
        bool isFlag = draft.Random.Chance(0.5);
        return
        [
            new Statement("var " + copy + " = " + entity.Dot + "State" + (isFlag ? " == " + name : "") + ";"),
            .. Any(draft, entity),
            new Statement("if (" + copy + (isFlag ? "" : " == " + name) + ")", [.. Any(draft, entity)]),
        ];
    }

    /// <summary>Only one of two ways does something.</summary>
    public static IReadOnlyList<Statement> AfterOneWay(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        return [new Statement("if (" + Tests.Any(draft).Text + ")", [.. Any(draft, entity)]), .. Any(draft, entity)];
    }

    /// <summary>A child and its parent, of which one needs something of the other.</summary>
    public static IReadOnlyList<Statement> InTheFamily(Draft draft)
    {
        if (draft.Any(Holds.Entity, variable => !variable.IsInterface && draft.Service.ChildrenOf(variable.Model).Any()) is not { } parent)
        {
            return [];
        }

        EntityModel model = draft.Service.ChildrenOf(parent.Model).First();
        Variable child = draft.Declare(new Variable(draft.Name("child"), Holds.Entity, model));
        draft.Guess(child, model.Creatable[0]);
        List<Statement> statements = [new Statement("var " + child.Name + " = await " + parent.Dot + model.Name + "s.CreateAsync(new " + model.Name + "Options { Name = \"x\" });")];
        for (int turn = 0; turn < 3; turn++)
        {
            Variable actor = draft.Random.Chance(0.5) ? child : parent;
            statements.AddRange(Acts.Act(draft, actor, Acts.Choose(draft, actor)));
        }

        return statements;
    }

    // Best what only a fault makes possible.
    private static IReadOnlyList<Statement> After(Draft draft, Variable entity, ActionModel? only) =>
        only is not null && draft.Random.Chance(0.6) ? Acts.Act(draft, entity, only) : Any(draft, entity);

    // Something that may or may not change what is known.
    private static IReadOnlyList<Statement> Meanwhile(Draft draft, Variable entity)
    {
        int state = draft.Random.One([.. entity.Model.Living]);
        return draft.Random.Next(6) switch
        {
            0 => [],
            1 => [new Statement("await " + entity.Dot + "RefreshAsync();")],
            2 when draft.Has(Traits.Branches) => [new Statement("if (⟦" + entity.Dot + "State == " + entity.Model.State(state) + "⟧)", [.. Any(draft, entity)])],
            3 => [new Statement("await media." + entity.Model.Name + "s.GetAsync(\"any\");")],
            4 when draft.Has(Traits.Tasks) => [new Statement("Task " + draft.Name("task") + " = " + entity.Dot + Acts.Choose(draft, entity).Name + "Async();")],
            _ => Any(draft, entity),
        };
    }

    // Any action, also one that is forbidden as far as anybody knows.
    private static IReadOnlyList<Statement> Any(Draft draft, Variable entity)
    {
        ActionModel action = draft.Random.One(entity.Model.Actions);
        if (action.Kind == ActionKind.Delete)
        {
            action = draft.Random.One(entity.Model.Actions);
        }

        return Acts.Act(draft, entity, action);
    }
}
