using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MediaOps.Analyzers.Tests.Harness;

/// <summary>A page of <c>docs/rules</c>: headings, and the blocks of code below them.</summary>
/// <param name="Title">The first heading.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed partial record RulePage(string Title, ImmutableArray<PageBlock> Blocks)
{
    /// <summary>Reads a page.</summary>
    public static RulePage Read(string name)
    {
        string text = Resources.Read("Rules/" + name);
        string heading = "";
        ImmutableArray<PageBlock>.Builder blocks = ImmutableArray.CreateBuilder<PageBlock>();
        foreach (Match match in Part().Matches(text))
        {
            if (match.Groups["heading"].Success)
            {
                heading = match.Groups["heading"].Value;
            }
            else
            {
                blocks.Add(new PageBlock(heading, match.Groups["language"].Value, match.Groups["code"].Value));
            }
        }

        return new RulePage(text.Split('\n')[0].TrimStart('#', ' '), blocks.ToImmutable());
    }

    [GeneratedRegex(@"^## (?<heading>[^\n]*)$|^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Part();
}

/// <summary>A block of code in a page.</summary>
/// <param name="Heading">The heading that it stands below.</param>
/// <param name="Language">Its language.</param>
/// <param name="Code">The code.</param>
internal sealed record PageBlock(string Heading, string Language, string Code);
