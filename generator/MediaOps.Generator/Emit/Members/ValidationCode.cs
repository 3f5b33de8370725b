using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Checks of limits before something is sent. The generated code names its collector <c>validation</c>.</summary>
internal static class ValidationCode
{
    /// <summary>Whether there is anything to check.</summary>
    public static bool HasLimits(Member member) => member.Kind == ValueKind.Complex || HasItemsToCheck(member) || Statements(member, "", "").Any();

    /// <summary>Writes the checks of one value.</summary>
    /// <param name="writer">The source.</param>
    /// <param name="member">What the schema says of the value.</param>
    /// <param name="name">An expression: the name by which a violation is told.</param>
    /// <param name="value">An expression: the value.</param>
    public static void Check(SourceWriter writer, Member member, string name, string value)
    {
        foreach (string statement in Statements(member, name, value))
        {
            writer.Line(statement);
        }

        if (HasItemsToCheck(member))
        {
            Items(writer, member, name, value);
        }
        else if (member.Kind == ValueKind.Complex)
        {
            writer.Line(Validate(member, name, value));
        }
    }

    /// <summary>Whether there are items, and one may be null although C# says that it is not: a service would be sent that null.</summary>
    private static bool HasItemsToCheck(Member member) => !member.IsOne && !member.IsValueType;

    /// <summary>Writes the checks of the items. Schema names have no underscore, so the variables are never a parameter's.</summary>
    private static void Items(SourceWriter writer, Member member, string name, string value)
    {
        bool isList = member.Spec.Type.Shape == TypeShape.List;
        string loop = isList ? "for (int i_ = 0; i_ < " + value + ".Count; i_++)" : "foreach (var item_ in " + value + ")";
        string key = isList ? "i_.ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : "item_.Key";
        string item = isList ? value + "[i_]" : "item_.Value";
        using (writer.Block("if (" + value + " is not null)"))
        using (writer.Block(loop))
        {
            writer.Line("string name_ = " + name + " + \"[\" + " + key + " + \"]\";");
            writer.Line("validation.Required(name_, " + item + ");");
            if (member.Kind == ValueKind.Complex)
            {
                writer.Line(Validate(member, "name_", item));
            }
        }
    }

    private static string Validate(Member member, string name, string value) => member.Companion + ".Validate(validation, " + name + ", " + value + ");";

    private static IEnumerable<string> Statements(Member member, string name, string value)
    {
        PropertySpec spec = member.Spec;
        Constraints limits = spec.Constraints;
        bool isText = member is { Element: "string", IsOne: true };

        if (spec.Required && (member.IsOpenEnum || !(member.IsOne && member.IsValueType)))
        {
            yield return "validation." + (isText ? "RequiredText" : "Required") + "(" + name + ", " + value + ");";
        }

        if (isText && (limits.MinLength is not null || limits.MaxLength is not null))
        {
            yield return "validation.Length(" + name + ", " + value + ", " + Literal.Number(limits.MinLength) + ", " + Literal.Number(limits.MaxLength) + ");";
        }

        if (isText && limits.Pattern is not null)
        {
            yield return "validation.Pattern(" + name + ", " + value + ", " + Literal.Text(limits.Pattern) + ");";
        }

        if (member.IsOne && Range(spec) is { } range)
        {
            yield return "validation.Range(" + name + ", " + value + ", " + range + ");";
        }

        if (!member.IsOne && (limits.MinItems is not null || limits.MaxItems is not null))
        {
            yield return "validation.Items(" + name + ", " + value + "?.Count, " + Literal.Number(limits.MinItems) + ", " + Literal.Number(limits.MaxItems) + ");";
        }
    }

    /// <summary>Both limits as C#, or null where there are none or they are not of the type (which has a finding of its own).</summary>
    private static string? Range(PropertySpec spec)
    {
        (string? min, string? max) = (spec.Constraints.Minimum, spec.Constraints.Maximum);
        string? low = Constant.Of(spec.Type.Name, min);
        string? high = Constant.Of(spec.Type.Name, max);
        return low is null && high is null ? null : (low ?? "null") + ", " + (high ?? "null");
    }
}
