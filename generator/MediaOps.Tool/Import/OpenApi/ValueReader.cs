using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads what limits a value: of properties and of parameters.</summary>
internal static class ValueReader
{
    /// <summary>Fills description, limits, default and secrecy.</summary>
    /// <param name="target">What is filled. Its type is known.</param>
    /// <param name="view">The schema behind its references.</param>
    /// <param name="schema">The schema where it is used: it may be a reference with a description of its own.</param>
    /// <param name="values">The values where it is an enum.</param>
    /// <param name="gaps">Learns what does not hold in the language.</param>
    public static void Fill(ScaffoldValue target, SchemaView view, IOpenApiSchema? schema, IReadOnlyList<ScaffoldEnumValue>? values, Gaps gaps)
    {
        IOpenApiSchema[] words = [.. view.Words];
        bool named = target.Type is not "string" && char.IsAsciiLetterUpper(target.Type[0]);
        target.Description ??= SourceText.Prose((schema as OpenApiSchemaReference)?.Reference.Description ?? words.Take(named && words.Length > 1 ? 1 : words.Length).Select(word => word.Description).FirstOrDefault(text => text is not null));
        target.Secret |= view.Is("x-ms-secret") || view.Schema.Format == "password";
        target.MinLength = words.Select(word => word.MinLength).FirstOrDefault(limit => limit is not null);
        target.MaxLength = words.Select(word => word.MaxLength).FirstOrDefault(limit => limit is not null);
        target.MinItems = words.Select(word => target.Type.EndsWith("{}", StringComparison.Ordinal) ? word.MinProperties : word.MinItems).FirstOrDefault(limit => limit is not null);
        target.MaxItems = words.Select(word => target.Type.EndsWith("{}", StringComparison.Ordinal) ? word.MaxProperties : word.MaxItems).FirstOrDefault(limit => limit is not null);
        target.Minimum = words.Select(word => word.Minimum).FirstOrDefault(limit => limit is not null);
        target.Maximum = words.Select(word => word.Maximum).FirstOrDefault(limit => limit is not null);
        if (words.Any(word => word.ExclusiveMinimum is not null || word.ExclusiveMaximum is not null))
        {
            gaps.Add(GapRules.Constraint, target.Origin, "the limit", target.Name, "the language has no limits that are themselves excluded");
        }

        if (words.Select(word => word.Pattern).FirstOrDefault(pattern => pattern is not null) is { } found)
        {
            // A pattern of the format holds anywhere in the text, one of the language over the whole of it.
            bool whole = found.StartsWith('^') && found.EndsWith('$');
            target.Pattern = whole ? found : null;
            if (!whole)
            {
                gaps.Add(GapRules.Constraint, target.Origin, "the pattern", target.Name, "it does not say what the whole text is");
            }
        }

        target.Default = DefaultOf(words.Select(word => word.Default).FirstOrDefault(value => value is not null), values);
    }

    private static string? DefaultOf(JsonNode? value, IReadOnlyList<ScaffoldEnumValue>? values)
    {
        if (value is not JsonValue scalar || scalar.IsJsonNullSentinel())
        {
            return null;
        }

        string? text = scalar.TryGetValue(out string? words) ? words
            : scalar.TryGetValue(out bool flag) ? (flag ? "true" : "false")
            : scalar.TryGetValue(out decimal number) ? number.ToString(CultureInfo.InvariantCulture)
            : null;
        return values is null ? text : values.FirstOrDefault(known => known.Wire == text)?.Name;
    }
}
