using System.Text;
using System.Text.Json;

namespace MediaOps.Runtime.Tests.Operations;

public class JsonFieldsTests
{
    [Fact]
    public void Texts_are_found_by_dotted_and_quoted_paths_in_one_pass()
    {
        var fields = new JsonFields("State", "a.b.c", "['odata.error'].code", null, "n", "missing.x", "a.b");
        string?[] values = ["", "", "", "stale", "", "", ""];
        Assert.True(fields.Read("""{"a":{"x":[{"c":1}],"b":{"c":true}},"odata.error":{"code":"E"},"n":-1.5e3,"missing":[1],"State":"S"}"""u8, values));
        Assert.Equal("S|true|E||-1.5e3||", string.Join('|', values));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    public void A_body_that_is_no_object_holds_nothing(string json) => Assert.False(new JsonFields("a").Read(Encoding.UTF8.GetBytes(json), new string?[1]));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":"x"} x""")]
    [InlineData("""{"a":"x" """)]
    [InlineData("""{"a":"\ud800"}""")]
    public void A_body_that_is_no_JSON_or_broke_off_is_an_error(string json)
        => Assert.ThrowsAny<JsonException>(() => new JsonFields("a").Read(Encoding.UTF8.GetBytes(json), new string?[1]));

    [Fact]
    public void Nesting_without_end_is_an_error_and_not_a_crash()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"a":""", 100_000));
        Assert.ThrowsAny<JsonException>(() => new JsonFields("a.a.a").Read(Encoding.UTF8.GetBytes(deep), new string?[1]));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b", "a|b")]
    [InlineData("['a.b'].c", "a.b|c")]
    [InlineData("a['b.c']", "a|b.c")]
    public void A_path_is_split_into_names(string path, string expected) => Assert.Equal(expected, string.Join('|', JsonFields.Split(path)));

    [Theory]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("['a")]
    [InlineData("['']")]
    [InlineData("['a']b")]
    [InlineData("a[0]")]
    public void A_path_that_is_none_is_refused(string path) => Assert.Throws<ArgumentException>(() => JsonFields.Split(path));
}
