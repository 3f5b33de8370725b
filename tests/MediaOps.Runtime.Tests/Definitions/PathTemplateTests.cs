namespace MediaOps.Runtime.Tests.Definitions;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("Channels('{Id}')/Start", "nb:chid:UUID:1", "Channels('nb%3Achid%3AUUID%3A1')/Start")]
    [InlineData("Channels('{Id}')", "O'Brien", "Channels('O%27%27Brien')")]
    [InlineData("Channels('{Id}')", "x')/Delete?a=b#c", "Channels('x%27%27%29%2FDelete%3Fa%3Db%23c')")]
    [InlineData("channels/{Id}/start", "a/b'c", "channels/a%2Fb%27c/start")]
    [InlineData("channels/{Id}", "%2e%2e", "channels/%252e%252e")]
    [InlineData("channels/{Id}", "ü", "channels/%C3%BC")]
    [InlineData("Channels", "ignored", "Channels")]
    public void A_value_can_name_nothing_but_one_key_or_segment(string template, string value, string path) =>
        Assert.Equal(path, PathTemplate.Parse(template).Expand(PathValues.Of("Id", value)));

    [Theory]
    [InlineData("{+Name}:start", "projects/p/channels/a b", "projects/p/channels/a%20b:start")]
    [InlineData("{Group}/events/{Name}", "e", "g/events/e")]
    [InlineData("('{Group}')/{Name}", "e", "('g')/e")]
    public void A_path_has_any_number_of_places(string template, string name, string path) =>
        Assert.Equal(path, PathTemplate.Parse(template).Expand(PathValues.Of("Name", name).With("Group", "g")));

    [Theory, InlineData("a/../b"), InlineData("a//b"), InlineData("/a"), InlineData("a/"), InlineData("a?b"), InlineData("a#b"), InlineData("a\\b"), InlineData("."), InlineData("")]
    public void Several_segments_never_climb_or_end_the_path(string value) =>
        Assert.Throws<ArgumentException>(() => PathTemplate.Parse("{+Name}").Expand(PathValues.Of("Name", value)));

    [Fact]
    public void A_place_without_a_value_is_named() =>
        Assert.Contains("'Name'", Assert.Throws<ArgumentException>(() => PathTemplate.Parse("a/{Name}").Expand(PathValues.Of("Id", "1"))).Message, StringComparison.Ordinal);

    [Theory, InlineData(""), InlineData("."), InlineData(".."), InlineData("a\nb"), InlineData("a\0"), InlineData("\ud800"), InlineData("../a"), InlineData("a/../b"), InlineData("a\\..\\b"), InlineData("..;x/a"), InlineData("a/.")]
    public void A_value_that_could_mean_something_else_is_refused(string value) =>
        Assert.Throws<ArgumentException>(() => PathTemplate.Parse("channels/{Id}").Expand(PathValues.Of("Id", value)));

    [Theory, InlineData("a/{"), InlineData("a/}"), InlineData("a/{}"), InlineData("a/}{"), InlineData("{+}"), InlineData("{a{b}}"), InlineData("a b"), InlineData("a#b")]
    public void A_template_that_cannot_be_is_refused(string template) => Assert.Throws<ArgumentException>(() => PathTemplate.Parse(template));
}
