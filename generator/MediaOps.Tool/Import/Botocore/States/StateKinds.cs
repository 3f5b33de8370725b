namespace MediaOps.Tool.Import.Botocore;

/// <summary>The kinds of states: where a waiter succeeds an entity stays, where it fails something is wrong, where it goes on the state passes. Else the name tells.</summary>
internal sealed class StateKinds
{
    private readonly HashSet<string> _gone;
    private readonly HashSet<string> _stable;
    private readonly HashSet<string> _fault;
    private readonly HashSet<string> _transitional;

    /// <summary>The kinds that waiters tell.</summary>
    /// <param name="deletes">The waiters of what removes.</param>
    /// <param name="all">All waiters of the entity.</param>
    public StateKinds(IEnumerable<WaiterReading> deletes, IReadOnlyCollection<WaiterReading> all)
    {
        WaiterReading[] removing = [.. deletes];
        _stable = Set(all.Except(removing).SelectMany(reading => reading.Success));
        _gone = Set(removing.SelectMany(reading => reading.Success).Except(_stable, StringComparer.Ordinal));
        _fault = Set(all.SelectMany(reading => reading.Failure));
        _transitional = Set(all.SelectMany(reading => reading.Retry));
    }

    /// <summary>Whether a waiter speaks of the state.</summary>
    public bool IsSaid(string state) => _gone.Contains(state) || _stable.Contains(state) || _fault.Contains(state) || _transitional.Contains(state);

    /// <summary>The kind of a state.</summary>
    public string Of(string state)
    {
        string byName = StateWords.KindOf(state);
        return byName == "gone" || _gone.Contains(state) ? "gone"
            : _stable.Contains(state) ? "stable"
            : _fault.Contains(state) ? "fault"
            : _transitional.Contains(state) ? "transitional"
            : byName;
    }

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
