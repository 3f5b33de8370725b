using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What the runtime is told of an entity: its actions, their bodies, its states, and how it is read.</summary>
internal static class EntityDefinitionEmitter
{
    private const string Runtime = "global::MediaOps.Runtime.";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(EntityModel model) => SourceFile.Write(model.Service, model.Spec.Name + "Definition", writer =>
    {
        var types = new TypeMap(model);
        var rule = new StateRule(model);
        Actions(writer, model, rule, types);
        writer.Gap();
        foreach (ActionSpec action in ActionForms.ActionsOf(model.Spec).Where(ActionBodyEmitter.HasBody))
        {
            ActionBodyEmitter.Write(writer, model, action, types);
            writer.Gap();
        }

        Definition(writer, model, types);
    });

    private static IEnumerable<ActionSpec> All(EntitySpec spec) => new[] { spec.Create, spec.Read, spec.List, spec.Update, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions);

    private static void Actions(SourceWriter writer, EntityModel model, StateRule rule, TypeMap types)
    {
        writer.Summary("The requests of a <see cref=\"" + model.Spec.Name + "\"/>.");
        using (writer.Type("internal static class " + model.Spec.Name + "Actions"))
        {
            foreach (ActionSpec action in All(model.Spec))
            {
                writer.Gap();
                string type = Runtime + "ActionDefinition";
                string[] properties = [.. Properties(model, action, rule, types)];
                string head = "internal static readonly " + type + " " + action.Name + " = new " + type + "("
                    + Literal.Text(action.Name) + ", " + Runtime + "ActionKind." + Kind(action.Kind) + ", " + Literal.Text(action.Method) + ", " + Literal.Text(action.Path) + ")";
                if (properties.Length == 0)
                {
                    writer.Line(head + ";");
                    continue;
                }

                using (writer.Block(head, "};"))
                {
                    foreach (string property in properties)
                    {
                        writer.Line(property + ",");
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Properties(EntityModel model, ActionSpec action, StateRule rule, TypeMap types)
    {
        if (rule.Names(action.From) is { } from)
        {
            yield return "From = " + from;
        }

        if (RequirementCode.Definitions(model, action, rule, types) is { } requires)
        {
            yield return "Requires = " + requires;
        }

        if (rule.Names(action.Via) is { } via)
        {
            yield return "Via = " + via;
        }

        if (rule.Names(action.To) is { } to)
        {
            yield return "To = " + to;
        }

        if (action.ToProperty is not null)
        {
            yield return "ToProperty = " + Literal.Text(action.ToProperty);
        }

        if (action.ToPrevious)
        {
            yield return "ToPrevious = true";
        }

        if (rule.Names(action.OnFailure) is { } onFailure)
        {
            yield return "OnFailure = " + onFailure;
        }

        if (action.Inferred)
        {
            yield return "Inferred = true";
        }

        TrackingUse? tracking = model.Tracking.FirstOrDefault(profile => action.Tracking.Contains(profile.Name, StringComparer.Ordinal));
        if (tracking is not null)
        {
            yield return "Tracking = new[] { global::" + model.Service.Namespace + "." + model.Service.Name + "Service." + ServiceEmitter.TrackingField(tracking.Name) + " }";
        }

        if (action.Delay is { } delay && delay != DelaySpec.None)
        {
            yield return "Delay = " + ServiceEmitter.Delay(delay.Effective(tracking?.Delay));
        }

        if (action.Errors.Count > 0)
        {
            yield return "Errors = " + Literal.Texts(action.Errors);
        }
    }

    private static void Definition(SourceWriter writer, EntityModel model, TypeMap types)
    {
        EntitySpec spec = model.Spec;
        string actions = spec.Name + "Actions.";
        writer.Summary("What the runtime knows of a <see cref=\"" + spec.Name + "\"/>.");
        using (writer.Type("internal static class " + spec.Name + "Definition"))
        {
            using (writer.Block("internal static readonly " + Runtime + "EntityDefinition Entity = new " + Runtime + "EntityDefinition", "};"))
            {
                writer.Line("Name = " + Literal.Text(spec.Name) + ",");
                writer.Line("Plural = " + Literal.Text(spec.Plural) + ",");
                writer.Line("IdProperty = " + Literal.Text(IdWire(spec)) + ",");
                if (spec.Id.Pattern is not null)
                {
                    writer.Line("IdPattern = " + Literal.Text(spec.Id.Pattern) + ",");
                }

                if (!string.Equals(IdWire(spec), spec.Id.Property, StringComparison.Ordinal))
                {
                    writer.Line("PathProperties = new[] { " + Literal.Text(spec.Id.Property) + " },");
                }

                if (model.Parent is { List: not null } parent)
                {
                    writer.Line("ParentProperty = " + Literal.Text(parent.By) + ",");
                }

                States(writer, spec);
                foreach (ActionSpec action in All(spec).Where(action => action.Kind != ActionKind.Custom))
                {
                    writer.Line(Kind(action.Kind) + " = " + actions + action.Name + ",");
                }

                if (model.Parent?.List is { } list)
                {
                    writer.Line("ListByParent = new " + Runtime + "ActionDefinition(\"ListByParent\", " + Runtime + "ActionKind.List, \"GET\", " + Literal.Text(list) + "),");
                }

                if (spec.Actions.Count > 0)
                {
                    writer.Line("Actions = new[] { " + string.Join(", ", spec.Actions.Select(action => actions + action.Name)) + " },");
                }
            }

            Binding(writer, model, types);
        }
    }

    private static void Binding(SourceWriter writer, EntityModel model, TypeMap types)
    {
        string name = model.Spec.Name;
        string binding = Runtime + "EntityBinding<" + name + ", " + name + "Data>";
        bool isQueried = CollectionEmitter.IsQueried(model);
        if (isQueried)
        {
            writer.Gap();
            QueryMemberEmitter.Write(writer, model, types);
        }

        writer.Gap();
        writer.Line("internal static readonly " + binding + " Binding = new " + binding + "(");
        using (writer.Block("    Entity, " + name + "DataJson.Read, static core => new " + name + "(core), " + name + "DataJson.Updatable)", "};"))
        {
            if (model.Parent is { } parent)
            {
                writer.Line("Parent = new " + Runtime + "ParentDefinition<" + name + "Data>(" + model.Qualify(parent.Entity) + "Definition.Entity, static data => data." + parent.By + "),");
            }

            RequirementCode.ValueOf(writer, model, types);
            if (isQueried)
            {
                writer.Line("Members = " + QueryMemberEmitter.Field + ",");
            }
        }
    }

    private static void States(SourceWriter writer, EntitySpec spec)
    {
        if (spec.State is not { } state)
        {
            return;
        }

        if (spec.Properties.FirstOrDefault(property => string.Equals(property.Name, state.Property, StringComparison.Ordinal)) is { } property)
        {
            writer.Line("StatePath = " + Literal.Text(property.Wire) + ",");
        }

        using (writer.Block("States = new " + Runtime + "StateDefinition[]", "},"))
        {
            foreach (StateValueSpec value in state.Values)
            {
                writer.Line("new " + Runtime + "StateDefinition(" + Literal.Text(value.Name) + ", " + Literal.Text(value.Wire) + ", " + Runtime + "StateKind." + Kind(value.Kind) + "),");
            }
        }

        writer.Line("InitialState = " + Literal.Text(state.Initial) + ",");
    }

    private static string IdWire(EntitySpec spec) =>
        spec.Properties.FirstOrDefault(property => string.Equals(property.Name, spec.Id.Property, StringComparison.Ordinal))?.Wire ?? spec.Id.Property;

    private static string Kind(ActionKind kind) => kind switch
    {
        ActionKind.Create => "Create",
        ActionKind.Read => "Read",
        ActionKind.List => "List",
        ActionKind.Update => "Update",
        ActionKind.Delete => "Delete",
        _ => "Custom",
    };

    private static string Kind(StateKind kind) => kind switch
    {
        StateKind.Transitional => "Transitional",
        StateKind.Fault => "Fault",
        StateKind.Gone => "Gone",
        _ => "Stable",
    };
}
