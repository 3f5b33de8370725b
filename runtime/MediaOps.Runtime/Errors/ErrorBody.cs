using System.Text;
using System.Text.Json;
using System.Xml;

namespace MediaOps.Runtime;

/// <summary>What an error body tells.</summary>
internal readonly record struct ErrorDetails(string? Code, string? Message, string? RequestId);

/// <summary>Finds code and message in an error body: where the schema says, else where OData and its relatives put them; JSON, XML, or nothing at all.</summary>
internal sealed class ErrorBody(ErrorDefinition definition)
{
    // The schema's own places come first; the usual ones follow, the more exact before the less.
    private readonly JsonFields _fields = new(
        definition.RequestIdBody,
        definition.CodeBody,
        "['odata.error'].code",
        "error.code",
        "code",
        definition.MessageBody,
        "['odata.error'].message.value",
        "['odata.error'].message",
        "error.message.value",
        "error.message",
        "message.value",
        "message",
        "error");

    public ErrorDetails Read(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> text = Trim(body.Span);
        return text.IsEmpty ? default
            : text[0] == (byte)'{' ? ReadJson(text)
            : text[0] == (byte)'<' ? ReadXml(text)
            : default;
    }

    private ErrorDetails ReadJson(ReadOnlySpan<byte> text)
    {
        var values = new string?[13];
        try
        {
            _fields.Read(text, values);
        }
        catch (JsonException)
        {
            // Half a body or garbage: what was found before the break is better than nothing, and the status is the error anyway.
        }

        return new ErrorDetails(First(values.AsSpan(1, 4)), First(values.AsSpan(5)), values[0]);
    }

    private static ErrorDetails ReadXml(ReadOnlySpan<byte> text)
    {
        // No document types and no resolver: an error body must not read files or grow without end.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        string? code = null;
        string? message = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(text)), settings);
            string? element = null;
            while (reader.Read() && (code is null || message is null))
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    element = reader.LocalName;
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    code ??= string.Equals(element, "code", StringComparison.OrdinalIgnoreCase) ? reader.Value : null;
                    message ??= string.Equals(element, "message", StringComparison.OrdinalIgnoreCase) ? reader.Value : null;
                }
            }
        }
        catch (XmlException)
        {
            // An HTML page of a gateway, or half a body: as with JSON, the status is the error.
        }

        return new ErrorDetails(code, message, RequestId: null);
    }

    private static string? First(ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return (text.StartsWith(mark) ? text[3..] : text).Trim(" \t\r\n"u8);
    }
}
