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
        ActionDefinitionEmitter.Write(writer, model, rule, types);
        writer.Gap();
        foreach (ActionSpec action in ActionForms.ActionsOf(model.Spec).Concat(new[] { model.Spec.List }.OfType<ActionSpec>()).Where(ActionArgumentsEmitter.IsNeeded))
        {
            ActionArgumentsEmitter.Write(writer, model, action, types);
            writer.Gap();
        }

        Definition(writer, model, types);
    });

    private static void Definition(SourceWriter writer, EntityModel model, TypeMap types)
    {
        EntitySpec spec = model.Spec;
        string actions = spec.Name + "Actions.";
        writer.Summary("What the runtime knows of a <see cref=\"" + spec.Name + "\"/>.");
        using (writer.Type("internal static class " + spec.Name + "Definition"))
        {
            using (writer.Block("internal static readonly " + Runtime + "EntityDefinition Entity = new " + Runtime + "EntityDefinition", "};"))
            {
                foreach (string property in Identity(model))
                {
                    writer.Line(property + ",");
                }

                States(writer, spec);
                foreach (ActionSpec action in EntityActions.Of(spec).Where(action => action.Kind != ActionKind.Custom))
                {
                    writer.Line(action.Name + " = " + actions + action.Name + ",");
                }

                if (model.Parent?.List is { } list)
                {
                    string items = spec.List?.Items is { } path ? " { Items = " + Literal.Text(path) + " }" : "";
                    writer.Line("ListByParent = new " + Runtime + "ActionDefinition(\"ListByParent\", " + ActionDefinitionEmitter.Kind(ActionKind.List) + ", \"GET\", " + Literal.Text(list) + ")" + items + ",");
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
        bool isQueried = ListEmitter.IsQueried(model);
        if (isQueried)
        {
            writer.Gap();
            QueryMemberEmitter.Write(writer, model, types);
        }

        writer.Gap();
        writer.Line("internal static readonly " + binding + " Binding = new " + binding + "(");
        string head = "    Entity, " + name + "DataJson.Read, static core => new " + name + "(core), " + name + "DataJson.Updatable)";
        if (model.Parent is null && !isQueried && model.Ancestors.Count == 0 && !RequirementCode.HasValues(model, types))
        {
            writer.Line(head + ";");
            return;
        }

        using (writer.Block(head, "};"))
        {
            if (model.Parent is { } parent)
            {
                writer.Line("Parent = new " + Runtime + "ParentDefinition<" + name + "Data>(" + model.Qualify(parent.Entity) + "Definition.Entity, static data => data." + parent.By + "),");
            }

            Fill(writer, model.Spec, types);
            RequirementCode.ValueOf(writer, model, types);
            if (isQueried)
            {
                writer.Line("Members = " + QueryMemberEmitter.Field + ",");
            }
        }
    }

    /// <summary>Writes the function that puts into a snapshot what only the address tells; nothing where the own id is all of it.</summary>
    private static void Fill(SourceWriter writer, EntitySpec spec, TypeMap types)
    {
        Member[] ancestors = [.. types.Members(spec.Properties).Where(member => EntityDataEmitter.IsAncestor(spec, member))];
        if (ancestors.Length == 0)
        {
            return;
        }

        using (writer.Block("Fill = static (data, address) =>", "},"))
        {
            foreach (Member member in ancestors)
            {
                using (writer.Block("if (string.IsNullOrEmpty(data." + member.Name + "))"))
                {
                    writer.Line("data." + member.Name + " = address[" + Literal.Text(member.Name) + "]!;");
                }
            }
        }
    }

    private static void States(SourceWriter writer, EntitySpec spec)
    {
        if (spec.State is not { } state)
        {
            return;
        }

        if (spec.Properties.FirstOrDefault(property => string.Equals(property.Name, state.Property, StringComparison.Ordinal)) is { } holder)
        {
            writer.Line("StatePath = " + Literal.Text(holder.Wire) + ",");
        }

        foreach (string property in (string[])[.. Initializer.Code("StateRead", state.ReadPath is null ? null : Template(state.ReadPath)), .. Initializer.Text("StateReadPath", state.Path)])
        {
            writer.Line(property + ",");
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

    private static IEnumerable<string> Identity(EntityModel model)
    {
        EntitySpec spec = model.Spec;
        string[] ancestors = [.. model.Ancestors];
        string wire = spec.Properties.FirstOrDefault(property => string.Equals(property.Name, spec.Id.Property, StringComparison.Ordinal))?.Wire ?? spec.Id.Property;
        bool named = ancestors.Length > 0 || !string.Equals(wire, spec.Id.Property, StringComparison.Ordinal);
        return
        [
            "Name = " + Literal.Text(spec.Name),
            "Plural = " + Literal.Text(spec.Plural),
            .. Initializer.Flag("Singleton", spec.Singleton),
            .. Initializer.Text("IdProperty", spec.Singleton ? null : wire),
            .. Initializer.Code("PathProperties", !named ? null : Literal.Texts(spec.Singleton ? ancestors : ancestors.Append(spec.Id.Property))),
            .. Initializer.Text("ParentProperty", model.Parent?.By),
            .. Initializer.Text("IdPattern", spec.Id.Pattern),
            .. Initializer.Code("IdTemplate", spec.Id.Template is null ? null : Template(spec.Id.Template)),
            .. Initializer.Text("Envelope", model.Envelope),
        ];
    }

    private static string Template(string path) => Runtime + "PathTemplate.Parse(" + Literal.Text(path) + ")";

    private static string Kind(StateKind kind) => kind switch
    {
        StateKind.Transitional => "Transitional",
        StateKind.Fault => "Fault",
        StateKind.Gone => "Gone",
        _ => "Stable",
    };
}
