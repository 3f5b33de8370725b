using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The snapshot behind an entity, its companion, and the table of the members that an update can send.</summary>
internal static class EntityDataEmitter
{
    private const string Runtime = "global::MediaOps.Runtime.";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(EntityModel model)
    {
        string data = model.Spec.Name + "Data";
        IReadOnlyList<Member> members = new TypeMap(model).Members(model.Spec.Properties);
        return SourceFile.Write(model.Service, data, writer =>
        {
            writer.Summary("What was read of a <see cref=\"" + model.Spec.Name + "\"/>.");
            using (writer.Type("internal sealed class " + data + " : " + Runtime + "IEntityData<" + data + ">"))
            {
                foreach (Member member in members)
                {
                    writer.Line("public " + (member.IsOpenEnum ? "string?" : member.Type) + " " + member.Storage + " { get; set; }" + JsonCode.Initializer(member, filled: true));
                }

                writer.Gap();
                writer.Line("string? " + Runtime + "IEntityData<" + data + ">.Id => " + Id(model.Spec, members) + ";");
                writer.Gap();
                writer.Line("string? " + Runtime + "IEntityData<" + data + ">.StateText => " + State(model.Spec, members) + ";");
                writer.Gap();
                writer.Line(data + " " + Runtime + "IEntityData<" + data + ">.Clone() => " + model.Qualify(data) + "Json.Copy(this);");
            }

            writer.Gap();
            Companion(writer, data, model.Spec, members);
        });
    }

    /// <summary>The properties that an update can send.</summary>
    public static IEnumerable<Member> Updatable(EntitySpec spec, IEnumerable<Member> members) => spec.Update is null
        ? []
        : members.Where(member => member.Spec is { Access: PropertyAccess.ReadWrite or PropertyAccess.WriteOnly, InPath: false } && !IsIdOrState(spec, member));

    /// <summary>The properties of which an update is made: those that it can send, and those that it must send with them although nobody can change them.</summary>
    private static IEnumerable<Member> Sent(EntitySpec spec, IReadOnlyList<Member> members)
    {
        HashSet<string> sent = [.. Updatable(spec, members).Select(member => member.Name), .. spec.Update?.Always ?? default];
        return members.Where(member => sent.Contains(member.Name));
    }

    /// <summary>Whether a property is the entity's id or its state, which the core of the entity keeps.</summary>
    public static bool IsIdOrState(EntitySpec spec, Member member) => IsId(spec, member) || IsState(spec, member);

    /// <summary>Whether a property is the entity's id as text.</summary>
    public static bool IsId(EntitySpec spec, Member member) =>
        string.Equals(member.Name, spec.Id.Property, StringComparison.Ordinal) && member is { Element: "string", IsOne: true };

    /// <summary>Whether a property is the id, as text, of something that the entity lies in.</summary>
    public static bool IsAncestor(EntitySpec spec, Member member) => member is { Element: "string", IsOne: true } && EntityAddress.IsAncestor(spec, member.Spec);

    /// <summary>Whether a property is the entity's state.</summary>
    public static bool IsState(EntitySpec spec, Member member) =>
        spec.State is { } state && string.Equals(member.Name, state.Property, StringComparison.Ordinal) && member.IsOpenEnum;

    private static void Companion(SourceWriter writer, string data, EntitySpec spec, IReadOnlyList<Member> members)
    {
        WireTree tree = WireTree.Of(members);
        writer.Summary("Reads and copies <see cref=\"" + data + "\"/>, and writes what an update can send.");
        using (writer.Type("internal static class " + data + "Json"))
        {
            Members(writer, data, spec, members);
            writer.Gap();
            using (writer.Block("internal static " + data + " Read(ref global::System.Text.Json.Utf8JsonReader reader)"))
            {
                using (writer.Block("if (!" + Runtime + "JsonData.IsObject(ref reader))"))
                {
                    writer.Line("throw new global::System.Text.Json.JsonException(" + Literal.Text("A " + spec.Name + " was expected, and null was found.") + ");");
                }

                writer.Gap();
                CompanionEmitter.ReadMembers(writer, data, tree);
            }

            writer.Gap();
            CompanionEmitter.Copy(writer, data, members, nullable: "");
            JsonCode.WireNames(writer, tree);
        }
    }

    private static void Members(SourceWriter writer, string data, EntitySpec spec, IReadOnlyList<Member> members)
    {
        string type = Runtime + "EntityMember<" + data + ">";
        List<Member> updatable = [.. Sent(spec, members)];
        if (updatable.Count == 0)
        {
            writer.Line("internal static readonly " + type + "[] Updatable = global::System.Array.Empty<" + type + ">();");
            return;
        }

        using (writer.Block("internal static readonly " + type + "[] Updatable = new " + type + "[]", "};"))
        {
            foreach (Member member in updatable)
            {
                string states = member.Spec.UpdatableIn is { } updatableIn ? Literal.Texts(updatableIn) : "null";
                writer.Line("new " + type + "(" + Literal.Text(member.Name) + ", " + Literal.Texts(WirePath.Split(member.Spec.Wire)) + ", " + states + ",");
                string write = "    static (writer, value) => " + JsonCode.WriteValue(member, "value." + member.Storage, "true");
                if (!ValidationCode.HasLimits(member))
                {
                    writer.Line(write + "),");
                    continue;
                }

                writer.Line(write + ",");
                using (writer.Block("    static (validation, value) =>", "}),"))
                {
                    ValidationCode.Check(writer, member, Literal.Text(member.Name), "value." + member.Storage);
                }
            }
        }
    }

    private static string Id(EntitySpec spec, IReadOnlyList<Member> members) =>
        members.FirstOrDefault(member => string.Equals(member.Name, spec.Id.Property, StringComparison.Ordinal)) switch
        {
            null or { IsOne: false } or { Kind: ValueKind.Complex } => "null",
            { Element: "string" } text => text.Storage,
            { IsOpenEnum: true } text => text.Storage,
            var value => "global::System.Convert.ToString(" + value.Name + ", global::System.Globalization.CultureInfo.InvariantCulture)",
        };

    private static string State(EntitySpec spec, IReadOnlyList<Member> members) =>
        members.FirstOrDefault(member => IsState(spec, member)) is { } state ? state.Storage : "null";
}
