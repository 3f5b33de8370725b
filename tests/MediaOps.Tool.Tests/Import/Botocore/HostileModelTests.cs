using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>Models that want to be harmful: findings, in bounded time and memory.</summary>
public sealed class HostileModelTests
{
    [Fact]
    public void A_million_texts_make_no_enum()
    {
        Imported imported = Import("Codec", $$"""{ "type": "string", "enum": [ {{string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => "\"V" + i + "\""))}} ] }""");

        Assert.Equal("string", imported.Entity("Encoder").Properties.Single(property => property.Name == "Codec").Type);
        Assert.Contains(imported.Gaps.Kept, gap => gap.Rule == GapRules.Limit && gap.Origin.Pointer == "#/shapes/Codec/enum");
    }

    [Theory]
    [InlineData("""{ "type": "list", "member": { "shape": "Codec" } }""")]
    [InlineData("""{ "type": "map", "key": { "shape": "Codec" }, "value": { "shape": "Codec" } }""")]
    [InlineData("""{ "type": "list", "member": { "shape": "Nowhere" } }""")]
    [InlineData("""{ "type": "list" }""")]
    [InlineData("""{ "type": "dream" }""")]
    [InlineData("""{ }""")]
    public void A_shape_that_has_no_end_or_no_kind_is_json(string shape)
    {
        Imported imported = Import("Codec", shape);

        Assert.Equal("json", imported.Entity("Encoder").Properties.Single(property => property.Name == "Codec").Type);
        Assert.Contains(imported.Gaps.Kept, gap => gap.Rule == GapRules.Untyped);
    }

    [Fact]
    public void Types_that_require_each_other_in_a_long_circle_can_be_built()
    {
        const int Length = 9_000;
        string shapes = string.Join(',', Enumerable.Range(0, Length).Select(i =>
            $$"""{{(i == 0 ? "" : "\"P" + i + "\": ")}}{ "type": "structure", "required": [ "Next" ], "members": { "Next": { "shape": "{{(i == Length - 1 ? "Codec" : "P" + (i + 1))}}" } } }"""));

        Imported imported = Import("Codec", shapes);

        Assert.Empty(imported.Result.Errors);
        Assert.Equal(Length, imported.Service.Types.Count(type => type.Properties is [{ Name: "Next" }]));
        Assert.Contains(imported.Gaps.Kept, gap => gap.Rule == GapRules.Constraint);
    }

    [Theory]
    [InlineData("class", "Class")]
    [InlineData("3D Video!", "Member3DVideo")]
    [InlineData("\u0416\u0414", "Property")]
    [InlineData("ToString", "ToStringValue")]
    [InlineData("Encoder", "EncoderValue")]
    public void Names_that_are_no_CSharp_become_some_and_keep_their_own_on_the_wire(string name, string expected)
    {
        string text = Miniatures.Studio.Replace("\"Codec\": { \"shape\": \"Codec\", \"locationName\": \"codec\" }", $"\"{name}\": {{ \"shape\": \"Codec\", \"locationName\": \"codec\" }}", StringComparison.Ordinal);
        Imported imported = Imported.Of(text, assume: true);

        ScaffoldProperty property = imported.Entity("Encoder").Properties.Single(property => property.Wire == "codec");
        Assert.Equal(expected.Replace("Member", "Property", StringComparison.Ordinal), property.Name);
        Assert.Equal(string.Empty, string.Join("\n", imported.Findings()));
        Assert.Equal(string.Empty, string.Join("\n", imported.Problems()));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Nesting_without_end_is_no_model(char open)
    {
        string nested = open == '[' ? new string('[', 1_000_000) : string.Concat(Enumerable.Repeat("{\"a\":", 200_000));

        (Imported? imported, Gaps gaps) = Imported.Try(nested);

        Assert.Null(imported);
        Assert.Equal(GapRules.Unreadable, Assert.Single(gaps.Kept).Rule);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("\"text\"")]
    [InlineData("[ 1, \"a\", null, {}, [ {} ] ]")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{ \"\": {}, \"a\": 3, \"\\ud800\": {}, \"b\": \"\\udc00\" }")]
    public void Wherever_a_value_of_the_wrong_kind_stands_the_rest_is_imported(string wrong)
    {
        foreach (string word in new[] { "metadata", "operations", "shapes", "http", "input", "output", "errors", "members", "shape", "required", "enum", "member", "location", "locationName", "type", "min", "pattern" })
        {
            foreach (string text in Replaced(Miniatures.Studio, "\"" + word + "\": ", wrong).Take(3))
            {
                (Imported? imported, Gaps gaps) = Imported.Try(text, Miniatures.StudioWaiters, Miniatures.StudioPaginators, assume: true);

                Assert.True(imported is not null || word == "metadata", word);
                Assert.Empty(imported?.Result.Errors ?? []);
                Assert.NotEmpty(gaps.Kept);
            }
        }
    }

    [Fact]
    public void So_many_operations_as_there_may_be_are_laid_out_at_once()
    {
        string operations = string.Join(',', Enumerable.Range(0, 20_000).Select(i =>
            $$"""{{(i == 0 ? "" : "\"DescribeThing" + i + "\": ")}}{ "http": { "method": "GET", "requestUri": "/things{{i}}/{id}" }, "output": { "shape": "Take" } }"""));
        string text = Miniatures.Studio.Replace("\"operations\": {", "\"operations\": { \"DescribeThing\": " + operations + ",", StringComparison.Ordinal);

        Imported imported = Imported.Of(text);

        Assert.True(imported.Service.Entities.Count <= Limits.Entities);
        Assert.Contains(imported.Gaps.Kept, gap => gap.Rule == GapRules.Limit);
    }

    [Theory]
    [InlineData("/a b")]
    [InlineData("/../secret")]
    [InlineData("/prod/{}")]
    [InlineData("/prod/{a}{b}")]
    [InlineData("/prod/{a")]
    [InlineData("/prod?list")]
    [InlineData("/prod/\\u0000")]
    [InlineData("/prod/'quoted'")]
    public void A_path_that_cannot_be_written_leaves_its_operation_out(string uri)
    {
        Imported imported = Imported.Of(Miniatures.Studio.Replace("/prod/batch/stop", uri, StringComparison.Ordinal), assume: true);

        Assert.DoesNotContain(imported.Service.Entities, entity => entity.Actions.Any(action => action.Name == "BatchStop"));
        Assert.Contains(imported.Gaps.Kept, gap => gap.Origin.Pointer == "#/operations/BatchStop");
        Assert.Equal(string.Empty, string.Join("\n", imported.Findings()));
    }

    private static Imported Import(string shape, string text)
    {
        int start = Miniatures.Studio.IndexOf($"\"{shape}\": {{ \"type\"", StringComparison.Ordinal);
        int end = Miniatures.Studio.IndexOf('\n', start);
        return Imported.Of(Miniatures.Studio[..start] + $"\"{shape}\": {text}," + Miniatures.Studio[end..], assume: true);
    }

    /// <summary>The text with one value after another replaced that stands behind a word.</summary>
    private static IEnumerable<string> Replaced(string text, string word, string value)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int start = at + word.Length;
            yield return text[..start] + value + text[EndOf(text, start)..];
        }
    }

    /// <summary>Where a value ends: at the bracket that closes it, or before the next comma or bracket.</summary>
    private static int EndOf(string text, int start)
    {
        int depth = 0;
        bool quoted = false;
        for (int i = start; ; i++)
        {
            char c = text[i];
            quoted ^= c == '"';
            if (quoted)
            {
                continue;
            }

            if (depth == 0 && c is ',' or '}' or ']')
            {
                return i;
            }

            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth == 0 && c is '}' or ']')
            {
                return i + 1;
            }
        }
    }
}
