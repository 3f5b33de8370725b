using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Actions in their four forms, and what is done with what they return.</summary>
internal static class Acts
{
    /// <summary>An action that has ended when the statement has.</summary>
    public static IReadOnlyList<Statement> Act(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return Creations.Create(draft);
        }

        ActionModel action = Choose(draft, entity);
        return Act(draft, entity, action);
    }

    /// <summary>A certain action on a certain variable.</summary>
    public static IReadOnlyList<Statement> Act(Draft draft, Variable entity, ActionModel action)
    {
        List<Statement> statements = Edits(draft, entity, action);
        string receiver = Receiver(draft, entity);
        if (draft.Has(Traits.Tries) && draft.Random.Chance(0.06))
        {
            statements.Add(new Statement("await " + receiver + action.Name + "Async().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);"));
            draft.Guess(entity, state: null);
            return statements;
        }

        statements.Add(new Statement(draft.Random.Next(7) switch
        {
            0 or 1 => receiver + action.Name + "();",
            2 => "await " + receiver + action.Name + "Async().ConfigureAwait(false);",
            3 when entity.IsNullable => entity.Name + "?." + action.Name + "();",
            4 when entity.IsNullable => "await (" + entity.Name + "?." + action.Name + "Async() ?? Task.CompletedTask);",
            _ => "await " + receiver + action.Name + "Async();",
        }));
        Ended(draft, entity, action);
        return statements;
    }

    /// <summary>An operation that is waited for at once.</summary>
    public static IReadOnlyList<Statement> SendAndWait(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        ActionModel action = Choose(draft, entity);
        if (draft.Traits == Traits.None && action is { To.Count: 0, Via.Count: > 0, Kind: not ActionKind.Delete })
        {
            // Where such an operation ends, its attributes do not tell.
            return [];
        }

        List<Statement> statements = Edits(draft, entity, action);
        string send = Receiver(draft, entity) + "Send" + action.Name + "Operation";
        string name = draft.Name("operation");
        statements.AddRange(draft.Random.Next(4) switch
        {
            0 => [new Statement(send + "().WaitForCompletion();")],
            1 => [new Statement("await (await " + send + "Async()).WaitForCompletionAsync();")],
            2 => [new Statement("Operation " + name + " = " + send + "();"), new Statement("await " + name + ".WaitForCompletionAsync().ConfigureAwait(false);")],
            _ => new[] { new Statement("var " + name + " = await " + send + "Async();"), new Statement(name + ".WaitForCompletion();") },
        });
        Ended(draft, entity, action);
        return statements;
    }

    /// <summary>An operation that is waited for later, or never.</summary>
    public static IReadOnlyList<Statement> Send(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        ActionModel action = Choose(draft, entity);
        List<Statement> statements = Edits(draft, entity, action);
        string send = Receiver(draft, entity) + "Send" + action.Name + "Operation";
        string call = draft.Random.Chance(0.5) ? send + "()" : "await " + send + "Async()";
        draft.Guess(entity, action.Via.Count > 0 ? action.Via[0] : draft.Guess(entity));
        if (draft.Random.Chance(0.12))
        {
            statements.Add(new Statement((draft.Random.Chance(0.5) ? "_ = " : "") + call + ";"));
        }
        else if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.15))
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.HandleTask, entity.Model));
            statements.Add(new Statement("var " + task.Name + " = " + send + "Async();"));
        }
        else if (draft.Has(Traits.Aliases) && draft.Random.Chance(0.2) && draft.Any(Holds.Handle, handle => handle.Model == entity.Model && !handle.IsCreation) is { } known)
        {
            statements.Add(new Statement(known.Name + " = " + call + ";"));
        }
        else
        {
            Variable handle = draft.Declare(new Variable(draft.Name("operation"), Holds.Handle, entity.Model));
            statements.Add(new Statement("var " + handle.Name + " = " + call + ";"));
        }

        return statements;
    }

    /// <summary>The wait for an operation that was sent before.</summary>
    public static IReadOnlyList<Statement> Wait(Draft draft)
    {
        if (draft.Any(Holds.Handle) is not { } handle)
        {
            return [];
        }

        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.2))
        {
            return [Later(draft, handle.Model, handle.Dot + (draft.Random.Chance(0.5) ? "RefreshAsync();" : "WaitForCompletionAsync();"))];
        }

        switch (draft.Random.Next(12))
        {
            case 0:
                return [new Statement(handle.Dot + "Refresh();")];
            case 1:
                return [new Statement("await " + handle.Dot + "RefreshAsync();")];
            case 2 when !handle.IsNullable:
                return [new Statement("await Operation.WaitAllAsync(new[] { " + handle.Name + " });")];
            case 9:
                return [new Statement("await foreach (var " + draft.Name("progress") + " in " + handle.Dot + "WatchAsync())", ImmutableArray<Statement>.Empty)];
            case 3 or 4 when handle.IsCreation || draft.Has(Traits.Aliases):
                if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.3))
                {
                    Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.EntityTask, handle.Model));
                    return [new Statement("var " + task.Name + " = " + handle.Dot + "GetTargetAsync();")];
                }

                Variable target = draft.Declare(new Variable(draft.Name("target"), Holds.Entity, handle.Model));
                return [new Statement("var " + target.Name + " = " + (draft.Random.Chance(0.5) ? handle.Dot + "GetTarget();" : "await " + handle.Dot + "GetTargetAsync();"))];
            case 5 or 6:
                return [new Statement(handle.Dot + "WaitForCompletion();")];
            case 7:
                return [new Statement("await " + handle.Dot + "WaitForCompletionAsync().ConfigureAwait(false);")];
            default:
                return [new Statement("await " + handle.Dot + "WaitForCompletionAsync();")];
        }
    }

    /// <summary>An action whose task is awaited later, or never.</summary>
    public static IReadOnlyList<Statement> Begin(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        ActionModel action = Choose(draft, entity);
        List<Statement> statements = Edits(draft, entity, action);
        string call = Receiver(draft, entity) + action.Name + "Async();";
        Ended(draft, entity, action);
        if (draft.Random.Chance(0.1))
        {
            statements.Add(new Statement("_ = " + call));
        }
        else if (draft.Random.Chance(0.15) && draft.Any(Holds.Task) is { } known)
        {
            statements.Add(new Statement(known.Name + " = " + call));
        }
        else
        {
            statements.Add(Later(draft, entity.Model, call));
        }

        return statements;
    }

    /// <summary>The await of what was begun before.</summary>
    public static IReadOnlyList<Statement> Await(Draft draft)
    {
        Holds holds = draft.Random.Next(4) switch { 0 => Holds.EntityTask, 1 => Holds.HandleTask, _ => Holds.Task };
        if (draft.Any(holds) is not { } task)
        {
            return [];
        }

        string awaited = draft.Random.Next(6) switch
        {
            0 => "await " + task.Name + ".ConfigureAwait(false)",
            1 => "await " + task.Name + ".WaitAsync(System.Threading.CancellationToken.None)",
            2 when holds == Holds.Task && draft.Has(Traits.Tries) => "await " + task.Name + ".ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext)",
            _ => "await " + task.Name,
        };
        if (holds == Holds.Task)
        {
            return [new Statement(awaited + ";")];
        }

        Variable result = draft.Declare(holds == Holds.EntityTask
            ? new Variable(draft.Name(task.Model.Name.ToLowerInvariant()), Holds.Entity, task.Model)
            : new Variable(draft.Name("operation"), Holds.Handle, task.Model));
        return [new Statement("var " + result.Name + " = " + awaited + ";")];
    }

    /// <summary>The await of several.</summary>
    public static IReadOnlyList<Statement> AwaitAll(Draft draft)
    {
        var statements = new List<Statement>();
        var tasks = new List<string>();
        int count = draft.Random.Next(1, 4);
        for (int index = 0; index < count; index++)
        {
            if (draft.Random.Chance(0.4) && draft.Any(Holds.Task) is { } task)
            {
                tasks.Add(task.Name);
            }
            else if (draft.AnyEntity() is { } entity)
            {
                ActionModel action = Choose(draft, entity);
                tasks.Add(Receiver(draft, entity) + action.Name + "Async()");
                Ended(draft, entity, action);
            }
        }

        if (tasks.Count == 0)
        {
            return [];
        }

        string all = "\n    " + string.Join(",\n    ", tasks);
        statements.Add(new Statement(draft.Random.Next(6) switch
        {
            5 when draft.Has(Traits.Captures) && draft.Any(Holds.Entity, variable => !variable.IsNullable) is { } each =>
                "await Task.WhenAll(new[] { " + each.Name + " }.Select(x => x." + draft.Random.One(each.Model.Actions).Name + "Async()));",
            0 => "await Task.WhenAll(new[]\n{" + all + "\n});",
            1 => "await Task.WhenAll(new List<Task>\n{" + all + "\n});",
            2 => "await Task.WhenAny(" + all + ");",
            3 when draft.Has(Traits.Tries) => "await Task.WhenAll(" + all + ").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);",
            3 => "await Task.WhenAll([" + all + "]);",
            4 => "await Task.WhenAll(" + all + ").ConfigureAwait(false);",
            _ => "await Task.WhenAll(" + all + ");",
        }));
        return statements;
    }

    /// <summary>A wait that blocks.</summary>
    public static IReadOnlyList<Statement> Block(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        ActionModel action = Choose(draft, entity);
        List<Statement> statements = Edits(draft, entity, action);
        string call = Receiver(draft, entity) + action.Name + "Async()";
        statements.Add(new Statement(call + draft.Random.Next(3) switch { 0 => ".Wait();", 1 => ".ConfigureAwait(false).GetAwaiter().GetResult();", _ => ".GetAwaiter().GetResult();" }));
        Ended(draft, entity, action);
        return statements;
    }

    /// <summary>A read.</summary>
    public static IReadOnlyList<Statement> Refresh(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        draft.Guess(entity, state: null);
        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.25))
        {
            return [Later(draft, entity.Model, entity.Dot + "RefreshAsync();")];
        }

        return [new Statement(draft.Random.Chance(0.5) ? entity.Dot + "Refresh();" : "await " + entity.Dot + "RefreshAsync();")];
    }

    /// <summary>An action for a variable: mostly one that could go well.</summary>
    public static ActionModel Choose(Draft draft, Variable entity)
    {
        ActionModel[] all = [.. entity.Model.Actions.Where(action => draft.Traits != Traits.None || !TellsByInference(action))];
        ActionModel[] likely = draft.Guess(entity) is { } state ? [.. all.Where(action => action.From is null || action.From.Contains(state))] : [];
        ActionModel chosen = likely.Length > 0 && draft.Random.Chance(0.7) ? draft.Random.One(likely) : draft.Random.One(all);
        return chosen.Kind == ActionKind.Delete && draft.Random.Chance(0.6) ? draft.Random.One(all) : chosen;
    }

    // Its success shows which states it or its relatives had, but by a rule that nobody vouches for: the analyzer must not conclude from it.
    private static bool TellsByInference(ActionModel action) => action.IsInferred && (action.To.Count == 0 || action.Parent is not null || action.Children is not null);

    /// <summary>How the object is reached that a member is called on.</summary>
    public static string Receiver(Draft draft, Variable entity) => draft.Random.Next(16) switch
    {
        0 => "(" + entity.Name + (entity.IsNullable ? "!)." : ")."),
        1 => "((I" + entity.Model.Name + ")" + entity.Name + (entity.IsNullable ? "!" : "") + ").",
        _ => entity.Dot,
    };

    private static Statement Later(Draft draft, EntityModel entity, string call)
    {
        Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.Task, entity));
        return new Statement((draft.Random.Chance(0.5) ? "Task " : "var ") + task.Name + " = " + call);
    }

    private static List<Statement> Edits(Draft draft, Variable entity, ActionModel action) =>
        action.Kind == ActionKind.Update && draft.Random.Chance(0.7)
            ? [new Statement(entity.Dot + "Title" + (draft.Random.Chance(0.5) ? "0" : "1") + " = \"x\";")]
            : [];

    private static void Ended(Draft draft, Variable entity, ActionModel action)
    {
        if (action.To.Count > 0 && draft.Guess(entity) is { } state && (action.From is null || action.From.Contains(state)))
        {
            draft.Guess(entity, action.To[0]);
        }
    }
}
