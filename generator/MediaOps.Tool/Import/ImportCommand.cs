using System.CommandLine;

namespace MediaOps.Tool.Import;

/// <summary><c>mediaops import</c>: schema files from what others write about a service.</summary>
internal static class ImportCommand
{
    /// <summary>The command with one below it for each kind of source.</summary>
    public static Command Create(Terminal terminal) => new("import", "Makes schema files of the description of a service.")
    {
        Botocore.BotocoreCommand.Create(terminal),
        OpenApi.OpenApiCommand.Create(terminal),
    };
}
