namespace MediaOps.Tool.Import;

/// <summary>A place in what is imported.</summary>
/// <param name="File">The path of the file as it was given.</param>
/// <param name="Pointer">The way to the member as a JSON pointer, such as <c>#/paths/~1channels/post</c>; empty for the file as a whole.</param>
/// <param name="Line">The line, counted from one; zero where it is not known.</param>
/// <param name="Column">The column, counted from one; zero where it is not known.</param>
internal readonly record struct Origin(string File, string Pointer, int Line = 0, int Column = 0)
{
    /// <summary>A member below this place. Its line is not known any more.</summary>
    public Origin Below(params ReadOnlySpan<string> members)
    {
        string pointer = Pointer.Length == 0 ? "#" : Pointer;
        foreach (string member in members)
        {
            pointer += "/" + member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        }

        return this with { Pointer = pointer, Line = 0, Column = 0 };
    }
}
