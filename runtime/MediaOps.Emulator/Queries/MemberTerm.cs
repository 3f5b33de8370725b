using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Queries;

/// <summary>Members of an entity in a query: found by their path on the wire, read by the type that the schema gives them.</summary>
internal static class MemberTerm
{
    /// <exception cref="FormatException">There is no such member, or it cannot be read.</exception>
    public static Term Of(EntityModel entity, Token path)
    {
        string[] names = path.Text.Split('/');
        ObjectShape? shape = entity.Shape;
        PropertySpec? property = null;
        foreach (string name in names)
        {
            property = shape?.Member(name);
            ObjectShape? inner = property is null ? shape?.Group(name) : entity.Validator.ShapeOf(property.Type);
            if ((property is null && inner is null) || property?.Access == PropertyAccess.WriteOnly)
            {
                throw QueryLexer.Error($"'{name}' of '{path.Text}' is no member of {entity.Name} that can be asked about", path.At);
            }

            shape = inner;
        }

        ValueKind kind = shape is null ? KindOf(property!) : ValueKind.Other;
        return new Term(kind, path.At, body => Find(body, names) is { } node ? Read(kind, node) : null);
    }

    private static JsonNode? Find(JsonObject body, string[] names)
    {
        JsonNode? node = body;
        foreach (string name in names)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    private static ValueKind KindOf(PropertySpec property) => property switch
    {
        { Type.Shape: not TypeShape.One } or { Type.Name: "json" } => ValueKind.Other,
        { Type.Name: "bool" } => ValueKind.Truth,
        { Type.Name: "int" or "long" or "double" or "decimal" } or { Type.Name: "duration", Duration: DurationFormat.Seconds } => ValueKind.Number,
        { Type.Name: "datetime" } => ValueKind.Date,
        { Type.Name: "duration", Duration: DurationFormat.Iso8601 } => ValueKind.Duration,
        { Type.Name: "guid" } => ValueKind.Guid,
        _ => ValueKind.Text,
    };

    private static object Read(ValueKind kind, JsonNode node) => kind switch
    {
        ValueKind.Truth => node.GetValue<bool>(),
        ValueKind.Number => Literal.Number(node.ToString()) ?? double.NaN,
        ValueKind.Date => DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
        ValueKind.Duration => XmlConvert.ToTimeSpan(node.ToString()),
        ValueKind.Guid => Guid.Parse(node.ToString()),
        ValueKind.Text => node.ToString(),
        _ => node,
    };
}
