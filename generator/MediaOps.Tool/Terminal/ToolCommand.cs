using System.CommandLine;

namespace MediaOps.Tool;

/// <summary>A command whose help teaches: it shows how it is used and what its exit codes mean.</summary>
/// <param name="name">The name that is typed.</param>
/// <param name="summary">What it does, on one line.</param>
internal sealed class ToolCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>Command lines that work as they stand; a test parses each.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>What exit code 1 means here.</summary>
    public required string FindingsMean { get; init; }
}

/// <summary>A command line and what it is good for.</summary>
/// <param name="CommandLine">What is typed, with <c>mediaops</c> in front.</param>
/// <param name="Purpose">What it does, as the rest of a sentence.</param>
internal sealed record Example(string CommandLine, string Purpose);

/// <summary>What every command understands.</summary>
internal static class CommonOptions
{
    private const string JsonName = "--json";

    /// <summary>The option of the root command that asks for one JSON document.</summary>
    public static Option<bool> Json() => new(JsonName) { Description = "Answer with one JSON document.", Recursive = true };

    /// <summary>Whether the answer is to be one JSON document.</summary>
    public static bool WantsJson(this ParseResult result) => result.GetValue<bool>(JsonName);
}
