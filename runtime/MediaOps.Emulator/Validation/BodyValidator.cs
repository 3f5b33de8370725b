using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Schema;

namespace MediaOps.Emulation.Validation;

/// <summary>A member that a body gives.</summary>
internal sealed record Member(PropertySpec Spec, Model.JsonPath Path, JsonNode? Value);

/// <summary>Checks a body against the schema and keeps what a caller may write. All problems are told at once.</summary>
/// <param name="types">The types of the entity and of the service.</param>
/// <param name="stateType">The name of the entity's state enum, or null.</param>
/// <param name="states">The states by wire text.</param>
/// <param name="keepReadOnly">Whether members that only the service writes are kept too.</param>
internal sealed class BodyValidator(IReadOnlyDictionary<string, TypeSpec> types, string? stateType, IReadOnlyDictionary<string, string> states, bool keepReadOnly = false)
{
    private readonly Dictionary<TypeSpec, ObjectShape> _shapes = types.Values.Where(t => !t.IsEnum).ToDictionary(t => t, t => new ObjectShape(t.Properties));

    /// <summary>Checks a body; read-only members are dropped, members that are absent stay absent.</summary>
    /// <param name="body">A JSON object.</param>
    /// <param name="shape">What it should be.</param>
    /// <param name="writable">A read-only property that may be written all the same, or null.</param>
    /// <param name="problems">Where problems are added.</param>
    public List<Member> Read(JsonElement body, ObjectShape shape, string? writable, List<string> problems)
    {
        var given = new Dictionary<PropertySpec, JsonElement>(ReferenceEqualityComparer.Instance);
        Collect(body, shape, string.Empty, given, problems);
        var values = new List<Member>();
        foreach ((PropertySpec property, Model.JsonPath path) in shape.Properties)
        {
            bool ignored = property.Access == PropertyAccess.ReadOnly && property.Name != writable && !keepReadOnly;
            if (!ignored && given.TryGetValue(property, out JsonElement value))
            {
                values.Add(new Member(property, path, Value(value, property, problems)));
            }
        }

        return values;
    }

    /// <summary>The members of a type; null where its values have none that could be named.</summary>
    public ObjectShape? ShapeOf(TypeRef type) => type.Shape == TypeShape.One && types.TryGetValue(type.Name, out TypeSpec? spec) ? _shapes.GetValueOrDefault(spec) : null;

    /// <summary>Reports required members that are absent.</summary>
    public static void RequireAll(ObjectShape shape, IEnumerable<PropertySpec> present, string where, List<string> problems)
    {
        var names = present.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach ((PropertySpec property, _) in shape.Properties)
        {
            if (property.Required && property.Access != PropertyAccess.ReadOnly && !names.Contains(property.Name))
            {
                problems.Add($"{where}{property.Wire} is required.");
            }
        }
    }

    /// <summary>Fills the members that a body does not have: defaults, empty lists for lists that the service fills, else null.</summary>
    public static void Complete(JsonObject body, ObjectShape shape)
    {
        foreach ((PropertySpec property, Model.JsonPath path) in shape.Properties)
        {
            if (!path.IsIn(body) && property.Access != PropertyAccess.WriteOnly)
            {
                path.Set(body, DefaultOf(property));
            }
        }
    }

    /// <summary>Checks one value, such as a parameter.</summary>
    public JsonNode? Value(JsonElement value, PropertySpec property, List<string> problems)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (property.Required)
            {
                problems.Add($"{property.Wire} is required and cannot be null.");
            }

            return null;
        }

        int? count = null;
        JsonNode? result;
        switch (property.Type.Shape)
        {
            case TypeShape.List:
                if (value.ValueKind != JsonValueKind.Array)
                {
                    return Wrong(property, "a list", value, problems);
                }

                result = new JsonArray([.. value.EnumerateArray().Select(item => One(item, property, problems))]);
                count = value.GetArrayLength();
                break;
            case TypeShape.Map:
                if (value.ValueKind != JsonValueKind.Object)
                {
                    return Wrong(property, "an object", value, problems);
                }

                result = new JsonObject(value.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, One(m.Value, property, problems))));
                count = value.EnumerateObject().Count();
                break;
            default:
                return One(value, property, problems);
        }

        if (count < property.Constraints.MinItems || count > property.Constraints.MaxItems)
        {
            problems.Add($"{property.Wire} has {count} items; allowed are {property.Constraints.MinItems ?? 0} to {property.Constraints.MaxItems?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"}.");
        }

        return result;
    }

    private static JsonNode? DefaultOf(PropertySpec property)
    {
        if (property.Default is { } text)
        {
            bool plain = property.Type.Name is "bool" or "int" or "long" or "double" or "decimal" && !property.WireIsString;
            return plain ? JsonNode.Parse(text) : JsonValue.Create(text);
        }

        return property is { Access: PropertyAccess.ReadOnly, Type.Shape: TypeShape.List } ? new JsonArray() : null;
    }

    private static void Collect(JsonElement body, ObjectShape shape, string where, Dictionary<PropertySpec, JsonElement> given, List<string> problems)
    {
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (shape.Member(member.Name) is { } property)
            {
                given[property] = member.Value;
            }
            else if (shape.Group(member.Name) is { } group && member.Value.ValueKind is JsonValueKind.Object)
            {
                Collect(member.Value, group, where + member.Name + ".", given, problems);
            }
            else if (shape.Group(member.Name) is null && !IsAnnotation(member.Name))
            {
                problems.Add($"{where}{member.Name} is not a member; there are {string.Join(", ", shape.Names)}.");
            }
            else if (shape.Group(member.Name) is not null && member.Value.ValueKind is not JsonValueKind.Null)
            {
                problems.Add($"{where}{member.Name} must be an object.");
            }
        }
    }

    // Control information of OData 3 bodies travels among the members.
    private static bool IsAnnotation(string name) =>
        name is "__metadata" || name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal);

    private static JsonNode? Wrong(PropertySpec property, string expected, JsonElement value, List<string> problems)
    {
        problems.Add($"{property.Wire} must be {expected}, not {value.ValueKind}.");
        return null;
    }

    private JsonNode? One(JsonElement value, PropertySpec property, List<string> problems)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return Wrong(property, "a value", value, problems);
        }

        string type = property.Type.Name;
        if (type == stateType)
        {
            return Enumerated(value, property, states.Keys, problems);
        }

        if (!types.TryGetValue(type, out TypeSpec? spec))
        {
            if (PrimitiveCheck.Problem(value, property) is { } problem)
            {
                problems.Add(problem);
            }

            return JsonValue.Create(value);
        }

        if (spec.IsEnum)
        {
            return Enumerated(value, property, spec.Values.Select(v => v.Wire), problems);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return Wrong(property, "an object", value, problems);
        }

        ObjectShape shape = _shapes[spec];
        var inner = new List<string>();
        List<Member> values = Read(value, shape, null, inner);
        RequireAll(shape, values.Select(v => v.Spec), string.Empty, inner);
        problems.AddRange(inner.Select(p => property.Wire + "." + p));
        var result = new JsonObject();
        foreach (Member member in values)
        {
            member.Path.Set(result, member.Value);
        }

        Complete(result, shape);
        return result;
    }

    private static JsonValue? Enumerated(JsonElement value, PropertySpec property, IEnumerable<string> allowed, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !allowed.Contains(value.GetString(), StringComparer.Ordinal))
        {
            problems.Add($"{property.Wire} must be one of {string.Join(", ", allowed)}.");
        }

        return JsonValue.Create(value);
    }
}
