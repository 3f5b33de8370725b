namespace MediaOps.Analyzers.Fuzzing.Schemas;

/// <summary>Makes services up.</summary>
internal static class RandomService
{
    private static readonly string[] Names = ["Alpha", "Beta", "Gamma"];
    private static readonly string[] Resting = ["Idle", "Running", "Paused", "Faulted"];
    private static readonly string[] OnTheWay = ["Rising", "Falling"];
    private static readonly string[] Verbs = ["Start", "Stop", "Reset", "Pause"];

    /// <summary>One to three kinds of entities with two to six living states each.</summary>
    public static ServiceModel Of(Random random)
    {
        var entities = new List<EntityModel>();
        int count = random.Next(1, Names.Length + 1);
        for (int index = 0; index < count; index++)
        {
            EntityModel? parent = index > 0 && random.Chance(0.75) ? random.One(entities) : null;
            entities.Add(Entity(random, index, parent));
        }

        // Only now it is known which children a parent may ask of.
        return new ServiceModel([.. entities.Select(entity => entity with { Actions = [.. entity.Actions.Select(action => WithChildren(random, action, entity, entities))] })]);
    }

    private static EntityModel Entity(Random random, int index, EntityModel? parent)
    {
        int resting = random.Next(2, Resting.Length + 1);
        int onTheWay = random.Next(0, OnTheWay.Length + 1);
        bool hasGone = random.Chance(0.4);
        string[] states = ["Unknown", .. Resting.Take(resting), .. OnTheWay.Take(onTheWay), .. hasGone ? ["Deleted"] : Array.Empty<string>()];
        int[] rest = [.. Enumerable.Range(1, resting)];
        int[] way = [.. Enumerable.Range(resting + 1, onTheWay)];
        int gone = hasGone ? states.Length - 1 : 0;

        var actions = new List<ActionModel>();
        foreach (string verb in Verbs.Take(random.Next(2, Verbs.Length + 1)))
        {
            actions.Add(Action(random, actions.Count, verb, rest, way) with { Parent = parent is not null && random.Chance(0.35) ? random.Some([.. parent.Living]) : null });
        }

        actions.Add(new ActionModel { Index = actions.Count, Name = "Update", Kind = ActionKind.Update, From = random.Some(rest), Via = random.Chance(0.2) ? random.Some(way, 1) : [] });
        actions.Add(Action(random, actions.Count, "Delete", rest, way) with { Kind = ActionKind.Delete, To = hasGone ? [gone] : [], OnFailure = [] });
        return new EntityModel
        {
            Index = index,
            Name = Names[index],
            States = states,
            Creatable = random.Chance(0.5) ? [1] : random.Some(rest),
            Gone = gone,
            Parent = parent?.Index,
            IsExplicit = random.Chance(0.3),
            Actions = actions,
            Properties = [null, random.Some(rest)],
        };
    }

    private static ActionModel Action(Random random, int index, string name, int[] rest, int[] way) => new()
    {
        Index = index,
        Name = name,
        From = random.Chance(0.1) ? null : random.Chance(0.15) ? random.Some([.. rest, .. way]) : random.Some(rest, 2),
        Via = random.Chance(0.6) ? random.Some(way, 2) : [],
        To = random.Chance(0.12) ? [] : random.Some(rest, random.Chance(0.85) ? 1 : 2),
        OnFailure = random.Chance(0.5) ? random.Some(rest, 1) : [],
        IsInferred = random.Chance(0.1),
    };

    private static ActionModel WithChildren(Random random, ActionModel action, EntityModel entity, List<EntityModel> entities)
    {
        EntityModel? child = entities.Find(other => other.Parent == entity.Index);
        return child is not null && action.Kind == ActionKind.Ordinary && random.Chance(0.35)
            ? action with { Children = (child.Index, random.Some([.. child.Living])) }
            : action;
    }
}
