using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MediaOps.Tool.Tests.Import.Yaml;

/// <summary>Writes JSON as the YAML that another program would write.</summary>
internal static class YamlText
{
    /// <summary>The text of a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="styles">Chooses the styles; null for blocks, and plain texts where they stay texts.</param>
    public static string Of(JsonNode? node, Random? styles = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, node, styles);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonNode? node, Random? styles)
    {
        switch (node)
        {
            case JsonObject members:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, styles?.Next(3) == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach ((string name, JsonNode? value) in members)
                {
                    Text(emitter, name, styles, isKey: true);
                    Write(emitter, value, styles);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, styles?.Next(3) == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (JsonNode? item in items)
                {
                    Write(emitter, item, styles);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Text(emitter, value.GetValue<string>(), styles, isKey: false);
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, node?.ToJsonString() ?? "null", ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    /// <summary>A text that would be something else without quotes gets them. Names are texts in any case, which is what leaves status codes of responses plain.</summary>
    private static void Text(Emitter emitter, string text, Random? styles, bool isKey)
    {
        // Its parser takes a colon in front, or a star after a space, for something else than a part of a name.
        bool staysText = text.Length > 0 && (isKey ? text[0] != ':' && text != "<<" && !text.Contains(" *", StringComparison.Ordinal) : char.IsAsciiLetter(text[0]) && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL"));
        ScalarStyle style = (styles?.Next(4) ?? 4) switch
        {
            // The emitter writes these as they are, or loses them at the ends, and only escapes keep them.
            _ when text.Any(c => c != ' ' && (c != '\n' || isKey || text.Trim() != text) && (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\ufeff')) => ScalarStyle.DoubleQuoted,
            0 => ScalarStyle.SingleQuoted,
            1 when !isKey => ScalarStyle.Literal,
            2 => ScalarStyle.DoubleQuoted,
            _ => staysText ? ScalarStyle.Any : ScalarStyle.DoubleQuoted,
        };
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, staysText, isQuotedImplicit: true));
    }
}
