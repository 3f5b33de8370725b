using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>The state machine of one entity: names, kinds, and whether every state can be reached and left.</summary>
internal sealed class StateChecks
{
    private readonly EntitySpec _entity;
    private readonly FindingSink _sink;
    private readonly Dictionary<string, StateKind> _kinds = new(StringComparer.Ordinal);
    private bool _hasUnknown;

    private StateChecks(EntitySpec entity, FindingSink sink)
    {
        _entity = entity;
        _sink = sink;
        foreach (StateValueSpec value in entity.State?.Values ?? default)
        {
            _kinds[value.Name] = value.Kind;
        }
    }

    public static void Check(EntitySpec entity, FindingSink sink)
    {
        var checks = new StateChecks(entity, sink);
        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            checks.Action(action, ActionPaths.Of(action));
        }

        checks.UpdatableIn();
        if (entity.State is not null)
        {
            checks.State(entity.State);

            // With a name that leads nowhere the way through the states is not what was meant: what is wrong with it is told once the name is right.
            if (!checks._hasUnknown)
            {
                checks.Graph(entity.State);
            }
        }
    }

    private void State(StateSpec state)
    {
        PropertySpec? property = _entity.Properties.FirstOrDefault(candidate => candidate.Name == state.Property);
        if (property is null)
        {
            _sink.Report(Rules.NoStateProperty, "state/property", Messages.Clean(state.Property), Messages.Suggest(state.Property, _entity.Properties.Select(candidate => candidate.Name)));
        }
        else if (property.Access != PropertyAccess.ReadOnly || property.Type != new TypeRef(_entity.Name + "State", TypeShape.One))
        {
            _sink.Report(Rules.BadStateProperty, "properties/" + property.Name, property.Name, _entity.Name + "State");
        }

        NameChecks.EnumValues(state.Values.Select(value => value.Name), "state", "state/values", _sink);
        Known(state.Initial, "state/initial");
        Known(state.Creatable, "state/creatable");
        foreach (SpontaneousSpec change in state.Spontaneous)
        {
            string path = "state/spontaneous/" + Messages.Clean(change.From);
            if (!_kinds.ContainsKey(change.From))
            {
                _hasUnknown = true;
                _sink.ReportName(Rules.UnknownState, path, Messages.Clean(change.From), Messages.Suggest(change.From, _kinds.Keys));
            }

            Known(change.To, path);
        }
    }

    private void UpdatableIn()
    {
        foreach (PropertySpec property in _entity.Properties.Where(property => property.UpdatableIn is not null))
        {
            string path = "properties/" + property.Name + "/updatableIn";
            if (HasStates(path, "updatableIn"))
            {
                Known(property.UpdatableIn!.Value, path);
            }
        }
    }

    private void Action(ActionSpec action, string path)
    {
        if (_entity.State is null)
        {
            NoStates(action, path);
            return;
        }

        Known(action.From ?? default, path + "/from");
        Known(action.Via, path + "/via");
        Known(action.To, path + "/to");
        Known(action.OnFailure, path + "/onFailure");
        Kinds(action, path);
        if (action.ToProperty is not null && (action.Kind != ActionKind.Create || action.ToProperty != _entity.State.Property))
        {
            string message = action.Kind != ActionKind.Create ? "only create ends in a state that the caller asks for." : $"'{Messages.Clean(action.ToProperty)}' is not the state property '{_entity.State.Property}'.";
            _sink.Report(Rules.Structure, path + "/to/by", message);
        }

        bool moves = action.Kind is ActionKind.Custom or ActionKind.Create or ActionKind.Delete;
        if (moves && !action.OnlyAsks && action.To.Count == 0 && action.ToProperty is null && !action.ToPrevious)
        {
            _sink.ReportName(Rules.NoResult, path, action.Name);
        }

        if (action.Kind is ActionKind.Custom or ActionKind.Delete && action.From is null && !action.OnlyAsks)
        {
            _sink.ReportName(Rules.NoFrom, path, action.Name);
        }

        ParameterEnds(action, path);
        if (action.Via.Count > 0 && action.Tracking.Count == 0)
        {
            _sink.Report(Rules.ViaWithoutTracking, path + "/via", Messages.Clean(action.Via[0]));
        }
    }

    /// <summary>A parameter that decides in which of the action's states it ends.</summary>
    private void ParameterEnds(ActionSpec action, string path)
    {
        foreach (ParameterSpec parameter in action.Parameters.Where(parameter => parameter.To is not null))
        {
            string at = path + "/parameters/" + parameter.Name + "/to";
            Known(parameter.To!, at);
            if (_kinds.ContainsKey(parameter.To!) && !Contains(action.To, parameter.To!))
            {
                _sink.Report(Rules.Structure, at, $"'{parameter.To}' is none of the states in 'to' of '{action.Name}'.");
            }

            if (parameter.Type is not { Name: "bool", Shape: TypeShape.One })
            {
                _sink.Report(Rules.Structure, at, "'to' is for a parameter of type bool: it tells where the action ends when that is true.");
            }
        }
    }

    private void NoStates(ActionSpec action, string path)
    {
        foreach ((string word, bool given) in new[]
        {
            ("from", action.From is not null), ("via", action.Via.Count > 0), ("to", action.To.Count > 0 || action.ToProperty is not null || action.ToPrevious),
            ("onFailure", action.OnFailure.Count > 0), ("parameters", action.Parameters.Any(parameter => parameter.To is not null)),
        })
        {
            if (given)
            {
                HasStates(path + "/" + word, word);
            }
        }
    }

    private bool HasStates(string path, string word)
    {
        if (_entity.State is null)
        {
            _sink.Report(Rules.NoStates, path, word);
        }

        return _entity.State is not null;
    }

    private void Kinds(ActionSpec action, string path)
    {
        Each(action.From ?? default, path + "/from", StateKind.Gone, Rules.FromGone);
        Each(action.To, path + "/to", StateKind.Transitional, Rules.ToTransitional);
        Each(action.OnFailure, path + "/onFailure", StateKind.Transitional, Rules.ToTransitional);
        for (int i = 0; i < action.Via.Count; i++)
        {
            if (_kinds.TryGetValue(action.Via[i], out StateKind kind) && kind != StateKind.Transitional)
            {
                _sink.Report(Rules.ViaNotTransitional, Item(path + "/via", action.Via.Count, i), action.Via[i], kind.ToString().ToLowerInvariant());
            }
        }

        if (action.Kind != ActionKind.Delete)
        {
            return;
        }

        foreach (string state in action.To)
        {
            if (_kinds.TryGetValue(state, out StateKind kind) && kind != StateKind.Gone)
            {
                _sink.Report(Rules.DeleteNotGone, path + "/to", state);
            }
        }
    }

    private void Each(EquatableArray<string> states, string path, StateKind wrong, Rule rule)
    {
        for (int i = 0; i < states.Count; i++)
        {
            if (_kinds.TryGetValue(states[i], out StateKind kind) && kind == wrong)
            {
                _sink.Report(rule, Item(path, states.Count, i), states[i]);
            }
        }
    }

    private void Known(EquatableArray<string> states, string path)
    {
        for (int i = 0; i < states.Count; i++)
        {
            Known(states[i], Item(path, states.Count, i));
        }
    }

    private void Known(string state, string path)
    {
        if (!_kinds.ContainsKey(state))
        {
            _hasUnknown = true;
            _sink.Report(Rules.UnknownState, path, Messages.Clean(state), Messages.Suggest(state, _kinds.Keys));
        }
    }

    /// <summary>A single name may stand alone or in a list of one; the marks find the nearest place either way.</summary>
    private static string Item(string path, int count, int index) => count == 0 ? path : path + "/" + index.ToString(CultureInfo.InvariantCulture);

    private void Graph(StateSpec state)
    {
        ActionSpec[] actions = [.. EntityActions.Of(_entity).Where(action => action.Kind is not (ActionKind.Read or ActionKind.List) && !action.OnlyAsks)];
        HashSet<string> reached = Reached(state, actions);
        foreach (StateValueSpec value in state.Values)
        {
            string path = "state/values/" + value.Name;
            bool passed = actions.Any(action => Contains(action.Via, value.Name));
            bool changes = state.Spontaneous.Any(change => change.From == value.Name && change.To.Count > 0);
            if (!reached.Contains(value.Name))
            {
                _sink.ReportName(Rules.Unreachable, path, value.Name, Messages.Clean(state.Initial));
            }

            if (value.Kind == StateKind.Transitional && !passed && !changes)
            {
                _sink.ReportName(Rules.NeverEnds, path, value.Name);
            }

            bool left = actions.Any(action => action.Kind is ActionKind.Custom or ActionKind.Delete && (action.From is null || Contains(action.From.Value, value.Name)));
            if (value.Kind is StateKind.Stable or StateKind.Fault && !left && !changes && actions.Length > 0)
            {
                _sink.ReportName(Rules.NoWayOut, path, value.Name);
            }
        }
    }

    private static HashSet<string> Reached(StateSpec state, ActionSpec[] actions)
    {
        var reached = new HashSet<string>(state.Creatable, StringComparer.Ordinal) { state.Initial };
        int before;
        do
        {
            before = reached.Count;
            foreach (ActionSpec action in actions)
            {
                if (action.Kind == ActionKind.Create || action.From is null || action.From.Value.Any(reached.Contains))
                {
                    reached.UnionWith(action.Via);
                    reached.UnionWith(action.To);
                    reached.UnionWith(action.OnFailure);
                }
            }

            foreach (SpontaneousSpec change in state.Spontaneous.Where(change => reached.Contains(change.From)))
            {
                reached.UnionWith(change.To);
            }
        }
        while (reached.Count > before);
        return reached;
    }

    private static bool Contains(EquatableArray<string> states, string state) => states.Contains(state, StringComparer.Ordinal);
}
