using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MediaOps.Generator.Writing;

/// <summary>Values as C# source. Every text of a schema reaches code through here and nowhere else.</summary>
internal static class Literal
{
    /// <summary>A string literal, or <c>null</c>. Whatever is not printable ASCII is escaped, so nothing can end the literal or turn its direction.</summary>
    public static string Text(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>An array of string literals.</summary>
    public static string Texts(IEnumerable<string> values) => Array(values.Select(Text), "string");

    /// <summary>An array of numbers.</summary>
    public static string Numbers(IEnumerable<int> values) => Array(values.Select(Number), "int");

    /// <summary>A number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, or <c>null</c>.</summary>
    public static string Number(int? value) => value is null ? "null" : Number(value.Value);

    /// <summary>A truth value.</summary>
    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>A time span, or <c>null</c>.</summary>
    public static string Duration(TimeSpan? value) => value switch
    {
        null => "null",
        { Ticks: 0 } => "global::System.TimeSpan.Zero",
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerSecond == 0 && Math.Abs(ticks / TimeSpan.TicksPerSecond) <= int.MaxValue =>
            "global::System.TimeSpan.FromSeconds(" + (ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture) + ")",
        { Ticks: var ticks } => "new global::System.TimeSpan(" + ticks.ToString(CultureInfo.InvariantCulture) + "L)",
    };

    private static string Array(IEnumerable<string> items, string type)
    {
        string list = string.Join(", ", items);
        return list.Length == 0 ? "global::System.Array.Empty<" + type + ">()" : "new " + type + "[] { " + list + " }";
    }
}
