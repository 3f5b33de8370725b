using System.Collections.Immutable;
using System.Globalization;
using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Analyzers.Tests;

/// <summary>What the pages of the rules show is what happens.</summary>
public sealed class RulePageTests
{
    // On one line, so that the lines of a block are those that messages tell.
    private const string Before =
        "using Media.AzureV2; class Page { async Task Block(CloudMediaContext media, Channel channel, ChannelInput input, string assetId) { await Task.Yield(); ";

    public static TheoryData<string> Rules { get; } = [.. Descriptors.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Bad_code_is_reported_and_nothing_else_is_said(string id)
    {
        PageBlock[] bad = [.. RulePage.Read(id).Blocks.Where(block => block is { Heading: "Bad", Language: "csharp" })];

        Assert.NotEmpty(bad);
        foreach (PageBlock block in bad)
        {
            Assert.Equal([id], (await AnalyzeAsync(block)).Select(diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task All_other_code_is_not_reported(string id)
    {
        PageBlock[] good = [.. RulePage.Read(id).Blocks.Where(block => block is { Heading: not "Bad", Language: "csharp" })];

        Assert.NotEmpty(good);
        foreach (PageBlock block in good)
        {
            Assert.Empty(await AnalyzeAsync(block));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_message_that_is_shown_is_the_message_of_the_first_bad_code(string id)
    {
        ImmutableArray<PageBlock> blocks = RulePage.Read(id).Blocks;
        IEnumerable<string> messages = (await AnalyzeAsync(blocks.First(block => block.Heading == "Bad"))).Select(diagnostic =>
            diagnostic.DefaultSeverity.ToString().ToLowerInvariant() + " " + diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture) + "\n");

        Assert.Equal(string.Concat(messages), Assert.Single(blocks, block => block.Language == "text").Code);
    }

    [Fact]
    public void Each_rule_has_a_page_with_its_title_and_a_line_in_the_list_with_its_severity()
    {
        string list = Resources.Read("Rules/README");

        foreach (DiagnosticDescriptor rule in Descriptors.All.DistinctBy(rule => rule.Id, StringComparer.Ordinal))
        {
            string title = rule.Title.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(rule.Id + ": " + char.ToLowerInvariant(title[0]) + title[1..], RulePage.Read(rule.Id).Title);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {title} |\n", list, StringComparison.Ordinal);
            Assert.EndsWith("/docs/rules/" + rule.Id + ".md", rule.HelpLinkUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_code_in_the_list_of_rules_is_not_reported()
    {
        Assert.Empty(await AnalyzeAsync(Assert.Single(RulePage.Read("README").Blocks, block => block.Language == "csharp")));
    }

    [Fact]
    public async Task The_client_by_hand_is_checked_as_its_page_says()
    {
        ImmutableArray<PageBlock> blocks = RulePage.Read("by-hand").Blocks;
        CSharpCompilation client = Compiler.Library([Compiler.Parse(blocks[0].Code, "Client.cs")], null);
        CSharpCompilation use = Compiler.Library([Compiler.Parse(blocks[1].Code, "Use.cs")], null, Compiler.Emit(client, "Bakery"));
        Assert.Empty(Compiler.Errors(use.GetDiagnostics()));

        Assert.Empty(await Compiler.AnalyzeAsync(client));
        Assert.Equal(blocks[2].Code, string.Concat((await Compiler.AnalyzeAsync(use)).Select(Line)));

        static string Line(Diagnostic diagnostic) => string.Create(
            CultureInfo.InvariantCulture,
            $"line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(PageBlock block)
    {
        // A block may name a channel of its own as the parameter is named.
        string before = block.Code.Contains("var channel =", StringComparison.Ordinal) ? Before.Replace("Channel channel, ", "", StringComparison.Ordinal) : Before;
        Compilation compilation = Compiler.Library([Compiler.Parse(before + block.Code + " } }", "Page.cs")], null, Compiler.AmsV2);
        Assert.Empty(Compiler.Errors(compilation.GetDiagnostics()));
        return await Compiler.AnalyzeAsync(compilation);
    }
}
