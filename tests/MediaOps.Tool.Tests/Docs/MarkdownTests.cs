using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Docs;
using MediaOps.Tool.Docs.Pages;

namespace MediaOps.Tool.Tests.Docs;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[click](http://bad)", @"\[click\](http\://bad)")]
    [InlineData("see https://bad.example", @"see https\://bad.example")]
    [InlineData("www.bad.example", @"www\.bad.example")]
    [InlineData("# big", @"\# big")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("*a* _b_ ~c~ `d` $e$", @"\*a\* \_b\_ \~c\~ \`d\` \$e\$")]
    [InlineData("&copy; \\*", @"&amp;copy; \\\*")]
    [InlineData("one\r\n\r\n# two", "one # two")]
    [InlineData("turn\u202Earound\u0007", "turnaround")]
    [InlineData("1 to 32 characters; not 3.5 (of 7)", "1 to 32 characters; not 3.5 (of 7)")]
    public void A_text_is_read_as_it_stands(string text, string markdown) => Assert.Equal(markdown, Markdown.Text(text));

    [Theory]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a\nb", "`a b`")]
    [InlineData("", "")]
    public void Code_has_a_fence_that_its_text_cannot_end(string text, string markdown) => Assert.Equal(markdown, Markdown.Code(text));

    [Fact]
    public void A_bar_does_not_end_a_cell()
    {
        string table = new MarkdownPage().Table(["A", "B"], [[Markdown.Code("a|b"), Markdown.Text("c|d")]]).ToString();

        Assert.Equal("| A | B |\n| --- | --- |\n| `a\\|b` | c\\|d |\n", table);
    }

    [Fact]
    public void A_column_that_says_nothing_is_left_out() =>
        Assert.Equal("| A |\n| --- |\n| a |\n", new MarkdownPage().Table(["A", "B"], [["a", ""]]).ToString());

    [Fact]
    public void No_text_of_a_schema_makes_a_line_of_its_own_in_a_document()
    {
        const string hostile = """# title | x | <img src=x> [a](javascript:x)""";
        SchemaText[] files =
        [
            Schemas.SmallService(),
            Schemas.SmallEntity("Encoder", properties: $$"""
                "Note": { "type": "string", "description": "{{hostile}}", "default": "`|`", "pattern": "^[`|]+$" },
                """).With("\"entity\": \"Encoder\",", $"\"entity\": \"Encoder\", \"description\": \"{hostile}\","),
        ];
        SchemaService service = Assert.Single(SchemaSet.Load(files.Select(file => (file.Path, file.Text!))).Services);

        string[] lines = EntityPage.Of(service, service.Entities[0]).Split('\n');

        Assert.DoesNotContain(lines, line => line.StartsWith("# title", StringComparison.Ordinal) || line.Contains("<img", StringComparison.Ordinal) || line.Contains("[a](javascript", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(@"\# title | x | &lt;img src=x&gt; \[a\](javascript:x)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("| Note | ", StringComparison.Ordinal) && line.EndsWith(@"\# title \| x \| &lt;img src=x&gt; \[a\](javascript:x) |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.25, "250 ms")]
    [InlineData(30, "30 s")]
    [InlineData(1.9, "1.9 s")]
    [InlineData(90, "1 min 30 s")]
    [InlineData(3600, "1 h")]
    [InlineData(90000, "25 h")]
    public void A_duration_is_said_as_people_say_it(double seconds, string words) => Assert.Equal(words, Words.Duration(TimeSpan.FromSeconds(seconds)));
}
