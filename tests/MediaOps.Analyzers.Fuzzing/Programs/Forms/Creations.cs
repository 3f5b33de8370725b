using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>New entities.</summary>
internal static class Creations
{
    /// <summary>A new entity in a new variable, or in one that is there.</summary>
    public static IReadOnlyList<Statement> Create(Draft draft)
    {
        EntityModel entity = draft.Random.One(draft.Service.Entities);
        var before = new List<Statement>();
        string call = Call(draft, entity, before, out int state);
        bool isSent = draft.Random.Chance(0.2);
        if (!isSent && draft.Random.Chance(0.15) && draft.Any(Holds.Entity, variable => variable.Model == entity && !variable.IsReadOnly) is { } known)
        {
            draft.Guess(known, state);
            return [.. before, new Statement(known.Name + " = " + Form(draft, call, "Create", "") + ";")];
        }

        if (isSent)
        {
            return [.. before, .. Send(draft, entity, call, state)];
        }

        if (draft.Has(Traits.Tasks) && draft.Random.Chance(0.15))
        {
            Variable task = draft.Declare(new Variable(draft.Name("task"), Holds.EntityTask, entity));
            return [.. before, new Statement("var " + task.Name + " = " + call.Replace("Create(", "CreateAsync(", StringComparison.Ordinal) + ";")];
        }

        Variable made = draft.Declare(new Variable(draft.Name(entity.Name.ToLowerInvariant()), Holds.Entity, entity)
        {
            IsInterface = draft.Random.Chance(0.1),
            IsNullable = draft.Has(Traits.Nulls) && draft.Random.Chance(0.3),
        });
        draft.Guess(made, state);
        string type = made.IsInterface || made.IsNullable ? made.Type + (made.IsNullable ? "?" : "") : "var";
        return [.. before, new Statement(type + " " + made.Name + " = " + Form(draft, call, "Create", "") + ";")];
    }

    private static IReadOnlyList<Statement> Send(Draft draft, EntityModel entity, string call, int state)
    {
        Variable handle = new(draft.Name("operation"), Holds.Handle, entity) { IsCreation = true };
        var send = new Statement("var " + handle.Name + " = " + Form(draft, call, "SendCreate", "Operation") + ";");
        if (draft.Has(Traits.Handles) && draft.Random.Chance(0.4))
        {
            draft.Declare(handle);
            return [send];
        }

        Variable made = draft.Declare(new Variable(draft.Name(entity.Name.ToLowerInvariant()), Holds.Entity, entity));
        draft.Guess(made, state);
        return
        [
            send,
            new Statement(draft.Random.Chance(0.5) ? handle.Name + ".WaitForCompletion();" : "await " + handle.Name + ".WaitForCompletionAsync();"),
            new Statement("var " + made.Name + " = " + (draft.Random.Chance(0.5) ? handle.Name + ".GetTarget();" : "await " + handle.Name + ".GetTargetAsync();")),
        ];
    }

    private static string Call(Draft draft, EntityModel entity, List<Statement> before, out int state)
    {
        string from = entity.Parent is { } kind && draft.Random.Chance(0.85) && draft.Any(Holds.Entity, variable => variable.Model.Index == kind && !variable.IsInterface) is { } parent
            ? parent.Dot
            : "media.";
        bool asks = draft.Random.Chance(0.4);
        state = asks ? draft.Random.One(entity.Creatable) : entity.Creatable[0];
        string options = "{ Name = \"x\"" + (asks ? ", State = " + entity.State(state) : "") + " }";
        if (draft.Has(Traits.Aliases) && draft.Random.Chance(0.15))
        {
            // What is not written in the call itself may be anything that was asked for.
            string name = draft.Name("options");
            before.Add(new Statement("var " + name + " = new " + entity.Name + "Options " + options + ";"));
            if (draft.Random.Chance(0.5))
            {
                before.Add(new Statement(name + ".State = " + entity.State(draft.Random.One(entity.Creatable)) + ";"));
            }

            return from + entity.Name + "s.Create(" + name + ")";
        }

        return from + entity.Name + "s.Create(" + (draft.Random.Chance(0.5) ? "new " + entity.Name + "Options " : "new() ") + options + ")";
    }

    private static string Form(Draft draft, string call, string verb, string suffix) => draft.Random.Next(3) switch
    {
        0 => call.Replace("Create(", verb + suffix + "(", StringComparison.Ordinal),
        1 => "await " + call.Replace("Create(", verb + suffix + "Async(", StringComparison.Ordinal) + ".ConfigureAwait(false)",
        _ => "await " + call.Replace("Create(", verb + suffix + "Async(", StringComparison.Ordinal),
    };
}
