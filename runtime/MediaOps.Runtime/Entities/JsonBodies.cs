using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaOps.Runtime;

/// <summary>Puts bodies of requests together out of parts: fixed members, parameters, an idempotency key, an envelope.</summary>
internal static class JsonBodies
{
    /// <summary>For bodies of ours: a writer writes deeper than readers read by default.</summary>
    public static readonly JsonDocumentOptions AsDeepAsWritten = new() { MaxDepth = int.MaxValue };

    /// <summary>The members of both objects; of two with one name that of the second.</summary>
    /// <exception cref="ArgumentException">One of them is no JSON object.</exception>
    public static RequestBody Merge(RequestBody first, RequestBody second)
        => first.IsEmpty ? second : second.IsEmpty ? first : Write(writer =>
        {
            JsonObject all = Parse(first);
            foreach ((string name, JsonNode? value) in Parse(second).ToArray())
            {
                all[name] = value?.DeepClone();
            }

            all.WriteTo(writer);
        });

    /// <summary>The object with one text more, unless it has a member of that name.</summary>
    /// <exception cref="ArgumentException">The body is no JSON object.</exception>
    public static RequestBody With(RequestBody body, string name, string value)
    {
        JsonObject all = body.IsEmpty ? [] : Parse(body);
        all[name] ??= value;
        return Write(writer => all.WriteTo(writer));
    }

    /// <summary>An object with the body as its only member.</summary>
    public static RequestBody Wrap(string name, RequestBody body) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        writer.WriteRawValue(body.Bytes.Span, skipInputValidation: true);
        writer.WriteEndObject();
    });

    /// <summary>Fixed members whose texts may hold places such as <c>{Arn}</c>.</summary>
    /// <exception cref="ArgumentException">A place has no value, or the text is no JSON object.</exception>
    public static RequestBody Fill(string json, PathValues values) => Write(writer => Fill(JsonNode.Parse(json), values)!.WriteTo(writer));

    private static JsonNode? Fill(JsonNode? node, PathValues values) => node switch
    {
        JsonObject all => new JsonObject(all.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, values)))),
        JsonArray all => new JsonArray([.. all.Select(item => Fill(item, values))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => FillText(value.GetValue<string>(), values),
        _ => node?.DeepClone(),
    };

    private static string FillText(string text, PathValues values)
    {
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0;)
        {
            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            string name = text[(open + 1)..close];
            string value = values[name] ?? throw new ArgumentException($"The body has a place '{{{name}}}', whose value is not known.", nameof(values));
            text = string.Concat(text.AsSpan(0, open), value, text.AsSpan(close + 1));
            open = text.IndexOf('{', open + value.Length);
        }

        return text;
    }

    private static JsonObject Parse(RequestBody body) => JsonNode.Parse(body.Bytes.Span, documentOptions: AsDeepAsWritten) as JsonObject ?? throw new ArgumentException("The body must be a JSON object.", nameof(body));

    private static RequestBody Write(Action<Utf8JsonWriter> write) => RequestBody.Write(write, static (writer, write) => write(writer));
}
