using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Waiters;

/// <summary>The states of an entity as somebody sees them who waits for one action.</summary>
/// <param name="entity">The entity.</param>
/// <param name="action">The action that is waited for.</param>
/// <param name="ends">States in which it ends; empty where it leaves the state as it is.</param>
/// <param name="isOnlyWitness">Whether nothing but the state tells the end.</param>
internal sealed class StateGraph(EntitySpec entity, ActionSpec action, IReadOnlyList<string> ends, bool isOnlyWitness)
{
    // Where only states tell anything, what leaves the state as it is ends where it began.
    private readonly IReadOnlyList<string> _ends = ends.Count > 0 ? ends
        : action.From ?? (entity.State?.Values ?? default).Where(state => state.Kind == StateKind.Stable).Select(state => state.Name).ToEquatableArray();

    /// <summary>What it means to see a state.</summary>
    public StateMeaning Judge(StateValueSpec state)
    {
        if (state.Kind == StateKind.Gone)
        {
            MissingMeaning missing = JudgeMissing();
            return new StateMeaning(state, missing.Verdict, missing.Patience, action.Kind == ActionKind.Delete && ends.Contains(state.Name, StringComparer.Ordinal) ? Reason.To : Reason.Gone);
        }

        if (action.Via.Contains(state.Name, StringComparer.Ordinal))
        {
            return new StateMeaning(state, Verdict.Retry, Patience.None, Reason.Via);
        }

        if (ends.Count == 0 && !isOnlyWitness)
        {
            return new StateMeaning(state, Verdict.Undecided, Patience.None, Reason.Unchanged);
        }

        if (state.Kind == StateKind.Transitional)
        {
            return MayLeadToEnd(state.Name)
                ? new StateMeaning(state, Verdict.Retry, Patience.None, Reason.MayLeadThere)
                : new StateMeaning(state, Verdict.Failure, isOnlyWitness ? Patience.UntilSettled : Patience.None, Reason.LeadsElsewhere);
        }

        bool isStart = action.From?.Contains(state.Name, StringComparer.Ordinal) ?? action.Kind != ActionKind.Create;
        if (_ends.Contains(state.Name, StringComparer.Ordinal))
        {
            Patience patience = !isStart ? Patience.None : isOnlyWitness ? Patience.UntilSettledOrMoved : Patience.UntilMoved;
            return new StateMeaning(state, Verdict.Success, patience, ends.Count == 0 ? Reason.Unchanged : Reason.To);
        }

        Reason reason = action.OnFailure.Contains(state.Name, StringComparer.Ordinal) ? Reason.OnFailure
            : isStart ? Reason.FellBack
            : state.Kind == StateKind.Fault ? Reason.Fault
            : Reason.DeadEnd;
        return new StateMeaning(state, Verdict.Failure, isStart ? Patience.UntilSettledOrMoved : Patience.None, reason);
    }

    /// <summary>What it means that there is no entity.</summary>
    public MissingMeaning JudgeMissing() => action.Kind switch
    {
        ActionKind.Delete => new(Verdict.Success, Patience.None),
        ActionKind.Create => new(Verdict.Failure, Patience.UntilSettledOrMoved),
        _ => new(Verdict.Failure, Patience.None),
    };

    /// <summary>Whether a state that ends by itself may end where the action does. One that no action passes through may lead anywhere.</summary>
    private bool MayLeadToEnd(string state)
    {
        ActionSpec[] passing = [.. EntityActions.Of(entity).Where(other => other.Via.Contains(state, StringComparer.Ordinal))];
        return passing.Length == 0 || Array.Exists(
            passing,
            other => other.ToPrevious || other.ToProperty is not null || other.To.Concat(other.OnFailure).Intersect(_ends, StringComparer.Ordinal).Any());
    }
}
