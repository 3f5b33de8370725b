namespace MediaOps.Runtime.Tests.Transport;

public sealed class LogTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Everything_that_is_not_an_answer_is_told_without_tokens_and_queries(bool async)
    {
        var fixture = new TransportFixture
        {
            Definition = new ServiceDefinition("Test") { Discovery = new DiscoveryDefinition("", 301, ["cluster.example"]), Query = [new("key", "secret")] },
        };
        fixture.Service
            .Reply(301, null, ("Location", "https://cluster.example/api/"))
            .Reply(401)
            .Reply(503, null, ("Retry-After", "2"))
            .Reply(302, null, ("Location", "/moved?key=secret"))
            .Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal(
            [
                "account.media.example told its base: cluster.example.",
                "cluster.example refused the token; asking the credential for a new one.",
                "Repeating GET /api/Channels after 503 in 00:00:02, attempt 1.",
                "Following the redirect (302) of GET from cluster.example to cluster.example.",
            ],
            fixture.Log.Messages);
    }
}
