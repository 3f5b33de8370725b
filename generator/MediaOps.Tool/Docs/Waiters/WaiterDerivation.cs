using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Waiters;

/// <summary>Derives from the state rules of a schema how the end of each action is seen.</summary>
internal static class WaiterDerivation
{
    /// <summary>The waiters of an entity: of the lifecycle verbs that change something, then of its actions. One that ends differently from case to case has one for each.</summary>
    /// <param name="service">The service, for its tracking profiles.</param>
    /// <param name="entity">The entity.</param>
    public static IReadOnlyList<Waiter> Of(ServiceSpec service, EntitySpec entity) =>
    [
        .. EntityActions.Of(entity)
            .Where(action => action.Kind is not (ActionKind.Read or ActionKind.List))
            .SelectMany(action => Cases(entity, action).SelectMany(ends => Profiles(service, action).Select(profile => Of(entity, action, ends, profile)))),
    ];

    private static Waiter Of(EntitySpec entity, ActionSpec action, EndCase ends, TrackingSpec? profile)
    {
        DelaySpec delay = (action.Delay ?? DelaySpec.None).Effective(profile?.Delay);
        if (profile is null)
        {
            return new Waiter(action, ends.Name, ends.States, null, delay, [], null);
        }

        var graph = new StateGraph(entity, action, ends.States, profile.ByStates);
        bool asksStates = profile.ByStates || (profile.Kind != TrackingKind.EntityState && profile.Absent is null);
        StateMeaning[] states = asksStates ? [.. (entity.State?.Values ?? default).Select(graph.Judge)] : [];
        return new Waiter(action, ends.Name, ends.States, profile, delay, WithoutSettling(states, profile), Missing(graph, action, profile));
    }

    /// <summary>A service that never lags shows nothing old; where a record is missing, one more look is taken all the same.</summary>
    private static StateMeaning[] WithoutSettling(StateMeaning[] states, TrackingSpec profile) =>
        profile.ByStates && (profile.Settle ?? TimeSpan.Zero) == TimeSpan.Zero ? [.. states.Select(state => state with { Patience = Patience.None })] : states;

    private static MissingMeaning? Missing(StateGraph graph, ActionSpec action, TrackingSpec profile) => profile switch
    {
        { Absent: AbsentMeaning.Succeeded } => new(Verdict.Success, Patience.None),
        { Absent: AbsentMeaning.Pending } => new(Verdict.Retry, Patience.None),
        { Absent: AbsentMeaning.Failed } => new(Verdict.Failure, Patience.None),
        { ByStates: true } => (profile.Settle ?? TimeSpan.Zero) == TimeSpan.Zero ? graph.JudgeMissing() with { Patience = Patience.None } : graph.JudgeMissing(),
        { Kind: TrackingKind.EntityState } => new(action.Kind == ActionKind.Delete ? Verdict.Success : Verdict.Failure, Patience.None),
        _ => null,
    };

    private static TrackingSpec?[] Profiles(ServiceSpec service, ActionSpec action)
    {
        TrackingSpec?[] known = [.. action.Tracking.Select(name => service.Tracking.FirstOrDefault(profile => profile.Name == name)).OfType<TrackingSpec>()];
        return known.Length == 0 ? [null] : known;
    }

    private static IEnumerable<EndCase> Cases(EntitySpec entity, ActionSpec action)
    {
        if (entity.State is not { } state)
        {
            return [new EndCase(null, [])];
        }

        if (action.ToProperty is { } property)
        {
            return state.Creatable.Prepend(state.Initial).Distinct(StringComparer.Ordinal).Select(asked => new EndCase(property + " = " + asked, [asked]));
        }

        IEnumerable<string> before = action.From ?? state.Values.Where(value => value.Kind == StateKind.Stable).Select(value => value.Name).ToEquatableArray();
        return action.ToPrevious ? before.Select(name => new EndCase("from " + name, [name])) : [new EndCase(null, action.To)];
    }

    private readonly record struct EndCase(string? Name, IReadOnlyList<string> States);
}
