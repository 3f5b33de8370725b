namespace MediaOps.Runtime.Tests.Transport;

public sealed class DiscoveryTests
{
    private readonly TransportFixture _fixture = new()
    {
        Definition = new ServiceDefinition("Test") { Discovery = new DiscoveryDefinition("/", 301, ["*.cloud.example"]) },
    };

    [Theory]
    [InlineData("https://cluster-1.cloud.example/api/", true)]
    [InlineData("https://cluster-1.cloud.example/api/", false)]
    [InlineData("https://cluster-1.cloud.example/api", true)]
    public async Task The_base_is_learnt_once(string location, bool async)
    {
        _fixture.Service.Reply(301, null, ("Location", location)).Reply(200, "1").Reply(200, "2");
        Assert.Equal("1", await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal("2", await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal(
            ["https://account.media.example/api/", "https://cluster-1.cloud.example/api/Channels", "https://cluster-1.cloud.example/api/Channels"],
            _fixture.Service.Requests.Select(request => request.Uri.AbsoluteUri));
        Assert.All(_fixture.Service.Requests, request => Assert.Equal("Bearer token-1", request.Header("Authorization")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Ok_means_that_the_endpoint_is_the_base(bool async)
    {
        _fixture.Service.Reply(200).Reply(200, "1");
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal("https://account.media.example/api/Channels", _fixture.Service.Requests[1].Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://evil.example/api/")]
    [InlineData("https://cloud.example/api/")]
    [InlineData("http://cluster-1.cloud.example/api/")]
    [InlineData("https://cluster-1.cloud.example:8443/api/")]
    [InlineData("https://account.media.example:8443/api/")]
    [InlineData("https://cluster-1.cloud.example/api/?x=1")]
    [InlineData("https://u:p@cluster-1.cloud.example/api/")]
    [InlineData(null)]
    public async Task A_base_that_is_not_trusted_is_not_learnt(string? location)
    {
        foreach (bool async in new[] { true, false })
        {
            var fixture = new TransportFixture { Definition = _fixture.Definition };
            fixture.Service.Reply(301, null, location is null ? [] : [("Location", location)]);
            Assert.Contains("Discovery", (await fixture.FailsAsync(TransportFixture.Get(), async)).Message, StringComparison.Ordinal);
            Assert.Single(fixture.Service.Requests);
        }
    }

    [Theory, CombinatorialStatus(204, 302, 307, 401, 403, 404)]
    public async Task Any_other_answer_is_an_error_and_the_next_call_asks_again(int status, bool async)
    {
        _fixture.Service.Reply(status, null, ("Location", "https://cluster-1.cloud.example/api/"));
        if (status == 401)
        {
            _fixture.Service.Reply(status);
        }

        Assert.Equal(status, (await _fixture.FailsAsync(TransportFixture.Post(), async)).Status);
        _fixture.Service.Reply(301, null, ("Location", "https://cluster-1.cloud.example/api/")).Reply(202, "1");
        Assert.Equal("1", await _fixture.TextAsync(TransportFixture.Post(), async));
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_discovery_sync_and_async()
    {
        using var arrived = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _fixture.Service.Then((_, cancellationToken) =>
        {
            arrived.Set();
            go.Wait(cancellationToken);
            return ScriptedHandler.Response(301, null, ("Location", "https://cluster-1.cloud.example/api/"));
        });
        for (int i = 0; i < 4; i++)
        {
            _fixture.Service.Reply(200, "{}");
        }

        _ = _fixture.Transport;
        Task[] calls = [.. Enumerable.Range(0, 4).Select(i => Task.Run(() => _fixture.TextAsync(TransportFixture.Get(), async: i % 2 == 0)))];
        arrived.Wait(TestContext.Current.CancellationToken);
        go.Set();
        await Task.WhenAll(calls);
        Assert.Equal(5, _fixture.Service.Requests.Count);
        Assert.Single(_fixture.Service.Requests, request => request.Uri.Host == "account.media.example");
    }
}
