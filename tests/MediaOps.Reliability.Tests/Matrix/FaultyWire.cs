namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>Carries requests to the service, and puts one fault in the way of those that its cell names.</summary>
internal sealed class FaultyWire(Cell cell, RecorderService service, SkewedClock clock) : HttpMessageHandler
{
    private readonly HashSet<string> _requestIds = [];
    private int _hits;

    /// <summary>Whether faults happen.</summary>
    public bool IsArmed { get; set; }

    /// <summary>Requests that ask for the action.</summary>
    public int Sends { get; private set; }

    /// <summary>Requests that ask how far it is.</summary>
    public int Polls { get; private set; }

    /// <summary>Requests for the entity that are no polls.</summary>
    public int Reads { get; private set; }

    /// <summary>Requests to where nothing may be sent.</summary>
    public int Strays { get; private set; }

    /// <summary>How many different client request ids the requests for the action carried.</summary>
    public int RequestIds => _requestIds.Count;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(RecordedRequest.From(request, wasSync: true));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Answer(RecordedRequest.From(request, wasSync: false)));
        }
        catch (Exception fault)
        {
            return Task.FromException<HttpResponseMessage>(fault);
        }
    }

    private HttpResponseMessage Answer(RecordedRequest request)
    {
        if (!request.Uri.AbsoluteUri.StartsWith(RecorderService.Root, StringComparison.Ordinal))
        {
            Strays++;
            return ScriptedHandler.Response(200);
        }

        if (!IsArmed)
        {
            return service.Answer(request);
        }

        if (cell.Step == Step.Look && request.Method != HttpMethod.Get)
        {
            Count(request);
            service.Answer(request).Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset");
        }

        return IsHit(request) ? cell.Fault.Answer(new Hit(request, clock, service)) : service.Answer(request);
    }

    private bool IsHit(RecordedRequest request)
    {
        bool isReached = Count(request);
        bool isMoved = request.Uri.AbsoluteUri.Contains(RecorderService.MovedTo, StringComparison.Ordinal);
        return isReached && !isMoved && (cell.Always || _hits == 0) && ++_hits > 0;
    }

    /// <summary>Counts a request; whether it is of the kind that the fault hits, and not too early.</summary>
    private bool Count(RecordedRequest request)
    {
        if (request.Method != HttpMethod.Get)
        {
            Sends++;
            _requestIds.Add(request.Header(RecorderService.RequestIdHeader) ?? "");
            return cell.Step == Step.Send;
        }

        if (cell.Way == Way.EntityState || !request.Uri.AbsolutePath.Contains("/recorders", StringComparison.Ordinal))
        {
            Polls++;
            return cell.Step switch { Step.Look => true, Step.FirstPoll => Polls >= 1, Step.NextPoll => Polls >= 2, Step.LastPoll => Polls >= 3, _ => false };
        }

        Reads++;
        return cell.Step is Step.Look or Step.FinalRead;
    }
}
