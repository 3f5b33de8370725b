using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using MediaOps.Schema;

namespace MediaOps.Emulation.Validation;

/// <summary>Checks a value of a primitive type: its form, then its limits.</summary>
internal static class PrimitiveCheck
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the value, or null.</summary>
    public static string? Problem(JsonElement value, PropertySpec property)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return property.Type.Name switch
        {
            "string" => text is null ? Must(property, "a text") : TextLimits(text, property),
            "int" => Integer(value, text, property, int.MinValue, int.MaxValue, "a 32-bit integer"),
            "long" => Integer(value, text, property, long.MinValue, long.MaxValue, "a 64-bit integer"),
            "double" => Double(value, property),
            "decimal" => Number(value, text, property) is { } number ? Limits(number, property) : Must(property, "a decimal number"),
            "duration" => Duration(value, text, property.Duration) is { } time ? Limits(time, property) : Must(property, DurationForm(property.Duration)),
            "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Must(property, "true or false"),
            "datetime" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? null : Must(property, "a date and time such as 2020-01-31T12:00:00Z"),
            "guid" => Guid.TryParse(text, out _) ? null : Must(property, "a GUID"),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) ? null : Must(property, "an absolute URI"),
            "ipAddress" => IPAddress.TryParse(text, out _) ? null : Must(property, "an IP address"),
            "version" => Version.TryParse(text, out _) ? null : Must(property, "a version such as 2.0"),
            _ => null,
        };
    }

    private static string Must(PropertySpec property, string what) => $"{property.Wire} must be {what}.";

    private static string? TextLimits(string text, PropertySpec property)
    {
        Constraints limits = property.Constraints;
        if (text.Length < limits.MinLength || text.Length > limits.MaxLength)
        {
            return $"{property.Wire} has {text.Length} characters; allowed are {limits.MinLength ?? 0} to {limits.MaxLength?.ToString(CultureInfo.InvariantCulture) ?? "any number"}.";
        }

        return limits.Pattern is { } pattern && !WholePattern.IsMatch(Patterns.GetOrAdd(pattern, WholePattern.Compile), text)
            ? $"{property.Wire} does not match {pattern}."
            : null;
    }

    private static string? Integer(JsonElement value, string? text, PropertySpec property, long minimum, long maximum, string form) =>
        Number(value, text, property) is { } number && decimal.IsInteger(number) && number >= minimum && number <= maximum ? Limits(number, property) : Must(property, form);

    private static string? Double(JsonElement value, PropertySpec property)
    {
        const double LargestForDecimal = 7e28;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number) || !double.IsFinite(number))
        {
            return Must(property, "a number");
        }

        return Limits((decimal)Math.Clamp(number, -LargestForDecimal, LargestForDecimal), property);
    }

    // A number that the schema says travels as text is taken as a number too, as OData 3 services do; never the other way round.
    private static decimal? Number(JsonElement value, string? text, PropertySpec property)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.TryGetDecimal(out decimal number) ? number : null;
        }

        return property.WireIsString && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : null;
    }

    private static TimeSpan? Duration(JsonElement value, string? text, DurationFormat format)
    {
        try
        {
            return format switch
            {
                DurationFormat.Seconds => value.ValueKind == JsonValueKind.Number ? TimeSpan.FromSeconds(value.GetDouble()) : Seconds(text),
                DurationFormat.Google => text is [.. var number, 's'] ? Seconds(number) : null,
                _ => text is null ? null : XmlConvert.ToTimeSpan(text),
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }

        static TimeSpan? Seconds(string? number) =>
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static string DurationForm(DurationFormat format) => format switch
    {
        DurationFormat.Seconds => "a number of seconds",
        DurationFormat.Google => "a text of seconds such as 3.5s",
        _ => "an ISO 8601 duration such as PT1H30M",
    };

    private static string? Limits(decimal value, PropertySpec property) =>
        Limits(value, property, text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static string? Limits(TimeSpan value, PropertySpec property) => Limits(value, property, XmlConvert.ToTimeSpan);

    private static string? Limits<T>(T value, PropertySpec property, Func<string, T> parse)
        where T : IComparable<T>
    {
        if (property.Constraints.Minimum is { } minimum && value.CompareTo(parse(minimum)) < 0)
        {
            return $"{property.Wire} must be at least {minimum}.";
        }

        return property.Constraints.Maximum is { } maximum && value.CompareTo(parse(maximum)) > 0 ? $"{property.Wire} must be at most {maximum}." : null;
    }
}
