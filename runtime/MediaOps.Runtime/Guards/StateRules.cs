namespace MediaOps.Runtime;

/// <summary>Looks up states. Inside the runtime states are names; the wire's spelling is mapped here.</summary>
internal static class StateRules
{
    public static StateDefinition? ByWire(this EntityDefinition entity, string? wire)
    {
        foreach (StateDefinition state in entity.States)
        {
            if (state.Wire == wire)
            {
                return state;
            }
        }

        return null;
    }

    public static string? Wire(this EntityDefinition entity, string name)
    {
        foreach (StateDefinition state in entity.States)
        {
            if (state.Name == name)
            {
                return state.Wire;
            }
        }

        return null;
    }

    public static StateDefinition? Gone(this EntityDefinition entity)
        => Array.Find(entity.States, static state => state.Kind == StateKind.Gone);

    /// <summary>The action of that name that changes something; null where the schema has none.</summary>
    public static ActionDefinition? Find(this EntityDefinition entity, string action) => entity.StateChanges().FirstOrDefault(known => known.Name == action);

    /// <summary>Every action that changes a state.</summary>
    public static IEnumerable<ActionDefinition> StateChanges(this EntityDefinition entity)
    {
        foreach (ActionDefinition action in entity.Actions)
        {
            yield return action;
        }

        if (entity.Create is { } create)
        {
            yield return create;
        }

        if (entity.Update is { } update)
        {
            yield return update;
        }

        if (entity.Delete is { } delete)
        {
            yield return delete;
        }
    }
}
