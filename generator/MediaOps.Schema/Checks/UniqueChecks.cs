using System.Linq;

namespace MediaOps.Schema;

/// <summary>Properties that claim to be unique: an entity is asked for by such a value, which must therefore be known before it exists.</summary>
internal static class UniqueChecks
{
    /// <summary>Reports properties of an entity, and of its types, that cannot be.</summary>
    public static void Check(EntitySpec entity, FindingSink sink)
    {
        foreach (PropertySpec property in entity.Properties.Where(property => property.Unique))
        {
            if (Obstacle(entity, property) is { } obstacle)
            {
                sink.Report(Rules.CannotBeUnique, "properties/" + property.Name + "/unique", property.Name, obstacle);
            }
        }

        NotInTypes(entity.Types, sink);
    }

    /// <summary>Reports members of types.</summary>
    public static void NotInTypes(EquatableArray<TypeSpec> types, FindingSink sink)
    {
        foreach (TypeSpec type in types)
        {
            foreach (PropertySpec property in type.Properties.Where(property => property.Unique))
            {
                sink.Report(Rules.CannotBeUnique, "types/" + type.Name + "/properties/" + property.Name + "/unique", property.Name, "it is a member of a type, and only a property of an entity can be");
            }
        }
    }

    private static string? Obstacle(EntitySpec entity, PropertySpec property)
        => property.Name == entity.Id.Property ? "it is the id, which is so anyway"
            : property.Type is not { Name: "string", Shape: TypeShape.One } ? $"its type is '{property.Type}' and not string"
            : property.InPath ? "it is a part of the address"
            : property.Access == PropertyAccess.ReadOnly ? "no creation sends it"
            : property.Access == PropertyAccess.WriteOnly ? "it is never read"
            : property.Secret ? "it is a secret, and the service would be asked for it in an address"
            : null;
}
