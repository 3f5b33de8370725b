using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>The document of an entity.</summary>
internal static class EntityPage
{
    /// <summary>By this line a document is known as made.</summary>
    public const string Marker = "<!-- Made by `mediaops docs` from the schema. Change the schema, not this file. -->";

    /// <summary>The Markdown of an entity.</summary>
    public static string Of(SchemaService service, EntitySpec entity)
    {
        MarkdownPage page = new MarkdownPage()
            .Heading(1, entity.Name)
            .Paragraph(Marker)
            .Paragraph(Markdown.Text(entity.Description))
            .List(Identity(service, entity));
        StatesSection.Write(page, service.Spec.Name, entity);
        ActionsSection.Write(page, service, entity);
        MatrixSection.Write(page, entity);
        PropertiesSection.Write(page, service, entity);
        ErrorsSection.Write(page, service, entity);
        InferredSection.Write(page, service, entity);
        return page.ToString();
    }

    private static IEnumerable<string> Identity(SchemaService service, EntitySpec entity)
    {
        string member = EntityFacts.From(entity, string.Empty).ClientMember;
        yield return "Service: " + Markdown.Text(service.Spec.Description ?? service.Spec.Name) + (service.Spec.Retired ? " It has been retired." : string.Empty);
        yield return "In C#: " + Markdown.Code(service.Spec.Client + "." + member) + " of the namespace " + Markdown.Code(service.Spec.Namespace);
        if (!entity.Singleton)
        {
            yield return "Id: " + Markdown.Code(entity.Id.Property) + ", " + (entity.Id.AssignedByCaller ? "chosen by the caller" : "given by the service")
                + (entity.Id.Example is { } example ? ", such as " + Markdown.Code(example) : string.Empty)
                + (entity.Id.Pattern is { } pattern ? "; it matches " + Markdown.Code(pattern) : string.Empty);
        }

        if (entity.Parent is { } parent)
        {
            yield return "Belongs to a " + Link(service, parent.Entity) + ", whose id is in " + Markdown.Code(parent.By);
        }

        string[] children = [.. service.Entities.Where(other => other.Parent?.Entity == entity.Name).Select(other => Link(service, other.Name))];
        if (children.Length > 0)
        {
            yield return "Has children: " + string.Join(", ", children);
        }
    }

    private static string Link(SchemaService service, string entity) =>
        service.Entities.Any(other => other.Name == entity) ? "[" + Markdown.Text(entity) + "](" + entity + ".md)" : Markdown.Text(entity);
}
