namespace MediaOps.Runtime.Tests.Client;

public sealed class EndpointTests
{
    private const string Template = "https://{Account}.restv2.{Location}.media.example/api/";

    [Fact]
    public void Placeholders_are_filled() => Assert.Equal(
        "https://live.restv2.west-us.media.example/api/",
        ServiceConnection.Endpoint(Template, ("Account", "live", "[a-z]{3,24}"), ("Location", "west-us", null)).AbsoluteUri);

    [Theory, InlineData("evil.example/"), InlineData("a@evil"), InlineData("a#"), InlineData("-a"), InlineData("a..b"), InlineData(".a"), InlineData("a\n"), InlineData(""), InlineData("{Location}")]
    public void A_value_that_could_change_the_host_is_refused(string value) =>
        Assert.Throws<ArgumentException>(() => ServiceConnection.Endpoint(Template, ("Account", value, null), ("Location", "westus", null)));

    [Fact]
    public void A_value_must_match_its_pattern_and_none_may_be_missing()
    {
        Assert.Throws<ArgumentException>(() => ServiceConnection.Endpoint(Template, ("Account", "UPPER", "[a-z]+"), ("Location", "westus", null)));
        Assert.Contains("{Location}", Assert.Throws<ArgumentException>(() => ServiceConnection.Endpoint(Template, ("Account", "live", null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_refused_is_named_as_the_caller_knows_it()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => ServiceConnection.Endpoint(Template, ("Account", "UPPER", "[a-z]+"), ("Location", "westus", null)));

        Assert.Equal("account", refused.ParamName);
        Assert.StartsWith("The address of the service is not valid: Account must match [a-z]+.", refused.Message, StringComparison.Ordinal);
    }
}
