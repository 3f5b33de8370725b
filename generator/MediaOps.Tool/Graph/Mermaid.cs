using System.Text;
using MediaOps.Schema;

namespace MediaOps.Tool.Graph;

/// <summary>Writes a graph in the language of Mermaid, which GitHub and many editors draw.</summary>
internal sealed class Mermaid
{
    private const string Any = "AnyState_";

    /// <summary>How far the wide forms lie from ASCII.</summary>
    private const int WideForms = 0xFEE0;

    /// <summary>Words that Mermaid reads as its own, however they are written.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "accDescr", "accTitle", "as", "choice", "class", "classDef", "click", "concurrent", "default", "direction", "end", "fork", "hide", "href", "join", "note", "scale", "state", "style", "title",
    };

    private readonly StringBuilder _text = new();
    private readonly StateGraph _graph;

    private Mermaid(StateGraph graph) => _graph = graph;

    /// <summary>A state diagram.</summary>
    public static string Write(StateGraph graph)
    {
        var diagram = new Mermaid(graph);
        diagram.Title();
        diagram.Line($"accTitle: States and actions of {Escape(graph.Entity)}");
        diagram.Arrows(Arrow.Of(graph));
        diagram.Notes();
        diagram.Class(StateKind.Transitional, "passing", "stroke-dasharray:5 4");
        diagram.Class(StateKind.Fault, "fault", "stroke:#d1242f,stroke-width:2px");
        diagram.Class(StateKind.Gone, "gone", "opacity:0.6");
        return diagram._text.ToString();
    }

    private void Title()
    {
        if (_graph.HasInferred)
        {
            _text.Append("---\ntitle: \"* inferred: no source states it\"\n---\n");
        }

        _text.Append("stateDiagram-v2\n");
    }

    private void Line(string line) => _text.Append("    ").Append(line).Append('\n');

    private void Arrows(IReadOnlyList<Arrow> arrows)
    {
        foreach (GraphState state in _graph.States.Where(state => Reserved.Contains(state.Name)))
        {
            Line($"state \"{state.Name}\" as {Id(state.Name)}");
        }

        if (arrows.Any(arrow => arrow.From == StateGraph.AnyState) || _graph.Everywhere.Count > 0)
        {
            Line($"state \"any state\" as {Any}");
        }

        foreach (Arrow arrow in arrows)
        {
            string label = arrow.Labels.Count > 0 ? ": " + Texts(arrow.Labels) : string.Empty;
            Line($"{(arrow.From is null ? "[*]" : Id(arrow.From))} --> {Id(arrow.To)}{label}");
        }

        if (_graph.Everywhere.Count > 0)
        {
            Line($"{Any} --> {Any}: {Texts(_graph.Everywhere)}");
        }

        foreach (GraphState gone in _graph.States.Where(state => state.Kind == StateKind.Gone))
        {
            Line($"{Id(gone.Name)} --> [*]");
        }
    }

    private void Notes()
    {
        foreach (IGrouping<string, Condition> state in _graph.Conditions.GroupBy(condition => condition.State, StringComparer.Ordinal))
        {
            Line($"note left of {Id(state.Key)}");
            foreach (Condition condition in state)
            {
                Line($"    {Escape(string.Join(", ", condition.Actions))}: {Escape(condition.Text)}");
            }

            Line("end note");
        }
    }

    private void Class(StateKind kind, string name, string style)
    {
        string[] states = [.. _graph.States.Where(state => state.Kind == kind).Select(state => Id(state.Name))];
        if (states.Length > 0)
        {
            Line($"classDef {name} {style}");
            Line($"class {string.Join(',', states)} {name}");
        }
    }

    private static string Texts(IEnumerable<Label> labels) => string.Join(", ", labels.Select(Text));

    private static string Text(Label label) => Escape(label.Text) + (label.Inferred ? "*" : string.Empty);

    private static string Id(string state) => state == StateGraph.AnyState ? Any : Reserved.Contains(state) ? state + "_" : state;

    /// <summary>
    /// Letters, digits and harmless signs as they are. Other signs of ASCII in their wide form, which no reader of the language stumbles over: its own escapes are not
    /// undone everywhere.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in Printable.Text(text))
        {
            bool isPlain = char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or '_' or '-' or '(' or ')' or '/';
            escaped.Append(isPlain ? c : c is > ' ' and <= '~' ? (char)(c + WideForms) : '?');
        }

        // These two words end a note.
        return escaped.ToString().Replace("end note", "end-note", StringComparison.OrdinalIgnoreCase);
    }
}
