using MediaOps.Schema;

namespace MediaOps.Tool.Graph;

/// <summary>The entity that a command line names.</summary>
/// <param name="Service">The name of its service.</param>
/// <param name="Spec">The entity.</param>
internal sealed record Selection(string Service, EntitySpec Spec)
{
    /// <summary>The name of the entity.</summary>
    public string Entity => Spec.Name;

    /// <summary>The one entity with states that path and names leave.</summary>
    /// <exception cref="ToolException">None is left, or several.</exception>
    public static Selection Of(Terminal terminal, string? path, string? service, string? entity)
    {
        LoadedSchemas schemas = LoadedSchemas.Load(path is null ? [] : [path], terminal.WorkingDirectory);
        if (schemas.Findings.Any(finding => finding.Severity == Severity.Error))
        {
            terminal.Talk("These schemas have errors, and what they say wrong is left out; 'mediaops check' tells them.");
        }

        Selection[] all = [.. All(schemas)];
        Selection[] left = [.. all.Where(candidate => Matches(candidate, service, entity))];
        return left switch
        {
            [var one] => one,
            [] => throw ToolException.Usage($"No entity with states has {Asked(service, entity)}. There are: {List(all)}."),
            _ => throw ToolException.Usage($"Several entities have states: {List(left)}. Name one with --service and --entity, or its file."),
        };
    }

    /// <summary>Names for the completion of a word; none where the schemas cannot be read, since nobody could be told.</summary>
    public static IEnumerable<System.CommandLine.Completions.CompletionItem> Names(Terminal terminal, string? path, Func<Selection, string> name)
    {
        try
        {
            LoadedSchemas schemas = LoadedSchemas.Load(path is null ? [] : [path], terminal.WorkingDirectory);
            return [.. All(schemas).Select(name).Distinct(StringComparer.Ordinal).Select(text => new System.CommandLine.Completions.CompletionItem(text))];
        }
        catch (Exception failure) when (failure is ToolException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The entities with states of all services; a file that was named leaves its own only.</summary>
    private static IEnumerable<Selection> All(LoadedSchemas schemas)
    {
        HashSet<string> files = new(schemas.Files.Select(file => Path.GetFileNameWithoutExtension(file)), StringComparer.OrdinalIgnoreCase);
        return schemas.Services
            .SelectMany(service => service.Entities.Where(entity => entity.State is not null).Select(entity => new Selection(service.Spec.Name, entity)))
            .Where(candidate => schemas.Files.Count != 1 || files.Contains(candidate.Entity) || files.Contains("service"));
    }

    private static bool Matches(Selection candidate, string? service, string? entity) =>
        (service is null || string.Equals(candidate.Service, service, StringComparison.OrdinalIgnoreCase))
        && (entity is null || string.Equals(candidate.Entity, entity, StringComparison.OrdinalIgnoreCase));

    private static string Asked(string? service, string? entity) => (service, entity) switch
    {
        (null, null) => "been found",
        (null, _) => $"the name '{entity}'",
        (_, null) => $"a service '{service}'",
        _ => $"the name '{service}.{entity}'",
    };

    private static string List(Selection[] candidates) => candidates.Length == 0 ? "none" : string.Join(", ", candidates.Take(20).Select(candidate => candidate.Service + "." + candidate.Entity));
}
