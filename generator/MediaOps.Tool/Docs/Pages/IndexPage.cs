using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>The page that leads to all documents.</summary>
internal static class IndexPage
{
    /// <summary>The page.</summary>
    /// <param name="entities">The entities that have a document.</param>
    /// <param name="folders">The folder of each service.</param>
    public static Document Of(IReadOnlyList<(SchemaService Service, EntitySpec Entity)> entities, IReadOnlyDictionary<string, string> folders)
    {
        MarkdownPage page = new MarkdownPage().Heading(1, "Entities").Paragraph(EntityPage.Marker);
        foreach (IGrouping<string, (SchemaService Service, EntitySpec Entity)> group in entities.GroupBy(item => item.Service.Spec.Name, StringComparer.Ordinal))
        {
            ServiceSpec service = group.First().Service.Spec;
            page.Heading(2, service.Name)
                .Paragraph(Markdown.Text(service.Description) + (service.Retired ? " It has been retired." : string.Empty))
                .Table(["Entity", "What it is", "States", "Actions"], group.Select(item => (IReadOnlyList<string>)
                [
                    $"[{item.Entity.Name}]({folders[service.Name]}/{item.Entity.Name}.md)",
                    Markdown.Text(item.Entity.Description),
                    string.Join(", ", (item.Entity.State?.Values ?? default).Where(state => state.Kind is StateKind.Stable or StateKind.Fault).Select(state => Markdown.Text(state.Name))),
                    string.Join(", ", item.Entity.Actions.Select(action => action.Name)),
                ]));
        }

        return new Document(null, null, "README.md", page.ToString());
    }
}
