namespace MediaOps.Emulation;

/// <summary>How many entities of a kind there may be. A request that would exceed it, a create or an action that leads to <see cref="State"/>, is refused with the
/// service's code of the category <c>quota</c>.</summary>
/// <param name="Entity">The name of the kind, such as <c>Program</c>.</param>
/// <param name="Maximum">How many there may be at most; 0 or more.</param>
public sealed record EmulatorQuota(string Entity, int Maximum)
{
    /// <summary>The name of the state in which they are counted, those on the way to it included; null counts all.</summary>
    public string? State { get; init; }

    /// <summary>Whether the number is counted for each parent by itself, such as the programs of one channel.</summary>
    public bool PerParent { get; init; }
}
