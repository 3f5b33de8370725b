using System.CommandLine;

namespace MediaOps.Tool.Import.Botocore;

/// <summary><c>mediaops import botocore</c>.</summary>
internal static class BotocoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string> path = new Argument<string>("DIR")
        {
            Description = "The folder of an AWS model: service-2.json, and waiters-2.json and paginators-1.json where they are there.",
        }.NoOptions();
        var options = new ImportOptions();
        var command = new ToolCommand("botocore", "Makes schema files of an AWS model, its waiters become states.")
        {
            Examples =
            [
                new("mediaops import botocore models/studio/2026-01-01", "writes ./schema/studio and lists what the model does not say"),
                new("mediaops import botocore models/studio/2026-01-01 --assume-any-state", "fills open state rules, so that a client is generated at once"),
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
        string folder = Path.GetFullPath(path, terminal.WorkingDirectory);
        if (!File.Exists(Path.Combine(folder, ModelFiles.ServiceName)))
        {
            throw ToolException.Usage($"there is no file '{ModelFiles.ServiceName}' in '{path}'");
        }

        try
        {
            var gaps = new Gaps();
            ModelFiles files = ModelFiles.Read(folder, Path.GetRelativePath(terminal.WorkingDirectory, folder).Replace('\\', '/'));
            return BotocoreImporter.Read(files, settings, gaps) is { } service
                ? ImportRun.Finish(terminal, settings, service, gaps, files.Places)
                : throw Unreadable(gaps.Kept[^1], files);
        }
        catch (SourceException problem)
        {
            throw ToolException.Unreadable($"{path}: {problem.Message}");
        }
    }

    private static ToolException Unreadable(Gap gap, ModelFiles files)
    {
        (int line, int column) = gap.Origin.Line > 0
            ? (gap.Origin.Line, gap.Origin.Column)
            : files.Places(gap.Origin.File, [gap.Origin.Pointer]).GetValueOrDefault(gap.Origin.Pointer, (1, 1));
        return ToolException.Unreadable($"{gap.Origin.File}({line},{column}): {gap.Message}");
    }
}
