namespace MediaOps.Tool.Import;

/// <summary>
/// Fills every state rule that a scaffold leaves open with what forbids nothing: an action is allowed in every state and may end in every one that stays.
/// What is written so is marked as inferred, and is a gap of its own. Afterwards the schema has no error.
/// </summary>
internal static class Assumptions
{
    /// <summary>Fills the scaffold.</summary>
    public static void Fill(ScaffoldService service, Gaps gaps)
    {
        var byStates = new HashSet<string>(service.Tracking.Where(IsByStates).Select(tracking => tracking.Name), StringComparer.Ordinal);
        foreach (ScaffoldEntity entity in service.Entities)
        {
            if (entity.State is { } state)
            {
                new StateAssumptions(entity, state, byStates, gaps).Fill();
            }
            else
            {
                Stateless(entity, byStates, gaps);
            }
        }
    }

    /// <summary>Whether a profile waits for a state of the entity, as against a status of its own.</summary>
    private static bool IsByStates(ScaffoldTracking tracking) =>
        tracking is { Kind: "entity-state", StatusPath: null, DonePath: null, PendingHttp.Count: 0 };

    private static void Stateless(ScaffoldEntity entity, HashSet<string> byStates, Gaps gaps)
    {
        foreach (ScaffoldAction action in entity.AllActions)
        {
            action.From = action.To = null;
            action.Via.Clear();
            action.OnFailure.Clear();
            if (action.Tracking.RemoveAll(byStates.Contains) > 0)
            {
                gaps.Add(GapRules.Tracking, action.Origin, entity.Name + "." + action.Name, ": the entity has no state that could be waited for");
            }
        }
    }
}
