namespace MediaOps.Tool.Import;

/// <summary>Fills the state rules of one entity.</summary>
internal sealed class StateAssumptions(ScaffoldEntity entity, ScaffoldState state, HashSet<string> byStates, Gaps gaps)
{
    private IEnumerable<ScaffoldAction> Moving => entity.AllActions.Where(action => action != entity.Read && action != entity.List && IsWritten(action));

    private IEnumerable<string> Settled => Of("stable", "fault");

    private List<string> Alive => [.. Of("stable", "fault", "transitional")];

    /// <summary>Fills the rules.</summary>
    public void Fill()
    {
        Kinds();
        state.Initial ??= Assume(entity.Name, "a new one is ", StateWords.LikelyInitial(state.Values) ?? Settled.First(), state.Origin);
        foreach (ScaffoldAction action in entity.AllActions)
        {
            KnownOnly(action);
            if (OpenRules.Moves(entity, action))
            {
                Ends(action);
                Begins(action);
            }

            Observable(action);
        }

        Reachable();
    }

    /// <summary>One state at least stays, and there is one for what does not exist any more where something removes.</summary>
    private void Kinds()
    {
        if (!Settled.Any())
        {
            int first = Math.Max(0, state.Values.FindIndex(value => value.Kind == "transitional"));
            Change(first, "stable");
        }

        if (entity.Delete is not null && !Of("gone").Any())
        {
            NameScope names = NameScope.OfEnum();
            string[] wires = [.. state.Values.Select(value => value.Wire)];
            state.Values.ForEach(value => names.Take(value.Name));
            string name = names.Take("Deleted");
            state.Values.Add(new ScaffoldStateValue(name, wires.Contains(name, StringComparer.Ordinal) ? name + "Entity" : name, "gone"));
        }

        foreach (string passed in entity.AllActions.SelectMany(action => action.Via).ToArray())
        {
            int index = state.Values.FindIndex(value => value.Name == passed && value.Kind != "transitional");
            bool ends = entity.AllActions.Any(action => action.To?.Contains(passed) == true || action.OnFailure.Contains(passed));
            if (index >= 0 && !ends && Settled.Skip(1).Any())
            {
                Change(index, "transitional");
            }
        }
    }

    private void Change(int index, string kind) => state.Values[index] = state.Values[index] with { Kind = kind };

    /// <summary>Names of states that are none, or of the wrong kind, say nothing.</summary>
    private void KnownOnly(ScaffoldAction action)
    {
        action.From = Only(action.From, Alive);
        action.To = Only(action.To, action == entity.Delete ? [.. Of("gone")] : [.. Of("stable", "fault", "gone")]);
        action.Via.RemoveAll(name => !Of("transitional").Contains(name, StringComparer.Ordinal) || action.Tracking.Count == 0);
        action.OnFailure.RemoveAll(name => !Of("stable", "fault", "gone").Contains(name, StringComparer.Ordinal));
    }

    private static List<string>? Only(List<string>? names, IReadOnlyCollection<string> allowed)
    {
        List<string>? known = names?.Where(name => allowed.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return known is { Count: 0 } ? null : known;
    }

    private void Ends(ScaffoldAction action)
    {
        if (action.To is null)
        {
            action.To = action == entity.Delete ? [.. Of("gone").Take(1)] : [.. Settled];
            Assume(entity.Name + "." + action.Name, "it ends in ", action == entity.Delete ? action.To[0] : "any state that stays", action.Origin);
            action.Inferred = true;
        }
    }

    private void Begins(ScaffoldAction action)
    {
        if (action.From is null && action != entity.Create)
        {
            action.From = Alive;
            Assume(entity.Name + "." + action.Name, "it is allowed in ", "every state", action.Origin);
            action.Inferred = true;
        }
    }

    /// <summary>Where the state itself is waited for, the end must be another state than the beginning.</summary>
    private void Observable(ScaffoldAction action)
    {
        if (!action.Tracking.Any(byStates.Contains))
        {
            return;
        }

        bool moves = action.To is { Count: > 0 };
        if (moves && action.Via.Count == 0 && action.From is { } from && from.Intersect(action.To!, StringComparer.Ordinal).Any())
        {
            List<string> elsewhere = [.. from.Except(action.To!, StringComparer.Ordinal)];
            moves = elsewhere.Intersect(Settled, StringComparer.Ordinal).Any();
            action.From = moves ? elsewhere : from;
        }

        action.OnFailure.RemoveAll(name => action.To?.Contains(name, StringComparer.Ordinal) == true);
        if (!moves)
        {
            action.Tracking.RemoveAll(byStates.Contains);
            gaps.Add(GapRules.Tracking, action.Origin, entity.Name + "." + action.Name, ": it ends where it began");
        }

        if (action.Tracking.Count == 0)
        {
            action.Via.Clear();
        }
    }

    /// <summary>Every state can be reached from the first and left again: what no action does happens by itself.</summary>
    private void Reachable()
    {
        HashSet<string> reached = Reached();
        foreach (string name in state.Values.Select(value => value.Name).Where(name => !reached.Contains(name)))
        {
            Spontaneous(state.Initial!, [name]);
        }

        foreach (ScaffoldStateValue value in state.Values.Where(value => value.Kind != "gone" && !state.Spontaneous.ContainsKey(value.Name)))
        {
            bool passed = Moving.Any(action => action.Via.Contains(value.Name));
            bool left = Moving.Any(action => action != entity.Create && action != entity.Update && (action.From is null || action.From.Contains(value.Name)));
            if (value.Kind == "transitional" ? !passed : !left)
            {
                Spontaneous(value.Name, [.. Settled.Where(name => name != value.Name)]);
            }
        }
    }

    private HashSet<string> Reached()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { state.Initial! };
        int before;
        do
        {
            before = reached.Count;
            foreach (ScaffoldAction action in Moving.Where(action => action == entity.Create || action.From is null || action.From.Any(reached.Contains)))
            {
                reached.UnionWith(action.Via.Concat(action.To ?? []).Concat(action.OnFailure));
            }

            foreach ((string from, List<string> to) in state.Spontaneous)
            {
                reached.UnionWith(reached.Contains(from) ? to : []);
            }
        }
        while (reached.Count > before);
        return reached;
    }

    private void Spontaneous(string from, IReadOnlyList<string> to)
    {
        if (to.Count > 0)
        {
            state.Spontaneous[from] = [.. state.Spontaneous.GetValueOrDefault(from) ?? [], .. to];
            Assume(entity.Name, from + " becomes by itself ", string.Join(", ", to), state.Origin);
        }
    }

    private bool IsWritten(ScaffoldAction action) => OpenRules.Moves(entity, action) || action == entity.Update;

    private IEnumerable<string> Of(params string[] kinds) => state.Values.Where(value => kinds.Contains(value.Kind)).Select(value => value.Name);

    private string Assume(string of, string what, string value, Origin origin)
    {
        gaps.Add(GapRules.Assumed, origin, of, what + value);
        return value;
    }
}
