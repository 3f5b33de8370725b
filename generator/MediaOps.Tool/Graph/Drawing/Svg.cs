using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MediaOps.Schema;

namespace MediaOps.Tool.Graph.Drawing;

/// <summary>Draws a graph as SVG: no script, nothing from elsewhere, every text escaped by the XML writer.</summary>
internal sealed class Svg
{
    private const double Margin = 24;
    private const double TitleHeight = 34;
    private const double PortGap = 20;

    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private readonly StateGraph _graph;
    private readonly Chart _chart;
    private readonly string _id;

    private Svg(StateGraph graph)
    {
        _graph = graph;
        _chart = Layout.Of(graph);
        _id = "mo-" + string.Concat((graph.Service + "-" + graph.Entity).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    /// <summary>The drawing as text.</summary>
    public static string Write(StateGraph graph)
    {
        XElement root = new Svg(graph).Draw();
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Replace }))
        {
            root.WriteTo(writer);
        }

        return text + "\n";
    }

    private XElement Draw()
    {
        var key = SvgKey.Of(_graph, Math.Max(_chart.Width, 360));
        double width = Math.Ceiling(Math.Max(_chart.Width, key.Width) + (2 * Margin));
        double height = Math.Ceiling(TitleHeight + _chart.Height + key.Height + (2 * Margin));
        double left = (width - (2 * Margin) - _chart.Width) / 2;
        return new XElement(
            Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{_id}-title {_id}-desc"),
            new XElement(Namespace + "title", new XAttribute("id", _id + "-title"), Clean($"{_graph.Entity} of {_graph.Service}: states and actions")),
            new XElement(Namespace + "desc", new XAttribute("id", _id + "-desc"), Clean(Description())),
            new XElement(Namespace + "style", SvgStyle.Sheet),
            new XElement(Namespace + "defs", Head("head", "mo-head"), Head("failure", "mo-head-failure")),
            Shape("rect", "mo-paper", ("width", width), ("height", height)),
            Text(Margin, Margin + 12, "mo-text mo-title", _graph.Entity),
            Group(Margin + left, Margin + TitleHeight, [.. Lines(), .. _chart.Nodes.SelectMany(Draw)]),
            Group(Margin, Margin + TitleHeight + _chart.Height, [.. key.Draw()]));
    }

    /// <summary>The drawing in words, for those who do not see it.</summary>
    private string Description() => string.Join(' ', Arrow.Of(_graph).Select(arrow =>
    {
        string from = arrow.From switch { null => "The beginning", StateGraph.AnyState => "Any state", _ => arrow.From };
        string by = arrow.Labels.Count == 0 ? string.Empty : ": " + string.Join(", ", arrow.Labels.Select(label => label.Text + (label.Inferred ? " (inferred)" : string.Empty)));
        return $"{from} to {arrow.To}{by}.";
    }));

    private IEnumerable<XElement> Lines()
    {
        Dictionary<(Line, Node), double> ports = Ports();
        IEnumerable<XElement> paths = _chart.Lines.Select(line => Path(line, ports[(line, line.From)], ports[(line, line.To)]));
        IEnumerable<XElement> texts = _chart.Lines.Where(line => line.Arrow.Labels.Count > 0).SelectMany(line => Labels(line.LabelAt.X, line.LabelAt.Y, line.Arrow.Labels, "mo-text mo-label", ground: true));
        return paths.Concat(texts);
    }

    /// <summary>Arrows at one side of a box stand beside each other, in the order in which they arrive.</summary>
    private Dictionary<(Line, Node), double> Ports()
    {
        var ports = new Dictionary<(Line, Node), double>();
        var ends = _chart.Lines.SelectMany(line => new[]
        {
            (Node: line.Rises ? line.To : line.From, Below: true, Line: line, Next: line.Way[0].X),
            (Node: line.Rises ? line.From : line.To, Below: false, Line: line, Next: line.Way[^1].X),
        });
        foreach (var side in ends.GroupBy(end => (end.Node, end.Below)))
        {
            var arriving = side.OrderBy(end => end.Next).ToArray();
            double gap = Math.Min(PortGap, (side.Key.Node.BoxWidth - 16) / arriving.Length);
            for (int i = 0; i < arriving.Length; i++)
            {
                ports[(arriving[i].Line, side.Key.Node)] = side.Key.Node.Vertex.X + ((i - ((arriving.Length - 1) / 2.0)) * gap);
            }
        }

        return ports;
    }

    private static XElement Path(Line line, double from, double to)
    {
        (double X, double Y)[] way = [.. line.Way.Select(bend => (bend.X, bend.Y))];
        (double X, double Y) start = (from, Edge(line.From, below: !line.Rises));
        (double X, double Y) end = (to, Edge(line.To, below: line.Rises));
        (double X, double Y)[] points = [start, .. line.Rises ? way.Reverse() : way, end];
        string path = $"M{Point(start)}";
        for (int i = 0; i + 1 < points.Length; i++)
        {
            double reach = (points[i + 1].Y - points[i].Y) / 3;
            path += $" C{Point((points[i].X + (Slope(points, i) * reach), points[i].Y + reach))} {Point((points[i + 1].X - (Slope(points, i + 1) * reach), points[i + 1].Y - reach))} {Point(points[i + 1])}";
        }

        return Stroke(line.Arrow.Kind, path);
    }

    /// <summary>How far an arrow goes aside at a point for each step down: not at all at its ends, else as from the point before to the one after.</summary>
    private static double Slope((double X, double Y)[] points, int at) => at == 0 || at == points.Length - 1
        ? 0
        : (points[at + 1].X - points[at - 1].X) / (points[at + 1].Y - points[at - 1].Y);

    private static double Edge(Node node, bool below)
    {
        double half = node.Name.Length == 0 ? node.Vertex.Height / 2 : Layout.BoxHeight / 2;
        return node.Vertex.Y + (below ? half : -half);
    }

    private static IEnumerable<XElement> Draw(Node node)
    {
        (double x, double y) = (node.Vertex.X, node.Vertex.Y);
        if (node.Name.Length == 0)
        {
            return [Shape("circle", "mo-dot", ("cx", x), ("cy", y), ("r", 7))];
        }

        double right = x + (node.BoxWidth / 2);
        IEnumerable<XElement> loops = node.Loops.Count == 0
            ? []
            : [
                Stroke(TransitionKind.Call, $"M{Point((right, y - 7))} C{Point((right + 26, y - 18))} {Point((right + 26, y + 18))} {Point((right, y + 7))}"),
                .. Labels(right + Layout.LoopReach, y, node.Loops, "mo-text", ground: false),
            ];
        return [Box(x, y, node.BoxWidth, Layout.BoxHeight, node.Kind), Text(x, y + 4.5, "mo-text mo-name", node.Name), .. loops];
    }

    /// <summary>The box of a state.</summary>
    public static XElement Box(double x, double y, double width, double height, StateKind? kind)
    {
        string style = kind switch
        {
            StateKind.Stable => "mo-box",
            StateKind.Transitional => "mo-box mo-passing",
            StateKind.Fault => "mo-box mo-fault",
            StateKind.Gone => "mo-box mo-gone",
            _ => "mo-any",
        };
        return Shape("rect", style, ("x", x - (width / 2)), ("y", y - (height / 2)), ("width", width), ("height", height), ("rx", kind is StateKind.Stable or StateKind.Fault ? 6 : height / 2));
    }

    /// <summary>A line with a head.</summary>
    public static XElement Stroke(TransitionKind kind, string path) => new(
        Namespace + "path",
        new XAttribute("class", kind switch { TransitionKind.Failure => "mo-line mo-failure", TransitionKind.Spontaneous => "mo-line mo-itself", _ => "mo-line" }),
        new XAttribute("marker-end", kind == TransitionKind.Failure ? "url(#mo-failure)" : "url(#mo-head)"),
        new XAttribute("d", path));

    /// <summary>A text at a place.</summary>
    public static XElement Text(double x, double y, string style, string text) => new(
        Namespace + "text", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("class", style), Clean(text));

    /// <summary>A point of a path.</summary>
    public static string Point((double X, double Y) point) => Number(point.X) + "," + Number(point.Y);

    private static IEnumerable<XElement> Labels(double x, double y, IReadOnlyList<Label> labels, string style, bool ground)
    {
        double top = y - (labels.Count * TextSize.LineHeight / 2);
        if (ground)
        {
            double width = labels.Max(label => TextSize.Width(label.Text)) + 4;
            yield return Shape("rect", "mo-paper", ("x", x - (width / 2)), ("y", top), ("width", width), ("height", labels.Count * TextSize.LineHeight));
        }

        for (int i = 0; i < labels.Count; i++)
        {
            string inferred = labels[i].Inferred ? " mo-inferred" : string.Empty;
            yield return Text(x, top + (i * TextSize.LineHeight) + 12, style + inferred, labels[i].Text + (labels[i].Inferred ? "*" : string.Empty));
        }
    }

    private static XElement Shape(string name, string style, params (string Name, double Value)[] measures) =>
        new(Namespace + name, new XAttribute("class", style), measures.Select(measure => new XAttribute(measure.Name, Number(measure.Value))));

    private static XElement Group(double x, double y, IReadOnlyList<XElement> content) =>
        new(Namespace + "g", new XAttribute("transform", $"translate({Number(x)} {Number(y)})"), content);

    private static XElement Head(string name, string style) => new(
        Namespace + "marker",
        new XAttribute("id", "mo-" + name),
        new XAttribute("viewBox", "0 0 10 10"),
        new XAttribute("refX", "9"),
        new XAttribute("refY", "5"),
        new XAttribute("markerWidth", "7"),
        new XAttribute("markerHeight", "7"),
        new XAttribute("orient", "auto"),
        new XElement(Namespace + "path", new XAttribute("class", style), new XAttribute("d", "M0,0 L10,5 L0,10 z")));

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Concat(Printable.Text(text).Select(c => XmlConvert.IsXmlChar(c) ? c : '?'));
}
