using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>
/// Reads primitive values for generated readers. The reader stands on the value; JSON null is null everywhere,
/// and anything that is not the wanted type is a <see cref="JsonException"/> that says what was wanted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonRead
{
    /// <summary>A text.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static string? String(ref Utf8JsonReader reader) => Text(ref reader, "a text");

    /// <summary>A truth value.</summary>
    /// <inheritdoc cref="String"/>
    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(ref reader, "true or false"),
    };

    /// <summary>A whole number of 32 bits; also as text, as OData writes numbers.</summary>
    /// <inheritdoc cref="String"/>
    public static int? Int32(ref Utf8JsonReader reader)
    {
        const string Wanted = "a whole number of 32 bits";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt32(out int number) ? number : throw Wrong(ref reader, Wanted);
        }

        return Text(ref reader, Wanted) is not { } text ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed) ? parsed : throw Wrong(ref reader, Wanted);
    }

    /// <summary>A whole number of 64 bits; also as text, as OData version 3 writes Edm.Int64.</summary>
    /// <inheritdoc cref="String"/>
    public static long? Int64(ref Utf8JsonReader reader)
    {
        const string Wanted = "a whole number of 64 bits";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out long number) ? number : throw Wrong(ref reader, Wanted);
        }

        return Text(ref reader, Wanted) is not { } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed) ? parsed : throw Wrong(ref reader, Wanted);
    }

    /// <summary>A finite binary fraction; also as text.</summary>
    /// <inheritdoc cref="String"/>
    public static double? Double(ref Utf8JsonReader reader)
    {
        const string Wanted = "a finite number";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw Wrong(ref reader, Wanted);
        }

        return Text(ref reader, Wanted) is not { } text ? null
            : double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double parsed)
                && double.IsFinite(parsed) ? parsed : throw Wrong(ref reader, Wanted);
    }

    /// <summary>A decimal fraction; also as text, as OData version 3 writes Edm.Decimal.</summary>
    /// <inheritdoc cref="String"/>
    public static decimal? Decimal(ref Utf8JsonReader reader)
    {
        const string Wanted = "a decimal number";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDecimal(out decimal number) ? number : throw Wrong(ref reader, Wanted);
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return Text(ref reader, Wanted) is not { } text ? null
            : decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : throw Wrong(ref reader, Wanted);
    }

    /// <summary>A date and time, in UTC. A text without offset is taken as UTC; 0001-01-01T00:00:00 is <see cref="System.DateTime.MinValue"/>, which services use for "none".</summary>
    /// <inheritdoc cref="String"/>
    public static DateTime? DateTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out DateTime value))
        {
            // Local means that the text had an offset; the conversion to this machine's zone is undone, not trusted.
            return value.Kind != DateTimeKind.Local ? System.DateTime.SpecifyKind(value, DateTimeKind.Utc)
                : reader.TryGetDateTimeOffset(out DateTimeOffset offset) ? offset.UtcDateTime
                : throw Wrong(ref reader, "an ISO 8601 date");
        }

        throw Wrong(ref reader, "an ISO 8601 date");
    }

    /// <summary>A duration.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="format">How the service writes it.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="JsonException">The value is something else, counts years or months, or is too long for <see cref="TimeSpan"/>.</exception>
    public static TimeSpan? Duration(ref Utf8JsonReader reader, DurationFormat format)
    {
        string wanted = format switch
        {
            DurationFormat.Seconds => "a number of seconds",
            DurationFormat.Google => "a duration such as 3.5s",
            _ => "an ISO 8601 duration of days, hours, minutes and seconds",
        };
        if (reader.TokenType == JsonTokenType.Number && format == DurationFormat.Seconds)
        {
            // Exponents and all: what JSON calls a number.
            return reader.TryGetDecimal(out decimal number) && DurationText.TrySeconds(number, out TimeSpan seconds) ? seconds : throw Wrong(ref reader, wanted);
        }

        return Text(ref reader, wanted) is not { } text ? null : DurationText.TryParse(text, format, out TimeSpan value) ? value : throw Wrong(ref reader, wanted);
    }

    /// <summary>A GUID with hyphens.</summary>
    /// <inheritdoc cref="String"/>
    public static Guid? Guid(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid value) ? value
        : throw Wrong(ref reader, "a GUID");

    /// <summary>A URI, absolute or relative. Never followed by itself.</summary>
    /// <inheritdoc cref="String"/>
    public static Uri? Uri(ref Utf8JsonReader reader) => Text(ref reader, "a URI") is not { } text ? null
        : HostileUri.TryRead(() => System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? parsed) ? parsed : null, out Uri? value) ? value : throw Wrong(ref reader, "a URI");

    /// <summary>An address of IP version 4 or 6.</summary>
    /// <inheritdoc cref="String"/>
    public static IPAddress? IPAddress(ref Utf8JsonReader reader) => Text(ref reader, "an IP address") is not { } text ? null
        : System.Net.IPAddress.TryParse(text, out IPAddress? value) ? value : throw Wrong(ref reader, "an IP address");

    /// <summary>A version such as 2.0.</summary>
    /// <inheritdoc cref="String"/>
    public static Version? Version(ref Utf8JsonReader reader) => Text(ref reader, "a version such as 2.0") is not { } text ? null
        : System.Version.TryParse(text, out Version? value) ? value : throw Wrong(ref reader, "a version such as 2.0");

    /// <summary>Any JSON value, copied.</summary>
    /// <inheritdoc cref="String"/>
    public static JsonElement? Json(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    private static string? Text(ref Utf8JsonReader reader, string wanted)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => reader.GetString(),
                _ => throw Wrong(ref reader, wanted),
            };
        }
        catch (InvalidOperationException exception)
        {
            // What the reader throws for broken UTF-8 and half surrogate pairs; for our callers it is bad JSON like any other.
            throw new JsonException($"Expected {wanted}, but the text at byte {reader.TokenStartIndex} is not valid Unicode.", exception);
        }
    }

    // The value itself stays out of the message: it may be secret, and it comes from outside.
    private static JsonException Wrong(ref Utf8JsonReader reader, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Expected {wanted} at byte {reader.TokenStartIndex}, found {reader.TokenType switch
        {
            JsonTokenType.String => "another text",
            JsonTokenType.Number => "another number",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.True or JsonTokenType.False => "a truth value",
            _ => "no value",
        }}."));
}
