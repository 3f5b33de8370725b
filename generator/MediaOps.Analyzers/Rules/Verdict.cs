using System.Linq;

namespace MediaOps.Analyzers;

/// <summary>What is wrong with a call.</summary>
internal enum Wrong
{
    Nothing,
    Impossible,
    InFlight,
    Requirement,
    Possible,
    Deleted,
    Update,
}

/// <summary>What the rules say of a call of an action.</summary>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Allowed">The states in which the call would work; of the other entity where that is what is wrong.</param>
/// <param name="Other">The other entity; -1 for none.</param>
/// <param name="Requirement">The condition on the other entity.</param>
/// <param name="Property">The property that cannot be updated.</param>
internal sealed record Verdict(Wrong Wrong, StateSet Allowed, int Other = -1, RequirementFacts? Requirement = null, string? Property = null)
{
    /// <summary>Whether the call does nothing to the entity: what was in flight still is, and what is gone stays so.</summary>
    public bool Stops => Wrong is Wrong.InFlight or Wrong.Deleted;

    /// <summary>Whether a method sends what was assigned: the one action that sends nothing where nothing was changed.</summary>
    public static bool IsUpdate(string method) => method is "Update" or "UpdateAsync" or "SendUpdateOperation" or "SendUpdateOperationAsync";

    public static Verdict Of(int id, EntityState entity, string method, ActionFacts action, FlowState state)
    {
        StateSet allowed = action.From | action.States.Unknown;
        StateSet states = entity.States;
        if (states == StateSet.Gone)
        {
            return new Verdict(Wrong.Deleted, action.From);
        }

        if (IsUpdate(method))
        {
            return OfUpdate(entity, action);
        }

        if (!states.Overlaps(allowed))
        {
            return new Verdict(entity.InFlight ? Wrong.InFlight : Wrong.Impossible, action.From);
        }

        foreach (RequirementFacts requirement in action.Requires)
        {
            int other = Violated(requirement, id, entity, state);
            if (other >= 0)
            {
                return new Verdict(Wrong.Requirement, requirement.Allowed, other, requirement);
            }
        }

        return new Verdict(IsPartial(states, allowed) ? Wrong.Possible : Wrong.Nothing, action.From);
    }

    /// <summary>Whether some of the states are allowed and others are known to be possible. To know only where an entity is not is too little.</summary>
    public static bool IsPartial(StateSet states, StateSet allowed) => !states.Overlaps(StateSet.Unnamed) && states.Overlaps(allowed) && !states.IsWithin(allowed);

    /// <summary>What is sent are the properties that were assigned, so they decide.</summary>
    private static Verdict OfUpdate(EntityState entity, ActionFacts action)
    {
        Edit? edit = entity.Edits.FirstOrDefault(edit => !entity.States.Overlaps((edit.UpdatableIn & action.From) | action.States.Unknown));
        return edit is null ? new Verdict(Wrong.Nothing, action.From)
            : new Verdict(entity.InFlight ? Wrong.InFlight : Wrong.Update, edit.UpdatableIn & action.From, Property: edit.Property);
    }

    /// <summary>The object that is known to violate a condition; -1 for none.</summary>
    public static int Violated(RequirementFacts requirement, int id, EntityState entity, FlowState state)
    {
        StateSet allowed = requirement.Allowed | requirement.States.Unknown;
        if (requirement.IsParent)
        {
            return state[entity.Parent] is { } parent && parent.Facts.States == requirement.States && !parent.States.Overlaps(allowed) ? entity.Parent : -1;
        }

        // A child that exists on some paths only, or that is gone, does not stand in the way.
        return state.Entities
            .Where(pair => pair.Value is { Maybe: false } child
                && child.Parent == id
                && child.Facts.States == requirement.States
                && !child.States.Overlaps(allowed | StateSet.Gone))
            .Select(pair => pair.Key)
            .DefaultIfEmpty(-1)
            .First();
    }
}
