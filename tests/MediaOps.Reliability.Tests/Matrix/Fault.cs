using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>What faults have in common for the rules of the matrix.</summary>
internal enum FaultClass
{
    /// <summary>The service cannot have done anything, and may be asked again.</summary>
    NothingDone,

    /// <summary>No answer that tells, before the service acted.</summary>
    LostBefore,

    /// <summary>No answer that tells, after the service acted.</summary>
    LostAfter,

    /// <summary>The answer's headers and half of its body.</summary>
    HalfBody,

    /// <summary>An answer that cannot be read, and would be so again.</summary>
    Garbage,

    /// <summary>A whole body without the headers that hold the handle.</summary>
    HeadersLost,

    Refusal,
    NotFound,
    Unauthorized,

    /// <summary>A redirect that may be followed.</summary>
    Redirect,

    /// <summary>A redirect to where nothing may be sent.</summary>
    Misled,

    Loop,
    UnknownState,

    /// <summary>The operation fails with a code that the schema does not know.</summary>
    UnknownFailure,

    NeverEnds,
    ClockGoesBack,
}

/// <summary>A request that a fault hits, and what would become of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Clock">The client's clock.</param>
/// <param name="Service">The service.</param>
internal readonly record struct Hit(RecordedRequest Request, SkewedClock Clock, RecorderService Service)
{
    /// <summary>Has the service do what it is asked, and gives its answer.</summary>
    public HttpResponseMessage Act() => Service.Answer(Request);
}

/// <summary>Something that goes wrong with one request.</summary>
internal sealed record Fault(string Name, FaultClass Class, Func<Hit, HttpResponseMessage> Answer)
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly byte[] Huge = new byte[TenMegabytes];

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("connection refused", FaultClass.NothingDone, static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        new("429, 7 seconds", FaultClass.NothingDone, static _ => Status(429, ("Retry-After", "7"))),
        new("429, a date", FaultClass.NothingDone, static hit => Status(429, ("Retry-After", (hit.Clock.GetUtcNow() + TimeSpan.FromSeconds(7)).ToString("r", CultureInfo.InvariantCulture)))),
        new("429, 86400 seconds", FaultClass.NothingDone, static _ => Status(429, ("Retry-After", "86400"))),
        new("503, 7 seconds", FaultClass.NothingDone, static _ => Status(503, ("Retry-After", "7"))),
        new("reset before the service acted", FaultClass.LostBefore, static _ => throw Broken()),
        new("time-out before the service acted", FaultClass.LostBefore, static _ => throw new TaskCanceledException("timed out")),
        new("408", FaultClass.LostBefore, static _ => Status(408)),
        new("500", FaultClass.LostBefore, static _ => Status(500)),
        new("502", FaultClass.LostBefore, static _ => Status(502)),
        new("503", FaultClass.LostBefore, static _ => Status(503)),
        new("reset after the service acted", FaultClass.LostAfter, static hit => After(hit, static () => throw Broken())),
        new("time-out after the service acted", FaultClass.LostAfter, static hit => After(hit, static () => throw new TaskCanceledException("timed out"))),
        new("500 after the service acted", FaultClass.LostAfter, static hit => After(hit, static () => Status(500))),
        new("half a body", FaultClass.HalfBody, static hit => Body(hit, static whole => new HalfContent(whole))),
        new("malformed JSON", FaultClass.Garbage, static hit => Body(hit, static _ => Text("{\"State\": nope, "))),
        new("wrong content type", FaultClass.Garbage, static hit => Body(hit, static _ => Text("<html>Please sign in</html>", "text/html"))),
        new("empty body", FaultClass.Garbage, static hit => Body(hit, static _ => new ByteArrayContent([]))),
        new("10 MB body", FaultClass.Garbage, static hit => Body(hit, static _ => new ByteArrayContent(Huge))),
        new("headers lost", FaultClass.HeadersLost, static hit => Bare(hit)),
        new("401", FaultClass.Unauthorized, static _ => Status(401)),
        new("403", FaultClass.Refusal, static _ => Status(403)),
        new("404", FaultClass.NotFound, static _ => Status(404)),
        new("409", FaultClass.Refusal, static _ => Status(409)),
        new("412", FaultClass.Refusal, static _ => Status(412)),
        new("400 with an unknown code", FaultClass.Refusal, static _ => ScriptedHandler.Response(400, """{"error":{"code":"QuantumFlux","message":"?"}}""")),
        new("redirect to the same host", FaultClass.Redirect, static hit => Moved(RecorderService.Root + RecorderService.MovedTo + hit.Request.Uri.AbsoluteUri[RecorderService.Root.Length..])),
        new("redirect to a foreign host", FaultClass.Misled, static _ => Moved("https://media.evil.example/api/")),
        new("redirect to http", FaultClass.Misled, static hit => Moved("http" + hit.Request.Uri.AbsoluteUri["https".Length..])),
        new("redirect to itself", FaultClass.Loop, static hit => Moved(hit.Request.Uri.AbsoluteUri)),
        new("unknown state", FaultClass.UnknownState, static hit => hit.Service.Tell(hit.Request, "PONDERING", "Pondering")),
        new("failure with an unknown code", FaultClass.UnknownFailure, static hit => hit.Service.Tell(hit.Request, "BROKEN", "Failed")),
        new("a status that never ends", FaultClass.NeverEnds, static hit => hit.Service.Tell(hit.Request, hit.Service.Via, "InProgress")),
        new("a clock that goes back", FaultClass.ClockGoesBack, static hit => Back(hit)),
    ];

    private static HttpRequestException Broken() => new(HttpRequestError.ResponseEnded, "reset", new IOException("reset"));

    private static HttpResponseMessage Status(int status, params (string Name, string Value)[] headers)
        => ScriptedHandler.Response(status, """{"error":{"code":"Fault","message":"as the matrix says"}}""", headers);

    private static HttpResponseMessage Moved(string location) => Status(307, ("Location", location));

    private static StringContent Text(string text, string type = "application/json") => new(text, Encoding.UTF8, type);

    private static HttpResponseMessage After(Hit hit, Func<HttpResponseMessage> answer)
    {
        hit.Act().Dispose();
        return answer();
    }

    private static HttpResponseMessage Body(Hit hit, Func<byte[], HttpContent> body)
    {
        HttpResponseMessage response = hit.Act();
        response.Content = body(Bytes(response));
        return response;
    }

    private static HttpResponseMessage Bare(Hit hit)
    {
        HttpResponseMessage response = hit.Act();
        response.Headers.Clear();
        return response;
    }

    private static HttpResponseMessage Back(Hit hit)
    {
        hit.Clock.Skew -= TimeSpan.FromDays(1);
        return hit.Act();
    }

    private static byte[] Bytes(HttpResponseMessage response)
    {
        using var copy = new MemoryStream();
        response.Content.CopyTo(copy, context: null, CancellationToken.None);
        return copy.ToArray();
    }

    /// <summary>Half of a body that was announced whole.</summary>
    private sealed class HalfContent : ByteArrayContent
    {
        public HalfContent(byte[] whole)
            : base(whole, 0, whole.Length / 2)
        {
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
            Headers.ContentLength = whole.Length;
        }
    }
}
