using System.CommandLine;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary><c>mediaops import openapi</c>.</summary>
internal static class OpenApiCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string> path = new Argument<string>("FILE") { Description = "A Swagger 2 or OpenAPI 3 description as JSON or YAML." }.NoOptions();
        var options = new ImportOptions();
        var command = new ToolCommand("openapi", "Makes schema files of a Swagger 2 or OpenAPI 3 description.")
        {
            Examples =
            [
                new("mediaops import openapi media.json", "writes ./schema/media and lists what the description does not say"),
                new("mediaops import openapi media.yaml", "takes YAML as well, and files that it refers to in either"),
                new("mediaops import openapi media.json --assume-any-state", "fills open state rules, so that a client is generated at once"),
                new("mediaops import openapi media.json --service Media --namespace Example.Media -o api", "names what is made"),
            ],
            FindingsMean = "the schema is written and has errors until its open state rules are filled",
        };
        command.Add(path);
        options.AddTo(command);
        command.SetAction(parsed => Run(terminal, parsed.GetValue(path)!, options.Of(parsed)));
        return command;
    }

    private static int Run(Terminal terminal, string path, ImportSettings settings)
    {
        string full = Path.GetFullPath(path, terminal.WorkingDirectory);
        if (!File.Exists(full))
        {
            throw ToolException.Usage($"there is no file '{path}'");
        }

        try
        {
            var gaps = new Gaps();
            JsonSource source = JsonSource.Read(full, Path.GetRelativePath(terminal.WorkingDirectory, full).Replace('\\', '/'));
            ScaffoldService service = OpenApiImporter.Read(source, settings, gaps);
            return ImportRun.Finish(terminal, settings, service, gaps, (_, pointers) => source.Places(pointers));
        }
        catch (SourceException problem)
        {
            string place = problem.Line > 0 ? $"({problem.Line},{problem.Column})" : string.Empty;
            throw ToolException.Unreadable($"{path}{place}: {problem.Message}");
        }
    }
}
