using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>Several ways to one entity.</summary>
internal static class Aliases
{
    /// <summary>A new variable for an object that has one.</summary>
    public static IReadOnlyList<Statement> Declare(Draft draft)
    {
        if (draft.AnyEntity() is not { } entity)
        {
            return [];
        }

        Variable second = draft.Any(Holds.Entity, other => other.Model == entity.Model && other.IsInterface == entity.IsInterface && other.IsNullable == entity.IsNullable) ?? entity;
        var alias = new Variable(draft.Name("other"), Holds.Entity, entity.Model) { IsInterface = entity.IsInterface, IsNullable = entity.IsNullable };
        List<Statement> statements = [];
        switch (draft.Random.Next(5))
        {
            case 0:
                alias = alias with { IsInterface = true };
                statements.Add(new Statement(TypeOf(alias) + " " + alias.Name + " = " + entity.Name + ";"));
                break;
            case 1 when !entity.IsInterface:
                alias = alias with { IsNullable = true };
                statements.Add(new Statement(TypeOf(alias) + " " + alias.Name + " = " + entity.Name + " as " + entity.Model.Name + ";"));
                break;
            case 2 or 3:
                statements.AddRange(Roundabout(draft, alias, entity.Name, second.Name));
                break;
            default:
                statements.Add(new Statement((draft.Random.Chance(0.5) ? TypeOf(alias) : "var") + " " + alias.Name + " = " + entity.Name + ";"));
                break;
        }

        draft.Declare(alias);
        draft.Guess(alias, draft.Guess(entity));
        return statements;
    }

    /// <summary>A variable gets another object.</summary>
    public static IReadOnlyList<Statement> Assign(Draft draft)
    {
        if (draft.Any(Holds.Entity, variable => !variable.IsReadOnly) is not { } target
            || draft.Any(Holds.Entity, variable => variable.Model == target.Model && variable.IsInterface == target.IsInterface && variable.Name != target.Name) is not { } source)
        {
            return [];
        }

        string mark = source.IsNullable && !target.IsNullable ? "!" : "";
        if (draft.Random.Chance(0.15) && !source.IsReadOnly && source.IsNullable == target.IsNullable)
        {
            return [new Statement("(" + target.Name + ", " + source.Name + ") = (" + source.Name + ", " + target.Name + ");")];
        }

        draft.Guess(target, draft.Guess(source));
        return [new Statement(target.Name + " = " + source.Name + mark + ";")];
    }

    /// <summary>A variable gets none.</summary>
    public static IReadOnlyList<Statement> Nothing(Draft draft) =>
        draft.Any(Holds.Entity, variable => variable.IsNullable && !variable.IsReadOnly) is { } target ? [new Statement(target.Name + " = null;")] : [];

    /// <summary>A variable gets an object where it has none.</summary>
    public static IReadOnlyList<Statement> AssignWhereNull(Draft draft)
    {
        if (draft.Any(Holds.Entity, variable => variable.IsNullable && !variable.IsReadOnly) is not { } target)
        {
            return [];
        }

        string create = "media." + target.Model.Name + "s.CreateAsync(new " + target.Model.Name + "Options { Name = \"x\" })";
        if (draft.Has(Traits.Aliases) && draft.Random.Chance(0.4) && draft.Any(Holds.Entity, other => other.Model == target.Model && other.IsInterface == target.IsInterface && other.Name != target.Name) is { } source)
        {
            return [new Statement(target.Name + " ??= " + source.Name + ";")];
        }

        return [new Statement(target.Name + " ??= await " + create + ";")];
    }

    /// <summary>A second object, perhaps of an entity that is known.</summary>
    public static IReadOnlyList<Statement> SecondObject(Draft draft)
    {
        if (draft.Any(Holds.Entity, variable => variable.Model.Parent is not null && !variable.IsInterface) is { } child && draft.Random.Chance(0.3))
        {
            Variable parent = draft.Declare(new Variable(draft.Name("parent"), Holds.Entity, draft.Service.Entities[child.Model.Parent!.Value]));
            return draft.Random.Chance(0.3)
                ? [new Statement("await " + child.Dot + "Parent." + Acts.Choose(draft, parent).Name + "Async();"), new Statement("var " + parent.Name + " = " + child.Dot + "Parent;")]
                : [new Statement("var " + parent.Name + " = " + child.Dot + "Parent;")];
        }

        if (draft.AnyEntity() is not { } known)
        {
            return [];
        }

        EntityModel entity = known.Model;
        string id = draft.Random.Chance(0.8) ? known.Dot + "Id" : "\"any\"";
        bool isTried = draft.Has(Traits.Nulls) && draft.Random.Chance(0.3);
        Variable second = draft.Declare(new Variable(draft.Name("second"), Holds.Entity, entity) { IsNullable = isTried });
        string get = "media." + entity.Name + "s.";
        return [new Statement("var " + second.Name + " = " + (isTried ? get + "TryGet(" + id + ")" : draft.Random.Chance(0.5) ? get + "Get(" + id + ")" : "await " + get + "GetAsync(" + id + ")") + ";")];
    }

    // One object or the other, by way of something else.
    private static Statement[] Roundabout(Draft draft, Variable alias, string item, string second)
    {
        string type = TypeOf(alias);
        string way = draft.Name("way");
        string start = type + " " + alias.Name + " = ";
        return draft.Random.Next(8) switch
        {
            0 => [new Statement(start + Tests.Any(draft).Text + " ? " + item + " : " + second + ";")],
            1 => [new Statement("var (" + alias.Name + ", " + way + ") = (" + item + ", " + second + ");")],
            2 => [new Statement("var " + alias.Name + " = desk.Same(" + item + ");")],
            3 => [new Statement(start + second + ";"), new Statement("if (random.Next(2) == 0)", [new Statement(alias.Name + " = " + item + ";")])],
            4 => [new Statement("var " + way + " = (First: " + item + ", Second: " + second + ");"), new Statement(start + way + ".First;")],
            5 => [new Statement("var " + alias.Name + " = new[] { " + item + ", " + second + " }[random.Next(2)];")],
            6 => [new Statement("var " + way + " = new { Item = " + item + " };"), new Statement(start + way + ".Item;")],
            _ =>
            [
                new Statement("var " + way + " = new List<" + type + "> { " + second + " };"),
                new Statement(way + ".Add(" + item + ");"),
                new Statement(start + way + "[random.Next(2)];"),
            ],
        };
    }

    private static string TypeOf(Variable variable) => variable.Type + (variable.IsNullable ? "?" : "");
}
