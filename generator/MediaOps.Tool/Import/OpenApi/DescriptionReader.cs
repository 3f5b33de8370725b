using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads a description with the format's own library, whatever its version.</summary>
internal static class DescriptionReader
{
    /// <summary>The document.</summary>
    /// <exception cref="SourceException">It is no description, or one that the library cannot read.</exception>
    public static OpenApiDocument Read(JsonSource source, Gaps gaps)
    {
        if (!source.Root.ContainsKey("swagger") && !source.Root.ContainsKey("openapi"))
        {
            throw new SourceException("the file is no OpenAPI description: it has neither 'swagger' nor 'openapi'", 1, 1);
        }

        References.Prepare(source, gaps);
        if (source.Root.ContainsKey("swagger"))
        {
            // Without a word about it the library takes bodies for bytes.
            source.Root["consumes"] ??= new JsonArray("application/json");
            source.Root["produces"] ??= new JsonArray("application/json");
        }

        ReadResult result = Load(source);
        foreach (OpenApiError problem in result.Diagnostic?.Errors ?? [])
        {
            gaps.Add(GapRules.Unreadable, new Origin(source.Name, problem.Pointer is ['#', ..] ? problem.Pointer : "#"), problem.Message);
        }

        return result.Document ?? throw new SourceException("the file cannot be read as an OpenAPI description: " + SourceText.Short(result.Diagnostic?.Errors.FirstOrDefault()?.Message ?? "its version is not known"));
    }

    private static ReadResult Load(JsonSource source)
    {
        try
        {
            return new OpenApiJsonReader().Read(source.Root, new Uri("file:///description.json"), new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A library that meets what it does not expect throws what it likes; for us all of it means that the file is not as its format says.
            throw new SourceException("the file cannot be read as an OpenAPI description: " + SourceText.Short(problem.Message));
        }
    }
}
