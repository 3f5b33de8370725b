using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>Limits, secrecy and description of a value.</summary>
internal static class Values
{
    /// <summary>Fills what a member and its shape say. The type of the value is known.</summary>
    public static void Fill(ScaffoldValue value, AwsMember member, AwsShape? shape, Gaps gaps)
    {
        value.Origin = member.Origin;
        value.Description = SourceText.Prose(member.Documentation ?? shape?.Documentation);
        value.Secret = shape?.Sensitive == true;
        if (shape is null)
        {
            return;
        }

        if (value.Type.EndsWith(']') || value.Type.EndsWith('}'))
        {
            (value.MinItems, value.MaxItems) = Counts(shape, gaps);
        }
        else if (value.Type == "string" && shape.Kind == "string")
        {
            (value.MinLength, value.MaxLength) = Counts(shape, gaps);
            value.Pattern = Pattern(shape, gaps);
        }
        else if (value.Type is "int" or "long" or "double" or "decimal" && shape.Kind != "timestamp")
        {
            (value.Minimum, value.Maximum) = Range(shape, value.Type, gaps);
        }
    }

    /// <summary>A pattern that holds over the whole text, as the language wants it, and that is quick; else null.</summary>
    public static string? Pattern(AwsShape shape, Gaps gaps)
    {
        if (shape.Pattern is not { } pattern)
        {
            return null;
        }

        string? problem = !SourceText.IsLiteral(pattern) || !PatternChecks.Compiles(pattern) ? "it is no regular expression of .NET"
            : !pattern.StartsWith('^') || !pattern.EndsWith('$') || HasTopLevelChoice(pattern) ? "it does not say that it holds over the whole text"
            : PatternChecks.RepeatsRepetition(pattern) ? "it repeats a repetition, which can take very long"
            : null;
        if (problem is not null)
        {
            gaps.Add(GapRules.Constraint, shape.Origin.Below("pattern"), "pattern", shape.Name, problem);
        }

        return problem is null ? pattern : null;
    }

    /// <summary>Whether ^ and $ hold for parts of the pattern only: ^a|b$.</summary>
    private static bool HasTopLevelChoice(string pattern)
    {
        int depth = 0;
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    depth++;
                    break;
                case ')' when !inClass:
                    depth--;
                    break;
                case '|' when !inClass && depth == 0:
                    return true;
            }
        }

        return false;
    }

    private static (int? Min, int? Max) Counts(AwsShape shape, Gaps gaps)
    {
        (int? min, int? max) = (Count(shape.Min), Count(shape.Max));
        if (min > max)
        {
            gaps.Add(GapRules.Constraint, shape.Origin, "min", shape.Name, "it is above max");
            return (null, null);
        }

        return (min, max);
    }

    private static int? Count(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : null;

    /// <summary>The limits of a number, as far as they are numbers of its type.</summary>
    private static (string? Min, string? Max) Range(AwsShape shape, string type, Gaps gaps)
    {
        (decimal? min, decimal? max) = (Number(shape.Min, type), Number(shape.Max, type));
        if (min > max)
        {
            gaps.Add(GapRules.Constraint, shape.Origin, "min", shape.Name, "it is above max");
            return (null, null);
        }

        return (min?.ToString(CultureInfo.InvariantCulture), max?.ToString(CultureInfo.InvariantCulture));
    }

    private static decimal? Number(string? text, string type)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return null;
        }

        (decimal least, decimal most) = type switch { "int" => (int.MinValue, int.MaxValue), "long" => (long.MinValue, long.MaxValue), _ => (decimal.MinValue, decimal.MaxValue) };
        return number < least || number > most || (type is "int" or "long" && decimal.Truncate(number) != number) ? null : decimal.Truncate(number) == number ? decimal.Truncate(number) : number;
    }
}
