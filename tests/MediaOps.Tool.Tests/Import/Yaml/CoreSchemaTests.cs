using System.Text.Json.Nodes;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Yaml;

/// <summary>Scalars mean what the core schema of YAML 1.2 says, which is not what YAML 1.1 said.</summary>
public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("nULL", "\"nULL\"")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("12", "12")]
    [InlineData("+12", "12")]
    [InlineData("-0", "-0")]
    [InlineData("007", "7")]
    [InlineData("-010", "-10")]
    [InlineData("0o17", "15")]
    [InlineData("0o18", "\"0o18\"")]
    [InlineData("0o", "\"0o\"")]
    [InlineData("0o1777777777777777777777", "18446744073709551615")]
    [InlineData("0o7777777777777777777777", "\"0o7777777777777777777777\"")]
    [InlineData("0xFf", "255")]
    [InlineData("0x", "\"0x\"")]
    [InlineData("0x1_0", "\"0x1_0\"")]
    [InlineData("0xFFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFFF\"")]
    [InlineData("99999999999999999999999999", "99999999999999999999999999")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1.50", "1.50")]
    [InlineData("1.", "1.0")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("00.50", "0.50")]
    [InlineData("1e3", "1e3")]
    [InlineData("1.E+05", "1.0E+05")]
    [InlineData("1e", "\"1e\"")]
    [InlineData("1e+", "\"1e\\u002B\"")]
    [InlineData(".", "\".\"")]
    [InlineData("+", "\"\\u002B\"")]
    [InlineData(".e1", "\".e1\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("2024-05-01", "\"2024-05-01\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("! 12", "\"12\"")]
    [InlineData("!!int 12", "12")]
    [InlineData("!!float '1.5'", "1.5")]
    [InlineData("!!seq [ 1 ]", "[1]")]
    [InlineData("!!map { a: 1 }", "{\"a\":1}")]
    [InlineData("|\n  two\n  lines", "\"two\\nlines\"")]
    [InlineData(">-\n  one\n  line", "\"one line\"")]
    public void A_scalar_is_what_the_schema_says(string yaml, string json) => Assert.Equal(json, YamlSource.Of("a: " + yaml).Root["a"]?.ToJsonString() ?? "null");

    [Theory]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData("+.Inf")]
    [InlineData(".NaN")]
    public void A_number_that_JSON_does_not_have_is_refused_and_may_be_a_text(string number)
    {
        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of("a:\n  b: " + number));

        Assert.Contains($"JSON has no number '{number}'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((2, 6), (refusal.Line, refusal.Column));
        Assert.Equal(number, (string?)YamlSource.Of($"a: '{number}'").Root["a"]);
    }

    [Fact]
    public void Names_of_members_are_texts_as_they_are_written() =>
        Assert.Equal(["200", "0x1", "true", "null", "4.0", ""], YamlSource.Of("200: a\n0x1: b\ntrue: c\nnull: d\n4.0: e\n'': f").Root.Select(member => member.Key));

    [Fact]
    public void A_number_is_the_number_that_JSON_has()
    {
        JsonNode yaml = YamlSource.Of("a: 1.50").Root["a"]!;
        JsonNode json = JsonNode.Parse("1.50")!;

        Assert.True(JsonNode.DeepEquals(json, yaml));
        Assert.Equal(json.GetValue<decimal>(), yaml.GetValue<decimal>());
    }
}
