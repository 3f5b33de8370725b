using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads a status that the service tells in so many words: by the HTTP status, by values at a path, or by a boolean; in a record of its own or in the entity.</summary>
internal sealed class StatusReading : PollReading
{
    private readonly TrackingDefinition _tracking;
    private readonly EntityDefinition? _entity;
    private readonly ActionDefinition? _action;
    private readonly JsonFields _fields;

    /// <param name="tracking">How the action is followed.</param>
    /// <param name="entity">The kind of entity; null where it is not known.</param>
    /// <param name="action">What was sent; null where it is not known.</param>
    public StatusReading(TrackingDefinition tracking, EntityDefinition? entity, ActionDefinition? action)
    {
        _tracking = tracking;
        _entity = entity;
        _action = action;
        _fields = new JsonFields(tracking.StatusPath, tracking.TargetPath, tracking.ErrorCodePath, tracking.ErrorMessagePath, tracking.DonePath, tracking.HandleBody, tracking.OutcomePath);
    }

    private bool ReadsBody => _tracking.StatusPath is not null || _tracking.DonePath is not null || _tracking.OutcomePath is not null;

    /// <summary>Reads the answer that accepted the action, where it may be a record already.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="knownTarget">The target's id as far as it is known.</param>
    /// <returns>What it tells; null where it has no status.</returns>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public OperationSnapshot? ReadFirst(ServiceResponse response, string? knownTarget)
    {
        var texts = new Texts();
        Span<string?> values = texts;
        if (!_fields.Read(response.Body.Span, values))
        {
            throw new JsonException("It is no JSON object.");
        }

        return values[0] is null && values[4] is null && (_tracking.DonePath is null || values[5] is null) ? null : Read(response, values, knownTarget, out _);
    }

    public override OperationSnapshot Read(ServiceResponse response, string? knownTarget, out string status)
    {
        if (Array.IndexOf(_tracking.PendingHttp, response.Status) >= 0)
        {
            status = "";
            return new OperationSnapshot(OperationState.InProgress, knownTarget);
        }

        if (!ReadsBody)
        {
            status = "";
            return new OperationSnapshot(OperationState.Succeeded, knownTarget);
        }

        var texts = new Texts();
        Span<string?> values = texts;
        try
        {
            if (response.Body.IsEmpty || !_fields.Read(response.Body.Span, values))
            {
                throw NoRecord(response, response.Body.IsEmpty ? "it is empty" : "it is no JSON object", null);
            }
        }
        catch (JsonException e)
        {
            throw NoRecord(response, MalformedJson.Quiet(e).Message, MalformedJson.Quiet(e));
        }

        return Read(response, values, knownTarget, out status);
    }

    public override OperationSnapshot? Absent(ServiceException missing, string? knownTarget)
        => _tracking.Absent is { } meaning ? Absent(meaning, missing, knownTarget)
            : _tracking.Kind != TrackingKind.EntityState ? null
            : Absent(_action?.Kind == ActionKind.Delete ? AbsentMeaning.Succeeded : AbsentMeaning.Failed, missing, knownTarget);

    private OperationSnapshot Read(ServiceResponse response, ReadOnlySpan<string?> values, string? knownTarget, out string status)
    {
        OperationState state = _tracking.DonePath is null ? ByValue(response, values[0], out status) : ByBoolean(response, values, out status);
        if (state == OperationState.Succeeded && _tracking.OutcomePath is not null)
        {
            state = ByOutcome(response, values[6]);
        }

        bool isFailure = state is OperationState.Failed or OperationState.Canceled;
        return new OperationSnapshot(state, string.IsNullOrEmpty(values[1]) ? knownTarget : CheckTarget(response, values[1]!, knownTarget))
        {
            ErrorCode = isFailure ? response.Clean(values[2]) : null,
            ErrorMessage = isFailure ? response.Clean(values[3]) : null,
            RequestId = isFailure ? response.RequestId : null,
        };
    }

    private OperationState ByValue(ServiceResponse response, string? told, out string status)
    {
        status = "";
        if (_tracking.StatusPath is null)
        {
            return OperationState.Succeeded;
        }

        if (told is null)
        {
            // Services leave the status out of an entity that has nothing under way; a record without one is no record.
            return _tracking.Kind == TrackingKind.EntityState ? OperationState.Succeeded : throw NoRecord(response, $"it has no text at '{_tracking.StatusPath}'", null);
        }

        OperationState state = StateOf(told);
        status = state == OperationState.Unknown ? response.Clean(told) ?? "" : told;
        return state == OperationState.Unknown && _tracking.UnknownFails ? OperationState.Failed : state;
    }

    private OperationState ByBoolean(ServiceResponse response, ReadOnlySpan<string?> values, out string status)
    {
        // Such records leave out what is false; but they always tell whose record they are.
        if (values[4] is null && (_tracking.HandleBody is null || values[5] is null))
        {
            throw NoRecord(response, $"it has no boolean at '{_tracking.DonePath}'", null);
        }

        status = values[4] ?? "false";
        return status switch
        {
            "false" => OperationState.InProgress,
            "true" => values[2] is { } code ? ByCode(code) : values[3] is null ? OperationState.Succeeded : OperationState.Failed,
            _ => throw NoRecord(response, $"it has no boolean at '{_tracking.DonePath}'", null),
        };
    }

    /// <summary>Some services have an error in every record, with a code that says that there is none.</summary>
    private OperationState ByCode(string code)
        => Array.IndexOf(_tracking.Succeeded, code) >= 0 ? OperationState.Succeeded
            : Array.IndexOf(_tracking.Canceled, code) >= 0 ? OperationState.Canceled
            : OperationState.Failed;

    private OperationState ByOutcome(ServiceResponse response, string? told)
        => told is null ? throw NoRecord(response, $"it is over, but has no text at '{_tracking.OutcomePath}' that tells how", null)
            : Array.IndexOf(_tracking.OutcomeSucceeded, told) >= 0 ? OperationState.Succeeded
            : Array.IndexOf(_tracking.OutcomeFailed, told) >= 0 ? OperationState.Failed
            : Array.IndexOf(_tracking.OutcomeCanceled, told) >= 0 ? OperationState.Canceled
            : throw NoRecord(response, $"it is over, but '{response.Clean(told)}' at '{_tracking.OutcomePath}' does not tell how", null);

    /// <summary>As it is written; then without regard to case, which services do not always keep.</summary>
    private OperationState StateOf(string status)
        => Known(status, StringComparison.Ordinal) ?? Known(status, StringComparison.OrdinalIgnoreCase)
            ?? (_tracking.Pending.Length == 0 && !_tracking.UnknownFails ? OperationState.InProgress : OperationState.Unknown);

    private OperationState? Known(string status, StringComparison comparison)
    {
        return Holds(_tracking.Pending) ? OperationState.InProgress
            : Holds(_tracking.Succeeded) ? OperationState.Succeeded
            : Holds(_tracking.Failed) ? OperationState.Failed
            : Holds(_tracking.Canceled) ? OperationState.Canceled
            : null;

        bool Holds(string[] words)
        {
            foreach (string word in words)
            {
                if (word.Equals(status, comparison))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A record that tells of another entity than the one that was sent for would have us report on, and read, a foreign one.</summary>
    private string CheckTarget(ServiceResponse response, string told, string? known)
    {
        if (PathTemplate.Fault(told) is { } fault)
        {
            throw NoRecord(response, $"the id at '{_tracking.TargetPath}' {fault}", null);
        }

        return known is null || (_entity is null ? string.Equals(known, told, StringComparison.OrdinalIgnoreCase) : _entity.IsSameId(known, told))
            ? told
            : throw NoRecord(response, $"it tells of '{response.Clean(told)}', and the operation was for '{ErrorText.Clean(known)}'", null);
    }

    private static ServiceException NoRecord(ServiceResponse response, string why, Exception? cause)
        => EntityRequests.NotReadable(response, "record of an operation", why.EndsWith('.') ? why : why + ".", cause);

    [System.Runtime.CompilerServices.InlineArray(7)]
    private struct Texts
    {
        private string? _first;
    }
}
