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

        (ReadResult? result, Exception? problem) = Load(source.Root);
        if (problem is not null)
        {
            new Sieve(source, gaps, part => Load(part).Problem).Run();
            (result, problem) = Load(source.Root);
        }

        if (problem is not null)
        {
            throw Refused(problem.Message);
        }

        foreach (OpenApiError error in result?.Diagnostic?.Errors ?? [])
        {
            gaps.Add(GapRules.Unreadable, new Origin(source.Name, error.Pointer is ['#', ..] ? error.Pointer : "#"), error.Message);
        }

        return result?.Document ?? throw Refused(result?.Diagnostic?.Errors.FirstOrDefault()?.Message ?? "its version is not known");
    }

    /// <summary>What the library makes of a description, or what it throws. It answers what it does not expect with any exception: for us all mean that the file is not as its format says.</summary>
    private static (ReadResult? Result, Exception? Problem) Load(JsonObject description)
    {
        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
            return (new OpenApiJsonReader().Read(description, new Uri("file:///description.json"), settings), null);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return (null, problem);
        }
    }

    private static SourceException Refused(string reason) => new("the file cannot be read as an OpenAPI description: " + SourceText.Short(reason));
}
