using MediaOps.Runtime.Tests.Transport;

namespace MediaOps.Runtime.Tests.Auth;

/// <summary>Signatures on their way through the transport. The figures were made with another implementation, AWS's own for Python.</summary>
public sealed class SigV4AuthenticationTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_write_is_signed_with_its_body_and_the_session_token(bool async)
    {
        TransportFixture fixture = Fixture(new Keys("session-1"));
        fixture.Service.Reply(201);
        await fixture.TextAsync(TransportFixture.Post("prod/channels", """{"name":"a"}"""), async);

        RecordedRequest request = Assert.Single(fixture.Service.Requests);
        Assert.Equal(("20150101T000000Z", "session-1", "medialive.eu-west-1.amazonaws.com"), (request.Header("X-Amz-Date"), request.Header("X-Amz-Security-Token"), request.Header("Host")));
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150101/eu-west-1/medialive/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=dd9f6504e76c0c6a36659b07f761bce78dcc1ed343068a7a2d202eedf8b695b0",
            request.Header("Authorization"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_read_is_signed_with_its_query_and_the_port(bool async)
    {
        TransportFixture fixture = Fixture(new Keys([null]), "https://medialive.eu-west-1.amazonaws.com:8443/");
        fixture.Service.Reply(200);
        await fixture.TextAsync(TransportFixture.Get("prod/channels?maxResults=20&nextToken=a%2Fb%3D"), async);

        RecordedRequest request = Assert.Single(fixture.Service.Requests);
        Assert.Null(request.Header("X-Amz-Security-Token"));
        Assert.EndsWith("SignedHeaders=host;x-amz-date, Signature=0ee694d3684659e6fa991615f2212c20c378ba5ec3c236fa535dd349390c02e8", request.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_IPv6_is_signed_in_brackets()
    {
        TransportFixture fixture = Fixture(new Keys([null]), "https://[::1]:8443/");
        fixture.Service.Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async: true);
        Assert.Equal("[::1]:8443", Assert.Single(fixture.Service.Requests).Header("Host"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_attempt_is_signed_with_its_own_time(bool async)
    {
        TransportFixture fixture = Fixture(new Keys("session-1"));
        fixture.Service.Reply(503, null, ("Retry-After", "5")).Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async);

        Assert.Equal(["20150101T000000Z", "20150101T000005Z"], fixture.Service.Requests.Select(request => request.Header("X-Amz-Date")));
        Assert.Equal(2, fixture.Service.Requests.Select(request => request.Header("Authorization")).Distinct().Count());
        Assert.All(fixture.Service.Requests, request => Assert.Equal("session-1", request.Header("X-Amz-Security-Token")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Refused_keys_are_asked_for_again_and_expiring_ones_before_they_expire(bool async)
    {
        var keys = new Keys("session-1", "session-2", "session-3");
        TransportFixture fixture = Fixture(keys);
        keys.ExpiresOn = fixture.Clock.GetUtcNow().AddHours(1);
        fixture.Service.Reply(401).Reply(200).Reply(200);
        await fixture.TextAsync(TransportFixture.Get(), async);
        fixture.Clock.Advance(TimeSpan.FromMinutes(59));
        await fixture.TextAsync(TransportFixture.Get(), async);

        Assert.Equal(["session-1", "session-2", "session-3"], fixture.Service.Requests.Select(request => request.Header("X-Amz-Security-Token")));
        Assert.Equal([false, true, false], keys.Forced);
        Assert.Equal(async ? 3 : 0, keys.AskedAsync);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Neither_key_nor_token_is_in_an_error_or_a_log_although_the_service_echoes_them(bool async)
    {
        TransportFixture fixture = Fixture(new Keys("session-1"));
        fixture.Service.Reply(403, $$"""{"error":{"code":"session-1","message":"{{Secret}} does not fit session-1"} }""", ("x-echo", Secret));
        ServiceException error = await fixture.FailsAsync(TransportFixture.Post(body: """{"name":"a"}"""), async);

        Assert.Equal(403, error.Status);
        Assert.All([error.ToString(), .. fixture.Log.Messages], text =>
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("session-1", text, StringComparison.Ordinal);
        });
        Assert.All(fixture.Service.Requests.SelectMany(request => request.Headers.Values.Append(request.Body).Append(request.Uri.AbsoluteUri)), text =>
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AKID EXAMPLE", Secret, null)]
    [InlineData("", Secret, null)]
    [InlineData("AKID", "", null)]
    [InlineData("AKID", Secret, "token\r\nX-Evil: 1")]
    [InlineData("AKID", Secret, "")]
    public async Task Keys_that_cannot_sign_are_refused_and_not_shown(string id, string secret, string? token)
    {
        TransportFixture fixture = Fixture(new Fixed(new AwsCredential(id, secret, token)));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => (await fixture.SendAsync(TransportFixture.Get(), async: true)).Dispose());
        Assert.StartsWith("Fixed gave ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Evil", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Service.Requests);
    }

    [Fact]
    public void Texts_of_credentials_hold_no_secret()
    {
        var keys = new AwsCredential("AKIDEXAMPLE", Secret, "session-1") { ExpiresOn = DateTimeOffset.UnixEpoch };
        object[] all = [keys, keys with { ExpiresOn = DateTimeOffset.MaxValue }, new StaticAwsCredential("AKIDEXAMPLE", Secret, "session-1"), Authentication.SigV4(new Fixed(keys), "a", "b")];
        Assert.All(all.Select(item => item.ToString()!), text =>
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("session-1", text, StringComparison.Ordinal);
        });
        Assert.Contains("AKIDEXAMPLE", keys.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_that_holds_its_keys_gives_them_to_both_forms()
    {
        var credential = new StaticAwsCredential("AKIDEXAMPLE", Secret, "session-1");
        Assert.Equal(new AwsCredential("AKIDEXAMPLE", Secret, "session-1"), credential.GetCredential(false, default));
        Assert.Equal(credential.GetCredential(true, default), await credential.GetCredentialAsync(false, default));
    }

    [Theory]
    [InlineData("", Secret, null)]
    [InlineData("AKID", " ", null)]
    [InlineData("AKID", Secret, "")]
    public void A_credential_without_keys_is_refused(string id, string secret, string? token)
    {
        var error = Assert.Throws<ArgumentException>(() => new StaticAwsCredential(id, secret, token));
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media/live", "eu-west-1", "signingName")]
    [InlineData("medialive", "eu west", "region")]
    [InlineData("", "eu-west-1", "signingName")]
    [InlineData("medialive", "", "region")]
    public void A_scope_of_other_characters_is_refused(string name, string region, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => Authentication.SigV4(new Keys([null]), name, region)).ParamName);

    [Fact]
    public void A_missing_credential_is_named() => Assert.Equal("credential", Assert.Throws<ArgumentNullException>(() => Authentication.SigV4(null!, "medialive", "eu-west-1")).ParamName);

    private static TransportFixture Fixture(IAwsCredential credential, string endpoint = "https://medialive.eu-west-1.amazonaws.com/") => new()
    {
        Definition = new ServiceDefinition("Test"),
        BaseUri = new Uri(endpoint),
        Authentication = Authentication.SigV4(credential, "medialive", "eu-west-1"),
    };

    /// <summary>Gives one set of keys after the other and remembers how it was asked.</summary>
    private sealed class Keys(params string?[] tokens) : IAwsCredential
    {
        public List<bool> Forced { get; } = [];

        public int AskedAsync { get; private set; }

        public DateTimeOffset ExpiresOn { get; set; } = DateTimeOffset.MaxValue;

        public AwsCredential GetCredential(bool forceRefresh, CancellationToken cancellationToken)
        {
            Forced.Add(forceRefresh);
            return new AwsCredential("AKIDEXAMPLE", Secret, tokens[Forced.Count - 1]) { ExpiresOn = ExpiresOn };
        }

        public ValueTask<AwsCredential> GetCredentialAsync(bool forceRefresh, CancellationToken cancellationToken)
        {
            AskedAsync++;
            return new(GetCredential(forceRefresh, cancellationToken));
        }
    }

    private sealed class Fixed(AwsCredential keys) : IAwsCredential
    {
        public AwsCredential GetCredential(bool forceRefresh, CancellationToken cancellationToken) => keys;

        public ValueTask<AwsCredential> GetCredentialAsync(bool forceRefresh, CancellationToken cancellationToken) => new(keys);
    }
}
