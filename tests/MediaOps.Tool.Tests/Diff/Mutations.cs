using System.Collections;
using System.Reflection;
using MediaOps.Schema;

namespace MediaOps.Tool.Tests.Diff;

/// <summary>Copies of a record tree in which one property of one record has another value.</summary>
internal static class Mutations
{
    /// <summary>The properties that make up a record.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    /// <summary>Whether a type is one of the spec records.</summary>
    public static bool IsRecord(Type type) => type.Assembly == typeof(SchemaService).Assembly && type.IsClass && type.GetMethod("<Clone>$") is not null;

    /// <summary>All of them, each with the property that was changed.</summary>
    public static IEnumerable<(PropertyInfo Changed, object Tree)> Of(object record)
    {
        foreach (PropertyInfo property in PropertiesOf(record.GetType()))
        {
            object? value = property.GetValue(record);
            foreach (object? other in Others(property.PropertyType, value))
            {
                yield return (property, With(record, property, other));
            }

            foreach ((PropertyInfo changed, object below) in Below(value))
            {
                yield return (changed, With(record, property, below));
            }
        }
    }

    private static IEnumerable<(PropertyInfo Changed, object Value)> Below(object? value)
    {
        if (value is not null && IsRecord(value.GetType()))
        {
            return Of(value);
        }

        return value is IList or null || !IsArray(value.GetType()) ? [] : Items(value);
    }

    private static IEnumerable<(PropertyInfo Changed, object Value)> Items(object array)
    {
        object[] items = [.. ((IEnumerable)array).Cast<object>()];
        for (int i = 0; i < items.Length; i++)
        {
            foreach ((PropertyInfo changed, object item) in Below(items[i]))
            {
                yield return (changed, Array(array.GetType(), [.. items.Select((old, index) => index == i ? item : old)]));
            }
        }
    }

    /// <summary>Other values that the property itself could have: gone, new, or different.</summary>
    private static IEnumerable<object?> Others(Type declared, object? value)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (IsArray(type))
        {
            object[] items = value is null ? [] : [.. ((IEnumerable)value).Cast<object>()];
            if (items.Length > 0)
            {
                yield return Array(type, items[1..]);
            }

            if (type.GetGenericArguments()[0] == typeof(string))
            {
                yield return Array(type, [.. items, "Another"]);
            }

            yield break;
        }

        if (IsRecord(type))
        {
            // What is required has no other value by itself; what is not can be gone.
            if (value is not null && IsOptional(type))
            {
                yield return null;
            }

            yield break;
        }

        yield return value switch
        {
            string text => text + "Another",
            bool flag => !flag,
            int number => number + 1,
            TimeSpan duration => duration + TimeSpan.FromSeconds(1),
            Enum member => Enum.GetValues(type).Cast<object>().First(other => !other.Equals(member)),
            null when type == typeof(string) => "Another",
            null when type == typeof(int) => 7,
            null when type == typeof(TimeSpan) => TimeSpan.FromSeconds(7),
            null when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ => throw new NotSupportedException($"No other value of {type} is known."),
        };
    }

    private static bool IsOptional(Type record) => record == typeof(ParentSpec) || record == typeof(StateSpec) || record == typeof(ActionSpec) || record == typeof(ValueSpec)
        || record == typeof(DiscoverySpec) || record == typeof(OutcomeSpec) || record == typeof(PagingSpec);

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    private static object Array(Type type, object[] items)
    {
        var typed = System.Array.CreateInstance(type.GetGenericArguments()[0], items.Length);
        items.CopyTo(typed, 0);
        return Activator.CreateInstance(type, typed)!;
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        object copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
