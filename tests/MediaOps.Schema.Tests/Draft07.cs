using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaOps.Schema.Tests;

/// <summary>
/// Checks values against the part of JSON Schema draft-07 that schema/language uses; a keyword that it does not know throws, so that none is passed over in
/// silence. Our own because no validator restores everywhere we build.
/// </summary>
internal sealed class Draft07
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "definitions", "properties", "patternProperties", "additionalProperties"];
    private readonly Dictionary<string, JsonElement> _files;

    private Draft07(Dictionary<string, JsonElement> files) => _files = files;

    /// <summary>Reads all schemas of a folder.</summary>
    public static Draft07 Load(string folder) => new(Directory.EnumerateFiles(folder, "*.schema.json")
        .ToDictionary(file => Path.GetFileName(file), file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)), StringComparer.Ordinal));

    public JsonElement Schema(string name) => _files[name];

    /// <summary>What is wrong with the text, as paths and reasons.</summary>
    public string[] Check(string schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. Check(document.RootElement, _files[schema], schema, string.Empty)];
    }

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string file, string path) =>
        schema.EnumerateObject().SelectMany(keyword => Check(value, schema, keyword, file, path)).Concat(Members(value, schema, file, path));

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonProperty keyword, string file, string path) => keyword.Name switch
    {
        "$ref" => Reference(value, keyword.Value.GetString()!, file, path),
        "allOf" => keyword.Value.EnumerateArray().SelectMany(part => Check(value, part, file, path)),
        "anyOf" => keyword.Value.EnumerateArray().Any(part => !Check(value, part, file, path).Any()) ? [] : [$"{path}: fits none of the alternatives"],
        "type" => IsOfType(value, keyword.Value) ? [] : [$"{path}: not of type {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(known => JsonElement.DeepEquals(known, value)) ? [] : [$"{path}: {value} is not allowed"],
        "pattern" => value.ValueKind != JsonValueKind.String || Matches(keyword.Value.GetString()!, value.GetString()!) ? [] : [$"{path}: {value} does not match"],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble() ? [] : [$"{path}: {value} is too small"],
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble() ? [] : [$"{path}: {value} is too large"],
        "required" => keyword.Value.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing"),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => Check(item, keyword.Value, file, $"{path}/{i}")) : [],
        _ when Annotations.Contains(keyword.Name, StringComparer.Ordinal) => [],
        _ => throw new NotSupportedException($"{file}: the keyword '{keyword.Name}' is not known here (in {schema.GetRawText()[..40]})."),
    };

    private IEnumerable<string> Reference(JsonElement value, string target, string file, string path)
    {
        string[] parts = target.Split("#/definitions/");
        string other = parts[0].Length == 0 ? file : parts[0];
        return Check(value, _files[other].GetProperty("definitions").GetProperty(parts[1]), other, path);
    }

    private IEnumerable<string> Members(JsonElement value, JsonElement schema, string file, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            bool known = false;
            foreach (JsonElement part in Parts(schema, member.Name))
            {
                known = true;
                foreach (string problem in Check(member.Value, part, file, path + "/" + member.Name))
                {
                    yield return problem;
                }
            }

            if (known || !schema.TryGetProperty("additionalProperties", out JsonElement rest))
            {
                continue;
            }

            IEnumerable<string> problems = rest.ValueKind == JsonValueKind.False ? ["is not known"] : Check(member.Value, rest, file, path + "/" + member.Name);
            foreach (string problem in problems)
            {
                yield return $"{path}/{member.Name}: {problem}";
            }
        }
    }

    private static IEnumerable<JsonElement> Parts(JsonElement schema, string name)
    {
        if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out JsonElement part))
        {
            yield return part;
        }

        if (schema.TryGetProperty("patternProperties", out JsonElement patterns))
        {
            foreach (JsonProperty pattern in patterns.EnumerateObject().Where(pattern => Matches(pattern.Name, name)))
            {
                yield return pattern.Value;
            }
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOfType(value, one))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            string other => throw new NotSupportedException($"The type '{other}' is not known here."),
            null => throw new NotSupportedException("A type must be a text."),
        };

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
}
