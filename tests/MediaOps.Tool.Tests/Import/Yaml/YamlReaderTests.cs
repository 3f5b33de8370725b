using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void An_alias_is_what_its_anchor_names()
    {
        JsonSource source = YamlSource.Of("a: &x { b: [ 1 ] }\nc: *x\nd: &n name\n*n : e\n");

        Assert.Equal("""{"a":{"b":[1]},"c":{"b":[1]},"d":"name","name":"e"}""", source.Root.ToJsonString());
    }

    [Fact]
    public void An_anchor_may_be_given_again() =>
        Assert.Equal("""{"a":1,"b":1,"c":2,"d":2}""", YamlSource.Of("a: &x 1\nb: *x\nc: &x 2\nd: *x").Root.ToJsonString());

    [Theory]
    [InlineData("image/*:\n  a: 1", """{"image/*":{"a":1}}""")]
    [InlineData("image/*: { a: 1 }", """{"image/*":{"a":1}}""")]
    [InlineData("b: { image/*: { a: 1 } }", """{"b":{"image/*":{"a":1}}}""")]
    [InlineData("'*/*': { a: 1 }", """{"*/*":{"a":1}}""")]
    [InlineData("application/*json: a\nc: 1", """{"application/*json":"a","c":1}""")]
    [InlineData("a b*: 1", """{"a b*":1}""")]
    public void A_star_in_a_name_is_no_alias(string yaml, string json) => Assert.Equal(json, YamlSource.Of(yaml).Root.ToJsonString());

    [Theory]
    [InlineData("base: &b { x: 1, y: 2 }\nown:\n  <<: *b\n  y: 3", """{"x":1,"y":3}""")]
    [InlineData("base: &b { x: 1, y: 2 }\nown:\n  y: 3\n  <<: *b", """{"x":1,"y":3}""")]
    [InlineData("base: [ &b { x: 1 }, &c { x: 2, y: 2 } ]\nown:\n  <<: [ *b, *c ]\n  z: 3", """{"x":1,"y":2,"z":3}""")]
    [InlineData("base: [ &b { x: 1 }, &c { <<: *b, y: 2 } ]\nown:\n  <<: *c", """{"x":1,"y":2}""")]
    [InlineData("base: 1\nown:\n  <<: { x: 1 }", """{"x":1}""")]
    [InlineData("base: 1\nown:\n  <<: []\n  x: 1", """{"x":1}""")]
    [InlineData("base: 1\nown:\n  \"<<\": { x: 1 }", """{"\u003C\u003C":{"x":1}}""")]
    public void A_merge_key_brings_what_is_not_there(string yaml, string json) => Assert.Equal(json, YamlSource.Of(yaml).Root["own"]!.ToJsonString());

    [Theory]
    [InlineData("own:\n  <<: 1", 2, 3, "only objects can be merged")]
    [InlineData("own:\n  <<: [ { a: 1 }, 2 ]", 2, 3, "only objects can be merged")]
    [InlineData("a: 1\nb: 2\n\"a\": 3", 3, 1, "'a' is there twice")]
    [InlineData("a:\n  200: x\n  '200': y", 3, 3, "'200' is there twice")]
    [InlineData("a: *none", 1, 4, "no anchor 'none' stands before this alias")]
    [InlineData("a: *later\nb: &later 1", 1, 4, "no anchor 'later'")]
    [InlineData("a: &x\n  b: *x", 2, 6, "what 'x' names is a part of itself")]
    [InlineData("a: &x\n  - <<: *x", 2, 9, "what 'x' names is a part of itself")]
    [InlineData("? [ a ]\n: b", 1, 3, "cannot be the name of a member")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "a second document begins here")]
    [InlineData("a: !<tag:yaml.org,2002:python/object:os.system> x", 1, 4, "the tag 'tag:yaml.org,2002:python/object:os.system' says nothing in JSON")]
    [InlineData("a: !thing { b: 1 }", 1, 4, "the tag '!thing'")]
    [InlineData("a: !!binary aGk=", 1, 4, "the tag 'tag:yaml.org,2002:binary'")]
    [InlineData("a: !!set { b }", 1, 4, "the tag 'tag:yaml.org,2002:set'")]
    [InlineData("a:\n\tb: 1", 2, 1, "indented with a tab")]
    [InlineData("a:\n  b: 1\n  \tc: 1", 3, 3, "indented with a tab")]
    [InlineData("a: [ 1, 2", 2, 1, "the file is not YAML")]
    [InlineData("a: b: c", 1, 5, "the file is not YAML")]
    [InlineData("a:\n  -     : b\n    c:\n      d: 1", 3, 5, "a value is missing here")]
    [InlineData("a: @b", 1, 4, "the file is not YAML")]
    [InlineData("a: \"\\ud800\"", 1, 4, "the file is not YAML")]
    [InlineData("a: \"\\ud83dx\"", 1, 4, "the file is not YAML")]
    [InlineData("a: \"\\ud83d\\u0041\"", 1, 2, "the file is not YAML")]
    [InlineData("a: \"\\udc00\\ud83d\"", 1, 2, "the file is not YAML")]
    [InlineData("a: \"\\U0000d800\"", 1, 4, "the file is not YAML")]
    [InlineData("a: \"\\UFFFFFFFF\"", 1, 2, "the file is not YAML")]
    [InlineData("%YAML 9.9\n---\na: 1", 1, 1, "the file is not YAML")]
    [InlineData("", 1, 1, "the file is empty")]
    [InlineData("# nothing\n", 1, 1, "the file is empty")]
    [InlineData("- 1\n- 2", 1, 1, "the file holds YAML, but no object")]
    [InlineData("just words", 1, 1, "the file holds YAML, but no object")]
    public void What_is_no_description_is_refused_at_its_place(string yaml, int line, int column, string reason)
    {
        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of(yaml));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (refusal.Line, refusal.Column));
        Assert.DoesNotContain(refusal.Message, char.IsControl);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_are_written_out()
    {
        string bomb = "a0: &a0 [ lol, lol, lol, lol, lol, lol, lol, lol, lol, lol ]\n"
            + string.Concat(Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [ {string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))} ]\n"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of(bomb));

        Assert.Contains("with what its aliases repeat", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(7, refusal.Line);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void Merges_that_multiply_are_refused()
    {
        string members = string.Join(", ", Enumerable.Range(0, 10_000).Select(number => $"m{number}: 1"));
        string bomb = $"base: &b {{ {members} }}\nown:\n  <<: [ {string.Join(", ", Enumerable.Repeat("*b", 200))} ]\n";

        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of(bomb));

        Assert.Equal((3, 3), (refusal.Line, refusal.Column));
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{ a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    [InlineData("[\n", 100_000)]
    public void A_file_that_is_nested_too_deeply_is_refused(string opening, int times)
    {
        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of("a:\n - " + string.Concat(Enumerable.Repeat(opening, times))));

        Assert.Contains("depth", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_make_a_file_deep_are_refused()
    {
        string chain = "a0: &a0 [ 1 ]\n" + string.Concat(Enumerable.Range(1, 300).Select(level => $"a{level}: &a{level} [ *a{level - 1} ]\n"));

        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of(chain));

        Assert.Contains("depth", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(200, refusal.Line);
    }

    [Fact]
    public void What_is_nested_as_deeply_as_is_allowed_is_read() =>
        Assert.Equal(199, YamlSource.Of("a: " + new string('[', 199) + new string(']', 199)).Root.ToJsonString().Count(c => c == '['));

    [Theory]
    [InlineData("# c\n")]
    [InlineData("\n")]
    [InlineData("a")]
    [InlineData("'")]
    [InlineData("&a ")]
    [InlineData("!a ")]
    [InlineData("*a ")]
    [InlineData("%TAG !a! b\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData(",")]
    [InlineData("]")]
    [InlineData("a: ")]
    [InlineData("a ? ")]
    [InlineData("- a\n -")]
    [InlineData("\"\\\n")]
    [InlineData("|\n")]
    [InlineData("> \n ")]
    [InlineData("\t")]
    [InlineData("{a,")]
    [InlineData("[a: ")]
    [InlineData("'' : ")]
    [InlineData("\r")]
    public void What_is_repeated_without_end_has_one(string part)
    {
        foreach (string before in new[] { "", "a: ", "a: [", "a:\n  ", "a: \"", "a: |\n  ", "%", "- " })
        {
            try
            {
                Assert.NotNull(YamlSource.Of(before + string.Concat(Enumerable.Repeat(part, 20_000))));
            }
            catch (SourceException refusal)
            {
                Assert.NotEmpty(refusal.Message);
            }
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_at_their_place()
    {
        SourceException refusal = Assert.Throws<SourceException>(() => YamlSource.Of([.. "a: 1\n\u00e9: "u8, 0xC3, 0x28]));

        Assert.Contains("UTF-8", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((2, 4), (refusal.Line, refusal.Column));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        JsonSource source = YamlSource.Of([.. "\uFEFF"u8, .. "a:\n  b: 1"u8]);

        Assert.Equal("""{"a":{"b":1}}""", source.Root.ToJsonString());
        Assert.Equal((1, 1), source.PlaceOf("#/a"));
    }

    [Fact]
    public void Places_are_those_of_names_and_items()
    {
        JsonSource source = YamlSource.Of("""
            # a comment
            paths:
              /jobs/{id}:   # a name that has to be escaped in a pointer
                get: { tags: [ one, two ] }
                "a~b": >
                  folded
                  text
                é: 1
            shared: &s
              - x
              - y: 2
            again: *s
            """);

        Assert.Equal((1, 1), source.PlaceOf("#"));
        Assert.Equal((2, 1), source.PlaceOf("#/paths"));
        Assert.Equal((3, 3), source.PlaceOf("#/paths/~1jobs~1{id}"));
        Assert.Equal((4, 25), source.PlaceOf("#/paths/~1jobs~1{id}/get/tags/1"));
        Assert.Equal((5, 5), source.PlaceOf("#/paths/~1jobs~1{id}/a~0b"));
        Assert.Equal((8, 5), source.PlaceOf("#/paths/~1jobs~1{id}/é"));
        Assert.Equal((11, 5), source.PlaceOf("#/again/1/y"));
        Assert.Equal((4, 5), source.PlaceOf("#/paths/~1jobs~1{id}/get/nothing/there"));
        Assert.Equal((12, 1), source.PlaceOf("#/again/7"));
    }
}
