namespace MediaOps.Analyzers.Fuzzing.Comparison;

/// <summary>What the analyzer says of a program.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Line">The line, as people count.</param>
/// <param name="Text">The source that it points at.</param>
/// <param name="Message">What it says.</param>
internal sealed record Report(string Id, int Line, string Text, string Message)
{
    /// <summary>The rules that say that a call cannot succeed.</summary>
    public bool IsAboutCall => Id is "MOPS1001" or "MOPS1002" or "MOPS1003" or "MOPS1005" or "MOPS1006";

    /// <summary>The rule that says that a comparison cannot hold.</summary>
    public bool IsAboutTest => Id is "MOPS1008";

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Id} {Message}");
}
