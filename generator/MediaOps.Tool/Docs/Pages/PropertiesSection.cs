using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>The properties of an entity and the types that they are made of.</summary>
internal static class PropertiesSection
{
    private static readonly string[] Columns = ["Property", "Type", "Set", "Changed in", "Required", "Default", "Limits", "Meaning"];

    /// <summary>Writes properties and types.</summary>
    public static void Write(MarkdownPage page, SchemaService service, EntitySpec entity)
    {
        TypeSpec[] types = [.. Used(service, entity)];
        if (entity.Properties.Count > 0)
        {
            page.Heading(2, "Properties").Table(Columns, entity.Properties.Select(property => Row(property, types, entity.Update?.From, isTop: true)));
        }

        if (types.Length > 0)
        {
            page.Heading(2, "Types");
        }

        foreach (TypeSpec type in types)
        {
            page.Heading(3, Markdown.Text(type.Name)).Paragraph(Markdown.Text(type.Description));
            if (type.IsEnum)
            {
                page.Table(["Value", "On the wire", "Meaning"], type.Values.Select(value => (IReadOnlyList<string>)
                    [Markdown.Text(value.Name), value.Wire == value.Name ? string.Empty : Markdown.Code(value.Wire), Markdown.Text(value.Description)]));
            }
            else
            {
                page.Table(Columns, type.Properties.Select(property => Row(property, types, null, isTop: false)));
            }
        }
    }

    private static IReadOnlyList<string> Row(PropertySpec property, TypeSpec[] types, EquatableArray<string>? updateFrom, bool isTop)
    {
        bool changes = isTop && property.Access is PropertyAccess.ReadWrite or PropertyAccess.WriteOnly;
        EquatableArray<string>? states = property.UpdatableIn ?? (changes ? updateFrom : null);
        return
        [
            Markdown.Text(property.Name) + Words.Mark(property.Inferred),
            Type(property.Type, types),
            Set(property.Access, isTop),
            states is { } named ? Words.Or(named.Select(Markdown.Text)) : string.Empty,
            property.Required ? "yes" : string.Empty,
            Markdown.Code(property.Default),
            Words.Limits(property.Constraints, property.Type),
            Markdown.Text(property.Description) + (property.Unique ? " Unique: no two entities of one list share it." : string.Empty) + (property.Secret ? " A secret: never logged." : string.Empty),
        ];
    }

    private static string Set(PropertyAccess access, bool isTop) => access switch
    {
        PropertyAccess.ReadOnly => "by the service",
        PropertyAccess.CreateOnly => "at creation",
        PropertyAccess.WriteOnly => "by the caller, never read",
        _ => isTop ? "at creation and later" : string.Empty,
    };

    private static string Type(TypeRef type, TypeSpec[] types)
    {
        string suffix = type.Shape switch { TypeShape.List => "list of ", TypeShape.Map => "map of ", _ => string.Empty };
        string name = Markdown.Text(type.Name);
        return suffix + (Array.Exists(types, known => known.Name == type.Name) ? "[" + name + "](" + Markdown.Anchor(type.Name) + ")" : name);
    }

    /// <summary>The types that the entity uses, its own and shared ones, in the order in which a reader meets them.</summary>
    private static IEnumerable<TypeSpec> Used(SchemaService service, EntitySpec entity)
    {
        Dictionary<string, TypeSpec> known = service.Spec.Types.Concat(entity.Types).GroupBy(type => type.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        IEnumerable<string> names = entity.Properties.Select(property => property.Type.Name)
            .Concat(EntityActions.Of(entity).SelectMany(action => action.Parameters.Select(parameter => parameter.Type.Name).Concat(action.Value is { } value ? [value.Type.Name] : [])));
        var met = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out string? name))
        {
            if (known.TryGetValue(name, out TypeSpec? type) && met.Add(name))
            {
                yield return type;
                foreach (PropertySpec property in type.Properties)
                {
                    open.Enqueue(property.Type.Name);
                }
            }
        }
    }
}
