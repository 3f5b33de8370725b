using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads the service's record of an operation.</summary>
internal sealed class OperationRecord
{
    private readonly TrackingDefinition _tracking;
    private readonly JsonFields _fields;

    public OperationRecord(TrackingDefinition tracking)
    {
        _tracking = tracking;
        _fields = new JsonFields(tracking.StatusPath, tracking.TargetPath, tracking.ErrorCodePath, tracking.ErrorMessagePath);
    }

    /// <summary>Reads one poll.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="knownTarget">The target's id as far as it is known: records of some services leave it out.</param>
    /// <param name="status">The status in the service's words, fit for a log.</param>
    /// <exception cref="ServiceException">The answer is no record of an operation.</exception>
    public OperationSnapshot Read(ServiceResponse response, string? knownTarget, out string status)
    {
        var texts = new Texts();
        Span<string?> values = texts;
        try
        {
            if (!_fields.Read(response.Body.Span, values))
            {
                throw NoRecord(response, "it is no JSON object", null);
            }
        }
        catch (JsonException e)
        {
            throw NoRecord(response, e.Message, e);
        }

        string told = values[0] ?? throw NoRecord(response, $"it has no text at '{_tracking.StatusPath}'", null);
        OperationState state = StateOf(told);
        status = state == OperationState.Unknown ? response.Clean(told) ?? "" : told;
        bool isFailure = state is OperationState.Failed or OperationState.Canceled;
        return new OperationSnapshot(state, string.IsNullOrEmpty(values[1]) ? knownTarget : CheckTarget(response, values[1]!, knownTarget))
        {
            ErrorCode = isFailure ? response.Clean(values[2]) : null,
            ErrorMessage = isFailure ? response.Clean(values[3]) : null,
            RequestId = isFailure ? response.RequestId : null,
        };
    }

    /// <summary>A record that tells of another entity than the one that was sent for would have us report on, and read, a foreign one.</summary>
    private string CheckTarget(ServiceResponse response, string told, string? known)
    {
        if (PathTemplate.Fault(told) is { } fault)
        {
            throw NoRecord(response, $"the id at '{_tracking.TargetPath}' {fault}", null);
        }

        return known is null || string.Equals(known, told, StringComparison.OrdinalIgnoreCase)
            ? told
            : throw NoRecord(response, $"it tells of '{ErrorText.Clean(told)}', and the operation was for '{ErrorText.Clean(known)}'", null);
    }

    private OperationState StateOf(string status)
    {
        if (Array.IndexOf(_tracking.Pending, status) >= 0)
        {
            return OperationState.InProgress;
        }

        if (Array.IndexOf(_tracking.Succeeded, status) >= 0)
        {
            return OperationState.Succeeded;
        }

        if (Array.IndexOf(_tracking.Failed, status) >= 0)
        {
            return OperationState.Failed;
        }

        return Array.IndexOf(_tracking.Canceled, status) >= 0 ? OperationState.Canceled : OperationState.Unknown;
    }

    private static ServiceException NoRecord(ServiceResponse response, string why, Exception? cause)
        => new($"The service's answer is no record of an operation: {why}.", cause)
        {
            Status = response.Status,
            RequestId = response.RequestId,
            ClientRequestId = response.ClientRequestId,
        };

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct Texts
    {
        private string? _first;
    }
}
