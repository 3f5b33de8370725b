using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaOps.Tool.Import.Yaml;

/// <summary>Writes what a YAML text says as JSON, so that all that reads a source reads one format.</summary>
internal static class YamlJson
{
    // Nobody shows this text in a page: escapes would only make it longer.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(YamlNode root)
    {
        var text = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(text, Options);
        Write(writer, root);
        writer.Flush();
        return text.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                writer.WriteStartObject();
                foreach (YamlMember member in mapping.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case YamlSequence sequence:
                writer.WriteStartArray();
                foreach (YamlNode item in sequence.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case YamlScalar { Literal: { } literal }:
                writer.WriteRawValue(literal);
                break;
            case YamlScalar scalar:
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }
}
