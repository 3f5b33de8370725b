using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>Values as they stand outside a body, in a query, a header or a path: the same on every machine, null where there is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WireText
{
    /// <summary>A truth value: <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Boolean(bool? value) => value is null ? null : value.Value ? "true" : "false";

    /// <summary>A whole number of 32 bits.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Int32(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number of 64 bits.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Int64(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A finite binary fraction.</summary>
    /// <inheritdoc cref="Boolean"/>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static string? Double(double? value) => value switch
    {
        null => null,
        { } number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("The number is not finite, and no service takes such numbers.", nameof(value)),
    };

    /// <summary>A decimal fraction.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Decimal(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date and time in UTC, such as <c>2020-02-29T12:00:00Z</c>; one of unspecified kind is taken as UTC.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? DateTime(DateTime? value) => value is not { } known
        ? null
        : (known.Kind == DateTimeKind.Local ? known.ToUniversalTime() : known).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A duration.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="format">How the service wants it.</param>
    /// <returns>The text, or null.</returns>
    public static string? Duration(TimeSpan? value, DurationFormat format) => value is null ? null : DurationText.Format(value.Value, format);

    /// <summary>A GUID with hyphens.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Guid(Guid? value) => value?.ToString("D");

    /// <summary>A URI as it was given.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Uri(Uri? value) => value?.OriginalString;

    /// <summary>An address of IP version 4 or 6.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? IPAddress(IPAddress? value) => value?.ToString();

    /// <summary>A version such as 2.0.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Version(Version? value) => value?.ToString();

    /// <summary>Whether every surrogate of a text has its partner. Others have no encoding: they would arrive as a replacement character.</summary>
    internal static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
