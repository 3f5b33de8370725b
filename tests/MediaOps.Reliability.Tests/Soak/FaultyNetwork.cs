using System.Net;
using System.Text;

namespace MediaOps.Reliability.Tests.Soak;

/// <summary>The way to a service, on which a share of the requests meets a fault; counts what is open on it.</summary>
internal sealed class FaultyNetwork(HttpMessageHandler service, Random random, double share) : HttpMessageHandler
{
    private static readonly string[] Kinds = ["dropped before", "dropped after", "429", "503", "500", "malformed"];

    private readonly HttpMessageInvoker _service = new(service);
    private int _requests;
    private int _faults;
    private int _open;

    public int Requests => Volatile.Read(ref _requests);

    public int Faults => Volatile.Read(ref _faults);

    /// <summary>Answers that were handed out and not given back.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => throw new NotSupportedException("Ten thousand operations at once are waited for by async members.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        string? fault = Draw();
        switch (fault)
        {
            case null:
                return Count(await _service.SendAsync(request, cancellationToken));
            case "dropped before":
                throw Dropped();
            case "dropped after":
                (await _service.SendAsync(request, cancellationToken)).Dispose();
                throw Dropped();
            case "malformed":
                HttpResponseMessage answer = await _service.SendAsync(request, cancellationToken);
                answer.Content.Dispose();
                answer.Content = new ByteArrayContent("{\"State\": nope, "u8.ToArray());
                return Count(answer);
            default:
                var refusal = new HttpResponseMessage((HttpStatusCode)int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
                refusal.Headers.Add("Retry-After", "20");
                return Count(refusal);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _service.Dispose();
        base.Dispose(disposing);
    }

    private static HttpRequestException Dropped() => new(HttpRequestError.ResponseEnded, "The connection broke.", new HttpIOException(HttpRequestError.ResponseEnded));

    private string? Draw()
    {
        lock (random)
        {
            if (random.NextDouble() >= share)
            {
                return null;
            }

            _faults++;
            return Kinds[random.Next(Kinds.Length)];
        }
    }

    private HttpResponseMessage Count(HttpResponseMessage answer)
    {
        Interlocked.Increment(ref _open);
        answer.Content = new CountedContent(answer.Content, () => Interlocked.Decrement(ref _open));
        return answer;
    }

    /// <summary>A body that tells when it is given back.</summary>
    private sealed class CountedContent : StreamContent
    {
        private readonly HttpContent _inner;
        private Action? _closed;

        public CountedContent(HttpContent inner, Action closed)
            : base(inner.ReadAsStream())
        {
            _inner = inner;
            _closed = closed;
            foreach ((string name, IEnumerable<string> values) in inner.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _closed, null)?.Invoke();
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
