namespace MediaOps.Analyzers;

/// <summary>Precautions of the analysis. All are always on but in the test that shows what each one prevents.</summary>
internal sealed record AnalyzerSwitches
{
    public static readonly AnalyzerSwitches Default = new();

    /// <summary>Handlers begin with what holds in the middle of a call.</summary>
    public bool ExceptionEdges { get; init; } = true;

    /// <summary>Acting on one object counts for all that can be the same entity.</summary>
    public bool MayAlias { get; init; } = true;

    /// <summary>What a task or an operation promised holds only if nothing happened in between.</summary>
    public bool VersionGuard { get; init; } = true;

    /// <summary>What other code has may be acted on by it.</summary>
    public bool Escapes { get; init; } = true;
}
