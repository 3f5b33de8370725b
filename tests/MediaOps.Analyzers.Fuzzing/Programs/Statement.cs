using System.Collections.Immutable;

namespace MediaOps.Analyzers.Fuzzing.Programs;

/// <summary>A statement as text, with blocks in it that can be taken out one by one.</summary>
/// <param name="Text">The text before the blocks; may be empty.</param>
/// <param name="Sections">The blocks.</param>
/// <param name="Tail">The text after them; may be empty.</param>
internal sealed record Statement(string Text, ImmutableArray<Section> Sections, string Tail)
{
    /// <summary>A statement without blocks.</summary>
    public Statement(string text)
        : this(text, ImmutableArray<Section>.Empty, "")
    {
    }

    /// <summary>A head with a block.</summary>
    public Statement(string head, ImmutableArray<Statement> body, string tail = "")
        : this("", [new Section(head, body)], tail)
    {
    }
}

/// <summary>A block and what stands before it.</summary>
/// <param name="Head">What stands before it.</param>
/// <param name="Body">The statements in it.</param>
internal sealed record Section(string Head, ImmutableArray<Statement> Body);
