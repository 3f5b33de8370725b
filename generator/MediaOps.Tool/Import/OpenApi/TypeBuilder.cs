using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Makes types of schemas. Types that are named are made one after the other and never one inside of another, so that no nesting and no circle costs stack.</summary>
internal sealed class TypeBuilder(ScaffoldService service, Schemas schemas, NameScope names, Origin components, Gaps gaps)
{
    /// <summary>All members of all types together.</summary>
    private const int MaxMembers = 50_000;

    private readonly Dictionary<OpenApiSchema, string> _made = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<(ScaffoldType Type, OpenApiSchema Schema)> _open = new();
    private readonly Dictionary<string, ScaffoldType> _byName = new(StringComparer.Ordinal);
    private int _members;

    /// <summary>The type of a value, as the language writes it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="hint">What the value is called, for a type without a name.</param>
    /// <param name="origin">The place of the value.</param>
    public string TypeOf(IOpenApiSchema? schema, string hint, Origin origin) => TypeOf(schemas.View(schema), hint, origin);

    /// <summary>The type of a value behind its references.</summary>
    public string TypeOf(SchemaView view, string hint, Origin origin)
    {
        OpenApiSchema schema = view.Schema;
        JsonSchemaType type = Schemas.KindOf(schema);
        if (schema.Enum is { Count: > 0 } && type is Schemas.Unsaid or JsonSchemaType.String && schema.Format is null or "string")
        {
            return EnumOf(view, hint, origin);
        }

        return type switch
        {
            JsonSchemaType.String => TextOf(schema.Format),
            JsonSchemaType.Boolean => "bool",
            JsonSchemaType.Integer => schema.Format == "int32" ? "int" : "long",
            JsonSchemaType.Number => schema.Format == "decimal" ? "decimal" : "double",
            JsonSchemaType.Array => ManyOf(schema.Items, "[]", CSharpName.Singular(hint), hint, origin),
            Schemas.Unsaid or JsonSchemaType.Object => ObjectOf(view, hint, origin),
            _ => Json(hint, "it may be of several types", origin),
        };
    }

    /// <summary>Fills the types that were asked for, and those that they ask for.</summary>
    public void Finish()
    {
        while (_open.TryDequeue(out (ScaffoldType Type, OpenApiSchema Schema) next))
        {
            if (_members >= MaxMembers)
            {
                gaps.Add(GapRules.Limit, next.Type.Origin, MaxMembers, "members of types");
                continue;
            }

            NameScope members = NameScope.OfType(next.Type.Name);
            foreach (SchemaMember member in schemas.Members(next.Schema))
            {
                if (next.Type.Properties.Count >= Limits.Members)
                {
                    gaps.Add(GapRules.Limit, next.Type.Origin, Limits.Members, "members of " + next.Type.Name);
                    break;
                }

                if (Property(member, members, next.Type.Name, next.Type.Origin.Below("properties", member.Name), [member.Name]) is { } property)
                {
                    _members++;
                    next.Type.Properties.Add(property);
                }
            }
        }
    }

    /// <summary>The enum that a type name stands for, or null.</summary>
    public IReadOnlyList<ScaffoldEnumValue>? ValuesOf(string type) => _byName.GetValueOrDefault(type)?.Values;

    /// <summary>A property of a type or an entity; null where it cannot be written.</summary>
    public ScaffoldProperty? Property(SchemaMember member, NameScope scope, string owner, Origin origin, params IReadOnlyList<string> way)
    {
        if (WirePath.Of(way) is not { } wire)
        {
            gaps.Add(GapRules.LeftOut, origin, member.Name, "its name is more than printable ASCII");
            return null;
        }

        SchemaView view = schemas.View(member.Schema);
        string wanted = CSharpName.Of(member.Name, "Value");
        string name = scope.Take(wanted);
        if (name != wanted)
        {
            gaps.Add(GapRules.Renamed, origin, owner + "." + wanted, name, "that name is taken");
        }

        var property = new ScaffoldProperty
        {
            Name = name,
            Wire = wire,
            Type = TypeOf(view, owner + wanted, origin),
            Origin = origin,
            Required = member.Required,
            Access = AccessOf(view, member.Schema),
        };
        ValueReader.Fill(property, view, member.Schema, ValuesOf(property.Type), gaps);
        return property;
    }

    /// <summary>Who may write a property: as the format says it, or more exactly as Azure does.</summary>
    public static string? AccessOf(SchemaView view, IOpenApiSchema schema)
    {
        if (view.Extension("x-ms-mutability") is JsonArray mutability)
        {
            string[] words = [.. mutability.Select(word => word.Text()).OfType<string>()];
            bool reads = words.Contains("read", StringComparer.Ordinal);
            bool creates = words.Contains("create", StringComparer.Ordinal);
            bool updates = words.Contains("update", StringComparer.Ordinal);
            return (reads, creates, updates) switch
            {
                (true, false, false) => "readOnly",
                (true, true, false) => "createOnly",
                (false, true, _) or (false, _, true) => "writeOnly",
                _ => null,
            };
        }

        return view.Words.Append(schema).Any(word => word.ReadOnly) ? "readOnly" : view.Words.Append(schema).Any(word => word.WriteOnly) ? "writeOnly" : null;
    }

    private static string TextOf(string? format) => format switch
    {
        "date-time" => "datetime",
        "duration" => "duration",
        "uuid" => "guid",
        "uri" or "url" => "uri",
        _ => "string",
    };

    private string ObjectOf(SchemaView view, string hint, Origin origin)
    {
        OpenApiSchema schema = view.Schema;
        if (schema.OneOf is { Count: > 1 } || schema.AnyOf is { Count: > 1 })
        {
            return Json(hint, "it is one of several types", origin);
        }

        if (schemas.HasMembers(schema))
        {
            return Complex(view, hint, origin);
        }

        return schema.AdditionalProperties is { } values ? ManyOf(values, "{}", hint + "Value", hint, origin) : "json";
    }

    private string ManyOf(IOpenApiSchema? item, string shape, string itemHint, string hint, Origin origin)
    {
        // The language knows one list or map around a type: what is in it decides whether that is enough.
        SchemaView view = schemas.View(item);
        JsonSchemaType type = Schemas.KindOf(view.Schema);
        bool nested = type == JsonSchemaType.Array || (type is Schemas.Unsaid or JsonSchemaType.Object && !schemas.HasMembers(view.Schema) && view.Schema.AdditionalProperties is not null);
        if (nested)
        {
            return Json(hint, "a list or map is inside of another", origin);
        }

        string inner = TypeOf(view, itemHint, origin);
        return inner == "json" ? "json" : inner + shape;
    }

    private string Complex(SchemaView view, string hint, Origin origin)
    {
        if (_made.TryGetValue(view.Schema, out string? known))
        {
            return known;
        }

        if (Declare(view, hint, origin) is not { } type)
        {
            return "json";
        }

        if (view.Schema.Discriminator?.PropertyName is { } kind)
        {
            gaps.Add(GapRules.LeftOut, type.Origin, type.Name, $"of its kinds, told by {SourceText.Short(kind)}, only what they share is taken");
        }

        _open.Enqueue((type, view.Schema));
        return type.Name;
    }

    private string EnumOf(SchemaView view, string hint, Origin origin)
    {
        if (_made.TryGetValue(view.Schema, out string? known))
        {
            return known;
        }

        if (view.Schema.Enum!.Count > Limits.EnumValues)
        {
            gaps.Add(GapRules.Limit, origin, Limits.EnumValues, "values of an enum, which is taken as text");
            return "string";
        }

        JsonNode? declared = view.Extension("x-ms-enum");
        IReadOnlyList<ScaffoldEnumValue> values = EnumValues.Of(view.Schema.Enum, declared, origin, gaps);
        if (values.Count == 0)
        {
            return "string";
        }

        // Azure names enums that stand where they are used; the same name with the same values is one enum.
        string? name = declared.Text("name") ?? view.Name;
        if (name is not null && _byName.TryGetValue(CSharpName.Of(name, "Enum"), out ScaffoldType? same) && same.Values?.Select(value => value.Wire).SequenceEqual(values.Select(value => value.Wire), StringComparer.Ordinal) == true)
        {
            return _made[view.Schema] = same.Name;
        }

        if (Declare(view with { Name = name }, hint, view.Name is null ? origin : components.Below(view.Name)) is not { } type)
        {
            return "string";
        }

        type.Values = [.. values];
        return type.Name;
    }

    private ScaffoldType? Declare(SchemaView view, string hint, Origin origin)
    {
        if (service.Types.Count >= Limits.Types)
        {
            gaps.Add(GapRules.Limit, origin, Limits.Types, "types");
            return null;
        }

        string wanted = CSharpName.Of(view.Name ?? hint, "Type");
        string name = names.Take(wanted);
        Origin place = view.Name is null || view.Schema.Enum is { Count: > 0 } ? origin : components.Below(view.Name);
        if (name != wanted && view.Name is not null)
        {
            gaps.Add(GapRules.Renamed, place, wanted, name, "that name is taken");
        }

        var type = new ScaffoldType { Name = name, Origin = place, Description = SourceText.Prose(view.Schema.Description) };
        service.Types.Add(type);
        _byName[name] = type;
        _made[view.Schema] = name;
        return type;
    }

    private string Json(string what, string why, Origin origin)
    {
        gaps.Add(GapRules.Untyped, origin, what, why);
        return "json";
    }
}
