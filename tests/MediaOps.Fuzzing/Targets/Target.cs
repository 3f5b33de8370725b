using MediaOps.Fuzzing.Inputs;

namespace MediaOps.Fuzzing.Targets;

/// <summary>Something that reads what others wrote.</summary>
/// <param name="name">What it is called on the page.</param>
/// <param name="share">How many of a hundred inputs it is given.</param>
internal abstract class Target(string name, int share)
{
    public string Name { get; } = name;

    public int Share { get; } = share;

    /// <summary>Makes an input.</summary>
    public abstract Input Next(Random random);

    /// <summary>Reads an input. What it may throw, it catches itself; whatever comes out is a defect.</summary>
    /// <returns>Whether the input was taken for good.</returns>
    public abstract bool Take(Input input);
}
