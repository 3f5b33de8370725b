using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>A schema behind its references.</summary>
/// <param name="Schema">Where the references end.</param>
/// <param name="Name">The name of the component that it is, or null for one without a name.</param>
/// <param name="Words">The schemas on the way, the nearest first: words beside a reference count before those behind it.</param>
internal sealed record SchemaView(OpenApiSchema Schema, string? Name, IReadOnlyList<IOpenApiSchema> Words)
{
    /// <summary>The first of the schemas on the way that has the word.</summary>
    public T? First<T>(Func<IOpenApiSchema, T?> word)
        where T : class => Words.Select(word).FirstOrDefault(value => value is not null);

    /// <summary>An extension of any schema on the way.</summary>
    public JsonNode? Extension(string name) => First(schema => schema is OpenApiSchema own ? Extensions.Of(own.Extensions, name) : null);

    /// <summary>Whether an extension is true.</summary>
    public bool Is(string extension) => Extension(extension) is JsonValue value && value.TryGetValue(out bool flag) && flag;
}

/// <summary>Reads words that a format's own version does not have.</summary>
internal static class Extensions
{
    /// <summary>The value of an extension, or null.</summary>
    public static JsonNode? Of(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension) ? (extension as JsonNodeExtension)?.Node : null;

    /// <summary>A text member of an object.</summary>
    public static string? Text(this JsonNode? node, string name) => (node as JsonObject)?[name].Text();

    /// <summary>The text of a value; null where it is none.</summary>
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}

/// <summary>Follows references of schemas, as far as they lead and no further.</summary>
internal sealed class Schemas(OpenApiDocument document)
{
    /// <summary>What a schema without a type has.</summary>
    public const JsonSchemaType Unsaid = default;

    private const int MaxSteps = 50;
    private static readonly OpenApiSchema Nothing = new();
    private readonly Dictionary<OpenApiSchema, bool> _hasMembers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema behind references, and behind an extension of a single one.</summary>
    public SchemaView View(IOpenApiSchema? schema)
    {
        var words = new List<IOpenApiSchema>();
        string? name = null;
        for (int step = 0; step < MaxSteps; step++)
        {
            switch (schema)
            {
                case OpenApiSchemaReference { Reference.Id: { } id }:
                    name = id;
                    schema = document.Components?.Schemas is { } named && named.TryGetValue(id, out IOpenApiSchema? target) ? target : null;
                    break;
                case OpenApiSchema own when Only(own) is { } single:
                    words.Add(own);
                    schema = single;
                    break;
                case OpenApiSchema own:
                    words.Add(own);
                    return new SchemaView(own, name, words);
                default:
                    return new SchemaView(Nothing, null, words);
            }
        }

        return new SchemaView(Nothing, null, words);
    }

    /// <summary>The members of an object with those of all that it extends, the base's first.</summary>
    public IReadOnlyList<SchemaMember> Members(OpenApiSchema schema)
    {
        var members = new List<SchemaMember>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<OpenApiSchema>(ReferenceEqualityComparer.Instance);
        Collect(schema, 0);
        return members;

        void Collect(OpenApiSchema from, int depth)
        {
            if (depth > MaxSteps || members.Count > Limits.Members || !seen.Add(from))
            {
                return;
            }

            foreach (IOpenApiSchema part in (from.AllOf ?? []).TakeWhile(_ => members.Count <= Limits.Members))
            {
                Collect(View(part).Schema, depth + 1);
            }

            foreach ((string name, IOpenApiSchema value) in from.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
            {
                // The library keeps members that are null, against its own word.
                if (value is null)
                {
                    continue;
                }

                bool isNew = index.TryAdd(name, members.Count);
                if (isNew && members.Count > Limits.Members)
                {
                    return;
                }

                var member = new SchemaMember(name, value, from.Required?.Contains(name) == true);
                if (isNew)
                {
                    members.Add(member);
                }
                else if (index[name] < members.Count)
                {
                    members[index[name]] = member with { Required = member.Required || members[index[name]].Required };
                }
            }

            // A schema may require what it inherits.
            foreach (string name in from.Required ?? new HashSet<string>(StringComparer.Ordinal))
            {
                if (index.TryGetValue(name, out int at) && at < members.Count)
                {
                    members[at] = members[at] with { Required = true };
                }
            }
        }
    }

    /// <summary>The kinds of values that a schema says it has, apart from null; none where it says nothing.</summary>
    public static JsonSchemaType KindOf(OpenApiSchema schema) => (schema.Type ?? Unsaid) & ~JsonSchemaType.Null;

    /// <summary>Whether the schema is an object with members.</summary>
    public bool HasMembers(OpenApiSchema schema)
    {
        if (!_hasMembers.TryGetValue(schema, out bool known))
        {
            known = schema.Properties is { Count: > 0 } || (schema.AllOf is { Count: > 0 } && Members(schema).Count > 0);
            _hasMembers[schema] = known;
        }

        return known;
    }

    /// <summary>The one schema that this one extends without members of its own, or the one that it may be beside null.</summary>
    private static IOpenApiSchema? Only(OpenApiSchema schema)
    {
        if (schema.Properties is { Count: > 0 } || schema.Items is not null || schema.Enum is { Count: > 0 })
        {
            return null;
        }

        IOpenApiSchema[] parts = [.. (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Where(part => part is not OpenApiSchema { Type: JsonSchemaType.Null }).Take(2)];
        return parts.Length == 1 ? parts[0] : null;
    }
}

/// <summary>A member of an object.</summary>
internal sealed record SchemaMember(string Name, IOpenApiSchema Schema, bool Required);
