using System.Text.Json;

namespace MediaOps.Emulation.Validation;

/// <summary>Reads request bodies, which are hostile.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads a body; an empty one is an object without members where that is allowed.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="mayBeEmpty">Whether there may be none.</param>
    /// <param name="anyValue">Whether it may be something else than an object.</param>
    /// <param name="root">What was read.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? TryRead(ReadOnlyMemory<byte> body, bool mayBeEmpty, bool anyValue, out JsonElement root)
    {
        root = default;
        if (body.Length == 0)
        {
            if (!mayBeEmpty)
            {
                return $"The request has no body; a JSON {(anyValue ? "value" : "object")} is needed.";
            }

            body = "{}"u8.ToArray();
        }

        try
        {
            CheckTexts(body.Span);
            using JsonDocument document = JsonDocument.Parse(body, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            return $"The body is not valid JSON: {e.Message}";
        }
        catch (InvalidOperationException e)
        {
            return $"The body holds text that is not valid: {e.Message}";
        }

        return anyValue || root.ValueKind == JsonValueKind.Object ? null : $"The body must be a JSON object, not {root.ValueKind}.";
    }

    // The document checks texts only when they are read: bytes that are not UTF-8 and lone surrogates have to be found before anything is done.
    private static void CheckTexts(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                _ = reader.GetString();
            }
        }
    }
}
