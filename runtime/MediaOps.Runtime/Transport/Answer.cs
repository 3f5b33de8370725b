using System.Buffers;
using System.Net.Sockets;

namespace MediaOps.Runtime;

/// <summary>What came of one attempt: an answer with its body, an answer whose body broke off, or no answer.</summary>
internal sealed class Answer : IDisposable
{
    private byte[]? _rented = [];
    private int _start;
    private int _length;

    public HttpResponseMessage? Message { get; init; }

    /// <summary>The body in a rented buffer, which goes back when this is disposed.</summary>
    public ArraySegment<byte> Rented
    {
        init
        {
            _rented = value.Array;
            _start = value.Offset;
            _length = value.Count;
        }
    }

    /// <exception cref="ObjectDisposedException">The buffer may have another owner by now.</exception>
    public ReadOnlyMemory<byte> Body => (_rented ?? throw new ObjectDisposedException(nameof(ServiceResponse))).AsMemory(_start, _length);

    /// <summary>Why there is no answer, or no whole one; null for a whole one.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Whether the caller's token ended the attempt.</summary>
    public bool IsCanceled => Fault is OperationCanceledException;

    /// <summary>Where the user's own client went although it was not asked to; null where it did not.</summary>
    public Uri? StrayedTo { get; init; }

    /// <summary>When the answer came, on the client's clock.</summary>
    public DateTimeOffset Received { get; init; }

    /// <summary>The secrets that were sent: a service may echo them, and they must not get into a message.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>0 where there is no answer.</summary>
    public int Status => Message is null ? 0 : (int)Message.StatusCode;

    public TimeSpan? RetryAfter => RetryAfterIn("Retry-After");

    /// <summary>Whether the request cannot have reached the service.</summary>
    public bool NothingSent => Message is null && Fault is HttpRequestException fault && (
        fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        || fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound });

    /// <summary>Whether a write may have been done although no success was reported.</summary>
    public bool OutcomeUnknown => Status switch
    {
        0 => !NothingSent,
        408 => true,
        503 => RetryAfter is null,
        >= 500 => true,
        >= 300 => false,
        _ => Fault is not null,
    };

    /// <summary>The fault as it may be shown: where its words hold a secret, as a proxy's or a handler's may, another one with the rest of them.</summary>
    public Exception? ShownFault => Fault is { } fault && Holds(fault.ToString()) ? new IOException($"{fault.GetType().Name}: {Redact(fault.Message)}") : Fault;

    /// <summary>The text without the secrets that were sent.</summary>
    public string? Redact(string? text) => Redaction.Hide(text, Secrets);

    /// <summary>Whether a text has one of the secrets in it that were sent.</summary>
    public bool Holds(string text) => Redaction.Holds(text, Secrets);

    public TimeSpan? RetryAfterIn(string header) => Message is null ? null : ResponseHeaders.RetryAfter(Message, header, Received);

    public string? Header(string? name) => Message is null || name is null ? null : ResponseHeaders.Get(Message, name);

    public void Dispose()
    {
        // Exactly once: a buffer that is returned twice would be rented to two owners.
        if (Interlocked.Exchange(ref _rented, null) is { Length: > 0 } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        Message?.Dispose();
    }
}
