using System.Globalization;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>What malformed JSON throws.</summary>
internal static class MalformedJson
{
    /// <summary>
    /// Whether a reader threw it because of the text that it reads. An escaped lone surrogate, or broken UTF-8, is found only when a name or text is compared or
    /// taken out, and then the framework throws <see cref="InvalidOperationException"/>. Every reader of generated code is called under this filter.
    /// </summary>
    public static bool IsCauseOf(Exception e) => e is JsonException or InvalidOperationException;

    /// <summary>
    /// The same without words of the text: the framework quotes all that follows a broken literal, and in an answer that may be megabytes, a secret, or what a terminal
    /// obeys.
    /// </summary>
    public static Exception Quiet(Exception e) => e is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
        ? new JsonException(string.Create(CultureInfo.InvariantCulture, $"It is no valid JSON at line {line + 1}, byte {position + 1}."), path: null, line, position)
        : e;
}
