using MediaOps.Schema;
using MediaOps.Tool.Graph;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>What states there are, and what changes without a call.</summary>
internal static class StatesSection
{
    /// <summary>Writes the section; nothing for an entity without states.</summary>
    public static void Write(MarkdownPage page, string service, EntitySpec entity)
    {
        if (entity.State is not { } state)
        {
            return;
        }

        page.Heading(2, "States")
            .Table(["State", "On the wire", "Kind", "Meaning"], state.Values.Select(value => (IReadOnlyList<string>)
            [
                value.Name,
                value.Wire == value.Name ? string.Empty : Markdown.Code(value.Wire),
                Kind(value.Kind),
                Markdown.Text(value.Description),
            ]))
            .Paragraph(Begins(entity, state) + "The state is read from " + Markdown.Code(state.Property) + (state.ReadPath is { } path ? ", or at less cost from " + Markdown.Code("GET " + path) : string.Empty) + ".")
            .List(state.Spontaneous.Select(change => "Without a call, " + Markdown.Text(change.From) + " may become " + Words.Or(change.To.Select(Markdown.Text)) + "."))
            .Fence("mermaid", Mermaid.Write(StateGraphBuilder.Build(service, entity)));
    }

    private static string Begins(EntitySpec entity, StateSpec state) => entity.Create switch
    {
        null => string.Empty,
        { ToProperty: { } property } => $"A new {entity.Name} is {Words.Or(state.Creatable.Prepend(state.Initial).Distinct(StringComparer.Ordinal).Select(Markdown.Text))}, as {Markdown.Code(property)} asks at creation, else {Markdown.Text(state.Initial)}. ",
        { To.Count: > 0 } create => $"A new {entity.Name} is {Words.Or(create.To.Select(Markdown.Text))}. ",
        _ => $"A new {entity.Name} is {Markdown.Text(state.Initial)}. ",
    };

    private static string Kind(StateKind kind) => kind switch
    {
        StateKind.Stable => "stable",
        StateKind.Transitional => "transitional",
        StateKind.Fault => "fault",
        _ => "gone",
    };
}
