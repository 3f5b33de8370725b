using System.Collections.Generic;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The types of an entity, or those that a service shares among its entities: enums, and classes with their companions.</summary>
internal static class TypesEmitter
{
    /// <summary>The types of an entity; null where it has none.</summary>
    public static GeneratedSource? Entity(EntityModel model) =>
        model.Spec.Types.Count == 0 ? null : Write(model.Service, model.Spec.Name + "Types", model.Spec.Types, new TypeMap(model));

    /// <summary>The types that a service shares; null where it has none.</summary>
    public static GeneratedSource? Shared(ServiceModel model) =>
        model.Spec.Types.Count == 0 ? null : Write(model.Service, "SharedTypes", model.Spec.Types, new TypeMap(model));

    private static GeneratedSource Write(ServiceIdentity service, string name, IEnumerable<TypeSpec> types, TypeMap map) => SourceFile.Write(service, name, writer =>
    {
        foreach (TypeSpec type in types)
        {
            writer.Gap();
            string summary = string.IsNullOrWhiteSpace(type.Description) ? "The type " + Documentation.Code(type.Name) + " of the service." : Documentation.Text(type.Description!);
            if (type.IsEnum)
            {
                EnumEmitter.Write(writer, service, type.Name, summary, type.Values);
            }
            else
            {
                Class(writer, type.Name, summary, map.Members(type.Properties));
            }
        }
    });

    private static void Class(SourceWriter writer, string name, string summary, IReadOnlyList<Member> members)
    {
        writer.Summary(summary);
        using (writer.Type("public partial class " + name))
        {
            foreach (Member member in members)
            {
                writer.Gap();
                Property(writer, member, initializer: JsonCode.Initializer(member, filled: false));
            }
        }

        writer.Gap();
        CompanionEmitter.Write(writer, name, members);
    }

    /// <summary>Writes a property that keeps its value itself; an open enum keeps its text beside it.</summary>
    public static void Property(SourceWriter writer, Member member, string initializer, string? more = null, ParameterIn travels = ParameterIn.Body)
    {
        PropertyDocumentation.Write(writer, member, more, travels);
        if (!member.IsOpenEnum)
        {
            writer.Line("public " + member.Type + " " + member.Name + " { get; set; }" + initializer);
            return;
        }

        if (member.Spec.Access != PropertyAccess.ReadOnly)
        {
            writer.Throws("global::System.ArgumentOutOfRangeException", "The assigned value is <c>Unknown</c> or none of the enum's.");
        }

        using (writer.Block("public " + member.Type + " " + member.Name))
        {
            writer.Line("get => " + Parse(member, member.Storage) + ";");
            writer.Line("set => " + member.Storage + " = " + Format(member, "value") + ";");
        }

        writer.Gap();
        StateText(writer, member);
        writer.Line("public string? " + member.Storage + " { get; internal set; }" + initializer);
    }

    /// <summary>An expression that reads the text of an open enum.</summary>
    public static string Parse(Member member, string text) => member.Companion + (member.IsOptional ? ".ParseOptional(" : ".Parse(") + text + ")";

    /// <summary>An expression that makes the text of an open enum.</summary>
    public static string Format(Member member, string value) => member.Companion + (member.IsOptional ? ".TextOrNull(" : ".Text(") + value + ")";

    /// <summary>Documents the text of an open enum.</summary>
    public static void StateText(SourceWriter writer, Member member) =>
        writer.Summary("The text of <see cref=\"" + member.Name + "\"/> on the wire, also of a value that the schema does not know; null where there is none.");
}
