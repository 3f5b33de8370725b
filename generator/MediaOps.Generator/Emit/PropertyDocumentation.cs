using System.Collections.Generic;
using System.Globalization;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The documentation of a property: what the schema says in words, where it is on the wire, and its limits.</summary>
internal static class PropertyDocumentation
{
    /// <summary>Writes summary and remarks.</summary>
    public static void Write(SourceWriter writer, Member member, string? more = null, ParameterIn travels = ParameterIn.Body)
    {
        PropertySpec spec = member.Spec;
        writer.Summary(string.IsNullOrWhiteSpace(spec.Description) ? "What the service calls " + Documentation.Code(spec.Wire) + "." : Documentation.Text(spec.Description!));

        var facts = new List<string> { Place(spec, travels) };
        string limits = Limits(spec.Constraints);
        if (limits.Length > 0)
        {
            facts.Add("Limits: " + limits + ".");
        }

        if (spec.Default is not null)
        {
            facts.Add("Default: " + Documentation.Code(spec.Default) + ".");
        }

        if (spec.Unique)
        {
            facts.Add("Unique: no two entities of one list share it.");
        }

        if (spec.Access == PropertyAccess.ReadOnly)
        {
            facts.Add("Set by the service, never sent.");
        }

        if (spec.Secret)
        {
            facts.Add("A secret: never logged.");
        }

        if (spec.Inferred)
        {
            facts.Add("No source states all of this; some is inferred.");
        }

        if (more is not null)
        {
            facts.Add(more);
        }

        writer.Line("/// <remarks>" + string.Join(" ", facts) + "</remarks>");
    }

    /// <summary>The limits in words; nothing where there are none.</summary>
    public static string Limits(Constraints limits)
    {
        var parts = new List<string>();
        Between(parts, Text(limits.MinLength), Text(limits.MaxLength), "characters");
        Between(parts, Text(limits.MinItems), Text(limits.MaxItems), "items");
        Between(parts, limits.Minimum, limits.Maximum, unit: null);
        if (limits.Pattern is not null)
        {
            parts.Add("matches " + Documentation.Code(limits.Pattern));
        }

        return string.Join(", ", parts);
    }

    private static string Place(PropertySpec spec, ParameterIn travels) => travels switch
    {
        ParameterIn.Query => "Query: " + Documentation.Code(spec.Wire) + ".",
        ParameterIn.Header => "Header: " + Documentation.Code(spec.Wire) + ".",
        ParameterIn.Path => "Part of the address.",
        ParameterIn.WholeBody => "The body of the request.",
        _ => spec.InPath ? "Part of the address." : "JSON: " + Documentation.Code(spec.Wire) + ".",
    };

    private static void Between(List<string> parts, string? min, string? max, string? unit)
    {
        string? text = (min, max) switch
        {
            (null, null) => null,
            (_, null) => "at least " + Documentation.Code(min),
            (null, _) => "at most " + Documentation.Code(max),
            _ => Documentation.Code(min) + " to " + Documentation.Code(max),
        };
        if (text is not null)
        {
            parts.Add(unit is null ? text : text + " " + unit);
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
