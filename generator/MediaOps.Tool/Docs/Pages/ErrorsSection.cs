using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>The error codes that calls may end with.</summary>
internal static class ErrorsSection
{
    /// <summary>Writes the section; nothing where the service has no codes.</summary>
    public static void Write(MarkdownPage page, SchemaService service, EntitySpec entity)
    {
        ErrorsSpec errors = service.Spec.Errors;
        if (errors.Codes.Count == 0)
        {
            return;
        }

        page.Heading(2, "Errors")
            .Paragraph(errors.Enum is { } name ? "Every call may end with a code of the service, which " + Markdown.Code("GetErrorCode()") + " reads as " + Markdown.Code(name) + "." : "Every call may end with a code of the service.")
            .Table(["Code", "On the wire", "HTTP", "Category", "Try again", "Named by", "Meaning"], errors.Codes.Select(code => (IReadOnlyList<string>)
            [
                Markdown.Text(code.Name) + Words.Mark(code.Inferred),
                code.Wire.Count == 1 && code.Wire[0] == code.Name ? string.Empty : Markdown.Codes(code.Wire),
                code.Http?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                Markdown.Text(code.Category),
                code.Retry ? "yes" : string.Empty,
                NamedBy(entity, code.Name),
                Markdown.Text(code.Description),
            ]));
    }

    private static string NamedBy(EntitySpec entity, string code) => entity.Errors.Contains(code, StringComparer.Ordinal)
        ? "every action"
        : string.Join(", ", EntityActions.Of(entity).Where(action => action.Errors.Contains(code, StringComparer.Ordinal)).Select(action => action.Name));
}
