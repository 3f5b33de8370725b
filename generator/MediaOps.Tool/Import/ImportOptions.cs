using System.CommandLine;

namespace MediaOps.Tool.Import;

/// <summary>What every import understands.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder that gets a folder for the service.", DefaultValueFactory = _ => "schema" };
    private readonly Option<string?> _service = new("--service") { Description = "The name of the service; by default that of the source." };
    private readonly Option<string?> _space = new("--namespace") { Description = "The namespace of the generated code; by default 'Services.' and the name." };
    private readonly Option<bool> _force = new("--force") { Description = "Write over files that are there." };
    private readonly Option<bool> _assume = new("--assume-any-state")
    {
        Description = "Fill state rules that the source does not tell with what forbids nothing, so that the result generates and compiles at once.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _output, _service, _space, _force, _assume })
        {
            command.Add(option);
        }
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="ToolException">A name cannot be used in C#.</exception>
    public ImportSettings Of(ParseResult parsed)
    {
        string? service = parsed.GetValue(_service);
        string? space = parsed.GetValue(_space);
        if (service is not null && CSharpName.Of(service, "X") != service)
        {
            throw ToolException.Usage($"'{service}' cannot be the name of a service: use a capital letter followed by ASCII letters and digits");
        }

        if (space?.Split('.').All(part => CSharpName.Of(part, "X") == part) == false)
        {
            throw ToolException.Usage($"'{space}' cannot be a namespace: use names that begin with a capital letter, joined by dots");
        }

        return new ImportSettings(parsed.GetValue(_output)!, service, space, parsed.GetValue(_force), parsed.GetValue(_assume), parsed.WantsJson());
    }
}

/// <summary>What was chosen for an import.</summary>
/// <param name="Output">The folder that gets a folder for the service.</param>
/// <param name="Service">The name of the service, or null for that of the source.</param>
/// <param name="Namespace">The namespace, or null for one made of the name.</param>
/// <param name="Force">Whether files are written over.</param>
/// <param name="AssumeAnyState">Whether open state rules are filled.</param>
/// <param name="Json">Whether the answer is one JSON document.</param>
internal sealed record ImportSettings(string Output, string? Service, string? Namespace, bool Force, bool AssumeAnyState, bool Json)
{
    /// <summary>The name for a source that calls itself something.</summary>
    public string ServiceName(string? source) => Service ?? CSharpName.Of(source ?? string.Empty, "Service");

    /// <summary>The namespace for a service of that name.</summary>
    public string NamespaceOf(string service) => Namespace ?? "Services." + service;
}
