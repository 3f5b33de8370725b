using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>An enum that stays open: <c>Unknown</c> first, and a companion that maps its texts on the wire.</summary>
internal static class EnumEmitter
{
    private const string Unknown = "Unknown";

    /// <summary>The states of an entity, in a file of their own.</summary>
    public static GeneratedSource States(EntityModel model, StateSpec state)
    {
        string name = model.Spec.Name + "State";
        var values = state.Values.Select(value => new EnumValueSpec(value.Name, value.Wire, (value.Description ?? "") + Kind(value.Kind)));
        return SourceFile.Write(model.Service, name, writer => Write(writer, model.Service, name, "The states of a " + Documentation.Code(model.Spec.Name) + ".", values));
    }

    /// <summary>Writes the enum and its companion, which calls the enum in full: a method of its own may have that name.</summary>
    public static void Write(SourceWriter writer, ServiceIdentity service, string name, string summary, IEnumerable<EnumValueSpec> values)
    {
        List<EnumValueSpec> known = Distinct(values);

        writer.Summary(summary);
        writer.Line("/// <remarks>A value that the schema does not know is read as " + Documentation.Code(Unknown) + "; its text stays readable beside it and goes back as it came when the value around it is sent. In a list or a map it has no text, and is left out.</remarks>");
        using (writer.Type("public enum " + name))
        {
            writer.Summary("A value that the schema does not know; cannot be assigned.");
            writer.Line(Unknown + " = 0,");
            for (int i = 0; i < known.Count; i++)
            {
                writer.Gap();
                writer.Summary(Summary(known[i]));
                writer.Line(known[i].Name + " = " + Literal.Number(i + 1) + ",");
            }
        }

        writer.Gap();
        Companion(writer, name, service.Qualify(name), known);
    }

    private static void Companion(SourceWriter writer, string name, string type, List<EnumValueSpec> known)
    {
        writer.Summary("The texts of <see cref=\"" + name + "\"/> on the wire.");
        using (writer.Type("internal static class " + name + "Wire"))
        {
            using (writer.Block("internal static " + name + " Parse(string? text) => text switch", "};"))
            {
                foreach (EnumValueSpec value in known)
                {
                    writer.Line(Literal.Text(value.Wire) + " => " + type + "." + value.Name + ",");
                }

                writer.Line("_ => " + type + "." + Unknown + ",");
            }

            writer.Gap();
            writer.Line("internal static " + name + "? ParseOptional(string? text) => text is null ? (" + name + "?)null : Parse(text);");
            writer.Gap();
            using (writer.Block("internal static string Text(" + name + " value) => value switch", "};"))
            {
                foreach (EnumValueSpec value in known)
                {
                    writer.Line(type + "." + value.Name + " => " + Literal.Text(value.Wire) + ",");
                }

                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, " + Literal.Text("The service has no such " + name + "; name one of its values.") + "),");
            }

            writer.Gap();
            writer.Line("internal static string? TextOrNull(" + name + "? value) => value is null ? null : Text(value.Value);");
            writer.Gap();
            writer.Line("internal static string? TextIfKnown(" + name + " value) => value == " + type + "." + Unknown + " ? null : Text(value);");
            writer.Gap();
            writer.Line("internal static bool IsKnown(string? text) => Parse(text) != " + type + "." + Unknown + ";");
        }
    }

    /// <summary>What can stand in one C# enum and in one switch; the schema library reports the others.</summary>
    private static List<EnumValueSpec> Distinct(IEnumerable<EnumValueSpec> values)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { Unknown };
        var wires = new HashSet<string>(StringComparer.Ordinal);
        return [.. values.Where(value => names.Add(value.Name) && wires.Add(value.Wire))];
    }

    private static string Summary(EnumValueSpec value)
    {
        string wire = "On the wire: " + Documentation.Code(value.Wire) + ".";
        return string.IsNullOrWhiteSpace(value.Description) ? wire : Documentation.Text(value.Description!) + " " + wire;
    }

    private static string Kind(StateKind kind) => kind switch
    {
        StateKind.Transitional => " Ends by itself.",
        StateKind.Fault => " Something is wrong.",
        StateKind.Gone => " The end of its life.",
        _ => "",
    };
}
