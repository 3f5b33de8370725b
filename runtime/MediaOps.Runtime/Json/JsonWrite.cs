using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Writes primitive values for generated writers: the value only, null as JSON null, the same on every machine.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>A text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value, or null.</param>
    public static void String(Utf8JsonWriter writer, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>A truth value.</summary>
    /// <inheritdoc cref="String"/>
    public static void Boolean(Utf8JsonWriter writer, bool? value)
    {
        if (NotNull(writer, value, out bool known))
        {
            writer.WriteBooleanValue(known);
        }
    }

    /// <summary>A whole number of 32 bits.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="asText">Whether the service wants the number as a JSON text.</param>
    public static void Int32(Utf8JsonWriter writer, int? value, bool asText = false) => Int64(writer, value, asText);

    /// <summary>A whole number of 64 bits.</summary>
    /// <inheritdoc cref="Int32"/>
    public static void Int64(Utf8JsonWriter writer, long? value, bool asText = false)
    {
        if (!NotNull(writer, value, out long known))
        {
            return;
        }

        if (asText)
        {
            writer.WriteStringValue(known.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumberValue(known);
        }
    }

    /// <summary>A finite binary fraction.</summary>
    /// <inheritdoc cref="Int32"/>
    /// <exception cref="ArgumentException">The number is not finite: JSON has no such numbers.</exception>
    public static void Double(Utf8JsonWriter writer, double? value, bool asText = false)
    {
        if (!NotNull(writer, value, out double known))
        {
            return;
        }

        if (!double.IsFinite(known))
        {
            throw new ArgumentException("The number is not finite, and JSON has no such numbers.", nameof(value));
        }

        if (asText)
        {
            writer.WriteStringValue(known.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumberValue(known);
        }
    }

    /// <summary>A decimal fraction.</summary>
    /// <inheritdoc cref="Int32"/>
    public static void Decimal(Utf8JsonWriter writer, decimal? value, bool asText = false)
    {
        if (!NotNull(writer, value, out decimal known))
        {
            return;
        }

        if (asText)
        {
            writer.WriteStringValue(known.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumberValue(known);
        }
    }

    /// <summary>A date and time, written in UTC; one of unspecified kind is taken as UTC.</summary>
    /// <inheritdoc cref="String"/>
    public static void DateTime(Utf8JsonWriter writer, DateTime? value)
    {
        if (NotNull(writer, value, out DateTime known))
        {
            writer.WriteStringValue(known.Kind == DateTimeKind.Local ? known.ToUniversalTime() : System.DateTime.SpecifyKind(known, DateTimeKind.Utc));
        }
    }

    /// <summary>A duration.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="format">How the service wants it.</param>
    /// <param name="asText">Whether the service wants seconds as a JSON text: whole ones then, as its 64-bit numbers travel; a fraction is cut off.</param>
    public static void Duration(Utf8JsonWriter writer, TimeSpan? value, DurationFormat format, bool asText = false)
    {
        if (!NotNull(writer, value, out TimeSpan known))
        {
            return;
        }

        if (format == DurationFormat.Seconds && asText)
        {
            Int64(writer, known.Ticks / TimeSpan.TicksPerSecond, asText: true);
        }
        else if (format == DurationFormat.Seconds)
        {
            writer.WriteNumberValue(DurationText.Seconds(known));
        }
        else
        {
            writer.WriteStringValue(DurationText.Format(known, format));
        }
    }

    /// <summary>A GUID with hyphens.</summary>
    /// <inheritdoc cref="String"/>
    public static void Guid(Utf8JsonWriter writer, Guid? value)
    {
        if (NotNull(writer, value, out Guid known))
        {
            writer.WriteStringValue(known);
        }
    }

    /// <summary>A URI as it was given.</summary>
    /// <inheritdoc cref="String"/>
    public static void Uri(Utf8JsonWriter writer, Uri? value) => String(writer, value?.OriginalString);

    /// <summary>An address of IP version 4 or 6.</summary>
    /// <inheritdoc cref="String"/>
    public static void IPAddress(Utf8JsonWriter writer, IPAddress? value) => String(writer, value?.ToString());

    /// <summary>A version such as 2.0.</summary>
    /// <inheritdoc cref="String"/>
    public static void Version(Utf8JsonWriter writer, Version? value) => String(writer, value?.ToString());

    /// <summary>Any JSON value.</summary>
    /// <inheritdoc cref="String"/>
    public static void Json(Utf8JsonWriter writer, JsonElement? value)
    {
        if (NotNull(writer, value, out JsonElement known) && known.ValueKind != JsonValueKind.Undefined)
        {
            known.WriteTo(writer);
        }
        else if (value is not null)
        {
            writer.WriteNullValue();
        }
    }

    private static bool NotNull<T>(Utf8JsonWriter writer, T? value, out T known)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(writer);
        known = value.GetValueOrDefault();
        if (value is null)
        {
            writer.WriteNullValue();
        }

        return value is not null;
    }
}
