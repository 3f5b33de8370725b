using System.Collections.Generic;
using MediaOps.Schema;

namespace MediaOps.Generator.Writing;

/// <summary>Assignments of object initializers: one, or none where the default is what is meant.</summary>
internal static class Initializer
{
    /// <summary>An expression; none for null.</summary>
    public static IEnumerable<string> Code(string name, string? code) => code is null ? [] : [name + " = " + code];

    /// <summary>A text; none for null.</summary>
    public static IEnumerable<string> Text(string name, string? value) => Code(name, value is null ? null : Literal.Text(value));

    /// <summary>Texts; none for an empty list.</summary>
    public static IEnumerable<string> Texts(string name, EquatableArray<string> values) => Code(name, values.Count == 0 ? null : Literal.Texts(values));

    /// <summary>Numbers; none for an empty list.</summary>
    public static IEnumerable<string> Numbers(string name, EquatableArray<int> values) => Code(name, values.Count == 0 ? null : Literal.Numbers(values));

    /// <summary>A truth value; none for false.</summary>
    public static IEnumerable<string> Flag(string name, bool value) => Code(name, value ? "true" : null);
}
