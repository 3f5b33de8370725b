using System.Globalization;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Writes the times that a service keeps, which the schema shows by name and type only.</summary>
internal static class Stamps
{
    public static void Created(Entity entity, DateTimeOffset at) => Set(entity, at, (property, path) =>
        property.Name is "Created" or "CreateTime" or "CreatedAt" or "LastModified" or "UpdateTime" or "UpdatedAt" && path.Get(entity.Body) is null);

    public static void Changed(Entity entity, DateTimeOffset at) => Set(entity, at, (property, _) => property.Name is "LastModified" or "UpdateTime" or "UpdatedAt");

    private static void Set(Entity entity, DateTimeOffset at, Func<PropertySpec, JsonPath, bool> isStamped)
    {
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties)
        {
            if (property is { Access: PropertyAccess.ReadOnly, Type.Name: "datetime" } && isStamped(property, path))
            {
                path.Set(entity.Body, JsonValue.Create(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
            }
        }
    }
}
