using System.Buffers;

namespace MediaOps.Runtime;

/// <summary>A successful answer. The body lies in a rented buffer: read it before disposing.</summary>
internal sealed class ServiceResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly ResponseBody _body;
    private readonly DateTimeOffset _received;

    public ServiceResponse(HttpResponseMessage message, ResponseBody body, string? requestId, string clientRequestId, DateTimeOffset received)
    {
        _message = message;
        _body = body;
        _received = received;
        RequestId = requestId;
        ClientRequestId = clientRequestId;
    }

    public int Status => (int)_message.StatusCode;

    /// <summary>The bytes of the body.</summary>
    /// <exception cref="ServiceException">A write was accepted, but its answer broke off. The headers hold: an operation's id in them is not lost.</exception>
    public ReadOnlyMemory<byte> Body => BodyFault is null ? _body.Bytes : throw BodyFault;

    /// <summary>Why <see cref="Body"/> cannot be read, or null.</summary>
    public ServiceException? BodyFault { get; init; }

    /// <summary>The service's id of the request, or null.</summary>
    public string? RequestId { get; }

    /// <summary>The client's id of the request.</summary>
    public string ClientRequestId { get; }

    /// <summary>How long the service asks to wait, or null; not yet clamped.</summary>
    public TimeSpan? RetryAfter => ResponseHeaders.RetryAfter(_message, _received);

    /// <summary>A header of the answer or its content; null where it is missing or empty.</summary>
    public string? Header(string name) => ResponseHeaders.Get(_message, name);

    public void Dispose()
    {
        _body.Dispose();
        _message.Dispose();
    }
}

/// <summary>The bytes of a body in a rented buffer.</summary>
internal sealed class ResponseBody(byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    public static ResponseBody Empty => new([], 0);

    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(ServiceResponse))).AsMemory(0, length);

    public void Dispose()
    {
        // Exactly once: a buffer that is returned twice would be rented to two owners.
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
