using MediaOps.Runtime.Tests.Transport;

namespace MediaOps.Runtime.Tests.Auth;

/// <summary>Each scheme puts its credential where the service looks for it, and nowhere else.</summary>
public sealed class SchemeTests
{
    private const string Secret = "s3cret-Of-Tests";

    public static TheoryData<string, bool> Schemes { get; } = new()
    {
        { "bearer", true }, { "bearer", false }, { "apiKey", true }, { "apiKey", false }, { "basic", true }, { "basic", false },
    };

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_key_stands_in_the_header_of_the_schema(bool async)
    {
        RecordedRequest request = await SendAsync("apiKey", async);
        Assert.Equal(Secret, request.Header("x-mkio-token"));
        Assert.Null(request.Header("Authorization"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task User_and_password_are_one_text_in_base_64(bool async) =>
        Assert.Equal("Basic dXNlcjpzM2NyZXQtT2YtVGVzdHM=", (await SendAsync("basic", async)).Header("Authorization"));

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_token_stands_behind_its_scheme(bool async) => Assert.Equal("Bearer " + Secret, (await SendAsync("bearer", async)).Header("Authorization"));

    [Theory, InlineData(true), InlineData(false)]
    public async Task Nothing_is_sent_where_nothing_is_asked_for(bool async)
    {
        RecordedRequest request = await SendAsync("none", async);
        Assert.DoesNotContain(request.Headers, header => header.Key is "Authorization" || header.Value.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Schemes))]
    public async Task A_refused_credential_is_tried_once_more_and_then_told_without_its_secret(string scheme, bool async)
    {
        TransportFixture fixture = Fixture(scheme);
        fixture.Service.Reply(401).Reply(401, $$"""{"error":{"code":"Denied","message":"{{Secret}} is not known, nor dXNlcjpzM2NyZXQtT2YtVGVzdHM="} }""");
        ServiceException error = await fixture.FailsAsync(TransportFixture.Post(), async);

        Assert.Equal((401, "Denied", 2), (error.Status, error.ErrorCode, fixture.Service.Requests.Count));
        Assert.All([error.ToString(), .. fixture.Log.Messages], text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        if (scheme == "basic")
        {
            Assert.DoesNotContain("dXNlcjpzM2NyZXQtT2YtVGVzdHM=", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("key\r\nX-Evil: 1")]
    [InlineData("k\u00e9y")]
    [InlineData("k3y with blanks")]
    public async Task A_key_that_cannot_stand_in_a_header_is_refused_and_not_shown(string key)
    {
        var fixture = new TransportFixture { Authentication = Authentication.ApiKey(new StaticApiKeyCredential(key), "x-key") };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => (await fixture.SendAsync(TransportFixture.Get(), async: true)).Dispose());
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Service.Requests);
    }

    [Theory]
    [InlineData("", Secret)]
    [InlineData("us:er", Secret)]
    [InlineData("user", "")]
    public async Task User_and_password_that_would_be_read_otherwise_are_refused_and_not_shown(string user, string password)
    {
        var fixture = new TransportFixture { Authentication = Authentication.Basic(new GivenPassword(new UserPassword(user, password))) };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => (await fixture.SendAsync(TransportFixture.Get(), async: true)).Dispose());
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Service.Requests);
        Assert.Throws<ArgumentException>(() => new StaticBasicCredential(user, password));
    }

    [Fact]
    public void Texts_of_credentials_hold_no_secret()
    {
        object[] all =
        [
            new UserPassword("user", Secret), new AccessToken(Secret, DateTimeOffset.MaxValue), new StaticBasicCredential("user", Secret), new StaticApiKeyCredential(Secret),
            new StaticTokenCredential(Secret), Authentication.Basic(new StaticBasicCredential("user", Secret)), Authentication.ApiKey(new StaticApiKeyCredential(Secret), "x-key"),
        ];
        Assert.All(all.Select(item => item.ToString()!), text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    private static async Task<RecordedRequest> SendAsync(string scheme, bool async)
    {
        TransportFixture fixture = Fixture(scheme);
        fixture.Service.Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async);
        return Assert.Single(fixture.Service.Requests);
    }

    private static TransportFixture Fixture(string scheme) => new()
    {
        Authentication = scheme switch
        {
            "bearer" => Authentication.Bearer(new StaticTokenCredential(Secret)),
            "apiKey" => Authentication.ApiKey(new StaticApiKeyCredential(Secret), "x-mkio-token"),
            "basic" => Authentication.Basic(new StaticBasicCredential("user", Secret)),
            _ => Authentication.None,
        },
    };

    private sealed class GivenPassword(UserPassword given) : IBasicCredential
    {
        public UserPassword GetPassword(bool forceRefresh, CancellationToken cancellationToken) => given;

        public ValueTask<UserPassword> GetPasswordAsync(bool forceRefresh, CancellationToken cancellationToken) => new(given);
    }
}
