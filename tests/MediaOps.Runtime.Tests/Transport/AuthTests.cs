namespace MediaOps.Runtime.Tests.Transport;

public sealed class AuthTests
{
    private readonly TransportFixture _fixture = new();

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_token_is_kept_until_shortly_before_it_expires(bool async)
    {
        _fixture.Credential.ExpiresOn = _fixture.Clock.GetUtcNow().AddHours(1);
        _fixture.Service.Reply(200).Reply(200).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(57));
        await _fixture.TextAsync(TransportFixture.Get(), async);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _fixture.Service.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal(0, _fixture.Credential.Forced);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_refused_token_is_renewed_once_also_for_a_write(bool async)
    {
        _fixture.Service.Reply(401).Reply(429).Reply(200).Reply(200);
        await _fixture.TextAsync(TransportFixture.Post(), async);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal(
            ["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"],
            _fixture.Service.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal(1, _fixture.Credential.Forced);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_second_refusal_is_an_error_without_the_token(bool async)
    {
        _fixture.Service.Reply(401).Reply(401, """{"error":{"code":"AuthFailed","message":"token-2 is not known"}}""");
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async);
        Assert.Equal((401, "AuthFailed"), (error.Status, error.ErrorCode));
        Assert.DoesNotContain("token-2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _fixture.Service.Requests.Count);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_service_without_authorization_gets_no_token(bool async)
    {
        var fixture = new TransportFixture { Authentication = Authentication.None };
        fixture.Service.Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Null(Assert.Single(fixture.Service.Requests).Header("Authorization"));
        Assert.Equal(0, fixture.Credential.Given);
    }

    [Theory, InlineData("a\r\nX-Evil: 1"), InlineData("a b"), InlineData("tökén")]
    public async Task A_token_that_cannot_stand_in_a_header_is_refused_and_not_shown(string token)
    {
        var options = new MediaOpsOptions { Handler = _fixture.Service };
        var transport = new ServiceTransport(
            _fixture.Definition, TransportFixture.Endpoint, Authentication.Bearer(new StaticTokenCredential(token)), options, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => (await transport.SendAsync(TransportFixture.Get(), async: true, default)).Dispose());
        Assert.DoesNotContain(token, error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.Service.Requests);
    }

    [Fact]
    public void A_token_is_hidden_in_text() => Assert.DoesNotContain("secret", new AccessToken("secret", DateTimeOffset.MaxValue).ToString(), StringComparison.Ordinal);
}
