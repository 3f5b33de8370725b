using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Checks of limits before something is sent. The generated code names its collector <c>validation</c>.</summary>
internal static class ValidationCode
{
    /// <summary>Whether there is anything to check.</summary>
    public static bool HasLimits(Member member) => member.Kind == ValueKind.Complex || Statements(member, "", "").Any();

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

        if (member.Kind != ValueKind.Complex)
        {
            return;
        }

        string validate = member.Companion + ".Validate(validation, " + name;
        switch (member.Spec.Type.Shape)
        {
            case TypeShape.One:
                writer.Line(validate + ", " + value + ");");
                break;
            case TypeShape.List:
                using (writer.Block("for (int i = 0; i < (" + value + "?.Count ?? 0); i++)"))
                {
                    writer.Line(validate + " + \"[\" + i.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + \"]\", " + value + "![i]);");
                }

                break;
            default:
                using (writer.Block("if (" + value + " is not null)"))
                using (writer.Block("foreach (var item in " + value + ")"))
                {
                    writer.Line(validate + " + \"[\" + item.Key + \"]\", item.Value);");
                }

                break;
        }
    }

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
