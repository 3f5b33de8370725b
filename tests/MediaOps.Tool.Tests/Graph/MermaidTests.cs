using System.Text.RegularExpressions;
using MediaOps.Tool.Graph;

namespace MediaOps.Tool.Tests.Graph;

/// <summary>Mermaid itself needs a browser, so its grammar is retold here, narrower than it is: what it could trip over does not match.</summary>
public sealed partial class MermaidTests
{
    [Theory]
    [MemberData(nameof(Entities.All), MemberType = typeof(Entities))]
    public void Every_entity_becomes_a_diagram_of_known_lines(string name)
    {
        StateGraph graph = Entities.Graph(name);

        string text = Mermaid.Write(graph);

        AssertForm(text);
        Assert.All(graph.States, state => Assert.Matches($@"(?m)--> {state.Name}\b|^    {state.Name} -->", text));
    }

    [Fact]
    public void Words_of_the_language_can_be_names_of_states()
    {
        string text = Mermaid.Write(Entities.Machine([("State", "stable"), ("End", "stable"), ("Note", "fault"), ("Default", "gone"), ("Ends", "transitional")],
            [("Class", "\"from\": \"State\", \"via\": \"Ends\", \"to\": \"End\", \"onFailure\": \"Note\", \"requires\": { \"self\": { \"Speed\": \"1\" } }"), ("Direction", "\"to\": \"Default\"")]));

        AssertForm(text);
        Assert.Contains("    state \"State\" as State_\n", text, StringComparison.Ordinal);
        Assert.Contains("    State_ --> Ends: Class\n    Ends --> End_\n    Ends --> Note_: Class fails\n", text, StringComparison.Ordinal);
        Assert.Contains("    class Note_ fault\n", text, StringComparison.Ordinal);
        Assert.Contains("    note left of State_\n        Class: Speed must be 1\n    end note\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_cannot_end_its_note_or_become_markup()
    {
        string text = Mermaid.Write(Entities.Machine([("Idle", "stable")], [("Go", "\"from\": \"Idle\", \"to\": \"Idle\", \"requires\": { \"self\": { \"Speed\": \"END NOTE <b>;#59;%%{init}\" } }")]));

        AssertForm(text);
        Assert.Contains("Go: Speed must be end-note \uff1cb\uff1e\uff1b\uff0359\uff1b\uff05\uff05\uff5binit\uff5d\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_inferred_has_a_mark_and_the_mark_a_meaning()
    {
        Assert.StartsWith("---\ntitle: \"* inferred: no source states it\"\n---\nstateDiagram-v2\n", Mermaid.Write(Entities.Graph("AmsV2.Channel")), StringComparison.Ordinal);
        Assert.Contains("    Stopped --> Starting: Start*\n", Mermaid.Write(Entities.Graph("AmsV2.Channel")), StringComparison.Ordinal);
        Assert.StartsWith("stateDiagram-v2\n", Mermaid.Write(Entities.Graph("AmsV2.Program")), StringComparison.Ordinal);
    }

    private static void AssertForm(string text)
    {
        string[] lines = text.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.All(lines[Array.IndexOf(lines, "stateDiagram-v2")..^1].Skip(1), line => Assert.Matches(KnownLine(), line));
    }

    // A word of the language is no name: it would have to end in an underscore.
    [GeneratedRegex(@"^    (accTitle: [\w ]+|state ""[\w ]+"" as (?<id>(?!(?i:state|class|classDef|note|end|default|direction|style|as)\b)\w+)|(\[\*\]|\k<id>|(?!(?i:state|class|note|end|default)\b)\w+) --> (\[\*\]|(?!(?i:state|class|note|end|default)\b)\w+)(: [\w ,*]+)?|note left of \w+|    [^:;#<>{}%""&\n]+: [^:;#<>{}%""&\n]+|end note|classDef \w+ [\w:#.,\- ]+|class \w+(,\w+)* \w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KnownLine();
}
