using System.Globalization;
using System.Xml;

namespace MediaOps.Emulation.Queries;

/// <summary>Reads the literals of OData version 3.</summary>
internal static class Literal
{
    // Edm.DateTime has no zone and is taken as UTC; one that is written all the same is obeyed.
    private static readonly string[] DateForms = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <exception cref="FormatException">The text is not of its type, or the type is unknown.</exception>
    public static Term Of(Token token)
    {
        (ValueKind kind, object? value) = token switch
        {
            { Kind: TokenKind.Number } => (ValueKind.Number, Suffixed(token.Text)),
            { Prefix: "" } => (ValueKind.Text, token.Text),
            { Prefix: "datetime" } => (ValueKind.Date, Date(token.Text)),
            { Prefix: "time" } => (ValueKind.Duration, Duration(token.Text)),
            { Prefix: "guid" } => (ValueKind.Guid, Guid.TryParseExact(token.Text, "D", out Guid guid) ? guid : null),
            _ => throw QueryLexer.Error($"The literal {token.Prefix}'...' is not supported; there are datetime, time and guid", token.At),
        };
        return value is null ? throw QueryLexer.Error($"{token} is no valid literal", token.At) : Term.Constant(kind, token.At, value);
    }

    /// <summary>A decimal where it can be exact, else a double; null where the text is no number.</summary>
    public static object? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal exact) ? exact
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : null;

    private static object? Suffixed(string text)
    {
        string digits = text[..^1];
        return char.ToUpperInvariant(text[^1]) switch
        {
            'L' => long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? (decimal)whole : null,
            'M' or 'D' or 'F' => Number(digits),
            _ => Number(text),
        };
    }

    private static DateTime? Date(string text) =>
        DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date.UtcDateTime : null;

    private static TimeSpan? Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
