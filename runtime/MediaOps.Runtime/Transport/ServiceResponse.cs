namespace MediaOps.Runtime;

/// <summary>A successful answer. The body lies in a rented buffer: read it before disposing.</summary>
internal sealed class ServiceResponse : IDisposable
{
    private readonly Answer _answer;
    private readonly ServiceRequest _request;
    private readonly ErrorReader _errors;

    /// <param name="answer">The answer, which this owns from now on; it has a message.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="asked">The URL that answered.</param>
    /// <param name="errors">Knows where the service puts its request id.</param>
    public ServiceResponse(Answer answer, ServiceRequest request, Uri asked, ErrorReader errors)
    {
        Asked = asked;
        _answer = answer;
        _request = request;
        _errors = errors;
    }

    public int Status => _answer.Status;

    /// <summary>The URL that answered.</summary>
    public Uri Asked { get; }

    /// <summary>The bytes of the body.</summary>
    /// <exception cref="ServiceException">A write was accepted, but its answer broke off. The headers hold: an operation's id in them is not lost.</exception>
    public ReadOnlyMemory<byte> Body => BodyFault is null ? _answer.Body : throw BodyFault;

    /// <summary>Why <see cref="Body"/> cannot be read, or null.</summary>
    public ServiceException? BodyFault { get; init; }

    /// <summary>The service's id of the request, or null.</summary>
    public string? RequestId => _errors.RequestId(_answer);

    /// <summary>The client's id of the request.</summary>
    public string ClientRequestId => _request.ClientRequestId;

    /// <summary>How long the service asks to wait, or null; not yet clamped.</summary>
    /// <param name="header">The header that tells it; null for <c>Retry-After</c>.</param>
    public TimeSpan? RetryAfter(string? header) => _answer.RetryAfterIn(header ?? "Retry-After");

    /// <summary>A header of the answer or its content; null where it is missing or empty.</summary>
    public string? Header(string name) => _answer.Header(name);

    /// <summary>A text of the answer, fit for exceptions and logs: see <see cref="ErrorText"/>. Without what is secret of the request, which a service may echo.</summary>
    public string? Clean(string? text) => ErrorText.CleanOrNull(_answer.Redact(text));

    /// <summary>Secret values that the request carried, beside those of the credential.</summary>
    public string[] Sent => _request.Secrets;

    /// <summary>Whether a text that becomes a handle has one of the secrets in it that were sent, and not just by chance.</summary>
    public bool HoldsSecret(string text)
        => Redaction.Holds(text, [.. _answer.Secrets.Where(secret => secret.Length >= SentSecrets.ShortestInHandle || !Sent.Contains(secret, StringComparer.Ordinal))]);

    public void Dispose() => _answer.Dispose();
}
