using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Turns whatever a service answers when it does not do what was asked into a <see cref="ServiceException"/>.</summary>
internal sealed class ErrorReader(ErrorDefinition definition)
{
    private readonly ErrorBody _body = new(definition);
    private readonly JsonFields? _ok = definition.OkWhenPath is { } path ? new JsonFields(path) : null;

    /// <summary>Throws where there is no answer that could be looked at: none at all, or one from where nothing was asked.</summary>
    public void ThrowIfUnusable(ServiceRequest request, Uri uri, Answer answer)
    {
        if (answer.StrayedTo is { } stray)
        {
            throw Create(
                request,
                answer,
                $"The HttpClient followed a redirect from {uri.Host} to {stray.Host} by itself. Give the client a handler with AllowAutoRedirect set to false.",
                outcomeUnknown: request.IsWrite);
        }

        if (answer.Message is null)
        {
            throw Broken(request, uri, answer);
        }
    }

    /// <summary>No answer, or one that broke off.</summary>
    public ServiceException Broken(ServiceRequest request, Uri uri, Answer answer)
    {
        string what = answer.Message is null ? $"No answer from {uri.Host}" : $"The answer of {uri.Host} ({answer.Status}) cannot be read";
        string unknown = request.IsWrite && answer.OutcomeUnknown ? " The service may have done it: read the entity before you ask again." : "";
        return Create(request, answer, $"{what} to {request.Method} {uri.AbsolutePath}: {Clean(answer, answer.Fault!.Message)}{unknown}", request.IsWrite && answer.OutcomeUnknown);
    }

    /// <summary>An answer with an error status.</summary>
    public ServiceException Read(ServiceRequest request, Uri uri, Answer answer)
    {
        ErrorDetails details = _body.Read(answer.Body);
        string? code = Clean(answer, HeaderCode(answer) ?? details.Code);
        string words = Clean(answer, details.Message) is { } message ? ": " + message : ".";
        return new ServiceException($"The service answered {request.Method} {answer.Redact(uri.AbsolutePath)} with {answer.Status}{(code is null ? "" : $" ({code})")}{words}")
        {
            Status = answer.Status,
            ErrorCode = code,
            Category = definition.Find(code)?.Category,
            RequestId = RequestId(answer) ?? Clean(answer, details.RequestId),
            ClientRequestId = request.ClientRequestId,
            OutcomeUnknown = request.IsWrite && answer.OutcomeUnknown,
        };
    }

    /// <summary>An answer whose status says that it went well, and whose body says that it did not; null where it went well.</summary>
    public ServiceException? Refusal(ServiceRequest request, Uri uri, Answer answer)
    {
        if (_ok is null || answer.Body.IsEmpty)
        {
            return null;
        }

        string?[] values = [null];
        try
        {
            return !_ok.Read(answer.Body.Span, values) || values[0] is null || values[0] == definition.OkWhenEquals ? null : Read(request, uri, answer);
        }
        catch (JsonException)
        {
            // Whoever needs the body finds out that it is none, and says what was expected.
            return null;
        }
    }

    /// <summary>The code that a header tells, without secrets: some services put an address behind it, and a secret that is cut there would not be found.</summary>
    private string? HeaderCode(Answer answer) => answer.Redact(answer.Header(definition.CodeHeader))?.Split(':')[0];

    /// <summary>An error in our own words, with hosts and paths that may hold a secret.</summary>
    public ServiceException Create(ServiceRequest request, Answer answer, string message, bool outcomeUnknown = false) => new(answer.Redact(message)!, answer.ShownFault)
    {
        Status = answer.Status,
        RequestId = RequestId(answer),
        ClientRequestId = request.ClientRequestId,
        OutcomeUnknown = outcomeUnknown,
    };

    public string? RequestId(Answer answer) => Clean(answer, answer.Header(definition.RequestIdHeader));

    // The secrets first: cut or cleaned, they would not be found.
    private static string? Clean(Answer answer, string? text) => ErrorText.CleanOrNull(answer.Redact(text));
}
