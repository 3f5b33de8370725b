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
}
