namespace MediaOps.Runtime;

/// <summary>What an entity's state says of an action.</summary>
internal enum OutcomeKind
{
    Pending,
    Succeeded,
    Failed,

    /// <summary>The same state would be seen before the action, after it, and after its failure.</summary>
    Undecidable,
}

/// <summary>What to conclude, and why.</summary>
/// <param name="Kind">The conclusion.</param>
/// <param name="Reason">Why the action failed or nothing can be concluded, for the exception; empty otherwise.</param>
/// <param name="ChangeSeen">Whether the entity is seen to have moved: its old state, seen later, is then an end.</param>
internal readonly record struct EntityOutcome(OutcomeKind Kind, string Reason, bool ChangeSeen)
{
    /// <summary>Judges by the state graph of the schema.</summary>
    /// <param name="entity">States and actions.</param>
    /// <param name="action">The action that was sent; null for an operation that came from outside, whose action is not known.</param>
    /// <param name="expected">Names of the states in which it ends; empty where it leaves the state as it is.</param>
    /// <param name="exists">Whether the entity was found.</param>
    /// <param name="wire">Its state in the service's words.</param>
    /// <param name="changeSeen">Whether an earlier read saw it move.</param>
    /// <param name="mayLag">Whether the entity may still show what was before: it lags behind what was sent.</param>
    /// <param name="isOnlyWitness">Whether nothing but the entity tells how the action ended, as where the service has no operations.</param>
    public static EntityOutcome Judge(
        EntityDefinition entity,
        ActionDefinition? action,
        IReadOnlyList<string> expected,
        bool exists,
        string? wire,
        bool changeSeen,
        bool mayLag,
        bool isOnlyWitness = false)
    {
        StateDefinition? state = exists ? entity.ByWire(wire) : entity.Gone();
        if (!exists || state?.Kind == StateKind.Gone)
        {
            return JudgeGone(action, changeSeen, mayLag);
        }

        if (state is null)
        {
            // A state that the schema does not know says nothing; the bound on unknown answers ends the wait.
            return new(OutcomeKind.Pending, "", changeSeen);
        }

        if (action is null)
        {
            return state.Kind switch
            {
                StateKind.Transitional => new(OutcomeKind.Pending, "", ChangeSeen: true),
                StateKind.Fault => Failure($"the {entity.Name} is {state.Name}"),
                _ => new(OutcomeKind.Undecidable, $"the {entity.Name} is {state.Name}, which does not tell how the operation ended", changeSeen),
            };
        }

        if (expected.Count == 0 && !Holds(action.Via, state))
        {
            if (!isOnlyWitness)
            {
                return new(OutcomeKind.Undecidable, $"{action.Name} leaves the state as it is, so that {state.Name} does not tell how it ended", changeSeen);
            }

            expected = action.From ?? [.. entity.States.Where(static known => known.Kind == StateKind.Stable).Select(static known => known.Name)];
        }

        if (Holds(action.Via, state) || state.Kind == StateKind.Transitional)
        {
            return Holds(action.Via, state) || MayReach(entity, state, expected) || (isOnlyWitness && mayLag)
                ? new(OutcomeKind.Pending, "", ChangeSeen: true)
                : Failure($"the {entity.Name} is {state.Name}, which does not lead to {Names(expected)}");
        }

        bool isStart = action.From is null ? action.Kind != ActionKind.Create : Holds(action.From, state);
        if (Holds(expected, state))
        {
            return !isStart || changeSeen || (isOnlyWitness && !mayLag) ? new(OutcomeKind.Succeeded, "", ChangeSeen: true)
                : isOnlyWitness ? new(OutcomeKind.Pending, "", ChangeSeen: false)
                : new(OutcomeKind.Undecidable, $"{state.Name} is where {action.Name} begins and where it ends", changeSeen);
        }

        bool isNew = isOnlyWitness && action.Kind == ActionKind.Create && Sights.IsBeforeItsEnd(entity, expected, state) && !Holds(action.OnFailure, state);
        if (!changeSeen && (isNew || (isStart && mayLag)))
        {
            return new(OutcomeKind.Pending, "", ChangeSeen: false);
        }

        return Failure(isStart || Holds(action.OnFailure, state)
            ? $"the {entity.Name} fell back to {state.Name}"
            : $"the {entity.Name} ended in {state.Name} instead of {Names(expected)}");
    }

    private static EntityOutcome JudgeGone(ActionDefinition? action, bool changeSeen, bool mayLag) => action?.Kind switch
    {
        null => new(OutcomeKind.Undecidable, "the entity does not exist, which does not tell how the operation ended", changeSeen),
        ActionKind.Delete => new(OutcomeKind.Succeeded, "", ChangeSeen: true),
        ActionKind.Create when mayLag && !changeSeen => new(OutcomeKind.Pending, "", ChangeSeen: false),
        _ => Failure("the entity does not exist"),
    };

    private static EntityOutcome Failure(string reason) => new(OutcomeKind.Failed, reason, ChangeSeen: true);

    /// <summary>Whether a state that ends by itself may end in an expected one. One that no action of the schema passes through may lead anywhere.</summary>
    private static bool MayReach(EntityDefinition entity, StateDefinition state, IReadOnlyList<string> expected)
    {
        bool known = false;
        foreach (ActionDefinition action in entity.StateChanges())
        {
            if (!Holds(action.Via, state))
            {
                continue;
            }

            known = true;
            if (action.ToPrevious || action.ToProperty is not null || action.To.Intersect(expected, StringComparer.Ordinal).Any() || action.OnFailure.Intersect(expected, StringComparer.Ordinal).Any())
            {
                return true;
            }
        }

        return !known;
    }

    private static bool Holds(IReadOnlyList<string> names, StateDefinition state) => names.Contains(state.Name, StringComparer.Ordinal);

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "an end" : string.Join(" or ", names);
}
