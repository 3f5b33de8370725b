using System.CommandLine;

namespace MediaOps.Tool.Graph;

/// <summary><c>mediaops graph</c>: the states and actions of an entity as a picture.</summary>
internal static class GraphCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string?> path = new Argument<string?>("PATH")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A folder of services, the folder of one, or the file of an entity; without it, the folder 'schema'.",
        }.NoOptions();
        var service = new Option<string?>("--service") { Description = "The service, where there are several.", HelpName = "NAME" };
        var entity = new Option<string?>("--entity") { Description = "The entity, where there are several with states.", HelpName = "NAME" };
        Option<GraphFormat> format = Choice.Of<GraphFormat>("--format", "What is written.");
        var output = new Option<string?>("--output") { Description = "The file to write, in place of the answer.", HelpName = "FILE" };
        var update = new Option<string?>("--update") { Description = "A Markdown file: replaces the picture between its markers.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "With --output or --update: writes nothing, and fails where the file is stale." };
        service.CompletionSources.Add(context => StatefulEntities.Names(terminal, context.ParseResult.GetValue(path), chosen => chosen.Service.Spec.Name));
        entity.CompletionSources.Add(context => StatefulEntities.Names(terminal, context.ParseResult.GetValue(path), chosen => chosen.Entity.Name));
        var command = new ToolCommand("graph", "Draws the states and actions of an entity, as Mermaid or SVG.")
        {
            Examples =
            [
                new("mediaops graph schema/ams-v2/Channel.json", "writes Mermaid, which GitHub draws"),
                new("mediaops graph schema/ams-v2 --entity Channel --format svg --output channel.svg", "draws a file"),
                new("mediaops graph --service AmsV2 --entity Channel --update README.md", "renews the picture between the markers"),
                new("mediaops graph --service AmsV2 --entity Channel --update README.md --check", "fails where the picture is stale"),
            ],
            FindingsMean = "with --check, the file is stale",
        };
        foreach (Symbol symbol in new Symbol[] { path, service, entity, format, output, update, check })
        {
            Add(command, symbol);
        }

        command.Validators.Add(result =>
        {
            bool toFile = result.GetValue(output) is not null;
            if (toFile && result.GetValue(update) is not null)
            {
                result.AddError("--output and --update name two files. Leave one of them out.");
            }

            if (result.GetValue(check) && !toFile && result.GetValue(update) is null)
            {
                result.AddError("--check needs the file that it is to look at: --output FILE or --update FILE.");
            }

            if (result.GetValue(update) is not null && result.GetValue(format) == GraphFormat.Svg)
            {
                result.AddError("--update writes Mermaid into a Markdown file. Write the SVG to a file of its own with --output.");
            }
        });
        command.SetAction(parsed =>
        {
            SelectedEntity chosen = StatefulEntities.One(terminal, parsed.GetValue(path), parsed.GetValue(service), parsed.GetValue(entity));
            StateGraph graph = StateGraphBuilder.Build(chosen.Service.Spec.Name, chosen.Entity);
            var target = new GraphTarget(terminal, parsed.GetValue(check), parsed.WantsJson());
            string text = parsed.GetValue(format) == GraphFormat.Svg ? Drawing.Svg.Write(graph) : Mermaid.Write(graph);
            return parsed.GetValue(update) is { } document ? target.Update(document, graph, text)
                : parsed.GetValue(output) is { } file ? target.Write(file, text)
                : target.Answer(graph, text);
        });
        return command;
    }

    private static void Add(ToolCommand command, Symbol symbol)
    {
        if (symbol is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)symbol);
        }
    }
}

/// <summary>What is written.</summary>
internal enum GraphFormat
{
    /// <summary>A state diagram of Mermaid.</summary>
    Mermaid = 0,

    /// <summary>A drawing.</summary>
    Svg = 1,
}
