namespace MediaOps.Tool.Import;

/// <summary>What the names of states tell.</summary>
internal static class StateWords
{
    private static readonly string[] Gone = ["Deleted", "Terminated", "Removed", "Purged", "Destroyed"];
    private static readonly string[] Fault = ["Failed", "Error", "Failure", "Faulted", "Unhealthy", "Unknown"];
    private static readonly string[] Settled = ["Running", "Streaming", "Pending", "Existing", "Missing"];
    private static readonly string[] Initial = ["Stopped", "Idle", "Created", "Ready", "Available", "Inactive", "Disabled", "Active", "Enabled", "Succeeded", "Running"];

    /// <summary>The kind of a state by its C# name: what ends in -ing passes, what has failed is a fault, what is deleted is gone, the rest stays.</summary>
    public static string KindOf(string name)
    {
        if (Gone.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            return "gone";
        }

        if (Fault.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            return "fault";
        }

        bool passes = name.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !Settled.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        return passes || name.EndsWith("InProgress", StringComparison.OrdinalIgnoreCase) ? "transitional" : "stable";
    }

    /// <summary>The likeliest state of something new: the first of the usual words that is there, else the first that stays.</summary>
    public static string? LikelyInitial(IReadOnlyList<ScaffoldStateValue> states)
    {
        ScaffoldStateValue[] stay = [.. states.Where(state => state.Kind == "stable")];
        string? usual = Initial.FirstOrDefault(word => stay.Any(state => state.Name.Equals(word, StringComparison.OrdinalIgnoreCase)));
        return usual is null ? stay.FirstOrDefault()?.Name : stay.First(state => state.Name.Equals(usual, StringComparison.OrdinalIgnoreCase)).Name;
    }
}
