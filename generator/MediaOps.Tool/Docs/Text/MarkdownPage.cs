using System.Text;

namespace MediaOps.Tool.Docs;

/// <summary>Puts a document together: headings, paragraphs, tables. What it is given is Markdown already; see <see cref="Markdown"/> for texts of others.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();

    /// <summary>A heading.</summary>
    public MarkdownPage Heading(int level, string text) => Block(new string('#', level) + " " + text);

    /// <summary>A paragraph; nothing where it is empty.</summary>
    public MarkdownPage Paragraph(string text) => text.Length == 0 ? this : Block(text);

    /// <summary>A list; nothing where it is empty.</summary>
    public MarkdownPage List(IEnumerable<string> items) => Paragraph(string.Join("\n", items.Select(item => "- " + item)));

    /// <summary>A table; columns in which no row says anything are left out, and a table without rows is nothing.</summary>
    public MarkdownPage Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        if (all.Length == 0)
        {
            return this;
        }

        int[] kept = [.. Enumerable.Range(0, columns.Count).Where(column => Array.Exists(all, row => row[column].Length > 0))];
        IEnumerable<string> lines = all.Select(row => Row(kept.Select(column => row[column])))
            .Prepend(Row(kept.Select(_ => "---")))
            .Prepend(Row(kept.Select(column => columns[column])));
        return Block(string.Join("\n", lines));
    }

    /// <summary>Lines between fences; the lines must not hold a fence.</summary>
    public MarkdownPage Fence(string language, string lines) => Block("```" + language + "\n" + lines.TrimEnd('\n') + "\n```");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>A bar would end its cell, even inside of code.</summary>
    private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |";

    private MarkdownPage Block(string text)
    {
        _text.Append(_text.Length == 0 ? string.Empty : "\n").Append(text).Append('\n');
        return this;
    }
}
