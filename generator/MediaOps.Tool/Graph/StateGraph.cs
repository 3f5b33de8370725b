using System.Text.Json.Serialization;
using MediaOps.Schema;

namespace MediaOps.Tool.Graph;

/// <summary>The states of an entity and what leads from one to another.</summary>
/// <param name="Service">The service.</param>
/// <param name="Entity">The entity.</param>
/// <param name="States">The states in the order of the file.</param>
/// <param name="Transitions">The changes of state in the order of the file.</param>
/// <param name="Conditions">What actions need beside a state.</param>
/// <param name="Everywhere">Actions that every state allows and that change none.</param>
internal sealed record StateGraph(
    string Service,
    string Entity,
    IReadOnlyList<GraphState> States,
    IReadOnlyList<Transition> Transitions,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Label> Everywhere)
{
    /// <summary>Where a transition begins that every settled state allows.</summary>
    public const string AnyState = "*";

    /// <summary>Whether anything in it has no source.</summary>
    [JsonIgnore]
    public bool HasInferred => Transitions.Any(transition => transition.Inferred) || Everywhere.Any(label => label.Inferred);
}

/// <summary>A state.</summary>
internal sealed record GraphState(string Name, StateKind Kind);

/// <summary>A change of state.</summary>
/// <param name="From">The state before; null where there was no entity; <see cref="StateGraph.AnyState"/> where it does not matter.</param>
/// <param name="To">The state after.</param>
/// <param name="Action">The action that leads there, or null for none.</param>
/// <param name="Kind">What brings it about.</param>
/// <param name="Inferred">Whether no source states it.</param>
internal sealed record Transition(string? From, string To, string? Action, TransitionKind Kind, bool Inferred);

/// <summary>What brings a change of state about.</summary>
internal enum TransitionKind
{
    /// <summary>A call.</summary>
    Call = 0,

    /// <summary>The service has gone on with what was called.</summary>
    Completion = 1,

    /// <summary>What was called has failed.</summary>
    Failure = 2,

    /// <summary>Nobody called.</summary>
    Spontaneous = 3,
}

/// <summary>What an action needs beside a state of its own entity.</summary>
/// <param name="State">A state in which it could be called, or <see cref="StateGraph.AnyState"/>.</param>
/// <param name="Actions">The actions.</param>
/// <param name="Text">What they need, as a sentence without its end.</param>
internal sealed record Condition(string State, IReadOnlyList<string> Actions, string Text);

/// <summary>The name of an action on an arrow.</summary>
internal sealed record Label(string Text, bool Inferred);

/// <summary>All transitions that share an arrow.</summary>
/// <param name="From">As in <see cref="Transition"/>.</param>
/// <param name="To">As in <see cref="Transition"/>.</param>
/// <param name="Kind">What brings it about; a completion and a call are one kind here.</param>
/// <param name="Labels">What is written on it; may be none.</param>
internal sealed record Arrow(string? From, string To, TransitionKind Kind, IReadOnlyList<Label> Labels)
{
    /// <summary>The arrows of a graph. What completes an action is named only where several pass through one state.</summary>
    public static IReadOnlyList<Arrow> Of(StateGraph graph)
    {
        ILookup<string?, string?> leaving = graph.Transitions.Where(transition => transition.Kind == TransitionKind.Completion).Select(transition => (transition.From, transition.Action)).Distinct()
            .ToLookup(pair => pair.From, pair => pair.Action, StringComparer.Ordinal);
        return [.. graph.Transitions
            .GroupBy(transition => (transition.From, transition.To, Kind: transition.Kind == TransitionKind.Completion ? TransitionKind.Call : transition.Kind))
            .Select(group => new Arrow(group.Key.From, group.Key.To, group.Key.Kind, [.. group.SelectMany(transition => LabelOf(transition, leaving)).Distinct()]))];
    }

    private static IEnumerable<Label> LabelOf(Transition transition, ILookup<string?, string?> leaving) => transition.Kind switch
    {
        TransitionKind.Spontaneous => [new Label("by itself", transition.Inferred)],
        TransitionKind.Failure => [new Label(transition.Action + " fails", transition.Inferred)],
        TransitionKind.Completion when leaving[transition.From].Count() < 2 => [],
        _ => transition.Action is null ? [] : [new Label(transition.Action, transition.Inferred)],
    };
}
