using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>Facts that no source of the service states.</summary>
internal static class InferredSection
{
    /// <summary>Writes the section; nothing where every fact has a source.</summary>
    public static void Write(MarkdownPage page, SchemaService service, EntitySpec entity)
    {
        string[] facts =
        [
            .. EntityActions.Of(entity).Where(action => action.Inferred).Select(action => "The state rule of " + Markdown.Text(action.Name)),
            .. entity.Properties.Where(property => property.Inferred).Select(property => "A fact of the property " + Markdown.Code(property.Name)),
            .. entity.Types.SelectMany(type => type.Properties.Where(property => property.Inferred).Select(property => "A fact of " + Markdown.Code(type.Name + "." + property.Name))),
            .. service.Spec.Errors.Codes.Where(code => code.Inferred).Select(code => "A fact of the error code " + Markdown.Code(code.Name)),
        ];
        if (facts.Length > 0)
        {
            page.Heading(2, "Inferred")
                .Paragraph("What is marked † no source of the service states. It follows from samples, from what its other entities do, or from sense. It is not taken as certain: the compiler warns where it would else refuse.")
                .List(facts);
        }
    }
}
