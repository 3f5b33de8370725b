namespace MediaOps.Runtime.Tests.Transport;

public sealed class GivenUrlTests
{
    private static readonly Uri Endpoint = new("https://media.example/subscriptions/s/accounts/a/");

    private static readonly TrackingDefinition Tracking = new() { TrustHosts = ["status.example", "*.regions.example"] };

    private static readonly GivenUrls Urls = Make("api-version", "2022");

    [Theory]
    [InlineData("https://media.example/x?api-version=2020&t=1", "https://media.example/x?api-version=2020&t=1")]
    [InlineData("https://media.example/x", "https://media.example/x?api-version=2022")]
    [InlineData("https://media.example/x?t=1", "https://media.example/x?t=1&api-version=2022")]
    [InlineData("https://media.example/x?API-VERSION=2020", "https://media.example/x?API-VERSION=2020")]
    [InlineData("https://media.example/a%2Fb?c=%27", "https://media.example/a%2Fb?c=%27&api-version=2022")]
    [InlineData("/ops/1?api-version=1", "https://media.example/ops/1?api-version=1")]
    [InlineData("status?api-version=1", "https://media.example/channels/status?api-version=1")]
    [InlineData("?page=2&api-version=1", "https://media.example/channels/1?page=2&api-version=1")]
    [InlineData("https://STATUS.example/1?api-version=1", "https://status.example/1?api-version=1")]
    [InlineData("https://west.regions.example/1?api-version=1", "https://west.regions.example/1?api-version=1")]
    [InlineData("/ops?next=https://elsewhere.example/&api-version=1", "https://media.example/ops?next=https://elsewhere.example/&api-version=1")]
    public void A_url_is_asked_as_it_was_given_but_for_query_members_that_it_lacks(string given, string asked)
        => Assert.Equal(asked, Resolve(given)?.AbsoluteUri);

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("http://media.example/x")]
    [InlineData("http://127.0.0.1/x")]
    [InlineData("https://media.example:8443/x")]
    [InlineData("https://status.example:8443/x")]
    [InlineData("https://media.example@evil.example/x")]
    [InlineData("https://user@media.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("https://media.example.evil.example/x")]
    [InlineData("https://regions.example/x")]
    [InlineData("ftp://media.example/x")]
    [InlineData("https://media.example/a/../b")]
    [InlineData("https://media.example/a/%2e%2e/b")]
    [InlineData("https://media.example/a/%2e%2e%2fb")]
    [InlineData("https://media.example/a/..;/b")]
    [InlineData("https://media.example/a/..%3Bx/b")]
    [InlineData("https://media.example//b")]
    [InlineData("httphttps://s:////api/Channels?$skiptoken=/%3d&$filter=Name%20eq%20%2https:7a%2pi/ops/7")]
    [InlineData("https://media.example/a\\b")]
    [InlineData("https://media.example/a b")]
    [InlineData("https://media.example/a#b")]
    [InlineData("")]
    public void A_url_that_leads_elsewhere_is_refused(string given) => Assert.Null(Resolve(given));

    [Fact]
    public void Plain_http_is_for_a_loopback_that_the_user_configured()
    {
        var endpoint = new Uri("http://127.0.0.1:5000/api/");
        GivenUrls urls = Make("v", "1", endpoint);
        Assert.NotNull(urls.Resolve("http://127.0.0.1:5000/ops/1", endpoint, [], out _));
        Assert.Null(urls.Resolve("http://127.0.0.1:5001/ops/1", endpoint, [], out _));
    }

    [Theory]
    [InlineData("https://media.example/Subscriptions/s/accounts/A/ops/1?t=2&api-version=2022", "0")]
    [InlineData("https://service.example/subscriptions/s/accounts/a/ops/1?api-version=2022", "1")]
    [InlineData("https://status.example/subscriptions/s/accounts/a/ops/1?api-version=2022", "2")]
    [InlineData("https://west.eu.regions.example/subscriptions/s/accounts/a/ops/1?api-version=2022", "3.west.eu")]
    public void A_url_survives_the_way_through_a_handle_which_names_no_host(string url, string number)
    {
        (string host, string path) = Urls.ForHandle(new Uri(url), Tracking.TrustHosts);
        Assert.Equal(number, host);
        Assert.Equal(new Uri(url).AbsoluteUri, Urls.FromHandle(host, path, Tracking, out _)?.AbsoluteUri);
    }

    [Fact]
    public void Secrets_in_the_query_stay_out_of_the_handle()
        => Assert.Equal(("0", "/ops?a=1&b=2"), Urls.ForHandle(new Uri("https://media.example/ops?a=1&SIG=s3cret&b=2"), []));

    [Theory]
    [InlineData("0", "/elsewhere/ops/1")]
    [InlineData("0", "/subscriptions/s/accounts/a/../../../x")]
    [InlineData("0", "/subscriptions/s/accounts/a/%2e%2e/x")]
    [InlineData("0", "//evil.example/subscriptions/s/accounts/a/x")]
    [InlineData("0", "@evil.example/subscriptions/s/accounts/a/x")]
    [InlineData("0", "subscriptions/s/accounts/a/x")]
    [InlineData("0", "/subscriptions/s/accounts/a/x#y")]
    [InlineData("0.evil", "/subscriptions/s/accounts/a/x")]
    [InlineData("4", "/subscriptions/s/accounts/a/x")]
    [InlineData("-1", "/subscriptions/s/accounts/a/x")]
    [InlineData("evil.example", "/subscriptions/s/accounts/a/x")]
    [InlineData("2.evil", "/subscriptions/s/accounts/a/x")]
    [InlineData("3", "/subscriptions/s/accounts/a/x")]
    [InlineData("3.evil.example/", "/subscriptions/s/accounts/a/x")]
    [InlineData("3.evil.example?", "/subscriptions/s/accounts/a/x")]
    [InlineData("", "/subscriptions/s/accounts/a/x")]
    public void A_hostile_handle_leads_nowhere(string host, string path) => Assert.Null(Urls.FromHandle(host, path, Tracking, out _));

    [Theory, InlineData("/elsewhere/ops/7", true), InlineData("/elsewhere/ops/x", false), InlineData("/subscriptions/s/accounts/a/ops/7", false)]
    public void A_pattern_says_where_operations_may_be(string path, bool allowed)
        => Assert.Equal(allowed, Urls.FromHandle("0", path, new TrackingDefinition { HandlePattern = "/elsewhere/ops/[0-9]+" }, out _) is not null);

    private static Uri? Resolve(string given)
    {
        Uri? url = Urls.Resolve(given, new Uri("https://media.example/channels/1"), Tracking.TrustHosts, out string? fault);
        Assert.Equal(url is null, fault is not null);
        return url;
    }

    private static GivenUrls Make(string name, string value, Uri? endpoint = null)
        => new(endpoint ?? Endpoint, ["service.example"], [new(name, value)], ["sig"], new TrustedOrigins(endpoint ?? Endpoint, ["service.example"]));
}
