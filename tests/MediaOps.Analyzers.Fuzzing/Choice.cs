namespace MediaOps.Analyzers.Fuzzing;

/// <summary>What is chosen by chance. Everything here follows from a seed.</summary>
internal static class Choice
{
    /// <summary>True with a probability.</summary>
    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>One of some.</summary>
    public static T One<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of some, or the default where there is none.</summary>
    public static T? OneOrDefault<T>(this Random random, IReadOnlyList<T> items) => items.Count == 0 ? default : random.One(items);

    /// <summary>One or more of some, each once, at most so many; none where there is none.</summary>
    public static IReadOnlyList<T> Some<T>(this Random random, IReadOnlyList<T> items, int most = int.MaxValue)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all.Length == 0 ? [] : [.. all.Take(random.Next(1, Math.Min(all.Length, most) + 1))];
    }
}
