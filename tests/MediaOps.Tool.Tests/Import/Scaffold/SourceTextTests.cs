using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("<p>Starts the <a href=\"x\">channel</a>.</p>\n", "Starts the channel.")]
    [InlineData("one\r\n\ttwo\u0085three", "one two three")]
    [InlineData("ends a comment */ \u2028 and a line", "ends a comment */ and a line")]
    [InlineData("turned\u202E round", "turned round")]
    public void Prose_is_one_line_without_markup(string text, string expected) => Assert.Equal(expected, SourceText.Prose(text));

    // An attribute could not hold it.
    [Fact]
    public void Half_a_pair_is_no_prose() => Assert.Equal("half a pair", SourceText.Prose("half a pair \ud83d"));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("<br/>")]
    public void Nothing_is_no_prose(string? text) => Assert.Null(SourceText.Prose(text));

    [Fact]
    public void Long_prose_ends_after_a_sentence()
    {
        string sentence = "It does this and that. ";

        string? prose = SourceText.Prose(string.Concat(Enumerable.Repeat(sentence, 100)));

        Assert.EndsWith("that.", prose, StringComparison.Ordinal);
        Assert.InRange(prose!.Length, 300, Limits.Description);
    }

    [Theory]
    [InlineData("a,b", "a.b")]
    [InlineData("@odata.nextLink", "['@odata.nextLink']")]
    [InlineData("properties,a.b", "properties.['a.b']")]
    [InlineData("a['b']", null)]
    [InlineData("größe", null)]
    public void A_way_on_the_wire_is_written_as_the_language_reads_it(string members, string? expected) =>
        Assert.Equal(expected, WirePath.Of(members.Split(',')));

    [Fact]
    public void An_origin_escapes_the_members_of_its_pointer() =>
        Assert.Equal("#/paths/~1a~0b/get", new Origin("f", "#").Below("paths", "/a~b", "get").Pointer);

    [Fact]
    public void Gaps_beyond_a_number_are_counted_and_their_texts_harmless()
    {
        var gaps = new Gaps();
        for (int i = 0; i < 10_000; i++)
        {
            gaps.Add(GapRules.LeftOut, new Origin("f", "#"), "\u001b[31m{0}", "reasons");
        }

        Assert.Equal(10_000, gaps.Count);
        Assert.Equal(Limits.GapsOfAKind, gaps.Kept.Count);
        Assert.Equal("'\\u001B[31m{0}' is left out: reasons.", gaps.Kept[0].Message);
    }

    [Fact]
    public void Every_kind_of_gap_has_an_id_of_its_own_in_order()
    {
        string[] ids = [.. GapRules.All.Select(rule => rule.Id)];

        Assert.Equal(Enumerable.Range(2001, ids.Length).Select(id => "MOPS" + id), ids);
        Assert.Equal(typeof(GapRules).GetProperties().Length - 1, ids.Length);
    }
}
