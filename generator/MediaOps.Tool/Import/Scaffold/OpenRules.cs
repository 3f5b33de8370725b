namespace MediaOps.Tool.Import;

/// <summary>Tells which state rules a scaffold leaves open.</summary>
internal static class OpenRules
{
    /// <summary>Adds a gap for each.</summary>
    public static void Report(ScaffoldService service, Gaps gaps)
    {
        foreach (ScaffoldEntity entity in service.Entities)
        {
            if (entity.State is not { } state)
            {
                continue;
            }

            if (state.Initial is null)
            {
                gaps.Add(GapRules.InitialState, state.Origin, entity.Name);
            }

            foreach (ScaffoldAction action in entity.AllActions.Where(action => Moves(entity, action)))
            {
                bool from = action.From is null && action != entity.Create;
                if (from || action.To is null)
                {
                    string what = !from ? "in which state it ends:" : action.To is null ? "in which states it is allowed and in which it ends:" : "in which states it is allowed:";
                    gaps.Add(GapRules.States, action.Origin, entity.Name + "." + action.Name, what);
                }
            }
        }
    }

    /// <summary>Whether an action changes the state. One that answers with a value of its own only asks, unless something is said of its states.</summary>
    public static bool Moves(ScaffoldEntity entity, ScaffoldAction action) =>
        action == entity.Create || action == entity.Delete || (entity.Actions.Contains(action) && !OnlyAsks(action));

    private static bool OnlyAsks(ScaffoldAction action) =>
        action is { Returns: not null, From: null, To: null, Via.Count: 0 };
}
