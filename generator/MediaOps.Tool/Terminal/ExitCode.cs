namespace MediaOps.Tool;

/// <summary>What the command tells whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>The question was answered with no: an error in a schema, a breaking change, a stale document.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong: an unknown option, a file that is not there.</summary>
    public const int Usage = 2;

    /// <summary>A file cannot be read as what it should be.</summary>
    public const int Unreadable = 3;

    /// <summary>The codes with their meanings, for people.</summary>
    /// <param name="findings">What <see cref="Findings"/> means for one command, or null for all of them.</param>
    public static IEnumerable<(string Code, string Text)> Meanings(string? findings) =>
    [
        ("0", "all is well"),
        ("1", findings ?? "the answer is no: an error in a schema, a breaking change, a stale document"),
        ("2", "the command line is wrong, or names what is not there"),
        ("3", "a file cannot be read or written"),
    ];
}
