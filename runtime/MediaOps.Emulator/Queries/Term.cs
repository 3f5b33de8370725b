using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Queries;

/// <summary>The types of values that a query can compare.</summary>
internal enum ValueKind
{
    /// <summary>Nothing, which can be compared with everything.</summary>
    Null,
    Truth,
    Number,
    Text,
    Date,
    Duration,
    Guid,

    /// <summary>An object or a list, which is null or not and no more.</summary>
    Other,
}

/// <summary>A part of a query that has a value for every entity.</summary>
/// <param name="Kind">The type of its value.</param>
/// <param name="At">Where it begins in the query.</param>
/// <param name="Of">Its value for the body of an entity: bool, decimal or double, string, DateTime in UTC, TimeSpan, Guid, a JSON node, or null.</param>
internal sealed record Term(ValueKind Kind, int At, Func<JsonObject, object?> Of)
{
    public static Term Truth(int at, Func<JsonObject, bool> of) => new(ValueKind.Truth, at, body => of(body));

    public static Term Constant(ValueKind kind, int at, object? value) => new(kind, at, _ => value);

    /// <summary>The order of two values of one kind; null comes first, and texts are compared by their characters' numbers.</summary>
    public static int Order(object? left, object? right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (double or decimal, double or decimal) when left.GetType() != right.GetType() => Double(left).CompareTo(Double(right)),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    private static double Double(object number) => number is decimal exact ? (double)exact : (double)number;
}
