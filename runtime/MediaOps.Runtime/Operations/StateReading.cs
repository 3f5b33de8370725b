using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads the entity itself, and judges by its state and the state graph of the schema how far the action is.</summary>
internal sealed class StateReading : PollReading
{
    private readonly TrackingDefinition _tracking;
    private readonly EntityDefinition _entity;
    private readonly ActionDefinition _action;
    private readonly IReadOnlyList<string> _expected;
    private readonly TimeProvider _clock;
    private readonly long _sent;
    private readonly JsonFields _fields;
    private readonly string _path;
    private volatile bool _changeSeen;

    /// <param name="tracking">How the action is followed.</param>
    /// <param name="entity">States and actions.</param>
    /// <param name="action">What was sent.</param>
    /// <param name="expected">Names of the states in which it ends.</param>
    /// <param name="clock">The client's clock.</param>
    public StateReading(TrackingDefinition tracking, EntityDefinition entity, ActionDefinition action, IReadOnlyList<string> expected, TimeProvider clock)
    {
        _tracking = tracking;
        _entity = entity;
        _action = action;
        _expected = expected;
        _clock = clock;
        _sent = clock.GetTimestamp();
        _path = entity.StateRead is null
            ? JsonFields.Join(entity.Read?.ReturnsPath ?? entity.Envelope, entity.StatePath ?? "")
            : entity.StateReadPath ?? entity.StatePath ?? "";
        _fields = new JsonFields(_path, tracking.ErrorCodePath, tracking.ErrorMessagePath, tracking.OutcomePath);
    }

    private bool MayLag => _clock.GetElapsedTime(_sent) < _tracking.Settle;

    /// <summary>Looks at the entity in the answer that accepted the action: one that is where it should be, and was not there before, needs no poll.</summary>
    public bool IsDone(string? wire)
    {
        // An update's answer may have the server's members zeroed.
        StateDefinition? state = _action.Kind == ActionKind.Update ? null : _entity.ByWire(wire);
        if (state is null)
        {
            return false;
        }

        _changeSeen |= state.Kind == StateKind.Transitional || Array.IndexOf(_action.Via, state.Name) >= 0;
        return _expected.Contains(state.Name, StringComparer.Ordinal) && (_action.From is null ? _action.Kind == ActionKind.Create : Array.IndexOf(_action.From, state.Name) < 0);
    }

    public override OperationSnapshot Read(ServiceResponse response, string? knownTarget, out string status)
    {
        string?[] values = new string?[4];
        try
        {
            if (response.Body.IsEmpty || !_fields.Read(response.Body.Span, values))
            {
                throw NoState(response, response.Body.IsEmpty ? "it is empty" : "it is no JSON object", null);
            }
        }
        catch (JsonException e)
        {
            throw NoState(response, MalformedJson.Quiet(e).Message, MalformedJson.Quiet(e));
        }

        string wire = values[0] ?? throw NoState(response, $"it has no text at '{_path}'", null);
        status = response.Clean(wire) ?? "";
        return Judge(exists: true, wire, values, response, knownTarget);
    }

    public override OperationSnapshot? Absent(ServiceException missing, string? knownTarget)
        => _tracking.Absent is { } meaning
            ? Absent(meaning, missing, knownTarget)
            : Judge(exists: false, wire: null, new string?[4], response: null, knownTarget) with { RequestId = missing.RequestId };

    private OperationSnapshot Judge(bool exists, string? wire, ReadOnlySpan<string?> values, ServiceResponse? response, string? knownTarget)
    {
        EntityOutcome outcome = EntityOutcome.Judge(_entity, _action, _expected, exists, wire, _changeSeen, MayLag, isOnlyWitness: true);
        if (outcome.ChangeSeen)
        {
            // Never back to false: a slower look at the entity does not unsee what another has seen.
            _changeSeen = true;
        }

        bool isUnknown = exists && _entity.ByWire(wire) is null;
        OperationState state = outcome.Kind switch
        {
            OutcomeKind.Succeeded => ByOutcome(values[3], response),
            OutcomeKind.Pending when isUnknown => _tracking.UnknownFails ? OperationState.Failed : OperationState.Unknown,
            OutcomeKind.Pending => OperationState.InProgress,
            _ => OperationState.Failed,
        };
        string? reason = outcome.Reason.Length > 0 ? outcome.Reason : isUnknown ? $"the {_entity.Name} is in a state that the schema does not know" : null;
        bool isFailure = state is OperationState.Failed or OperationState.Canceled;
        return new OperationSnapshot(state, knownTarget)
        {
            EntityState = isUnknown ? response?.Clean(wire) : wire,
            ErrorCode = isFailure ? response?.Clean(values[1]) : null,
            ErrorMessage = isFailure ? response?.Clean(values[2]) ?? reason : null,
            RequestId = isFailure ? response?.RequestId : null,
        };
    }

    private OperationState ByOutcome(string? told, ServiceResponse? response)
        => _tracking.OutcomePath is null || response is null || (told is not null && Array.IndexOf(_tracking.OutcomeSucceeded, told) >= 0) ? OperationState.Succeeded
            : told is not null && Array.IndexOf(_tracking.OutcomeCanceled, told) >= 0 ? OperationState.Canceled
            : told is not null && Array.IndexOf(_tracking.OutcomeFailed, told) >= 0 ? OperationState.Failed
            : throw NoState(response, $"the {_entity.Name} is at rest, but '{_tracking.OutcomePath}' does not tell how the action ended", null);

    private ServiceException NoState(ServiceResponse response, string why, Exception? cause)
        => EntityRequests.NotReadable(response, $"{_entity.Name} with a state", why.EndsWith('.') ? why : why + ".", cause);
}
