using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>Which call is allowed in which state.</summary>
internal static class MatrixSection
{
    /// <summary>Writes the section; nothing for an entity without states or without calls that depend on them.</summary>
    public static void Write(MarkdownPage page, EntitySpec entity)
    {
        string[] states = [.. (entity.State?.Values ?? default).Where(state => state.Kind != StateKind.Gone).Select(state => state.Name)];
        ActionSpec[] actions = [.. EntityActions.Of(entity).Where(action => action.Kind is ActionKind.Update or ActionKind.Delete or ActionKind.Custom)];
        PropertySpec[] properties = [.. entity.Properties.Where(property => entity.Update is not null && property.UpdatableIn is not null)];
        if (states.Length == 0 || actions.Length + properties.Length == 0)
        {
            return;
        }

        IEnumerable<IReadOnlyList<string>> rows = actions
            .Select(action => Row(action.Name + Words.Mark(action.Inferred), states, action.From, ActionsSection.Needs(entity, action)))
            .Concat(properties.Select(property => Row("change " + Markdown.Code(property.Name) + Words.Mark(property.Inferred), states, property.UpdatableIn, string.Empty)));
        page.Heading(2, "Who may call what when")
            .Table(["", .. states.Select(Markdown.Text), "Only if"], rows);
    }

    private static IReadOnlyList<string> Row(string name, string[] states, EquatableArray<string>? allowed, string needs) =>
        [name, .. states.Select(state => allowed is null || allowed.Value.Contains(state, StringComparer.Ordinal) ? "yes" : "–"), needs];
}
