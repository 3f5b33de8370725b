using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;

namespace MediaOps.Security.Tests.Origins;

/// <summary>The same on sockets, where a redirect cannot be followed by anybody unseen: a foreign server waits, and nobody may come.</summary>
public sealed class SocketTests
{
    public static TheoryData<int, bool> Redirects { get; } = new() { { 301, true }, { 302, false }, { 303, true }, { 307, false }, { 308, true } };

    [Theory, MemberData(nameof(Redirects))]
    public async Task Nobody_comes_to_a_foreign_server(int status, bool async)
    {
        using var foreign = new Server(200, null);
        using var service = new Server(status, foreign.Address);
        foreach (MediaOpsOptions options in new[] { new MediaOpsOptions(), new() { HttpClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) } })
        {
            ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => Read(service.Address, options, async));
            Assert.Contains("not trusted", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal((2, 0), (service.Visits, foreign.Visits));
    }

    [Fact]
    public async Task A_client_that_would_follow_redirects_by_itself_is_refused_before_it_has_a_key()
    {
        using var foreign = new Server(200, null);
        using var service = new Server(307, foreign.Address);
        foreach (HttpClient client in new HttpClient[] { new(), new(new HttpClientHandler()), new(new SocketsHttpHandler()), new(new Outer(new HttpClientHandler())) })
        {
            ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(() => Read(service.Address, new MediaOpsOptions { HttpClient = client }, async: true));
            Assert.Contains("AllowAutoRedirect", refusal.Message, StringComparison.Ordinal);
            client.Dispose();
        }

        Assert.Equal((0, 0), (service.Visits, foreign.Visits));
    }

    private static async Task Read(Uri endpoint, MediaOpsOptions options, bool async)
    {
        var connection = new ServiceConnection(new ServiceDefinition("Test", "1"), endpoint, Scheme.Make("apiKey"), options);
        var channels = new EntityCollectionCore<Channel, ChannelData>(new Stage().Binding, connection);
        await Bench.Run(async, () => channels.Get("1", default), () => channels.GetAsync("1", default));
    }

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);

    /// <summary>A server of one answer that counts who comes.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly byte[] _answer;
        private int _visits;

        public Server(int status, Uri? location)
        {
            string header = location is null ? "" : $"Location: {location}\r\n";
            _answer = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Answer\r\n{header}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"));
            _listener.Start();
            Address = new Uri($"http://{_listener.LocalEndpoint}/");
            _ = ServeAsync();
        }

        public Uri Address { get; }

        public int Visits => Volatile.Read(ref _visits);

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using TcpClient visitor = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _visits);
                    NetworkStream stream = visitor.GetStream();
                    await using (stream)
                    {
                        await ReadHeadAsync(stream);
                        await stream.WriteAsync(_answer);
                    }
                }
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task ReadHeadAsync(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }
        }
    }
}
