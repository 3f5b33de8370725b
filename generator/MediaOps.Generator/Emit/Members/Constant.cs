using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Numbers and defaults of a schema as C#. Numbers are read and printed anew, so that nothing but a number gets through.</summary>
internal static class Constant
{
    /// <summary>A value of a primitive type, or null where the text is missing or none.</summary>
    public static string? Of(string primitive, string? text) => (primitive, text) switch
    {
        (_, null) => null,
        ("string", _) => Literal.Text(text),
        ("bool", "true" or "false") => text,
        ("int", _) when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => Literal.Number(number),
        ("long", _) when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number.ToString(CultureInfo.InvariantCulture) + "L",
        ("double", _) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) && !double.IsNaN(number) =>
            number.ToString("R", CultureInfo.InvariantCulture) + "D",
        ("decimal", _) when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number.ToString(CultureInfo.InvariantCulture) + "M",
        ("version", _) when Version.TryParse(text, out Version version) => "new global::System.Version(" + Literal.Text(version!.ToString()) + ")",
        ("duration", _) => Duration(text!) is { } duration ? Literal.Duration(duration) : null,
        _ => null,
    };

    /// <summary>A default, or null where the schema names none that can be written down in C#.</summary>
    public static string? Default(Member member, TypeMap types)
    {
        if (member.Spec.Default is not { } text || !member.IsOne)
        {
            return null;
        }

        if (member.Kind != ValueKind.Enum)
        {
            return Of(member.Spec.Type.Name, text);
        }

        EnumValueSpec? value = types.Find(member.Spec.Type.Name)?.Values
            .FirstOrDefault(value => string.Equals(value.Wire, text, StringComparison.Ordinal) || string.Equals(value.Name, text, StringComparison.Ordinal));
        return value is null ? null : member.Element + "." + value.Name;
    }

    /// <summary>Whether C# takes the default as that of a parameter.</summary>
    public static bool IsConstant(Member member) => member.Spec.Type.Name is not ("duration" or "version");

    private static TimeSpan? Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception notIso) when (notIso is FormatException or OverflowException)
        {
            return null;
        }
    }
}
