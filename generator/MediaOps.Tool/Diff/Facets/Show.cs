using System.Globalization;
using MediaOps.Tool.Docs;

namespace MediaOps.Tool.Diff.Facets;

/// <summary>Values of a schema in the sentences of changes.</summary>
internal static class Show
{
    private const int Longest = 120;

    /// <summary>A value.</summary>
    public static string Value<T>(T value) => value switch
    {
        null or "" => "nothing",
        bool flag => flag ? "true" : "false",
        TimeSpan duration => Words.Duration(duration),
        Enum member => "'" + member.ToString() + "'",
        IEnumerable<string> names => Names(names),
        System.Collections.IEnumerable items and not string => string.Join(", ", items.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture))) is { Length: > 0 } text ? text : "nothing",
        string text => "'" + Cut(text) + "'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "nothing",
    };

    /// <summary>Names with commas.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => "'" + Cut(name) + "'")) is { Length: > 0 } text ? text : "nothing";

    /// <summary>The last part of a path, which is the word of the language.</summary>
    public static string Word(string path) => "'" + path[(path.LastIndexOf('/') + 1)..] + "'";

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "...";
}
