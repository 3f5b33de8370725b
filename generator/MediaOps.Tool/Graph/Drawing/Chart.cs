using MediaOps.Schema;

namespace MediaOps.Tool.Graph.Drawing;

/// <summary>A point that the drawing has a place for: a state, where an arrow begins that no state does, or a bend of an arrow.</summary>
internal sealed class Vertex
{
    /// <summary>The row, from the top; states stand in even rows, what is written on arrows in odd ones.</summary>
    public int Row { get; set; }

    /// <summary>The middle.</summary>
    public double X { get; set; }

    /// <summary>The middle.</summary>
    public double Y { get; set; }

    /// <summary>How far it reaches to the left of its middle.</summary>
    public required double Left { get; init; }

    /// <summary>How far it reaches to the right of its middle.</summary>
    public required double Right { get; init; }

    /// <summary>How high it is.</summary>
    public required double Height { get; init; }

    /// <summary>Neighbours in the row above.</summary>
    public List<Vertex> Above { get; } = [];

    /// <summary>Neighbours in the row below.</summary>
    public List<Vertex> Below { get; } = [];

    /// <summary>Whether it is a bend only.</summary>
    public bool IsBend { get; init; }
}

/// <summary>A state with its vertex, and the arrows that lead from it to itself.</summary>
/// <param name="Name">The name; empty for the beginning of all.</param>
/// <param name="Kind">The kind; null for what is no state.</param>
/// <param name="Vertex">Its place.</param>
/// <param name="BoxWidth">The width of its box.</param>
/// <param name="Loops">What leads from it to itself.</param>
internal sealed record Node(string Name, StateKind? Kind, Vertex Vertex, double BoxWidth, IReadOnlyList<Label> Loops);

/// <summary>An arrow with its way.</summary>
/// <param name="Arrow">The arrow.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Way">The bends from the upper end to the lower one, without the ends.</param>
/// <param name="LabelAt">The bend where its text stands.</param>
/// <param name="Rises">Whether it leads upwards.</param>
internal sealed record Line(Arrow Arrow, Node From, Node To, IReadOnlyList<Vertex> Way, Vertex LabelAt, bool Rises);

/// <summary>A drawing with all places known.</summary>
internal sealed record Chart(IReadOnlyList<Node> Nodes, IReadOnlyList<Line> Lines, double Width, double Height);
