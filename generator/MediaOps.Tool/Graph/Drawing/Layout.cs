using MediaOps.Schema;

namespace MediaOps.Tool.Graph.Drawing;

/// <summary>Lays a graph out in rows from top to bottom. The same graph gives the same drawing everywhere.</summary>
internal static class Layout
{
    /// <summary>The height of a state's box.</summary>
    public const double BoxHeight = 34;

    /// <summary>How far a loop reaches out beside its box before its text begins.</summary>
    public const double LoopReach = 30;

    private const double RowGap = 20;

    /// <summary>The drawing of a graph.</summary>
    public static Chart Of(StateGraph graph)
    {
        IReadOnlyList<Arrow> arrows = Arrow.Of(graph);
        IReadOnlyDictionary<string, int> rowOf = Rows.Of(graph, arrows);
        Dictionary<string, Node> nodes = Nodes(graph, arrows, rowOf);
        Line[] lines = [.. arrows.Where(arrow => arrow.From != arrow.To).Select(arrow => Connect(arrow, nodes[arrow.From ?? Rows.Start], nodes[arrow.To]))];

        Vertex[] all = [.. nodes.Values.Select(node => node.Vertex), .. lines.SelectMany(line => line.Way)];
        Vertex[][] rows = [.. all.GroupBy(vertex => vertex.Row).OrderBy(row => row.Key).Select(row => row.ToArray())];
        Ordering.Arrange(rows);
        Placing.Spread(rows);
        double height = Placing.Stack(rows, RowGap);
        return new Chart([.. nodes.Values], lines, all.Max(vertex => vertex.X + vertex.Right), height);
    }

    private static Dictionary<string, Node> Nodes(StateGraph graph, IReadOnlyList<Arrow> arrows, IReadOnlyDictionary<string, int> rowOf)
    {
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        if (arrows.Any(arrow => arrow.From is null))
        {
            nodes.Add(Rows.Start, new Node(Rows.Start, null, new Vertex { Left = 8, Right = 8, Height = 16, Row = 0 }, 16, []));
        }

        if (rowOf.ContainsKey(StateGraph.AnyState))
        {
            Add(StateGraph.AnyState, "any state", null, graph.Everywhere);
        }

        foreach (GraphState state in graph.States)
        {
            Add(state.Name, state.Name, state.Kind, [.. arrows.Where(arrow => arrow.From == state.Name && arrow.To == state.Name).SelectMany(arrow => arrow.Labels)]);
        }

        return nodes;

        void Add(string key, string name, StateKind? kind, IReadOnlyList<Label> loops)
        {
            double width = Math.Ceiling(Math.Max(84, TextSize.Width(name) + 30));
            double reach = loops.Count == 0 ? 0 : LoopReach + loops.Max(LabelWidth);
            var vertex = new Vertex
            {
                Row = 2 * rowOf[key],
                Left = width / 2,
                Right = (width / 2) + reach,
                Height = Math.Max(BoxHeight, loops.Count * TextSize.LineHeight),
            };
            nodes.Add(key, new Node(name, kind, vertex, width, loops));
        }
    }

    /// <summary>An arrow gets a bend in each row between its ends, and its text the one in the middle.</summary>
    private static Line Connect(Arrow arrow, Node from, Node to)
    {
        bool rises = from.Vertex.Row > to.Vertex.Row;
        (Vertex upper, Vertex lower) = rises ? (to.Vertex, from.Vertex) : (from.Vertex, to.Vertex);
        int labelRow = ((upper.Row + lower.Row) / 2) | 1;
        double half = arrow.Labels.Count == 0 ? 4 : (arrow.Labels.Max(LabelWidth) / 2) + 4;
        var way = new List<Vertex>();
        Vertex last = upper;
        for (int row = upper.Row + 1; row < lower.Row; row++)
        {
            bool holdsText = row == labelRow;
            var bend = new Vertex
            {
                Row = row,
                Left = holdsText ? half : 4,
                Right = holdsText ? half : 4,
                Height = holdsText ? Math.Max(20, arrow.Labels.Count * TextSize.LineHeight) : 20,
                IsBend = true,
            };
            Join(last, bend);
            way.Add(bend);
            last = bend;
        }

        Join(last, lower);
        return new Line(arrow, from, to, way, way.Single(bend => bend.Row == labelRow), rises);
    }

    private static void Join(Vertex above, Vertex below)
    {
        above.Below.Add(below);
        below.Above.Add(above);
    }

    private static double LabelWidth(Label label) => TextSize.Width(label.Text) + (label.Inferred ? 8 : 0);
}
