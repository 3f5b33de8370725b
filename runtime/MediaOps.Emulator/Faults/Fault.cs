using System.Globalization;
using MediaOps.Emulation.Http;
using MediaOps.Emulation.State;

namespace MediaOps.Emulation;

/// <summary>Something that goes wrong with a request. Made by the static members and scripted by <see cref="FaultScript.Add"/>.</summary>
public sealed class Fault
{
    private Fault(string name) => Name = name;

    /// <summary>What it is, for the log of requests.</summary>
    public string Name { get; }

    internal TimeSpan Delay { get; private init; }

    /// <summary>Whether all records of operations are forgotten before the request is looked at.</summary>
    internal bool ExpiresOperations { get; private init; }

    /// <summary>How the operation that the request begins will fail.</summary>
    internal OperationFailure? Failure { get; private init; }

    /// <summary>The answer that is given without doing anything; the date is the emulator's present time.</summary>
    internal Func<Exchange, EmulatedResponse>? Instead { get; private init; }

    /// <summary>What becomes of the answer after the request has been carried out.</summary>
    internal Func<Exchange, EmulatedResponse, EmulatedResponse>? Reshape { get; private init; }

    /// <summary>A status code with the service's error body; nothing is done.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="retryAfter">The Retry-After header in seconds, rounded up; null for none.</param>
    /// <param name="code">The error code; null means one that fits the status.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not in its range, or the time is negative.</exception>
    public static Fault Status(int status, TimeSpan? retryAfter = null, string? code = null)
    {
        CheckStatus(status, 400, 599);
        CheckTime(retryAfter ?? TimeSpan.Zero, nameof(retryAfter));
        return new Fault($"status {status}")
        {
            Instead = e => RetryAfter(e.Error(status, code), retryAfter is { } t ? Math.Ceiling(t.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null),
        };
    }

    /// <summary>A status code with a Retry-After header that is a date: that time after the emulator's present time; nothing is done.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="retryAfter">How far ahead the date is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not in its range, or the time is negative.</exception>
    public static Fault StatusWithRetryDate(int status, TimeSpan retryAfter)
    {
        CheckStatus(status, 400, 599);
        CheckTime(retryAfter, nameof(retryAfter));
        return new Fault($"status {status}")
        {
            Instead = e => RetryAfter(e.Error(status, null), (e.Now + retryAfter).UtcDateTime.ToString("R", CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>The answer comes later, by the emulator's clock; the request is carried out after the delay.</summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static Fault Delayed(TimeSpan delay)
    {
        CheckTime(delay, nameof(delay));
        return new Fault("delay") { Delay = delay };
    }

    /// <summary>The connection cannot be made, so that nothing can have been done. On loopback, where the connection exists, it is dropped.</summary>
    public static Fault ConnectionRefused() => Ending("connection refused", ResponseEnding.Refused);

    /// <summary>The connection breaks before anything is done; the caller cannot know that.</summary>
    public static Fault DropBefore() => Ending("dropped before", ResponseEnding.Dropped);

    /// <summary>The request is carried out, and the connection breaks before the answer.</summary>
    public static Fault DropAfter() => Shaping("dropped after", r => r with { Ending = ResponseEnding.Dropped });

    /// <summary>The request is carried out, and half of the answer's body comes.</summary>
    public static Fault TruncatedBody() => Shaping("truncated", r => r with { Ending = ResponseEnding.Truncated });

    /// <summary>The request is carried out, and the answer's body is not valid JSON.</summary>
    public static Fault MalformedBody() => Shaping("malformed", r => r with { Body = "{\"State\": nope, "u8.ToArray() });

    /// <summary>The request is carried out, and the answer's body is a page of HTML, as gateways send it.</summary>
    public static Fault WrongContentType() => Shaping("wrong content type", r => r with { Body = "<html><body>Please sign in</body></html>"u8.ToArray(), ContentType = "text/html" });

    /// <summary>The request is carried out, and the answer has no body.</summary>
    public static Fault EmptyBody() => Shaping("empty body", r => r with { Body = [] });

    /// <summary>The request is carried out, and another body is answered.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type.</param>
    public static Fault Body(string body, string contentType = "application/json")
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(body);
        return Shaping("body", r => r with { Body = bytes, ContentType = contentType });
    }

    /// <summary>A redirect to another place, which may be on a foreign host; nothing is done.</summary>
    /// <param name="location">The Location header: absolute, or relative to the request.</param>
    /// <param name="status">300 to 399.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not in its range.</exception>
    public static Fault Redirect(Uri location, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(location);
        CheckStatus(status, 300, 399);
        return new Fault($"redirect {status}") { Instead = _ => EmulatedResponse.Empty(status).With("Location", location.OriginalString) };
    }

    /// <summary>The records of all operations are gone when the request comes; what the operations do goes on.</summary>
    public static Fault ExpiredOperations() => new("expired operations") { ExpiresOperations = true };

    /// <summary>The request is carried out; where its answer holds the state of an operation, that is another text.</summary>
    /// <param name="state">The text, such as one that the schema does not know.</param>
    public static Fault OperationState(string state) => new("operation state") { Reshape = (e, r) => e.ReplaceOperationState(r, state) };

    /// <summary>The request is carried out; where its answer is an entity or a list of entities, their state is another text.</summary>
    /// <param name="state">The text, such as one that the schema does not know.</param>
    public static Fault EntityState(string state) => new("entity state") { Reshape = (e, r) => e.ReplaceEntityState(r, state) };

    /// <summary>The operation that the request begins will fail when its time has come.</summary>
    /// <param name="code">The error code, which may be one that the schema does not know.</param>
    /// <param name="message">The error message.</param>
    public static Fault OperationFails(string code, string message = "The operation failed, as the script says.")
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return new Fault($"fails with {code}") { Failure = new OperationFailure(code, message, Canceled: false) };
    }

    /// <summary>The operation that the request begins will end as canceled when its time has come, as if somebody else had canceled it.</summary>
    /// <param name="code">The error code.</param>
    /// <param name="message">The error message.</param>
    public static Fault OperationCanceled(string code = "Canceled", string message = "The operation was canceled, as the script says.")
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return new Fault("canceled") { Failure = new OperationFailure(code, message, Canceled: true) };
    }

    private static Fault Ending(string name, ResponseEnding ending) => new(name) { Instead = _ => EmulatedResponse.Empty(503) with { Ending = ending } };

    private static Fault Shaping(string name, Func<EmulatedResponse, EmulatedResponse> reshape) => new(name) { Reshape = (_, r) => reshape(r) };

    private static EmulatedResponse RetryAfter(EmulatedResponse response, string? value) => value is null ? response : response.With("Retry-After", value);

    private static void CheckStatus(int status, int minimum, int maximum)
    {
        if (status < minimum || status > maximum)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, $"The status must be {minimum} to {maximum}.");
        }
    }

    private static void CheckTime(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, time, "The time must not be negative.");
        }
    }
}
