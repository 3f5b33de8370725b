namespace MediaOps.Tool.Graph.Drawing;

/// <summary>Orders each row from left to right so that few arrows cross: each vertex moves to the middle of its neighbours, row by row, down and up again.</summary>
internal static class Ordering
{
    private const int Sweeps = 8;

    /// <summary>Orders the vertices within their rows.</summary>
    public static void Arrange(Vertex[][] rows)
    {
        long fewest = Crossings(rows);
        Vertex[][] best = Copy(rows);
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool down = sweep % 2 == 0;
            for (int i = 1; i < rows.Length; i++)
            {
                int row = down ? i : rows.Length - 1 - i;
                Dictionary<Vertex, int> places = Places(rows[down ? row - 1 : row + 1]);
                rows[row] = [.. rows[row].Select((vertex, index) => (vertex, at: Middle(down ? vertex.Above : vertex.Below, places, index))).OrderBy(pair => pair.at).Select(pair => pair.vertex)];
            }

            if (Crossings(rows) is var crossings && crossings < fewest)
            {
                (fewest, best) = (crossings, Copy(rows));
            }
        }

        best.CopyTo(rows, 0);
    }

    private static double Middle(List<Vertex> neighbours, Dictionary<Vertex, int> places, int otherwise) => neighbours.Count == 0 ? otherwise : neighbours.Average(neighbour => places[neighbour]);

    private static long Crossings(Vertex[][] rows)
    {
        long crossings = 0;
        for (int row = 0; row + 1 < rows.Length; row++)
        {
            Dictionary<Vertex, int> places = Places(rows[row + 1]);
            int[] ends = [.. rows[row].SelectMany(vertex => vertex.Below.Select(below => places[below]).Order())];
            for (int i = 0; i < ends.Length; i++)
            {
                for (int j = i + 1; j < ends.Length; j++)
                {
                    crossings += ends[i] > ends[j] ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    private static Dictionary<Vertex, int> Places(Vertex[] row) => row.Select((vertex, index) => (vertex, index)).ToDictionary(pair => pair.vertex, pair => pair.index);

    private static Vertex[][] Copy(Vertex[][] rows) => [.. rows.Select(row => row.ToArray())];
}
