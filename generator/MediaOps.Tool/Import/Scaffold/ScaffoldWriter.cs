using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>A file of a scaffold before it is text.</summary>
/// <param name="Name">The name in its folder.</param>
/// <param name="Content">What is in it.</param>
internal sealed record ScaffoldFile(string Name, JsonObject Content);

/// <summary>Makes schema files of a scaffold: the same scaffold gives the same text, whatever the machine.</summary>
internal static class ScaffoldWriter
{
    /// <summary>The files, <c>service.json</c> first and then the entities in order of name.</summary>
    /// <param name="service">The scaffold.</param>
    /// <param name="schemas">The way from a file to the folder of the language's JSON Schemas.</param>
    public static IReadOnlyList<ScaffoldFile> Files(ScaffoldService service, string schemas = "../language")
    {
        TypePlaces places = TypePlaces.Of(service);
        var values = new ValueWriter(service.WireNames == "camelCase");
        var files = new List<ScaffoldFile> { new("service.json", new ServiceWriter(service, values).Write(schemas + "/service.schema.json", places.Shared)) };
        foreach (ScaffoldEntity entity in service.Entities.OrderBy(entity => entity.Name, StringComparer.Ordinal))
        {
            var writer = new EntityWriter(entity, values);
            files.Add(new ScaffoldFile(FileName(entity.Name), writer.Write(schemas + "/entity.schema.json", places.Of(entity))));
        }

        return files;
    }

    /// <summary>The name of an entity's file: never that of the service's, nor one that a system keeps for its devices.</summary>
    private static string FileName(string entity)
    {
        bool device = entity.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" || (entity.Length == 4 && char.IsAsciiDigit(entity[3]) && entity[..3].ToUpperInvariant() is "COM" or "LPT");
        return entity + (device || entity.Equals("Service", StringComparison.OrdinalIgnoreCase) ? "Entity" : string.Empty) + ".json";
    }
}
