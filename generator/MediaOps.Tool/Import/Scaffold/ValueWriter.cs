using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>Writes types, properties and parameters: what both kinds of files share.</summary>
/// <param name="camelCase">Whether names on the wire begin with a small letter where nothing else is said.</param>
internal sealed class ValueWriter(bool camelCase)
{
    /// <summary>The types by name.</summary>
    public JsonObject Types(IEnumerable<ScaffoldType> types) => Named(types, type => type.Name, Type);

    /// <summary>The properties by name.</summary>
    public JsonObject Properties(IEnumerable<ScaffoldProperty> properties) => Named(properties, property => property.Name, Property);

    /// <summary>The parameters by name.</summary>
    public JsonObject Parameters(IEnumerable<ScaffoldParameter> parameters) => Named(parameters, parameter => parameter.Name, Parameter);

    /// <summary>An object with a member for each item.</summary>
    public static JsonObject Named<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode?> value)
    {
        var members = new JsonObject();
        foreach (T item in items)
        {
            members[name(item)] = value(item);
        }

        return members;
    }

    private JsonObject Type(ScaffoldType type)
    {
        JsonObject json = new JsonObject().With("description", type.Description);
        if (type.Values is { } values)
        {
            json["enum"] = Named(values, value => value.Name, EnumValue);
        }
        else
        {
            // A type without members is one too; the word must be there.
            json["properties"] = Properties(type.Properties);
        }

        return json;
    }

    private static JsonNode? EnumValue(ScaffoldEnumValue value)
    {
        string? wire = value.Wire == value.Name ? null : value.Wire;
        return value.Description is null ? wire : new JsonObject().With("wire", wire).With("description", value.Description);
    }

    private JsonObject Property(ScaffoldProperty property) => Limited(
        Head(property)
            .With("access", property.Access)
            .With("in", property.InPath ? "path" : null)
            .With("required", property.Required && property.Access != "readOnly"),
        property)
        .With("inferred", property.Inferred)
        .With("description", property.Description);

    private JsonObject Parameter(ScaffoldParameter parameter) => Limited(
        Head(parameter)
            .With("in", parameter.In == "body" ? null : parameter.In)
            .With("required", parameter.Required),
        parameter)
        .With("description", parameter.Description);

    private JsonObject Head(ScaffoldValue value) => new JsonObject()
        .With("type", value.Type)
        .With("wire", value.Wire == WireOf(value.Name) ? null : value.Wire);

    private static JsonObject Limited(JsonObject json, ScaffoldValue value) => json
        .With("secret", value.Secret)
        .With("wireType", value.WireIsString ? "string" : null)
        .With("format", value.Format)
        .With("pattern", value.Pattern)
        .With("minLength", value.MinLength)
        .With("maxLength", value.MaxLength)
        .WithScalar("minimum", value.Type, value.Minimum)
        .WithScalar("maximum", value.Type, value.Maximum)
        .With("minItems", value.MinItems)
        .With("maxItems", value.MaxItems)
        .WithScalar("default", value.Type, value.Default);

    private string WireOf(string name) => camelCase ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
