using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>Makes one attempt: sends, and reads the whole body, within one deadline and one size.</summary>
internal sealed class HttpSender(HttpMessageInvoker invoker, MediaOpsOptions options, TimeProvider networkClock)
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>A deadline that its attempt has not reached; calls one after the other share it.</summary>
    private CancellationTokenSource? _spare;

    /// <summary>
    /// Makes one attempt. Whatever goes wrong is in the answer, also what a handler of the user throws and the caller's own cancellation:
    /// where the headers of a write had come, they may hold the id of an operation that now runs.
    /// </summary>
    /// <exception cref="NotSupportedException">The handler cannot send synchronously; nothing was sent.</exception>
    // Pooled: what a call holds while it waits for the network serves the next call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Answer> SendAsync(HttpRequestMessage request, TimeSpan limit, bool async, CancellationToken cancellationToken)
    {
        CancellationTokenSource deadline = RentDeadline(limit);
        CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        Uri target = request.RequestUri!;
        HttpResponseMessage? response = null;
        bool isWhole = false;
        try
        {
            response = async
                ? await StartAsync(request, deadline.Token).ConfigureAwait(false)
                : SendSync(request, deadline.Token);
            if (response is null)
            {
                throw new InvalidOperationException("The message handler gave no response.");
            }

            ArraySegment<byte> body = await ReadAsync(response, async, deadline.Token).ConfigureAwait(false);
            isWhole = true;
            return new Answer
            {
                Message = response,
                Rented = body,
                StrayedTo = Stray(response, target),
                Received = options.TimeProvider.GetUtcNow(),
            };
        }
        catch (Exception e) when (async || e is not NotSupportedException)
        {
            // By the tokens first: the read that lost its stream to one of them tells of a disposed object.
            return new Answer
            {
                Message = response,
                Fault = cancellationToken.IsCancellationRequested ? new OperationCanceledException("The call was canceled.", e, cancellationToken)
                    : deadline.IsCancellationRequested ? new TimeoutException($"There was no whole answer within {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds.", e)
                    : e is OperationCanceledException ? new TimeoutException("The HttpClient or its handler gave up before there was a whole answer.", e)
                    : e,
                StrayedTo = Stray(response, target),
                Received = options.TimeProvider.GetUtcNow(),
            };
        }
        finally
        {
            // In this order: once the caller's token is let go, nobody cancels a deadline that the next attempt may have.
            caller.Dispose();
            Return(deadline, isWhole);
        }
    }

    private static Uri? Stray(HttpResponseMessage? response, Uri target)
    {
        Uri? reached = response?.RequestMessage?.RequestUri;
        return reached is null || ReferenceEquals(reached, target) || reached.AbsoluteUri == target.AbsoluteUri ? null : reached;
    }

    private CancellationTokenSource RentDeadline(TimeSpan limit)
    {
        if (Interlocked.Exchange(ref _spare, null) is { } spare)
        {
            spare.CancelAfter(limit);
            return spare;
        }

        // The network's clock is the system's even where the client's is virtual: an accelerated test clock must not kill real sockets.
        return new CancellationTokenSource(limit, networkClock);
    }

    /// <summary>After a fault something may still look at the token; after a whole answer nothing does.</summary>
    private void Return(CancellationTokenSource deadline, bool isWhole)
    {
        if (!isWhole || !deadline.TryReset() || Interlocked.CompareExchange(ref _spare, deadline, null) is not null)
        {
            deadline.Dispose();
        }
    }

    private Task<HttpResponseMessage> StartAsync(HttpRequestMessage request, CancellationToken cancellationToken) => invoker is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : invoker.SendAsync(request, cancellationToken);

    private HttpResponseMessage SendSync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return invoker is HttpClient client
                ? client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                : invoker.Send(request, cancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"The message handler cannot send synchronously; override its Send method, or use the async members. {e.Message}", e);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ArraySegment<byte>> ReadAsync(HttpResponseMessage response, bool async, CancellationToken cancellationToken)
    {
        long? announced = response.RequestMessage?.Method == HttpMethod.Head ? null : ResponseHeaders.ContentLength(response);
        if (announced == 0)
        {
            return ArraySegment<byte>.Empty;
        }

        // A blocking read does not see tokens; taking its stream away is what ends it.
        using CancellationTokenRegistration abort = async ? default : cancellationToken.UnsafeRegister(static state => ((HttpResponseMessage)state!).Dispose(), response);
        Stream stream = async
            ? await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
            : response.Content.ReadAsStream(cancellationToken);

        // The announced length is only believed up to a point: it costs the sender nothing.
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced + 1 ?? 4096, FirstBuffer));
        int length = 0;
        try
        {
            while (true)
            {
                int read = async
                    ? await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)
                    : stream.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (length > options.MaxResponseBytes)
                {
                    throw new InvalidDataException($"The answer is larger than {options.MaxResponseBytes} bytes ({nameof(MediaOpsOptions.MaxResponseBytes)}).");
                }

                buffer = length == buffer.Length ? Grow(buffer) : buffer;
            }

            if (announced is { } whole && length < whole)
            {
                throw new IOException($"The answer broke off after {length} of {whole} bytes.");
            }

            // The mark that some servers put before UTF-8 is no JSON.
            int mark = buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
            return new ArraySegment<byte>(buffer, mark, length - mark);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
