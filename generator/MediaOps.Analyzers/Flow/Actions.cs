using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>What the call of an action does to its entity, and what its success tells.</summary>
internal sealed class Actions(Sites sites, Effects effects)
{
    private FlowState State => effects.State;

    /// <summary>A call, in any of the four forms.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The entity.</param>
    /// <param name="action">What it does.</param>
    /// <param name="reporter">Where what is wrong is told; null for nowhere.</param>
    /// <param name="ends">Whether it is known when it ends.</param>
    public Value Act(IInvocationOperation call, int id, ActionFacts action, Reporter? reporter, bool ends)
    {
        if (State[id] is not { } entity)
        {
            return Value.Unknown;
        }

        Verdict verdict = Verdict.Of(id, entity, call.TargetMethod.Name, action, State);
        reporter?.Tell(call, verdict, action, id);
        if (verdict.Stops)
        {
            effects.MayThrow();
            if (Verdict.IsUpdate(call.TargetMethod.Name))
            {
                // It gets past the client only where what was assigned is what was there: then nothing is left to send.
                State.Set(id, entity with { Edits = [] });
            }

            return Value.Unknown;
        }

        if (!ends)
        {
            effects.MayThrow();
            effects.Forget(id, call);
            effects.Begin(id, call);
            return Value.Unknown;
        }

        TaskValue task = Begin(call, id, action, verdict);
        if (Frameworks.IsTask(call.TargetMethod.ReturnType))
        {
            return task;
        }

        effects.Learn(task.Told);
        effects.Assume(task);
        return task.Result;
    }

    private TaskValue Begin(IInvocationOperation call, int id, ActionFacts action, Verdict verdict)
    {
        EntityState entity = State[id]!;
        bool updates = Verdict.IsUpdate(call.TargetMethod.Name);
        bool fails = verdict.Wrong == Wrong.Impossible && !action.Inferred;
        var here = new Cause("'" + call.TargetMethod.Name + "'", Places.LineOf(call));

        // Its success says that it was possible: not where nobody vouches for the rule, or where nothing may have been sent.
        bool tells = verdict.Wrong is Wrong.Nothing or Wrong.Possible && !action.Inferred && !updates;
        StateSet stays = tells ? entity.States & (action.From | action.States.Unknown) : entity.States;
        Told? told = tells ? OfRelatives(id, entity, action, here) : null;
        StateSet end = action.Deletes ? StateSet.Gone : action.Neutral ? stays : action.To;
        StateSet risk = entity.States | action.Via | action.OnFailure | end;
        Cause? cause = action.Neutral && stays == entity.States ? entity.Cause : here;

        // An update that has nothing to send does nothing.
        var success = new Effect(updates ? entity.States | end : end, InFlight: false, risk, action.Via, cause);
        if (action.Neutral && action.Via.IsEmpty && action.OnFailure.IsEmpty)
        {
            effects.MayThrow();
            if (updates)
            {
                State.Set(id, entity with { Edits = [] });
            }

            told = stays == entity.States ? told : new Told(id, entity.Version, stays, ByService: false, here, told);
            return new TaskValue(id, -1, null, Result(entity.Version), Told: told) { Fails = fails };
        }

        Effect accepted = !action.Send ? success
            : action.Via.IsEmpty || updates ? success with { States = entity.States | action.Via | end }
            : success with { States = action.Via, InFlight = true };
        bool async = Frameworks.IsTask(call.TargetMethod.ReturnType);
        if (async && fails)
        {
            // Whoever awaits the task gets the exception, and until then nothing happens.
            effects.MayThrow();
            return new TaskValue(id, entity.Version, accepted, Result(entity.Version)) { Fails = true };
        }

        effects.Apply(id, async ? accepted with { States = risk, InFlight = false } : accepted, call, updates);
        int version = State[id]!.Version;
        if (async)
        {
            effects.Begin(id, call);
        }

        return new TaskValue(id, version, accepted, Result(version), sites.Of(call), told) { Fails = fails };

        Value Result(int version) => action.Send ? new OperationValue(id, version, success) : Value.Unknown;
    }

    /// <summary>An action that was possible says what its parent and its children were.</summary>
    private Told? OfRelatives(int id, EntityState entity, ActionFacts action, Cause cause)
    {
        Told? told = null;
        foreach (RequirementFacts requirement in action.Requires)
        {
            StateSet allowed = requirement.Allowed | requirement.States.Unknown | (requirement.IsParent ? StateSet.None : StateSet.Gone);
            foreach (KeyValuePair<int, EntityState> other in State.Entities.Where(other => other.Value.Facts.States == requirement.States))
            {
                if (requirement.IsParent ? other.Key == entity.Parent : other.Value is { Maybe: false } && other.Value.Parent == id)
                {
                    told = new Told(other.Key, other.Value.Version, allowed, ByService: true, cause, told);
                }
            }
        }

        return told;
    }
}
