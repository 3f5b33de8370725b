using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaOps.Runtime.Tests.Transport;

public sealed class BodyTests
{
    private readonly TransportFixture _fixture = new();

    [Theory]
    [InlineData(1, true)]
    [InlineData(4096, false)]
    [InlineData(300_000, true)]
    [InlineData(300_000, false)]
    public async Task A_body_of_any_size_is_read_whole(int size, bool async)
    {
        string body = new('x', size);
        _fixture.Service.Reply(200, body).Then((_, _) => Streamed(body));
        Assert.Equal(body, await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal(body, await _fixture.TextAsync(TransportFixture.Get(), async));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_body_over_the_cap_is_refused_whatever_it_announced(bool async)
    {
        _fixture.Options.MaxResponseBytes = 1000;
        _fixture.Service.Then((_, _) => Streamed(new string('x', 1001))).Then((_, _) => Streamed(new string('x', 1000)));
        Assert.Contains("MaxResponseBytes", (await _fixture.FailsAsync(TransportFixture.Get(), async)).Message, StringComparison.Ordinal);
        Assert.Equal(1000, (await _fixture.TextAsync(TransportFixture.Get(), async)).Length);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_read_whose_answer_broke_off_is_repeated(bool async)
    {
        _fixture.Service.Then((_, _) => Truncated()).Reply(200, "whole");
        Assert.Equal("whole", await _fixture.TextAsync(TransportFixture.Get(), async));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_write_whose_answer_broke_off_keeps_its_headers(bool async)
    {
        _fixture.Service.Then((_, _) => Truncated());
        using ServiceResponse response = await _fixture.SendAsync(TransportFixture.Post(), async);
        Assert.Equal((202, "nb:opid:1"), (response.Status, response.Header("operation-id")));
        ServiceException error = Assert.Throws<ServiceException>(() => response.Body);
        Assert.Equal((202, true), (error.Status, error.OutcomeUnknown));
        Assert.Single(_fixture.Service.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_attempt_that_takes_too_long_is_a_fault(bool async)
    {
        _fixture.Options.NetworkTimeout = TimeSpan.FromSeconds(5);
        _fixture.Service.Then(Late).Reply(200, "1").Then(Late);
        Assert.Equal("1", await _fixture.TextAsync(TransportFixture.Get(), async));

        ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains("within 5 seconds", error.Message, StringComparison.Ordinal);
        Assert.True(error.OutcomeUnknown);

        HttpResponseMessage Late(RecordedRequest request, CancellationToken cancellationToken)
        {
            _fixture.NetworkClock.Advance(TimeSpan.FromSeconds(5));
            cancellationToken.ThrowIfCancellationRequested();
            return ScriptedHandler.Response(200);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_callers_cancellation_is_not_a_fault(bool async)
    {
        using var source = new CancellationTokenSource();
        _fixture.Service.Then((_, cancellationToken) =>
        {
            source.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return ScriptedHandler.Response(200);
        });
        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.SendAsync(TransportFixture.Post(), async, source.Token));
        Assert.Equal(source.Token, canceled.CancellationToken);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_users_client_serves_as_well_as_a_handler(bool async)
    {
        using var client = new HttpClient(_fixture.Service, disposeHandler: false) { BaseAddress = new Uri("https://elsewhere.example/") };
        _fixture.Options.HttpClient = client;
        _fixture.Service.Reply(200, "1");
        Assert.Equal("1", await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal("account.media.example", Assert.Single(_fixture.Service.Requests).Uri.Host);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_socket_that_stalls_inside_the_body_does_not_hold_the_caller(bool async)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var fixture = new TransportFixture { BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/") };
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        fixture.Options.Handler = handler;
        fixture.Options.MaxRetries = 0;
        Task<Socket> server = Task.Run(async () =>
        {
            Socket socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray(), TestContext.Current.CancellationToken);
            fixture.NetworkClock.Advance(fixture.Options.NetworkTimeout);
            return socket;
        });
        _ = fixture.Transport;
        ServiceException error = await Task.Run(() => fixture.FailsAsync(TransportFixture.Get(), async));
        Assert.IsType<TimeoutException>(error.InnerException);
        (await server).Dispose();
    }

    private static HttpResponseMessage Truncated()
    {
        HttpResponseMessage response = ScriptedHandler.Response(202, "{\"Id\":", ("operation-id", "nb:opid:1"));
        response.Content.Headers.ContentLength = 100;
        return response;
    }

    // No length announced, as with chunks or compression.
    private static HttpResponseMessage Streamed(string body) => new(HttpStatusCode.OK) { Content = new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(body))) };

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
