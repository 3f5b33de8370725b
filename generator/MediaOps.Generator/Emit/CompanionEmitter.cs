using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Writing;

namespace MediaOps.Generator.Emit;

/// <summary>The companion of a type with members: <c>ChannelInputJson</c> reads, writes, copies and checks a <c>ChannelInput</c>. It is a class of its own, because the members' names belong to the schema.</summary>
internal static class CompanionEmitter
{
    private const string Reader = "ref global::System.Text.Json.Utf8JsonReader reader";
    private const string Writer = "global::System.Text.Json.Utf8JsonWriter writer";

    /// <summary>Writes the companion of a complex type.</summary>
    public static void Write(SourceWriter writer, string type, IReadOnlyList<Member> members)
    {
        WireTree tree = WireTree.Of(members);
        writer.Summary("Reads, writes, copies and checks <see cref=\"" + type + "\"/>.");
        using (writer.Type("internal static class " + type + "Json"))
        {
            using (writer.Block("internal static " + type + "? Read(" + Reader + ")"))
            {
                using (writer.Block("if (!global::MediaOps.Runtime.JsonData.IsObject(ref reader))"))
                {
                    writer.Line("return null;");
                }

                writer.Gap();
                ReadMembers(writer, type, tree);
            }

            writer.Gap();
            using (writer.Block("internal static void Write(" + Writer + ", " + type + "? value, bool writeNulls)"))
            {
                using (writer.Block("if (value is null)"))
                {
                    writer.Line("writer.WriteNullValue();");
                    writer.Line("return;");
                }

                writer.Gap();
                writer.Line("writer.WriteStartObject();");
                JsonCode.Write(writer, tree, "value", "writeNulls");
                writer.Line("writer.WriteEndObject();");
            }

            writer.Gap();
            Copy(writer, type, members, "?");
            writer.Gap();
            using (writer.Block("internal static void Validate(global::MediaOps.Runtime.Validation validation, string path, " + type + "? value)"))
            {
                Member[] limited = [.. members.Where(member => member.IsSent && ValidationCode.HasLimits(member))];
                if (limited.Length > 0)
                {
                    using (writer.Block("if (value is null)"))
                    {
                        writer.Line("return;");
                    }

                    writer.Gap();
                }

                foreach (Member member in limited)
                {
                    ValidationCode.Check(writer, member, "path + " + Literal.Text("." + member.Name), "value." + member.Storage);
                }
            }

            JsonCode.WireNames(writer, tree);
        }
    }

    /// <summary>Writes statements that make a value of the object on which the reader stands, and return it.</summary>
    public static void ReadMembers(SourceWriter writer, string type, WireTree tree)
    {
        writer.Line("var value = new " + type + "();");
        JsonCode.Read(writer, tree, "value");
        writer.Gap();
        writer.Line("return value;");
    }

    /// <summary>Writes the method that copies a value with all that can be changed inside.</summary>
    public static void Copy(SourceWriter writer, string type, IReadOnlyList<Member> members, string nullable)
    {
        string test = nullable.Length > 0 ? "value is null ? null : " : "";
        using (writer.Block("internal static " + type + nullable + " Copy(" + type + nullable + " value) => " + test + "new " + type, "};"))
        {
            foreach (Member member in members)
            {
                writer.Line(member.Storage + " = " + JsonCode.Copy(member, "value." + member.Storage) + ",");
            }
        }
    }
}
