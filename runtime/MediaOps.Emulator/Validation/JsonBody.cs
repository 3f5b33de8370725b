using System.Text.Json;

namespace MediaOps.Emulation.Validation;

/// <summary>Reads request bodies, which are hostile.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads an object; an empty body is an object without members where that is allowed.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? TryRead(ReadOnlyMemory<byte> body, bool mayBeEmpty, out JsonElement root)
    {
        root = default;
        if (body.Length == 0)
        {
            if (!mayBeEmpty)
            {
                return "The request has no body; a JSON object is needed.";
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

        return root.ValueKind == JsonValueKind.Object ? null : $"The body must be a JSON object, not {root.ValueKind}.";
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
