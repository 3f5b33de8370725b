using MediaOps.Schema;

namespace MediaOps.Tool.Graph;

/// <summary>Makes the graph of an entity's states. States that the schema names and does not declare have findings, and are left out here.</summary>
internal sealed class StateGraphBuilder
{
    /// <summary>More than that nobody could read; a hostile schema has millions.</summary>
    private const int MaxStates = 60;

    private const int MaxTransitions = 600;

    private readonly EntitySpec _entity;
    private readonly StateSpec _states;
    private readonly HashSet<string> _known;
    private readonly List<Transition> _transitions = [];
    private readonly List<Condition> _conditions = [];
    private readonly List<Label> _everywhere = [];

    private StateGraphBuilder(EntitySpec entity, StateSpec states)
    {
        _entity = entity;
        _states = states;
        _known = new HashSet<string>(states.Values.Select(value => value.Name), StringComparer.Ordinal);
    }

    /// <summary>The graph of an entity.</summary>
    /// <exception cref="ToolException">The entity has no states, or so many that no picture could show them.</exception>
    public static StateGraph Build(string service, EntitySpec entity)
    {
        StateSpec states = entity.State ?? throw ToolException.Usage($"{service}.{entity.Name} has no states, so there is nothing to draw.");
        if (states.Values.Count > MaxStates)
        {
            throw TooLarge(service, entity.Name);
        }

        var builder = new StateGraphBuilder(entity, states);
        builder.Creation();
        foreach (ActionSpec action in new[] { entity.Update, entity.Delete }.OfType<ActionSpec>().Concat(entity.Actions).Where(action => !action.OnlyAsks))
        {
            builder.Action(action);
        }

        builder.Spontaneous();
        Transition[] transitions = [.. builder._transitions.Distinct().Take(MaxTransitions + 1)];
        return transitions.Length > MaxTransitions
            ? throw TooLarge(service, entity.Name)
            : new StateGraph(service, entity.Name, [.. states.Values.Select(value => new GraphState(value.Name, value.Kind))], transitions, builder.Conditions(), builder._everywhere);
    }

    private static ToolException TooLarge(string service, string entity) =>
        ToolException.Unreadable($"{service}.{entity} has more than {MaxStates} states or {MaxTransitions} changes of state: no picture could show them.");

    private void Creation()
    {
        if (_entity.Create is not { } create)
        {
            Add(null, _states.Initial, null, TransitionKind.Call, inferred: false);
            return;
        }

        EquatableArray<string> ends = create.ToProperty is null ? create.To : _states.Creatable;
        ends = ends.Count > 0 ? ends : new[] { _states.Initial }.ToEquatableArray();
        Move(create, [null], ends);
        Conditions(create, ends[0]);
    }

    private void Action(ActionSpec action)
    {
        bool stays = action.Via.Count == 0 && (action.ToPrevious || action.To.Count == 0);
        if (action.From is null && stays)
        {
            _everywhere.Add(new Label(action.Name, action.Inferred));
        }
        else
        {
            IEnumerable<string?> from = action.From is { } states ? states.Select(state => (string?)state) : [StateGraph.AnyState];
            Move(action, from, action.To);
        }

        Conditions(action, action.From is { Count: > 0 } some ? some[0] : StateGraph.AnyState);
    }

    private void Move(ActionSpec action, IEnumerable<string?> from, IEnumerable<string> to)
    {
        foreach (string? start in from)
        {
            string? at = start;
            TransitionKind kind = TransitionKind.Call;
            foreach (string via in action.Via)
            {
                Add(at, via, action.Name, kind, action.Inferred);
                (at, kind) = (via, TransitionKind.Completion);
            }

            // An end that is not told is where it began.
            foreach (string? end in to.Select(state => (string?)state).DefaultIfEmpty(start))
            {
                Add(at, end, action.Name, kind, action.Inferred);
            }

            foreach (string fallback in action.OnFailure)
            {
                Add(at, fallback, action.Name, TransitionKind.Failure, action.Inferred);
            }

            if (_transitions.Count > 4 * MaxTransitions)
            {
                return;
            }
        }
    }

    private void Spontaneous()
    {
        foreach (SpontaneousSpec change in _states.Spontaneous)
        {
            foreach (string to in change.To)
            {
                Add(change.From, to, null, TransitionKind.Spontaneous, inferred: false);
            }
        }
    }

    private void Add(string? from, string? to, string? action, TransitionKind kind, bool inferred)
    {
        bool begins = from is null or StateGraph.AnyState || _known.Contains(from);
        if (begins && to is not null && _known.Contains(to))
        {
            _transitions.Add(new Transition(from, to, action, kind, inferred));
        }
    }

    private void Conditions(ActionSpec action, string state)
    {
        RequiresSpec requires = action.Requires;
        if (requires.Parent.Count > 0)
        {
            Need($"its {_entity.Parent?.Entity ?? "parent"} must be {Or(requires.Parent)}");
        }

        foreach (ChildrenRequirement children in requires.Children)
        {
            Need($"every {children.Entity} must be {Or(children.States)}");
        }

        foreach (NamedText self in requires.Self)
        {
            Need($"{self.Name} must be {self.Value}");
        }

        void Need(string text) => _conditions.Add(new Condition(state, [action.Name], text));
    }

    /// <summary>Actions that need the same share a condition.</summary>
    private Condition[] Conditions() =>
        [.. _conditions.GroupBy(condition => (condition.State, condition.Text)).Select(group => new Condition(group.Key.State, [.. group.SelectMany(condition => condition.Actions)], group.Key.Text))];

    private static string Or(IEnumerable<string> states) => string.Join(" or ", states);
}
