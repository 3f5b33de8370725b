namespace MediaOps.Tool.Graph.Drawing;

/// <summary>Gives vertices their places: as near to their neighbours as their order and their widths allow.</summary>
internal static class Placing
{
    private const double Gap = 18;
    private const int Rounds = 24;

    /// <summary>Sets the horizontal places.</summary>
    public static void Spread(Vertex[][] rows)
    {
        foreach (Vertex[] row in rows)
        {
            Settle(row, [.. row.Select(_ => 0.0)], [.. row.Select(_ => 1.0)]);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (Vertex[] row in round % 2 == 0 ? rows : rows.Reverse())
            {
                Settle(row, [.. row.Select(Wish)], [.. row.Select(vertex => vertex.IsBend ? 1.0 : 2.0)]);
            }
        }

        double left = rows.SelectMany(row => row).Min(vertex => vertex.X - vertex.Left);
        foreach (Vertex vertex in rows.SelectMany(row => row))
        {
            vertex.X = Math.Round(vertex.X - left, 1);
        }
    }

    /// <summary>Sets the vertical places and returns the height of all.</summary>
    public static double Stack(Vertex[][] rows, double gap)
    {
        double y = 0;
        foreach (Vertex[] row in rows)
        {
            double height = row.Max(vertex => vertex.Height);
            foreach (Vertex vertex in row)
            {
                vertex.Y = y + (height / 2);
            }

            y += height + gap;
        }

        return y - gap;
    }

    // Bends pull harder, so that long arrows become straight.
    private static double Wish(Vertex vertex)
    {
        double sum = 0;
        double weights = 0;
        foreach (Vertex neighbour in vertex.Above.Concat(vertex.Below))
        {
            double weight = vertex.IsBend && neighbour.IsBend ? 4 : 1;
            sum += weight * neighbour.X;
            weights += weight;
        }

        return weights > 0 ? sum / weights : vertex.X;
    }

    /// <summary>
    /// The places nearest to the wishes (least squares) that keep order and distance. With distances taken off, that is a regression to a rising sequence:
    /// neighbours whose wishes are out of order are pooled and share their mean.
    /// </summary>
    private static void Settle(Vertex[] row, double[] wishes, double[] weights)
    {
        double[] offsets = new double[row.Length];
        var pools = new Stack<(double Sum, double Weight, int Count)>();
        for (int i = 0; i < row.Length; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + row[i - 1].Right + Gap + row[i].Left;
            (double Sum, double Weight, int Count) pool = (weights[i] * (wishes[i] - offsets[i]), weights[i], 1);
            while (pools.TryPeek(out var before) && before.Sum / before.Weight >= pool.Sum / pool.Weight)
            {
                pools.Pop();
                pool = (before.Sum + pool.Sum, before.Weight + pool.Weight, before.Count + pool.Count);
            }

            pools.Push(pool);
        }

        int at = 0;
        foreach ((double sum, double weight, int count) in pools.Reverse())
        {
            for (int i = 0; i < count; i++, at++)
            {
                row[at].X = (sum / weight) + offsets[at];
            }
        }
    }
}
