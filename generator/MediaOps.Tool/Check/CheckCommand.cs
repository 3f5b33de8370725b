using System.CommandLine;

namespace MediaOps.Tool.Check;

/// <summary><c>mediaops check</c>: what the generator would say of schema files, without a project.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Folders of services, folders of one service, or schema files; without any, the folder 'schema'.",
        }.NoOptions();
        Option<CheckFormat> format = Choice.Of<CheckFormat>("--format", "How findings are written.");
        var strict = new Option<bool>("--warnaserror") { Description = "Take warnings for errors." };
        var command = new ToolCommand("check", "Checks schema files as the generator does, at file, line and column.")
        {
            Examples =
            [
                new("mediaops check", "checks the services in ./schema"),
                new("mediaops check schema/ams-v2/Channel.json", "checks one file, with its neighbours in view"),
                new("mediaops check --warnaserror --format github", "annotates a pull request, and fails for warnings too"),
                new("mediaops check --format sarif", "writes SARIF 2.1.0 for code scanning"),
            ],
            FindingsMean = "a schema has an error",
        };
        command.Add(paths);
        command.Add(format);
        command.Add(strict);
        command.Validators.Add(result =>
        {
            if (result.GetValue<bool>("--json") && result.GetValue(format) is not (CheckFormat.Text or CheckFormat.Json))
            {
                result.AddError("--json and --format ask for two answers. Leave one of them out.");
            }
        });
        command.SetAction(parsed =>
        {
            LoadedSchemas schemas = LoadedSchemas.Load(parsed.GetValue(paths) ?? [], terminal.WorkingDirectory);
            var report = CheckReport.Of(schemas, parsed.GetValue(strict));
            CheckFormat chosen = parsed.WantsJson() ? CheckFormat.Json : parsed.GetValue(format);
            report.Write(chosen, terminal);
            return report.ExitCode;
        });
        return command;
    }
}

/// <summary>How findings are written.</summary>
internal enum CheckFormat
{
    /// <summary>As a compiler writes them.</summary>
    Text = 0,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif = 1,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub = 2,

    /// <summary>One JSON document of our own.</summary>
    Json = 3,
}
