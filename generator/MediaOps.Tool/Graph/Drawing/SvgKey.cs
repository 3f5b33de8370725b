using System.Xml.Linq;
using MediaOps.Schema;

namespace MediaOps.Tool.Graph.Drawing;

/// <summary>What stands below a drawing: what actions need beside a state, and what the looks mean.</summary>
/// <param name="Sentences">What actions need.</param>
/// <param name="Entries">What the looks mean, each with its place.</param>
/// <param name="Width">The width of all.</param>
/// <param name="Height">The height of all.</param>
internal sealed record SvgKey(IReadOnlyList<string> Sentences, IReadOnlyList<SvgKey.Entry> Entries, double Width, double Height)
{
    private const double Above = 22;
    private const double RowHeight = 22;
    private const double SampleWidth = 34;
    private const int MaxSentence = 140;

    /// <summary>What is needed for a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="width">The width that there is.</param>
    public static SvgKey Of(StateGraph graph, double width)
    {
        string[] sentences = [.. graph.Conditions.Select(condition => Cut($"{string.Join(", ", condition.Actions)}: {condition.Text}."))];
        double y = Above + (sentences.Length * TextSize.LineHeight) + (sentences.Length > 0 ? 12 : 0);
        double x = 0;
        var entries = new List<Entry>();
        foreach ((StateKind? state, TransitionKind? line, string text) in Meanings(graph))
        {
            double room = (state is null && line is null ? 0 : SampleWidth + 6) + TextSize.Width(text) + 20;
            if (x > 0 && x + room > width)
            {
                (x, y) = (0, y + RowHeight);
            }

            entries.Add(new Entry(state, line, text, x, y));
            x += room;
        }

        return new SvgKey(sentences, entries, Math.Max(width, sentences.Select(TextSize.Width).DefaultIfEmpty(0).Max()), y + 10);
    }

    /// <summary>The sentences and samples.</summary>
    public IEnumerable<XElement> Draw()
    {
        for (int i = 0; i < Sentences.Count; i++)
        {
            yield return Svg.Text(0, Above + (i * TextSize.LineHeight), "mo-text", Sentences[i]);
        }

        foreach (Entry entry in Entries)
        {
            double text = entry.X;
            if (entry.State is not null || entry.Line is not null)
            {
                yield return entry.Line is { } line
                    ? Svg.Stroke(line, $"M{Svg.Point((entry.X, entry.Y))} L{Svg.Point((entry.X + SampleWidth, entry.Y))}")
                    : Svg.Box(entry.X + (SampleWidth / 2), entry.Y, SampleWidth, 14, entry.State);
                text += SampleWidth + 6;
            }

            yield return Svg.Text(text, entry.Y + 4.5, "mo-text mo-soft", entry.Text);
        }
    }

    /// <summary>Only what the drawing shows is explained.</summary>
    private static IEnumerable<(StateKind? State, TransitionKind? Line, string Text)> Meanings(StateGraph graph)
    {
        (StateKind, string)[] kinds = [(StateKind.Stable, "stays"), (StateKind.Transitional, "passes by itself"), (StateKind.Fault, "fault"), (StateKind.Gone, "gone")];
        (TransitionKind, string)[] lines = [(TransitionKind.Failure, "on failure"), (TransitionKind.Spontaneous, "without a call")];
        return kinds.Where(kind => graph.States.Any(state => state.Kind == kind.Item1)).Select(kind => ((StateKind?)kind.Item1, (TransitionKind?)null, kind.Item2))
            .Concat(lines.Where(line => graph.Transitions.Any(transition => transition.Kind == line.Item1)).Select(line => ((StateKind?)null, (TransitionKind?)line.Item1, line.Item2)))
            .Concat(graph.HasInferred ? [(null, null, "* inferred: no source states it")] : []);
    }

    private static string Cut(string text) => text.Length > MaxSentence ? text[..MaxSentence] + "..." : text;

    /// <summary>A sample and what it means.</summary>
    internal sealed record Entry(StateKind? State, TransitionKind? Line, string Text, double X, double Y);
}
