using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Analyzers.Tests.Harness;

/// <summary>C# in which <c>{|MOPS1001:StopAsync|}</c> marks what must be reported there.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Marks">Where something must be reported.</param>
internal sealed partial record MarkedSource(string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>Takes the marks out of a text.</summary>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        ImmutableArray<Mark>.Builder marks = ImmutableArray.CreateBuilder<Mark>();
        int end = 0;
        foreach (Match match in Marking().Matches(marked))
        {
            text.Append(marked, end, match.Index - end);
            Group target = match.Groups["text"];
            marks.Add(new Mark(match.Groups["id"].Value, new TextSpan(text.Length, target.Length)));
            text.Append(target.Value);
            end = match.Index + match.Length;
        }

        text.Append(marked, end, marked.Length - end);
        string clean = text.ToString();
        return clean.Contains("{|", StringComparison.Ordinal) || clean.Contains("|}", StringComparison.Ordinal)
            ? throw new FormatException("A mark is not of the form {|MOPS1001:text|}.")
            : new MarkedSource(clean, marks.ToImmutable());
    }

    /// <summary>A mark as <see cref="Compiler.Describe"/> writes a diagnostic.</summary>
    public string Describe(Mark mark) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SourceText.From(Text).Lines.GetLinePosition(mark.Span.Start).Line + 1}: {mark.Id} at '{Text.AsSpan(mark.Span.Start, mark.Span.Length)}'");

    [GeneratedRegex(@"\{\|(?<id>MOPS[0-9]{4}):(?<text>.*?)\|\}", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Marking();
}

/// <summary>Where something must be reported.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Span">The place in the text without marks.</param>
internal readonly record struct Mark(string Id, TextSpan Span);
