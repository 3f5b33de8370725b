using System.ComponentModel;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads, writes and copies objects, lists and maps for generated code. Null stays null, and an empty list stays empty: services tell the two apart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonData
{
    /// <summary>Whether the reader stands on an object.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>True on the start of an object, false on null.</returns>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static bool IsObject(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject, "an object");

    /// <summary>Reads a list; null items are left out.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="read">Reads one item that is not null.</param>
    /// <returns>The list, or null.</returns>
    /// <exception cref="JsonException">The value is no list, or an item is not what it should be.</exception>
    public static IList<T>? ReadList<T>(ref Utf8JsonReader reader, EntityReader<T> read)
    {
        if (!Is(ref reader, JsonTokenType.StartArray, "a list"))
        {
            return null;
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                list.Add(read(ref reader));
            }
        }

        return list;
    }

    /// <summary>Reads a map; null values are left out, and of two equal keys the last counts.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="read">Reads one value that is not null.</param>
    /// <returns>The map, or null.</returns>
    /// <exception cref="JsonException">The value is no object, or a value in it is not what it should be.</exception>
    public static IDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, EntityReader<T> read)
    {
        if (!IsObject(ref reader))
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
            {
                map[key] = read(ref reader);
            }
        }

        return map;
    }

    /// <summary>Writes a list, null as null.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="list">The list.</param>
    /// <param name="write">Writes one item, or nothing to leave it out.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T>? list, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (list is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (T item in list)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map, null as null.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="map">The map.</param>
    /// <param name="write">Writes one value.</param>
    public static void WriteMap<T>(Utf8JsonWriter writer, IDictionary<string, T>? map, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (map is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach ((string key, T value) in map)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a list of enum values, null as null; a value without a text, which the schema does not know, is left out.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="list">The list.</param>
    /// <param name="text">The text of a value on the wire, or null.</param>
    public static void WriteTexts<T>(Utf8JsonWriter writer, IEnumerable<T>? list, Func<T, string?> text) =>
        WriteList(writer, list?.Select(text).OfType<string>(), static (writer, item) => writer.WriteStringValue(item));

    /// <summary>Writes a map of enum values, null as null; a value without a text, which the schema does not know, is left out.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="map">The map.</param>
    /// <param name="text">The text of a value on the wire, or null.</param>
    public static void WriteTextMap<T>(Utf8JsonWriter writer, IDictionary<string, T>? map, Func<T, string?> text)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(text);
        var texts = map?.Where(item => text(item.Value) is not null).ToDictionary(item => item.Key, item => text(item.Value)!, StringComparer.Ordinal);
        WriteMap(writer, texts, static (writer, item) => writer.WriteStringValue(item));
    }

    /// <summary>Writes the members that a schema fixes for a body into the object that is being written.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="json">An object, as JSON text.</param>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static void WriteMembers(Utf8JsonWriter writer, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object was expected.");
        }

        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }

    /// <summary>Copies a list of values that need no copy themselves.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The copy, or null.</returns>
    public static IList<T>? CopyList<T>(IEnumerable<T>? list) => list is null ? null : [.. list];

    /// <summary>Copies a list with its items.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="copy">Copies one item.</param>
    /// <returns>The copy, or null.</returns>
    public static IList<T>? CopyList<T>(IEnumerable<T>? list, Func<T, T> copy) => list is null ? null : [.. list.Select(copy)];

    /// <summary>Copies a map of values that need no copy themselves.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="map">The map.</param>
    /// <returns>The copy, or null.</returns>
    public static IDictionary<string, T>? CopyMap<T>(IDictionary<string, T>? map) => map is null ? null : new Dictionary<string, T>(map, StringComparer.Ordinal);

    /// <summary>Copies a map with its values.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="copy">Copies one value.</param>
    /// <returns>The copy, or null.</returns>
    public static IDictionary<string, T>? CopyMap<T>(IDictionary<string, T>? map, Func<T, T> copy) =>
        map?.ToDictionary(item => item.Key, item => copy(item.Value), StringComparer.Ordinal);

    /// <summary>Takes the first moment of time, which services write for "none", as null.</summary>
    /// <param name="value">A moment, or null.</param>
    /// <returns>The moment, or null.</returns>
    public static DateTime? NoneAsNull(DateTime? value) => value is { Ticks: 0 } ? null : value;

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType start, string what)
    {
        if (reader.TokenType == start)
        {
            return true;
        }

        return reader.TokenType == JsonTokenType.Null ? false : throw new JsonException($"Expected {what} and found {reader.TokenType}.");
    }
}
