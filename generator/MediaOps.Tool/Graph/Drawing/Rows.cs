using MediaOps.Schema;

namespace MediaOps.Tool.Graph.Drawing;

/// <summary>
/// Gives each state a row, so that a life reads from top to bottom: states that stay by the number of calls that lead to them, states that pass between those they lie
/// between. No arrow lies within one row.
/// </summary>
internal static class Rows
{
    /// <summary>The name of the beginning of all.</summary>
    public const string Start = "";

    /// <summary>The rows by name, from 0.</summary>
    public static IReadOnlyDictionary<string, int> Of(StateGraph graph, IReadOnlyList<Arrow> arrows)
    {
        string[] names = [.. graph.States.Select(state => state.Name)];
        (string From, string To)[] pairs = [.. arrows
            .Select(arrow => (From: arrow.From ?? Start, arrow.To))
            .Where(pair => pair.From != pair.To && pair.From != StateGraph.AnyState)
            .Distinct()];
        Dictionary<string, double> heights = Heights(graph, pairs);
        string[] order = [Start, .. names.OrderBy(name => heights[name])];
        var position = order.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        ILookup<string, string> upper = pairs
            .Select(pair => position[pair.From] < position[pair.To] ? pair : (From: pair.To, To: pair.From))
            .Distinct()
            .ToLookup(pair => pair.To, pair => pair.From, StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in order)
        {
            rows[name] = upper[name].Select(above => rows[above] + 1).DefaultIfEmpty(name == Start ? 0 : 1).Max();
        }

        if (arrows.Where(arrow => arrow.From == StateGraph.AnyState).Select(arrow => rows[arrow.To]).ToArray() is { Length: > 0 } targets)
        {
            rows[StateGraph.AnyState] = Math.Max(targets.Min() - 1, 0);
        }
        else if (graph.Everywhere.Count > 0)
        {
            rows[StateGraph.AnyState] = 0;
        }

        return rows;
    }

    /// <summary>Roughly how far down each state belongs.</summary>
    private static Dictionary<string, double> Heights(StateGraph graph, IReadOnlyList<(string From, string To)> pairs)
    {
        Dictionary<string, int> distances = Distances(graph);
        Dictionary<string, double> heights = distances.ToDictionary(pair => pair.Key, pair => (double)pair.Value, StringComparer.Ordinal);
        heights[Start] = -1;

        // States that pass may follow each other, so that some are known only after others.
        for (int round = 0; round < graph.States.Count && heights.Count <= graph.States.Count; round++)
        {
            foreach (string name in graph.States.Select(state => state.Name).Where(name => !distances.ContainsKey(name)))
            {
                double[] before = [.. pairs.Where(pair => pair.To == name && heights.ContainsKey(pair.From)).Select(pair => heights[pair.From])];
                double[] after = [.. pairs.Where(pair => pair.From == name && heights.ContainsKey(pair.To)).Select(pair => heights[pair.To])];
                if (before.Length > 0)
                {
                    heights[name] = after.Length > 0 && after.Max() != before.Min() ? (before.Min() + after.Max()) / 2 : before.Min() + 0.5;
                }
            }
        }

        foreach (string name in graph.States.Select(state => state.Name))
        {
            heights.TryAdd(name, graph.States.Count);
        }

        return heights;
    }

    /// <summary>For each state that stays, how many calls after the first such state it comes.</summary>
    private static Dictionary<string, int> Distances(StateGraph graph)
    {
        HashSet<string> stays = [.. graph.States.Where(state => state.Kind != StateKind.Transitional).Select(state => state.Name)];
        ILookup<string, string> next = Steps(graph, stays).ToLookup(step => step.From, step => step.To, StringComparer.Ordinal);
        var distances = new Dictionary<string, int>(StringComparer.Ordinal);
        string? first = next[Start].FirstOrDefault() ?? stays.FirstOrDefault();
        foreach (string root in (first is null ? [] : new[] { first }).Concat(next[Start]).Concat(graph.States.Select(state => state.Name).Where(stays.Contains)))
        {
            var queue = new Queue<string>();
            if (distances.TryAdd(root, 0))
            {
                queue.Enqueue(root);
            }

            while (queue.TryDequeue(out string? at))
            {
                foreach (string to in next[at].Where(to => distances.TryAdd(to, distances[at] + 1)))
                {
                    queue.Enqueue(to);
                }
            }
        }

        return distances;
    }

    /// <summary>From a state that stays to the next ones, through those that pass.</summary>
    private static IEnumerable<(string From, string To)> Steps(StateGraph graph, HashSet<string> stays)
    {
        ILookup<string, Transition> from = graph.Transitions.ToLookup(transition => transition.From ?? Start, StringComparer.Ordinal);
        foreach (string start in stays.Prepend(Start))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var passing = new Queue<string>([start]);
            while (passing.TryDequeue(out string? at))
            {
                foreach (Transition step in from[at].Where(step => seen.Add(step.To)))
                {
                    if (stays.Contains(step.To))
                    {
                        yield return (start, step.To);
                    }
                    else
                    {
                        passing.Enqueue(step.To);
                    }
                }
            }
        }
    }
}
