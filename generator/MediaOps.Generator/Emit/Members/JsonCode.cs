using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Reading, writing and copying of members, as C# statements and expressions. The generated code names its reader <c>reader</c> and its writer <c>writer</c>.</summary>
internal static class JsonCode
{
    private const string Data = "global::MediaOps.Runtime.JsonData.";

    /// <summary>Writes the encoded member names: encoded once, compared and written as bytes.</summary>
    public static void WireNames(SourceWriter writer, WireTree tree)
    {
        if (!tree.All.Any())
        {
            return;
        }

        writer.Gap();
        using (writer.Block("private static class WireNames"))
        {
            foreach (WireTree node in tree.All)
            {
                writer.Line("internal static readonly global::System.Text.Json.JsonEncodedText " + node.Field + " = global::System.Text.Json.JsonEncodedText.Encode(" + Literal.Text(node.Segment) + ");");
            }
        }
    }

    /// <summary>Reads the members of the object on which the reader stands; unknown members are skipped.</summary>
    public static void Read(SourceWriter writer, WireTree tree, string target)
    {
        using (writer.Block("while (reader.Read() && reader.TokenType == global::System.Text.Json.JsonTokenType.PropertyName)"))
        {
            string @if = "if";
            foreach (WireTree node in tree.Children)
            {
                string name = node.IsPlain ? "WireNames." + node.Field + ".EncodedUtf8Bytes" : Literal.Text(node.Segment);
                using (writer.Block(@if + " (reader.ValueTextEquals(" + name + "))"))
                {
                    writer.Line("reader.Read();");
                    if (node.Member is { } member)
                    {
                        writer.Line(target + "." + member.Storage + " = " + ReadValue(member) + ";");
                    }
                    else
                    {
                        using (writer.Block("if (" + Data + "IsObject(ref reader))"))
                        {
                            Read(writer, node, target);
                        }
                    }
                }

                @if = "else if";
            }

            if (tree.Children.Count == 0)
            {
                writer.Line("reader.Skip();");
            }
            else
            {
                using (writer.Block("else"))
                {
                    writer.Line("reader.Skip();");
                }
            }
        }
    }

    /// <summary>Writes the members that are sent, those of one JSON object together.</summary>
    /// <param name="writer">The source.</param>
    /// <param name="tree">The members.</param>
    /// <param name="source">The object that holds them.</param>
    /// <param name="nulls">The condition under which null is written as null; null for never.</param>
    public static void Write(SourceWriter writer, WireTree tree, string source, string? nulls)
    {
        foreach (WireTree node in tree.Children)
        {
            if (node.Member is { } member)
            {
                WriteMember(writer, node, member, source, nulls);
                continue;
            }

            List<string> conditions = [.. node.All.Select(child => child.Member).OfType<Member>().Where(child => child.IsSent).Select(child => IsPresent(child, source, nulls))];
            if (conditions.Count == 0)
            {
                continue;
            }

            bool always = conditions.Exists(condition => condition.Length == 0);
            string? heading = always ? null : "if (" + string.Join(" || ", conditions.Distinct(StringComparer.Ordinal)) + ")";
            if (heading is null)
            {
                WriteObject(writer, node, source, nulls);
            }
            else
            {
                writer.Gap();
                using (writer.Block(heading))
                {
                    WriteObject(writer, node, source, nulls);
                }

                writer.Gap();
            }
        }
    }

    /// <summary>A statement that writes the value alone.</summary>
    public static string WriteValue(Member member, string value, string nulls)
    {
        return member.Spec.Type.Shape switch
        {
            TypeShape.List when member.Kind == ValueKind.Enum => Data + "WriteTexts(writer, " + value + ", static item => " + member.Companion + ".TextIfKnown(item))",
            TypeShape.Map when member.Kind == ValueKind.Enum => Data + "WriteTextMap(writer, " + value + ", static item => " + member.Companion + ".TextIfKnown(item))",
            TypeShape.List => Data + "WriteList(writer, " + value + ", " + Element() + ")",
            TypeShape.Map => Data + "WriteMap(writer, " + value + ", " + Element() + ")",
            _ => One(value, nulls),
        };

        // An element of a list is always written whole, so its missing members are left out.
        string Element() => "static (writer, item) => " + One("item", "false");

        string One(string one, string oneNulls) => member.Kind switch
        {
            ValueKind.Complex => member.Companion + ".Write(writer, " + one + ", " + oneNulls + ")",
            ValueKind.Enum => "writer.WriteStringValue(" + one + ")",
            _ => Primitive(member, one),
        };
    }

    /// <summary>An expression that copies the value, so that the copy can be changed on its own.</summary>
    public static string Copy(Member member, string value)
    {
        string? element = member.Kind == ValueKind.Complex ? "static item => " + member.Companion + ".Copy(item)!" : null;
        string copy = member.Spec.Type.Shape switch
        {
            TypeShape.List => Data + "CopyList(" + value + (element is null ? "" : ", " + element) + ")",
            TypeShape.Map => Data + "CopyMap(" + value + (element is null ? "" : ", " + element) + ")",
            _ => element is null ? value : member.Companion + ".Copy(" + value + ")",
        };
        return member.IsMutable && !member.IsOptional ? copy + "!" : copy;
    }

    /// <summary>The initial value of a required member, or nothing where null or zero is right.</summary>
    /// <param name="member">The member.</param>
    /// <param name="filled">Whether something that can be read must be there even when the service leaves it out.</param>
    public static string Initializer(Member member, bool filled) => member switch
    {
        { IsOptional: true } or { IsOpenEnum: true } => "",
        { IsOne: true, IsValueType: true } => "",
        { Spec.Type.Shape: TypeShape.List } when filled => " = new global::System.Collections.Generic.List<" + member.Element + ">();",
        { Spec.Type.Shape: TypeShape.Map } when filled => " = new global::System.Collections.Generic.Dictionary<string, " + member.Element + ">();",
        { Element: "string", IsOne: true } when filled => " = \"\";",
        { Kind: ValueKind.Complex } when filled => " = new " + member.Element + "();",
        _ => " = null!;",
    };

    /// <summary>The head of a function that reads a value.</summary>
    public const string Reader = "static (ref global::System.Text.Json.Utf8JsonReader reader) => ";

    /// <summary>A function that reads one item of a list or map.</summary>
    public static string ItemReader(Member member) => Reader + member.Kind switch
    {
        ValueKind.Complex => ReadOne(member) + "!",
        ValueKind.Enum => member.Companion + ".Parse(" + ReadOne(member) + ")",
        _ when member.IsValueType => ReadOne(member) + ".GetValueOrDefault()",
        _ => ReadOne(member) + "!",
    };

    /// <summary>An expression that reads the value; an open enum as its text.</summary>
    public static string ReadValue(Member member)
    {
        string one = ReadOne(member);
        string element = ItemReader(member);
        string fallback = Initializer(member, filled: true) is { Length: > 0 } initializer && !initializer.Contains("null!")
            ? " ??" + initializer.Substring(2).TrimEnd(';')
            : "!";
        return member switch
        {
            { Spec.Type.Shape: TypeShape.List } => Data + "ReadList<" + member.Element + ">(ref reader, " + element + ")" + (member.IsOptional ? "" : fallback),
            { Spec.Type.Shape: TypeShape.Map } => Data + "ReadMap<" + member.Element + ">(ref reader, " + element + ")" + (member.IsOptional ? "" : fallback),
            { IsOptional: true } or { IsOpenEnum: true } => one,
            { IsValueType: true } => one + ".GetValueOrDefault()",
            _ => one + fallback,
        };
    }

    /// <summary>An expression that gives the text of a value outside of a body.</summary>
    public static string Text(Member member, string value)
    {
        string helper = member.IsOpenEnum ? "String" : TypeMap.Helper(member.Spec.Type.Name);
        return helper switch
        {
            "String" => value,
            "Duration" => "global::MediaOps.Runtime.WireText.Duration(" + value + ", " + DurationFormatOf(member) + ")",
            _ => "global::MediaOps.Runtime.WireText." + helper + "(" + value + ")",
        };
    }

    private static string ReadOne(Member member) => member.Kind switch
    {
        ValueKind.Complex => member.Companion + ".Read(ref reader)",
        ValueKind.Enum => Helper("Read", "String") + "(ref reader)",
        _ => ReadPrimitive(member),
    };

    private static void WriteMember(SourceWriter writer, WireTree node, Member member, string source, string? nulls)
    {
        if (!member.IsSent)
        {
            return;
        }

        string value = source + "." + member.Storage;
        string condition = IsPresent(member, source, nulls);
        string[] statements =
        [
            "writer.WritePropertyName(WireNames." + node.Field + ");",
            WriteValue(member, value, nulls ?? "false") + ";",
        ];
        if (condition.Length == 0)
        {
            writer.Line(string.Join("\n", statements));
        }
        else
        {
            writer.Gap();
            using (writer.Block("if (" + condition + ")"))
            {
                writer.Line(string.Join("\n", statements));
            }

            writer.Gap();
        }
    }

    private static void WriteObject(SourceWriter writer, WireTree node, string source, string? nulls)
    {
        writer.Line("writer.WritePropertyName(WireNames." + node.Field + ");");
        writer.Line("writer.WriteStartObject();");
        Write(writer, node, source, nulls);
        writer.Line("writer.WriteEndObject();");
    }

    /// <summary>
    /// When a member is written; nothing for always. The text of an enum is written also where the schema does not know it: it was read, nobody can assign it,
    /// and a service that replaces the value around it would lose it.
    /// </summary>
    private static string IsPresent(Member member, string source, string? nulls)
    {
        string value = source + "." + member.Storage;
        return member switch
        {
            { IsOpenEnum: false, IsOptional: false, IsOne: true, IsValueType: true } => "",
            _ when nulls is null => value + " is not null",
            _ => nulls + " || " + value + " is not null",
        };
    }

    private static string Primitive(Member member, string value)
    {
        string helper = TypeMap.Helper(member.Spec.Type.Name);
        return helper switch
        {
            "Duration" => Helper("Write", helper) + "(writer, " + value + ", " + DurationFormatOf(member) + (member.Spec.WireIsString ? ", asText: true" : "") + ")",
            "Int32" or "Int64" or "Double" or "Decimal" when member.Spec.WireIsString => Helper("Write", helper) + "(writer, " + value + ", asText: true)",
            _ => Helper("Write", helper) + "(writer, " + value + ")",
        };
    }

    private static string ReadPrimitive(Member member)
    {
        string helper = TypeMap.Helper(member.Spec.Type.Name);
        return helper switch
        {
            "Duration" => Helper("Read", helper) + "(ref reader, " + DurationFormatOf(member) + ")",
            // The service writes the year 1 for "none".
            "DateTime" when member.IsOptional => Data + "NoneAsNull(" + Helper("Read", helper) + "(ref reader))",
            _ => Helper("Read", helper) + "(ref reader)",
        };
    }

    /// <summary>How the service writes a duration.</summary>
    public static string DurationFormatOf(Member member) => "global::MediaOps.Runtime.DurationFormat." + (member.Spec.Duration switch
    {
        Schema.DurationFormat.Seconds => "Seconds",
        Schema.DurationFormat.Google => "Google",
        _ => "Iso8601",
    });

    private static string Helper(string verb, string what) => "global::MediaOps.Runtime.Json" + verb + "." + what;
}
