namespace MediaOps.Tool.Import;

/// <summary>A source that cannot be read at all.</summary>
internal sealed class SourceException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="line">The line, counted from one; zero where there is none.</param>
    /// <param name="column">The column, counted from one.</param>
    public SourceException(string message, int line = 0, int column = 0)
        : base(message) => (Line, Column) = (line, column);

    /// <summary>The line, counted from one; zero where there is none.</summary>
    public int Line { get; }

    /// <summary>The column, counted from one; zero where there is none.</summary>
    public int Column { get; }
}
