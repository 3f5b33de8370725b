using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What a create is given: a class with the members that can be set, its convenience constructors, and the body that is made of it. Null where the entity cannot be created.</summary>
internal static class CreationOptionsEmitter
{
    /// <summary>The method that fills in the parent. Schema names have no underscore, so a name with one is free.</summary>
    public const string WithParent = "WithParent_";

    private const string RequestBody = "global::MediaOps.Runtime.RequestBody";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource? Write(EntityModel model)
    {
        if (model.Spec.Create is not { } create)
        {
            return null;
        }

        string name = model.Spec.Name + "CreationOptions";
        var types = new TypeMap(model);
        IReadOnlyList<Member> members = Members(model, create, types);
        return SourceFile.Write(model.Service, name, writer =>
        {
            writer.Summary("What a new " + Documentation.Code(model.Spec.Name) + " is made of. Members that are null are left out of the request.");
            using (writer.Type("public partial class " + name))
            {
                Constructors(writer, model, name, create, types);
                foreach (Member member in members)
                {
                    writer.Gap();
                    TypesEmitter.Property(writer, member, Initializer(member, types), IsParent(model, member.Spec) ? "Needed unless the collection belongs to one " + Documentation.Code(model.Parent!.Entity) + "." : null);
                }

                if (ParentProperty(model) is { } parent)
                {
                    Fill(writer, name, parent);
                }
            }

            writer.Gap();
            Companion(writer, model.Spec, name, create, members);
        });
    }

    /// <summary>Whether the caller can ask for the state in which the new entity ends.</summary>
    public static bool AsksForState(EntitySpec spec, ActionSpec create) => spec.State is { } state && (create.ToProperty is not null || state.Creatable.Count > 0);

    /// <summary>The property that names the parent of a new entity; null where a create names none.</summary>
    public static PropertySpec? ParentProperty(EntityModel model) =>
        model.Spec.Create is null ? null : model.Spec.Properties.FirstOrDefault(property => IsParent(model, property));

    private static bool IsParent(EntityModel model, PropertySpec property) =>
        model.Parent is { } parent && string.Equals(property.Name, parent.By, StringComparison.Ordinal) && property.Access != PropertyAccess.ReadOnly;

    private static IReadOnlyList<Member> Members(EntityModel model, ActionSpec create, TypeMap types) => types.Members(model.Spec.Properties
        .Select(property => IsAskedState(model.Spec, create, property) ? property with { Access = PropertyAccess.CreateOnly, Required = false, Default = null } : property)
        .Select(property => IsParent(model, property) ? property with { Required = false } : property)
        .Where(property => property.Access != PropertyAccess.ReadOnly));

    /// <summary>Writes the copy that a collection of one parent sends: the caller's own options stay as they are.</summary>
    private static void Fill(SourceWriter writer, string name, PropertySpec parent)
    {
        writer.Gap();
        using (writer.Block("internal " + name + " " + WithParent + "(string parent)"))
        {
            writer.Line("var options = (" + name + ")MemberwiseClone();");
            writer.Line("options." + parent.Name + " = parent;");
            writer.Line("return options;");
        }
    }

    private static bool IsAskedState(EntitySpec spec, ActionSpec create, PropertySpec property) =>
        AsksForState(spec, create) && string.Equals(property.Name, spec.State!.Property, StringComparison.Ordinal);

    private static string Initializer(Member member, TypeMap types)
    {
        if (Constant.Default(member, types) is not { } value)
        {
            return JsonCode.Initializer(member, filled: false);
        }

        return " = " + (member.IsOpenEnum ? TypesEmitter.Format(member, value) : value) + ";";
    }

    private static void Constructors(SourceWriter writer, EntityModel model, string name, ActionSpec create, TypeMap types)
    {
        List<Overload> overloads = Overload.Of(model.Spec, create, types);
        writer.Summary("Makes options without any value but the defaults.");
        using (writer.Block("public " + name + "()"))
        {
        }

        foreach (Overload overload in overloads)
        {
            writer.Gap();
            writer.Summary("Makes options of the values that are given most often.");
            foreach (ActionParameter parameter in overload.Parameters)
            {
                writer.Parameter(parameter.Name, parameter.Markup);
            }

            using (writer.Block("public " + name + "(" + string.Join(", ", overload.Parameters.Select(parameter => parameter.Declaration)) + ")"))
            {
                foreach (string assignment in overload.Assignments)
                {
                    writer.Line(assignment);
                }
            }
        }
    }

    private static void Companion(SourceWriter writer, EntitySpec spec, string name, ActionSpec create, IReadOnlyList<Member> members)
    {
        WireTree tree = WireTree.Of(members);
        writer.Summary("Checks <see cref=\"" + name + "\"/> and makes the body of the request.");
        using (writer.Type("internal static class " + name + "Json"))
        {
            using (writer.Block("internal static " + RequestBody + " Body(" + name + " options)"))
            {
                writer.Line("var validation = new global::MediaOps.Runtime.Validation(" + Literal.Text(name) + ");");
                foreach (Member member in members)
                {
                    ValidationCode.Check(writer, member, Literal.Text(member.Name), "options." + member.Storage);
                }

                CheckState(writer, spec, create, members);
                writer.Line("validation.ThrowIfAny(nameof(options));");
                writer.Gap();
                using (writer.Block("return " + RequestBody + ".Write(options, static (writer, value) =>", "});"))
                {
                    writer.Line("writer.WriteStartObject();");
                    if (create.Body is not null)
                    {
                        writer.Line("global::MediaOps.Runtime.JsonData.WriteMembers(writer, " + Literal.Text(create.Body) + ");");
                    }

                    JsonCode.Write(writer, tree, "value", nulls: null);
                    writer.Line("writer.WriteEndObject();");
                }
            }

            JsonCode.WireNames(writer, tree);
        }
    }

    /// <summary>A create can ask for some states only.</summary>
    private static void CheckState(SourceWriter writer, EntitySpec spec, ActionSpec create, IReadOnlyList<Member> members)
    {
        if (spec.State is not { Creatable.Count: > 0 } state || members.FirstOrDefault(member => IsAskedState(spec, create, member.Spec)) is not { IsOpenEnum: true } member)
        {
            return;
        }

        string[] texts = [.. state.Values.Where(value => state.Creatable.Contains(value.Name, StringComparer.Ordinal)).Select(value => value.Wire)];
        writer.Line("validation.OneOf(" + Literal.Text(member.Name) + ", options." + member.Storage + ", " + Literal.Texts(texts) + ");");
    }
}
