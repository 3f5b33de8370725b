namespace MediaOps.Runtime.Tests.Transport;

public sealed class RequestTests
{
    private readonly TransportFixture _fixture = new()
    {
        Definition = new ServiceDefinition("Test", "2.19")
        {
            Headers = [new("x-ms-version", "2.19"), new("DataServiceVersion", "3.0;NetFx"), new("Accept", "application/json;odata=minimalmetadata")],
            Query = [new("api version", "2&3")],
            ContentType = "application/json;odata=verbose",
            ClientRequestIdHeader = "x-ms-client-request-id",
        },
    };

    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_request_carries_the_services_headers_and_query(bool async)
    {
        _fixture.Service.Reply(200).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get("Channels?$skip=10"), async);
        await _fixture.TextAsync(TransportFixture.Get("/Channels"), async);
        RecordedRequest request = _fixture.Service.Requests[0];
        Assert.Equal("https://account.media.example/api/Channels?$skip=10&api%20version=2%263", request.Uri.AbsoluteUri);
        Assert.Equal("https://account.media.example/api/Channels?api%20version=2%263", _fixture.Service.Requests[1].Uri.AbsoluteUri);
        Assert.Equal(
            ("2.19", "3.0;NetFx", "application/json;odata=minimalmetadata"),
            (request.Header("x-ms-version"), request.Header("DataServiceVersion"), request.Header("Accept")));
        Assert.NotNull(request.Header("x-ms-client-request-id"));
        Assert.Null(request.Header("Content-Type"));
        Assert.Null(request.Header("Content-Length"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_content_type_comes_with_a_body_and_an_empty_post_says_that_it_is_empty(bool async)
    {
        _fixture.Service.Reply(202).Reply(202).Reply(202);
        (await _fixture.SendAsync(TransportFixture.Post(body: "{}"), async)).Dispose();
        (await _fixture.SendAsync(TransportFixture.Post(), async)).Dispose();
        (await _fixture.SendAsync(new ServiceRequest(HttpMethod.Delete, "Channels('1')"), async)).Dispose();
        Assert.Equal(
            [("application/json;odata=verbose", "2"), (null, "0"), (null, null)],
            _fixture.Service.Requests.Select(request => (request.Header("Content-Type"), request.Header("Content-Length"))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_gives_no_response_is_told_so(bool async)
    {
        var fixture = new TransportFixture();
        fixture.Service.Then(static (_, _) => null!);
        ServiceException e = await fixture.FailsAsync(TransportFixture.Get(), async);
        Assert.Contains("The message handler gave no response.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Channels('nb%3Achid%3AUUID%3A1')/Start")]
    [InlineData("Channels('O%27%27Brien')")]
    [InlineData("Channels('%2E%2E%2F%41')")]
    public async Task Percent_encoding_stays_as_it_is(string path)
    {
        _fixture.Service.Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(path), async: true);
        Assert.StartsWith("/api/" + path, _fixture.Service.Requests[0].Uri.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory, InlineData("a b"), InlineData("a\r\nHost: evil"), InlineData("a#b"), InlineData("ä")]
    public async Task A_path_that_would_break_the_request_line_is_refused(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.SendAsync(TransportFixture.Get(path), async: true));
        Assert.Empty(_fixture.Service.Requests);
    }

    [Theory]
    [InlineData("relative/path", "absolute")]
    [InlineData("ftp://host/", "https")]
    [InlineData("http://media.example/", "loopback")]
    [InlineData("http://127.0.0.1.evil.example/", "loopback")]
    [InlineData("https://user:password@media.example/", "user")]
    [InlineData("https://media.example/?key=1", "query")]
    [InlineData("https://media.example/#x", "fragment")]
    public void An_endpoint_that_cannot_work_is_refused(string endpoint, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => new ServiceConnection(_fixture.Definition, new Uri(endpoint, UriKind.RelativeOrAbsolute), Authentication.Bearer(_fixture.Credential)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password@", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("http://localhost:5000/"), InlineData("http://127.0.0.1/api"), InlineData("http://[::1]:80/"), InlineData("https://media.example")]
    public void An_endpoint_that_is_safe_is_taken(string endpoint) =>
        Assert.NotNull(new ServiceConnection(_fixture.Definition, new Uri(endpoint), Authentication.Bearer(_fixture.Credential)).Transport);

    [Fact]
    public void A_handler_that_follows_redirects_is_refused()
    {
        foreach (HttpMessageHandler handler in new HttpMessageHandler[] { new HttpClientHandler(), new SocketsHttpHandler(), new Outer(new Outer(new HttpClientHandler())) })
        {
            using (handler)
            {
                var error = Assert.Throws<ArgumentException>(
                    () => new ServiceConnection(_fixture.Definition, TransportFixture.Endpoint, Authentication.Bearer(_fixture.Credential), new MediaOpsOptions { Handler = handler }));
                Assert.Contains("AllowAutoRedirect", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_handler_without_a_sync_send_is_named()
    {
        using var handler = new AsyncOnly();
        _fixture.Options.Handler = handler;
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => _fixture.SendAsync(TransportFixture.Get(), async: false));
        Assert.Contains(nameof(AsyncOnly), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        using var client = new HttpClient();
        MediaOpsOptions[] wrong =
        [
            new() { Handler = _fixture.Service, HttpClient = client },
            new() { TimeProvider = null! },
            new() { NetworkTimeout = TimeSpan.Zero },
            new() { NetworkTimeout = TimeSpan.MaxValue },
            new() { MaxRetries = -1 },
            new() { MaxResponseBytes = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => new ServiceConnection(_fixture.Definition, TransportFixture.Endpoint, Authentication.Bearer(_fixture.Credential), options)));
    }

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class AsyncOnly : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(ScriptedHandler.Response(200));
    }
}
