using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Tells where two values of generated types differ.</summary>
internal static class SameValue
{
    /// <summary>The differences, each with its path.</summary>
    public static IEnumerable<string> Differences(object? wanted, object? found, string path)
    {
        if (wanted is null || found is null)
        {
            return Equals(wanted, found) ? [] : [path + ": " + (wanted ?? "null") + " became " + (found ?? "null")];
        }

        return (wanted, found) switch
        {
            (JsonElement one, JsonElement other) => Simple(JsonElement.DeepEquals(one, other)),
            (DateTime one, DateTime other) => Simple(one == other && one.Kind == other.Kind),
            (IDictionary one, IDictionary other) => one.Count != other.Count
                ? Simple(false)
                : one.Keys.Cast<object>().SelectMany(key => Differences(one[key], other[key], path + "[" + key + "]")),
            (IList one, IList other) => one.Count != other.Count
                ? Simple(false)
                : Enumerable.Range(0, one.Count).SelectMany(i => Differences(one[i], other[i], path + "[" + i + "]")),
            _ when wanted.GetType().Assembly == typeof(object).Assembly || wanted.GetType().Assembly == typeof(Uri).Assembly || wanted is System.Net.IPAddress || wanted.GetType().IsEnum =>
                Simple(Equals(wanted, found)),
            _ => Members(wanted.GetType(), found.GetType()).SelectMany(pair => Differences(pair.Wanted.GetValue(wanted), pair.Found.GetValue(found), path + "." + pair.Wanted.Name)),
        };

        IEnumerable<string> Simple(bool same) => same ? [] : [path + ": " + wanted + " became " + found];
    }

    /// <summary>The members that both types have.</summary>
    private static IEnumerable<(PropertyInfo Wanted, PropertyInfo Found)> Members(Type wanted, Type found) =>
        from one in wanted.GetProperties()
        let other = found.GetProperty(one.Name)
        where other is not null
        select (one, other);
}
