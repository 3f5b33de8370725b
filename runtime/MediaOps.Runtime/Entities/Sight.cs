namespace MediaOps.Runtime;

/// <summary>What a look at the entity tells of a write whose answer was lost.</summary>
internal enum Sight
{
    /// <summary>All is as it was before: not taken, or not yet.</summary>
    Unchanged,

    /// <summary>The service has taken it, and is at it or has failed: the entity's state tells the end.</summary>
    Taken,

    /// <summary>The service has done it.</summary>
    Done,

    /// <summary>What is there may have other causes.</summary>
    Undecidable,
}

/// <summary>Concludes from an entity's state whether an action was taken. Pure: the state graph of the schema decides.</summary>
internal static class Sights
{
    /// <summary>Whether a look at the state can tell anything: not where the action ends where it began and passes through nothing.</summary>
    /// <param name="action">What was sent.</param>
    /// <param name="expected">Names of the states in which it ends.</param>
    /// <param name="before">The state before; null where it was not known.</param>
    public static bool CanTell(ActionDefinition action, IReadOnlyList<string> expected, StateDefinition? before)
        => action.Kind == ActionKind.Delete || action.Via.Length > 0 || (before is not null && expected.Count > 0 && !Holds(expected, before));

    /// <summary>
    /// Whether an entity that is as it was before proves nothing: the action may be over already, or takes its time without a state that shows it. What is made
    /// or removed shows in the end, and may be asked for again without harm.
    /// </summary>
    /// <param name="action">What was sent.</param>
    /// <param name="expected">Names of the states in which it ends.</param>
    /// <param name="before">The state before; null where it was not known.</param>
    /// <param name="isUpdate">Whether it is told by what it changes.</param>
    public static bool MayPassUnseen(ActionDefinition action, IReadOnlyList<string> expected, StateDefinition? before, bool isUpdate)
        => action.Kind != ActionKind.Delete
            && (action is { Tracking.Length: > 0, Via.Length: 0 } || (!isUpdate && (before is null || Holds(expected, before))));

    /// <summary>Judges one look.</summary>
    /// <param name="action">What was sent.</param>
    /// <param name="expected">Names of the states in which it ends.</param>
    /// <param name="before">The state before; null where it was not known.</param>
    /// <param name="exists">Whether the entity was found.</param>
    /// <param name="now">Its state; null where it has none, or one that the schema does not know.</param>
    public static Sight Of(ActionDefinition action, IReadOnlyList<string> expected, StateDefinition? before, bool exists, StateDefinition? now)
    {
        bool isDeletion = action.Kind == ActionKind.Delete;
        if (!exists || now?.Kind == StateKind.Gone)
        {
            return isDeletion ? Sight.Done : Sight.Undecidable;
        }

        if (now is null)
        {
            return isDeletion && before is null ? Sight.Unchanged : Sight.Undecidable;
        }

        if (now.Name == before?.Name)
        {
            return Sight.Unchanged;
        }

        return Holds(action.Via, now) ? Sight.Taken
            : before is null ? isDeletion ? Sight.Unchanged : Sight.Undecidable
            : Holds(expected, now) ? Sight.Done
            : Holds(action.OnFailure, now) && !(action.From is { } from && Holds(from, now)) ? Sight.Taken
            : Sight.Undecidable;
    }

    /// <summary>Judges one look at an entity that was to be made, and that holds what was sent.</summary>
    /// <param name="entity">The kind of entity.</param>
    /// <param name="expected">Names of the states in which the creation ends.</param>
    /// <param name="now">Its state; null where it has none, or one that the schema does not know, which may be on the way.</param>
    public static Sight OfNew(EntityDefinition entity, IReadOnlyList<string> expected, StateDefinition? now)
        => now is null ? entity.States.Length == 0 ? Sight.Done : Sight.Taken
            : Holds(entity.Create!.Via, now) || now.Kind is StateKind.Transitional or StateKind.Fault || IsBeforeItsEnd(entity, expected, now) ? Sight.Taken
            : Sight.Done;

    /// <summary>Whether a new entity is where all begin, and not yet in the other state that was asked for.</summary>
    public static bool IsBeforeItsEnd(EntityDefinition entity, IReadOnlyList<string> expected, StateDefinition now)
        => expected.Count > 0 && now.Name == entity.InitialState && !Holds(expected, now);

    /// <summary>Judges one look at an entity of an update: by what it has changed, unless the state shows that it is under way.</summary>
    /// <param name="update">What was sent.</param>
    /// <param name="byState">What the state tells.</param>
    /// <param name="now">The state; null where it has none, or one that the schema does not know, which may be on the way.</param>
    /// <param name="isShown">Whether the entity has all that was sent.</param>
    public static Sight OfUpdate(ActionDefinition update, Sight byState, StateDefinition? now, bool isShown)
        => byState == Sight.Taken ? Sight.Taken
            : !isShown ? Sight.Unchanged
            : now is null && update.Via.Length > 0 ? Sight.Taken
            : Sight.Done;

    private static bool Holds(IReadOnlyList<string> names, StateDefinition state) => names.Contains(state.Name, StringComparer.Ordinal);
}
