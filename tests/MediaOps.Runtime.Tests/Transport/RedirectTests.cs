namespace MediaOps.Runtime.Tests.Transport;

public sealed class RedirectTests
{
    private readonly TransportFixture _fixture = new() { Definition = new ServiceDefinition("Test") { TrustHosts = ["other.example", "*.cdn.example"] } };

    [Theory, CombinatorialStatus(301, 302, 303, 307, 308)]
    public async Task A_read_follows_a_redirect_to_its_own_origin(int status, bool async)
    {
        _fixture.Service.Reply(status, null, ("Location", "/v3/Channels")).Reply(200, "[]");
        Assert.Equal("[]", await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal("https://account.media.example/v3/Channels", _fixture.Service.Requests[1].Uri.AbsoluteUri);
        Assert.Equal("Bearer token-1", _fixture.Service.Requests[1].Header("Authorization"));
    }

    [Theory]
    [InlineData("https://other.example/x", true)]
    [InlineData("https://other.example/x", false)]
    [InlineData("https://a.b.cdn.example/x", true)]
    public async Task A_read_follows_a_redirect_to_a_trusted_host(string location, bool async)
    {
        _fixture.Service.Reply(307, null, ("Location", location)).Reply(200, "{}");
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal(location, _fixture.Service.Requests[1].Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://evil.example/api/")]
    [InlineData("https://cdn.example/")]
    [InlineData("https://evilcdn.example/")]
    [InlineData("https://other.example.evil.example/")]
    [InlineData("https://account.media.example:8443/api/")]
    [InlineData("https://other.example:8443/x")]
    [InlineData("https://a.b.cdn.example:8443/x")]
    [InlineData("https://user@account.media.example/api/")]
    [InlineData("https://account.media.example@evil.example/")]
    [InlineData("http://account.media.example/api/")]
    [InlineData("//evil.example/api/")]
    [InlineData("ftp://account.media.example/")]
    public async Task Nothing_is_sent_to_an_origin_that_is_not_trusted(string location)
    {
        foreach (bool async in new[] { true, false })
        {
            var fixture = new TransportFixture { Definition = _fixture.Definition };
            fixture.Service.Reply(307, null, ("Location", location)).Reply(200);
            ServiceException error = await fixture.FailsAsync(TransportFixture.Get(), async);
            Assert.Equal(307, error.Status);
            Assert.Contains("account.media.example to ", error.Message, StringComparison.Ordinal);
            Assert.Contains("not trusted", error.Message, StringComparison.Ordinal);
            Assert.Single(fixture.Service.Requests);
        }
    }

    [Theory, CombinatorialStatus(307, 308)]
    public async Task A_write_follows_with_the_same_method_and_body(int status, bool async)
    {
        _fixture.Service.Reply(status, null, ("Location", "/v3/Channels")).Reply(202);
        (await _fixture.SendAsync(TransportFixture.Post(body: """{"a":1}"""), async)).Dispose();
        Assert.Equal((HttpMethod.Post, """{"a":1}"""), (_fixture.Service.Requests[1].Method, _fixture.Service.Requests[1].Body));
    }

    [Theory, CombinatorialStatus(301, 302, 303)]
    public async Task A_write_is_never_replayed_as_a_read(int status, bool async)
    {
        _fixture.Service.Reply(status, null, ("Location", "/v3/Channels")).Reply(200);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.Equal((status, true), (error.Status, error.OutcomeUnknown));
        Assert.Single(_fixture.Service.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_circle_ends_after_five_redirects(bool async)
    {
        for (int i = 0; i < 7; i++)
        {
            _fixture.Service.Reply(302, null, ("Location", "/round"));
        }

        Assert.Contains("circle", (await _fixture.FailsAsync(TransportFixture.Get(), async)).Message, StringComparison.Ordinal);
        Assert.Equal(6, _fixture.Service.Requests.Count);
    }

    [Theory, InlineData(null), InlineData("https://[broken"), InlineData("//l\uf23ce/api"), InlineData("https://\uefectrusted.example/api")]
    public async Task A_redirect_that_leads_nowhere_is_an_error(string? location)
    {
        _fixture.Service.Reply(302, null, location is null ? [] : [("Location", location)]);
        Assert.Contains("Location", (await _fixture.FailsAsync(TransportFixture.Get(), async: true)).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_redirect_that_the_users_client_followed_is_refused(bool async)
    {
        _fixture.Service.Then((_, _) =>
        {
            HttpResponseMessage response = ScriptedHandler.Response(200, "{}");
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://evil.example/");
            return response;
        });
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.Contains("account.media.example to evil.example", error.Message, StringComparison.Ordinal);
        Assert.True(error.OutcomeUnknown);
    }
}
