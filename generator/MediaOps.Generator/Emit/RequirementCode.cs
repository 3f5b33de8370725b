using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What an action needs beside its entity's own state, for the guard: states of the parent and of the children, and values of the entity.</summary>
internal static class RequirementCode
{
    private const string Definition = "global::MediaOps.Runtime.RequirementDefinition";

    /// <summary>The requirements as an array; null for none.</summary>
    public static string? Definitions(EntityModel model, ActionSpec action, StateRule rule, TypeMap types)
    {
        string[] all = [.. Parent(model, action, rule), .. Children(model, action, rule), .. Self(model, action, types)];
        return all.Length == 0 ? null : "new " + Definition + "[] { " + string.Join(", ", all) + " }";
    }

    /// <summary>Writes the function that tells the values on which actions depend, each as the text that the requirement compares; nothing where there are none.</summary>
    public static void ValueOf(SourceWriter writer, EntityModel model, TypeMap types)
    {
        Member[] members = Values(model, types);
        if (members.Length == 0)
        {
            return;
        }

        using (writer.Block("ValueOf = static (data, property) => property switch", "},"))
        {
            foreach (Member member in members)
            {
                writer.Line(Literal.Text(member.Name) + " => " + Text(member) + ",");
            }

            writer.Line("_ => null,");
        }
    }

    /// <summary>Whether actions depend on values of the entity.</summary>
    public static bool HasValues(EntityModel model, TypeMap types) => Values(model, types).Length > 0;

    private static Member[] Values(EntityModel model, TypeMap types) =>
    [
        .. EntityActions.Of(model.Spec)
            .SelectMany(action => action.Requires.Self)
            .Select(value => value.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Find(model, types, name))
            .OfType<Member>(),
    ];

    private static IEnumerable<string> Parent(EntityModel model, ActionSpec action, StateRule rule) =>
        model.Parent is { } parent && rule.Known(parent.Entity, action.Requires.Parent) is { Count: > 0 } states
            ? [Definition + ".Parent(" + Names(states) + ")"]
            : [];

    private static IEnumerable<string> Children(EntityModel model, ActionSpec action, StateRule rule) =>
        from children in action.Requires.Children
        where model.Children.Any(child => string.Equals(child.Entity, children.Entity, StringComparison.Ordinal))
        let states = rule.Known(children.Entity, children.States)
        where states.Count > 0
        select Definition + ".Children(static () => " + model.Qualify(children.Entity) + "Definition.Entity, " + Names(states) + ")";

    private static IEnumerable<string> Self(EntityModel model, ActionSpec action, TypeMap types) =>
        from value in action.Requires.Self
        let member = Find(model, types, value.Name)
        where member is not null
        select Definition + ".Self(" + Literal.Text(value.Name) + ", " + Literal.Text(Wire(member, value.Value, types)) + ")";

    /// <summary>A property whose value can be told as text.</summary>
    private static Member? Find(EntityModel model, TypeMap types, string name) =>
        model.Spec.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal)) is { } property
        && types.Resolve(property) is { IsOne: true, Spec.Secret: false } member
        && (member.IsOpenEnum || member.Spec.Type.Name is "string" or "bool" or "int" or "long")
            ? member
            : null;

    /// <summary>A schema may name the value of an enum or its text.</summary>
    private static string Wire(Member member, string value, TypeMap types) =>
        types.Find(member.Spec.Type.Name)?.Values.FirstOrDefault(known => string.Equals(known.Name, value, StringComparison.Ordinal))?.Wire ?? value;

    /// <summary>What is not known is null, so that the guard leaves the decision to the service.</summary>
    private static string Text(Member member)
    {
        string value = "data." + member.Storage;
        return member switch
        {
            { IsOpenEnum: true } => member.Companion + ".IsKnown(" + value + ") ? " + value + " : null",
            { Spec.Type.Name: "bool" } => value + " == true ? \"true\" : " + value + " == false ? \"false\" : null",
            { Spec.Type.Name: "string" } => value,
            { IsOptional: true } => value + "?.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
            _ => value + ".ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        };
    }

    private static string Names(IEnumerable<string> states) => string.Join(", ", states.Select(Literal.Text));
}
