using System.Globalization;

namespace MediaOps.Tool.Import.Yaml;

/// <summary>What a scalar without quotes means by the core schema of YAML 1.2: <c>yes</c> and <c>on</c> are texts, <c>010</c> is ten.</summary>
internal static class CoreSchema
{
    /// <summary>What stands for a plain scalar in JSON; null where it is a text.</summary>
    public static string? LiteralOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "null",
        "true" or "True" or "TRUE" => "true",
        "false" or "False" or "FALSE" => "false",
        ['0', 'o', .. var digits] => Octal(digits),
        ['0', 'x', .. var digits] => ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value) ? Whole(value) : null,
        _ => Decimal(text),
    };

    /// <summary>Whether a plain scalar is a number that JSON does not have.</summary>
    public static bool IsUnbounded(string text) =>
        text.Length is 4 or 5 && text.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN";

    private static string? Octal(string digits)
    {
        ulong value = 0;
        foreach (char c in digits)
        {
            if (c is < '0' or > '7' || value > ulong.MaxValue >> 3)
            {
                return null;
            }

            value = (value << 3) | (uint)(c - '0');
        }

        return digits.Length == 0 ? null : Whole(value);
    }

    private static string Whole(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number as JSON writes it: no plus, no leading zeros, digits on both sides of the point.</summary>
    private static string? Decimal(string text)
    {
        int start = text[0] is '+' or '-' ? 1 : 0;
        int point = EndOfDigits(text, start);
        int exponent = point < text.Length && text[point] == '.' ? EndOfDigits(text, point + 1) : point;
        bool hasDigits = point > start || exponent > point + 1;
        int end = exponent;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            int digits = end + (end + 1 < text.Length && text[end + 1] is '+' or '-' ? 2 : 1);
            end = EndOfDigits(text, digits);
            hasDigits &= end > digits;
        }

        if (!hasDigits || end < text.Length)
        {
            return null;
        }

        string whole = text[start..point].TrimStart('0');
        string fraction = exponent == point ? string.Empty : exponent == point + 1 ? ".0" : text[point..exponent];
        return (text[0] == '-' ? "-" : string.Empty) + (whole.Length == 0 ? "0" : whole) + fraction + text[exponent..];
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
