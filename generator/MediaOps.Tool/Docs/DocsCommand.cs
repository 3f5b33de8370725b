using System.CommandLine;
using MediaOps.Tool.Docs.Pages;

namespace MediaOps.Tool.Docs;

/// <summary><c>mediaops docs</c>: a document of each entity for those who use its client, and the waiters of its actions.</summary>
internal static class DocsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>("PATH") { Arity = ArgumentArity.ZeroOrOne, Description = "A folder of services, the folder of one service, or a schema file; without it, the folder 'schema'." };
        var service = new Option<string?>("--service") { Description = "Only the service of this name." };
        var entity = new Option<string?>("--entity") { Description = "Only the entity of this name." };
        var output = new Option<string?>("--output") { Description = "Write the documents to this folder, <service>/<Entity>.md; without it they are printed." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a document in the --output folder is stale, missing or left over." };
        var waiters = new Option<bool>("--waiters") { Description = "Print what each state means while an action is waited for." };
        var command = new ToolCommand("docs", "Writes a document of each entity: states, actions, who may call what when, properties, errors.")
        {
            Examples =
            [
                new("mediaops docs schema/ams-v2 --entity Channel", "prints the document of one entity"),
                new("mediaops docs --output docs/entities", "writes the documents of all services in ./schema"),
                new("mediaops docs --output docs/entities --check", "fails when one of them is stale, and names it"),
                new("mediaops docs schema/medialive --waiters", "prints success, retry and failure states of every action"),
            ],
            FindingsMean = "a document is stale or left over, or a schema has an error",
        };
        command.Add(path);
        command.Add(service);
        command.Add(entity);
        command.Add(output);
        command.Add(check);
        command.Add(waiters);
        command.SetAction(parsed =>
        {
            string? folder = parsed.GetValue(output);
            bool isCheck = parsed.GetValue(check);
            bool isWaiters = parsed.GetValue(waiters);
            if (isCheck && folder is null)
            {
                throw ToolException.Usage("--check needs --output: the folder whose documents are looked at.");
            }

            if (isWaiters && folder is not null)
            {
                throw ToolException.Usage("--waiters is printed, not written to --output.");
            }

            DocumentSet selection = DocumentSet.Load(parsed.GetValue(path), parsed.GetValue(service), parsed.GetValue(entity), terminal);
            return isWaiters ? PrintWaiters(selection, parsed.WantsJson(), terminal)
                : folder is null ? Print(selection, parsed.WantsJson(), terminal)
                : new DocumentFolder(folder, terminal).Update(selection, isCheck, parsed.WantsJson());
        });
        return command;
    }

    private static int Print(DocumentSet selection, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Json(new { documents = selection.Documents.Select(document => new { document.Service, document.Entity, document.Path, document.Text }) });
        }
        else
        {
            terminal.Document(string.Join("\n", selection.Documents.Where(document => document.Entity is not null).Select(document => document.Text)));
        }

        return ExitCode.Success;
    }

    private static int PrintWaiters(DocumentSet selection, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Json(new { entities = selection.Entities.Select(item => WaitersJson.Of(item.Service, item.Entity)) });
        }
        else
        {
            terminal.Document(string.Join("\n", selection.Entities.Select(item => WaitersPage.Of(item.Service, item.Entity))));
        }

        return ExitCode.Success;
    }
}
