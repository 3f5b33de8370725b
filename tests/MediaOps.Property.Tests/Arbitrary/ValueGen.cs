using System.Collections;
using System.Net;
using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Random values of generated types. What may be null is null at times; what may not never is.</summary>
internal static class ValueGen
{
    /// <summary>Types may hold themselves; below this depth lists are empty and members are missing where they may be.</summary>
    private const int Deepest = 3;

    private static readonly DateTime FirstMoment = new(1, 1, 1, 0, 0, 1, DateTimeKind.Utc);

    private static readonly Gen<long> Ticks =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((long)high << 32) | ((long)low << 1);

    private static readonly Dictionary<Type, Gen<object>> Primitives = new()
    {
        [typeof(string)] = TextGen.Sendable.Select(text => (object)("t" + text)),
        [typeof(bool)] = Gen.Elements<object>(true, false),
        [typeof(int)] = Gen.OneOf(Gen.Elements(int.MinValue, int.MaxValue, 0), Gen.Choose(int.MinValue, int.MaxValue)).Select(number => (object)number),
        [typeof(long)] = Gen.OneOf(Gen.Elements(long.MinValue, long.MaxValue, 0L), Ticks).Select(number => (object)number),
        [typeof(double)] = Gen.OneOf(Gen.Elements(0.1, -0.0, double.Epsilon, double.MaxValue, 5e-324), Ticks.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite)).Select(number => (object)number),
        [typeof(decimal)] = (from low in Ticks from scale in Gen.Choose(0, 28) select (object)new decimal((int)low, (int)(low >> 32), (int)(low >> 13), low % 2 == 0, (byte)scale)),
        [typeof(DateTime)] = Ticks.Select(ticks => (object)new DateTime(FirstMoment.Ticks + (long)((ulong)ticks % (ulong)(DateTime.MaxValue.Ticks - FirstMoment.Ticks)), DateTimeKind.Utc)),
        [typeof(TimeSpan)] = Gen.OneOf(Gen.Elements(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(-1)), Ticks.Select(TimeSpan.FromTicks), Gen.Choose(0, 100_000).Select(s => TimeSpan.FromSeconds(s))).Select(span => (object)span),
        [typeof(Guid)] = Gen.ArrayOf(Gen.Choose(0, 255).Select(number => (byte)number), 16).Select(bytes => (object)new Guid(bytes)),
        [typeof(Uri)] = Gen.Elements("https://x.example.com/a?b=c#d", "/relative/path", "urn:a:b", "https://[::1]/%20\u00fc", "rtmp://h:1935/live").Select(text => (object)new Uri(text, UriKind.RelativeOrAbsolute)),
        [typeof(JsonElement)] = Gen.Elements("{ \"a\": [1, null, \"\\u2028\"] }", "[]", "1e400", "\"text\"", "true", "-0.0").Select(json => (object)JsonElement.Parse(json)),
        [typeof(IPAddress)] = Gen.OneOf(Gen.ArrayOf(Gen.Choose(0, 255).Select(number => (byte)number), 4), Gen.ArrayOf(Gen.Choose(0, 255).Select(number => (byte)number), 16)).Select(bytes => (object)new IPAddress(bytes)),
        [typeof(Version)] = Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 4).SelectMany(numbers => Gen.Choose(2, 4).Select(count => (object)Version.Parse(string.Join('.', numbers.Take(count))))),
    };

    /// <summary>Random values of a generated type, with its public members set.</summary>
    /// <param name="type">The type.</param>
    /// <param name="except">Names of members that stay as they are.</param>
    public static Gen<object> Of(Type type, params string[] except) => Object(type, 0, except);

    private static Gen<object> Object(Type type, int depth, string[] except)
    {
        var nullability = new NullabilityInfoContext();
        PropertyInfo[] properties = [.. type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && !except.Contains(property.Name, StringComparer.Ordinal))];
        return Gen.CollectToArray(properties, property => Member(property.PropertyType, nullability.Create(property).WriteState == NullabilityState.Nullable, depth)).Select(values =>
        {
            object made = Activator.CreateInstance(type)!;
            for (int i = 0; i < properties.Length; i++)
            {
                properties[i].SetValue(made, values[i]);
            }

            return made;
        });
    }

    private static Gen<object?> Member(Type type, bool mayBeNull, int depth)
    {
        if (mayBeNull && depth >= Deepest)
        {
            return Gen.Constant<object?>(null);
        }

        Gen<object?> value = Value(Nullable.GetUnderlyingType(type) ?? type, depth).Select(made => (object?)made);
        return mayBeNull ? Gen.Frequency((1, Gen.Constant<object?>(null)), (3, value)) : value;
    }

    private static Gen<object> Value(Type type, int depth)
    {
        if (Primitives.TryGetValue(type, out Gen<object>? primitive))
        {
            return primitive;
        }

        if (type.IsEnum)
        {
            return Gen.Elements(Enum.GetValues(type).Cast<object>().Where(value => (int)value != 0));
        }

        if (!type.IsGenericType)
        {
            return Object(type, depth + 1, []);
        }

        Type[] arguments = type.GetGenericArguments();
        Gen<object[]> items =
            from count in Gen.Choose(0, depth >= Deepest ? 0 : 3)
            from values in Gen.ArrayOf(Gen.Fresh(() => Value(arguments[^1], depth + 1)).SelectMany(gen => gen), count)
            select values;
        return items.Select(values => arguments.Length == 1 ? List(arguments[0], values) : Map(arguments[1], values));
    }

    private static object List(Type element, object[] values)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (object value in values)
        {
            list.Add(value);
        }

        return list;
    }

    private static object Map(Type element, object[] values)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        for (int i = 0; i < values.Length; i++)
        {
            map.Add("key " + i + "\"\\\u2028", values[i]);
        }

        return map;
    }
}
