using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Analyzers;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What an action does to the state, as attributes for the analyzer and as a sentence for people. State names that do not exist are left out: they have a finding of their own.</summary>
internal sealed class StateRule
{
    private const string Attributes = "global::" + StateAttributeNames.Namespace + ".";

    private readonly EntityModel _model;
    private readonly HashSet<string> _states;

    public StateRule(EntityModel model)
    {
        _model = model;
        _states = new HashSet<string>((model.Spec.State?.Values ?? default).Select(value => value.Name), StringComparer.Ordinal);
    }

    /// <summary>The names that exist, as an array literal; null where there are none.</summary>
    public string? Names(IEnumerable<string>? states) => Known(states) is { Count: > 0 } known ? Literal.Texts(known) : null;

    /// <summary>Those of some states that exist.</summary>
    public IReadOnlyList<string> Known(IEnumerable<string>? states) => states is null ? [] : [.. states.Where(_states.Contains)];

    /// <summary>Those of another entity's states that exist.</summary>
    public IReadOnlyList<string> Known(string entity, IEnumerable<string> states) =>
        _model.Neighbours.FirstOrDefault(neighbour => string.Equals(neighbour.Entity, entity, StringComparison.Ordinal)) is { } neighbour
            ? [.. states.Where(state => neighbour.States.Contains(state, StringComparer.Ordinal))]
            : [];

    /// <summary>Writes the attribute that marks class and interface.</summary>
    public void WriteStateful(SourceWriter writer)
    {
        if (_model.StateEnum is { } stateEnum)
        {
            writer.Line("[" + Attributes + StateAttributeNames.Stateful + "(typeof(" + stateEnum + "))]");
        }
    }

    /// <summary>Writes the attributes of one form of an action.</summary>
    public void WriteTransition(SourceWriter writer, ActionSpec action, bool send)
    {
        if (_model.StateEnum is null)
        {
            return;
        }

        string[] arguments =
        [
            .. Argument(StateAttributeNames.From, action.From),
            .. Argument(StateAttributeNames.Via, action.Via),
            .. Argument(StateAttributeNames.To, action.To),
            .. Argument(StateAttributeNames.OnFailure, action.OnFailure),
            .. Flag(StateAttributeNames.Send, send),
            .. Flag(StateAttributeNames.Deletes, action.Kind == ActionKind.Delete),
            .. Flag(StateAttributeNames.Inferred, action.Inferred),
        ];
        writer.Line("[" + Attributes + StateAttributeNames.StateTransition + (arguments.Length == 0 ? "" : "(" + string.Join(", ", arguments) + ")") + "]");

        // Without this, an empty To would read as: nobody knows.
        bool onTheWay = send && Known(action.Via).Count > 0;
        if (Known(action.To).Count == 0 && !onTheWay)
        {
            writer.Line("[" + Attributes + StateAttributeNames.StateNeutral + "]");
        }

        if (_model.Spec.Parent is { } parent && action.Requires.Parent.Count > 0)
        {
            WriteRequirement(writer, parent.Entity, StateAttributeNames.Parent, action.Requires.Parent);
        }

        foreach (ChildrenRequirement children in action.Requires.Children)
        {
            WriteRequirement(writer, children.Entity, StateAttributeNames.Children, children.States);
        }

        foreach (NamedText value in action.Requires.Self)
        {
            writer.Line("[" + Attributes + StateAttributeNames.RequiresValue + "(" + Literal.Text(value.Name) + ", " + Literal.Text(value.Value) + ")]");
        }
    }

    /// <summary>Writes the attribute of one form of a create: all states in which the new entity may be.</summary>
    /// <param name="writer">The source.</param>
    /// <param name="create">The create.</param>
    /// <param name="asksForState">Whether the caller can ask for a state in this form.</param>
    public void WriteInitial(SourceWriter writer, ActionSpec create, bool asksForState)
    {
        IReadOnlyList<string> states = Initial(create, asksForState);
        if (states.Count > 0)
        {
            writer.Line("[" + Attributes + StateAttributeNames.InitialState + "(" + NameOf(states) + ")]");
        }
    }

    /// <summary>Writes the attribute of a property that only some states let change.</summary>
    public void WriteUpdatableIn(SourceWriter writer, PropertySpec property)
    {
        IReadOnlyList<string> states = Known(property.UpdatableIn ?? _model.Spec.Update?.From);
        if (states.Count > 0)
        {
            writer.Line("[" + Attributes + StateAttributeNames.UpdatableIn + "(" + NameOf(states) + ")]");
        }
    }

    /// <summary>Writes the attribute of a method that reads the state anew.</summary>
    public static void WriteRefresh(SourceWriter writer) => writer.Line("[" + Attributes + StateAttributeNames.StateRefresh + "]");

    /// <summary>The attribute of an assembly that holds the client of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="actions">The names of all methods that depend on a state or make one.</param>
    public static string Service(string service, IEnumerable<string> actions) =>
        "[assembly: " + Attributes + StateAttributeNames.StatefulService + "(" + Literal.Text(service) + ", " + string.Join(", ", actions.Select(Literal.Text)) + ")]";

    /// <summary>What one form of an action does to the state, in words; null for an entity without states.</summary>
    /// <param name="action">The action.</param>
    /// <param name="asksForState">Of a create: whether the caller can ask for a state in this form.</param>
    public string? Sentence(ActionSpec action, bool asksForState)
    {
        if (_model.StateEnum is null)
        {
            return null;
        }

        if (action.Kind == ActionKind.Create)
        {
            return "Ends in " + See(Initial(action, asksForState)) + (action.ToProperty is not null && asksForState ? ", as the options ask." : ".");
        }

        IReadOnlyList<string> from = Known(action.From);
        IReadOnlyList<string> via = Known(action.Via);
        IReadOnlyList<string> to = Known(action.To);
        IReadOnlyList<string> onFailure = Known(action.OnFailure);
        return (from.Count == 0 ? "Allowed in every state" : "Allowed in " + See(from))
            + (via.Count == 0 ? "" : "; passes through " + See(via))
            + (to.Count == 0 ? "; leaves the state as it is" : "; ends in " + See(to))
            + (onFailure.Count == 0 ? "" : ", or when it fails in " + See(onFailure))
            + "."
            + (action.Inferred ? " No source states this rule; it is inferred." : "");
    }

    /// <summary>What an action needs beyond the state, in words; null for nothing.</summary>
    public string? Requirements(ActionSpec action)
    {
        var needs = new List<string>();
        if (_model.Spec.Parent is { } parent && action.Requires.Parent.Count > 0)
        {
            needs.Add("the " + Documentation.Code(parent.Entity) + " must be " + Words(action.Requires.Parent.Select(Documentation.Code)));
        }

        needs.AddRange(action.Requires.Children.Select(children => "every " + Documentation.Code(children.Entity) + " must be " + Words(children.States.Select(Documentation.Code))));
        needs.AddRange(action.Requires.Self.Select(value => Documentation.Code(value.Name) + " must be " + Documentation.Code(value.Value)));
        return needs.Count == 0 ? null : "Needs: " + string.Join("; ", needs) + ".";
    }

    private IReadOnlyList<string> Initial(ActionSpec create, bool asksForState)
    {
        if (_model.Spec.State is not { } state)
        {
            return [];
        }

        IEnumerable<string> states = create.ToProperty is null ? create.To : asksForState ? state.Creatable.Prepend(state.Initial).Distinct(StringComparer.Ordinal) : [state.Initial];
        return Known(states);
    }

    private void WriteRequirement(SourceWriter writer, string entity, string relation, IEnumerable<string> states)
    {
        string type = _model.Qualify(entity);
        string[] names = [.. Known(entity, states).Select(state => "nameof(" + type + "State." + state + ")")];
        if (names.Length > 0)
        {
            writer.Line("[" + Attributes + StateAttributeNames.RequiresState + "(typeof(" + type + "), " + Attributes + StateAttributeNames.Relation + "." + relation + ", " + string.Join(", ", names) + ")]");
        }
    }

    private IEnumerable<string> Argument(string name, IEnumerable<string>? states) =>
        Known(states) is { Count: > 0 } known ? [name + " = new[] { " + NameOf(known) + " }"] : [];

    private static IEnumerable<string> Flag(string name, bool value) => value ? [name + " = true"] : [];

    private string NameOf(IEnumerable<string> states) => string.Join(", ", states.Select(state => "nameof(" + _model.StateEnum + "." + state + ")"));

    private string See(IEnumerable<string> states) => Words(states.Select(state => "<see cref=\"" + _model.StateEnum + "." + state + "\"/>"));

    private static string Words(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Length - 1)) + " or " + all[all.Length - 1];
    }
}
