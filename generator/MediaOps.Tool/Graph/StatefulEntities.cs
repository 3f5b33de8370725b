using System.CommandLine.Completions;
using MediaOps.Schema;

namespace MediaOps.Tool.Graph;

/// <summary>Of the entities that a command line names those that have states, so that there is something to draw.</summary>
internal static class StatefulEntities
{
    /// <summary>The one entity that is left.</summary>
    /// <exception cref="ToolException">None is left, or several.</exception>
    public static SelectedEntity One(Terminal terminal, string? path, string? service, string? entity)
    {
        LoadedSchemas schemas = LoadedSchemas.Load(path is null ? [] : [path], terminal.WorkingDirectory);
        if (schemas.Findings.Any(finding => finding.Severity == Severity.Error))
        {
            terminal.Talk("These schemas have errors, and what they say wrong is left out; 'mediaops check' tells them.");
        }

        SelectedEntity[] all = Of(Selection.Of(schemas, path, null, null, terminal));
        SelectedEntity[] left = Of(Selection.Of(schemas, path, service, entity, terminal));
        return left switch
        {
            [var one] => one,
            [] => throw ToolException.Usage($"No entity with states has {Asked(service, entity)}. There are: {Selection.List(all)}."),
            _ => throw ToolException.Usage($"Several entities have states: {Selection.List(left)}. Name one with --service and --entity, or its file."),
        };
    }

    /// <summary>Names for the completion of a word; none where the schemas cannot be read, since nobody could be told.</summary>
    public static IEnumerable<CompletionItem> Names(Terminal terminal, string? path, Func<SelectedEntity, string> name)
    {
        try
        {
            LoadedSchemas schemas = LoadedSchemas.Load(path is null ? [] : [path], terminal.WorkingDirectory);
            return [.. Of(Selection.Of(schemas, path, null, null, terminal)).Select(name).Distinct(StringComparer.Ordinal).Select(text => new CompletionItem(text))];
        }
        catch (Exception failure) when (failure is ToolException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static SelectedEntity[] Of(Selection selection) => [.. selection.Chosen.Where(item => item.Entity.State is not null)];

    private static string Asked(string? service, string? entity) => (service, entity) switch
    {
        (null, null) => "been found",
        (null, _) => $"the name '{entity}'",
        (_, null) => $"a service '{service}'",
        _ => $"the name '{service}.{entity}'",
    };
}
