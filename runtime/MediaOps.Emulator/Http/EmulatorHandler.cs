using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using MediaOps.Emulation.Http;

namespace MediaOps.Emulation;

/// <summary>Reaches an emulator in memory: a message handler without a socket, whatever host the client is set to. Answers sync and async calls.</summary>
/// <param name="emulator">The emulator, which may be shared.</param>
public sealed class EmulatorHandler(Emulator emulator) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        byte[]? body = request.Content is { } content ? LimitedBody.Read(content.ReadAsStream(cancellationToken), emulator.Options.MaxRequestBytes) : [];
        PendingExchange pending = emulator.Receive(Translate(request, body));
        if (pending.Delay > TimeSpan.Zero)
        {
            using var done = new ManualResetEventSlim();
            using ITimer timer = emulator.Options.TimeProvider.CreateTimer(_ => done.Set(), null, pending.Delay, Timeout.InfiniteTimeSpan);
            done.Wait(cancellationToken);
        }

        return Translate(request, pending.Complete());
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        byte[]? body = [];
        if (request.Content is { } content)
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            body = await LimitedBody.ReadAsync(stream, emulator.Options.MaxRequestBytes, cancellationToken).ConfigureAwait(false);
        }

        PendingExchange pending = emulator.Receive(Translate(request, body));
        if (pending.Delay > TimeSpan.Zero)
        {
            await Task.Delay(pending.Delay, emulator.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return Translate(request, pending.Complete());
    }

    private static EmulatedRequest Translate(HttpRequestMessage request, byte[]? body)
    {
        Uri uri = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new InvalidOperationException("The request needs an absolute URI; set the client's BaseAddress, for example to http://emulator.localhost/.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (HttpHeaders group in new HttpHeaders?[] { request.Headers, request.Content?.Headers }.OfType<HttpHeaders>())
        {
            foreach ((string name, IEnumerable<string> values) in group)
            {
                headers[name] = string.Join(", ", values);
            }
        }

        return new EmulatedRequest(request.Method.Method, uri.GetLeftPart(UriPartial.Authority), uri.AbsolutePath, uri.Query, headers, body);
    }

    private static HttpResponseMessage Translate(HttpRequestMessage request, EmulatedResponse response)
    {
        switch (response.Ending)
        {
            case ResponseEnding.Refused:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The emulator refused the connection, as its script says.", new SocketException((int)SocketError.ConnectionRefused));
            case ResponseEnding.Dropped:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator dropped the connection, as its script says.", new HttpIOException(HttpRequestError.ResponseEnded));
            default:
                break;
        }

        Stream body = response.Ending == ResponseEnding.Truncated
            ? new BrokenStream(response.Body.AsMemory(0, response.Body.Length / 2))
            : new MemoryStream(response.Body, writable: false);
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = request, Content = new StreamContent(body) };
        message.Content.Headers.ContentLength = response.Body.Length;
        if (response.ContentType is { } type)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach ((string name, string value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>A body that ends before its time.</summary>
    private sealed class BrokenStream(ReadOnlyMemory<byte> half) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, half.Length - _at);
            if (count == 0 && buffer.Length > 0)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The emulator cut the body, as its script says.");
            }

            half.Span.Slice(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
