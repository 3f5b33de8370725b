using System.CommandLine;
using MediaOps.Tool.Diff.Report;

namespace MediaOps.Tool.Diff;

/// <summary><c>mediaops diff</c>: what a change of schemas means for users of the generated client.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The old schemas: a folder of services, the folder of one service, or a file." };
        var @new = new Argument<string>("NEW") { Description = "The new schemas, of the same kind." };
        Option<DiffFormat> format = Choice.Of<DiffFormat>("--format", "How changes are written.");
        var allow = new Option<bool>("--allow-breaking") { Description = "Do not fail for breaking changes." };
        var command = new ToolCommand("diff", "Tells what a change of schemas breaks for users of the generated client.")
        {
            Examples =
            [
                new("mediaops diff released/schema schema", "lists the changes since a release, and fails when one breaks users"),
                new("mediaops diff old/Channel.json new/Channel.json", "compares one entity, with its service in view"),
                new("mediaops diff released/schema schema --format github", "annotates a pull request"),
                new("mediaops diff released/schema schema --format markdown --allow-breaking", "writes a part of release notes"),
            ],
            FindingsMean = "a change breaks users, or a schema has an error",
        };
        command.Add(old);
        command.Add(@new);
        command.Add(format);
        command.Add(allow);
        command.SetAction(parsed =>
        {
            var report = DiffReport.Of(SchemaSide.Load(parsed.GetValue(old)!, terminal), SchemaSide.Load(parsed.GetValue(@new)!, terminal), parsed.GetValue(allow));
            report.Write(parsed.WantsJson() ? DiffFormat.Json : parsed.GetValue(format), terminal);
            return report.ExitCode;
        });
        return command;
    }
}

/// <summary>How changes are written.</summary>
internal enum DiffFormat
{
    /// <summary>As a compiler writes findings.</summary>
    Text = 0,

    /// <summary>A document, by kinds.</summary>
    Markdown = 1,

    /// <summary>One JSON document.</summary>
    Json = 2,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub = 3,
}
