using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>Adds what is there to an object, and leaves out what says nothing.</summary>
internal static class JsonMembers
{
    /// <summary>A text.</summary>
    public static JsonObject With(this JsonObject target, string name, string? text)
    {
        if (text is not null)
        {
            target[name] = text;
        }

        return target;
    }

    /// <summary>A number.</summary>
    public static JsonObject With(this JsonObject target, string name, int? number)
    {
        if (number is not null)
        {
            target[name] = number;
        }

        return target;
    }

    /// <summary>True; false is the default of every word.</summary>
    public static JsonObject With(this JsonObject target, string name, bool flag)
    {
        if (flag)
        {
            target[name] = true;
        }

        return target;
    }

    /// <summary>An object, unless it is empty.</summary>
    public static JsonObject With(this JsonObject target, string name, JsonObject? members)
    {
        if (members is { Count: > 0 })
        {
            target[name] = members;
        }

        return target;
    }

    /// <summary>Texts: one alone stands without brackets.</summary>
    public static JsonObject With(this JsonObject target, string name, IReadOnlyCollection<string>? texts)
    {
        return texts is { Count: 1 } ? target.With(name, texts.First()) : target.WithList(name, texts);
    }

    /// <summary>Texts in brackets, also where there is one.</summary>
    public static JsonObject WithList(this JsonObject target, string name, IReadOnlyCollection<string>? texts)
    {
        if (texts is { Count: > 0 })
        {
            target[name] = new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
        }

        return target;
    }

    /// <summary>Numbers.</summary>
    public static JsonObject With(this JsonObject target, string name, IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count > 0)
        {
            target[name] = new JsonArray([.. numbers.Select(number => (JsonNode?)JsonValue.Create(number))]);
        }

        return target;
    }

    /// <summary>A number or a truth value as such, everything else as text: how a default or a limit of that type is written.</summary>
    public static JsonObject WithScalar(this JsonObject target, string name, string type, string? value)
    {
        if (value is null)
        {
            return target;
        }

        target[name] = type switch
        {
            "bool" when value is "true" or "false" => value == "true",
            "int" or "long" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
            "double" or "decimal" when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
            _ => value,
        };
        return target;
    }
}
