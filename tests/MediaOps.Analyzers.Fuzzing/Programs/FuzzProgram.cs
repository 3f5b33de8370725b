using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MediaOps.Analyzers.Fuzzing.Programs;

/// <summary>
/// A made-up program. It is written twice, line for line the same: for the analyzer, and with probes for the run. In the texts <c>⟦x⟧</c> is a comparison
/// to be watched, and <c>⟪x⟫</c> stands in the run only.
/// </summary>
internal sealed partial record FuzzProgram
{
    /// <summary>The name of its class.</summary>
    public required string Name { get; init; }

    /// <summary>What it is made of.</summary>
    public required Traits Traits { get; init; }

    /// <summary>Its parameters.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>Fields and methods beside the one that is run.</summary>
    public required ImmutableArray<Statement> Members { get; init; }

    /// <summary>The body of the method that is run.</summary>
    public required ImmutableArray<Statement> Body { get; init; }

    /// <summary>As a user would write it.</summary>
    public string Plain => Text(isProbed: false);

    /// <summary>With probes.</summary>
    public string Probed => Text(isProbed: true);

    private string Text(bool isProbed)
    {
        var lines = new List<string>
        {
            "#nullable enable",
            "using System; using System.Collections.Generic; using System.Linq; using System.Runtime.CompilerServices; using System.Threading.Tasks; using MediaOps; using Client; using MediaOps.Analyzers.Fuzzing.Execution;",
            "public sealed class " + Name,
            "{",
        };
        Add(lines, Members, "    ");
        lines.Add("    public async Task Run(Media media, Desk desk, Random random" + string.Concat(Parameters.Select(parameter => ", " + parameter.Declaration)) + ")");
        lines.Add("    {");
        Add(lines, Body, "        ");
        lines.Add("    }");
        lines.Add("⟪    private World _world = null!;⟫");
        lines.Add("⟪    public static Task Start(World world) => new " + Name + " { _world = world }.Run(new Media(world), new Desk(world), world.Random"
            + string.Concat(Parameters.Select(parameter => ", " + parameter.Argument)) + ");⟫");
        lines.Add("}");

        var text = new StringBuilder();
        for (int index = 0; index < lines.Count; index++)
        {
            string number = (index + 1).ToString(CultureInfo.InvariantCulture);
            string line = Probe().Replace(lines[index], isProbed ? "_world.Test(" + number + ", \"${text}\", ${text})" : "${text}");
            text.Append(RunOnly().Replace(line, isProbed ? "${text}" : "").TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static void Add(List<string> lines, IEnumerable<Statement> statements, string indent)
    {
        foreach (Statement statement in statements)
        {
            Add(lines, statement.Text, indent);
            foreach (Section section in statement.Sections)
            {
                Add(lines, section.Head, indent);
                lines.Add(indent + "{");
                Add(lines, section.Body, indent + "    ");
                lines.Add(indent + "}");
            }

            Add(lines, statement.Tail, indent);
        }
    }

    private static void Add(List<string> lines, string text, string indent)
    {
        if (text.Length > 0)
        {
            lines.AddRange(text.Split('\n').Select(line => indent + line));
        }
    }

    [GeneratedRegex("⟦(?<text>.*?)⟧", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Probe();

    [GeneratedRegex("⟪(?<text>.*?)⟫", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunOnly();
}

/// <summary>A parameter of a program.</summary>
/// <param name="Declaration">As it is declared.</param>
/// <param name="Argument">What a run gives for it.</param>
internal sealed record Parameter(string Declaration, string Argument);
