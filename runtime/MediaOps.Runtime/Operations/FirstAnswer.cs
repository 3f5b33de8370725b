using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>
/// Decides by the answer to an action whether it is done, and else how it is followed: of the ways that the schema names the first whose handle is in the
/// answer. Following nothing would be a wait without end, so an accepted call that cannot be followed is an error at once.
/// </summary>
/// <param name="connection">The client's connection.</param>
/// <param name="entity">The kind of entity.</param>
/// <param name="action">What was sent.</param>
/// <param name="expected">Names of the states in which it ends.</param>
/// <param name="address">The entity's address, as far as it is known.</param>
/// <param name="entityId">Its id; null where it is not known.</param>
/// <param name="needsResult">Whether the result is a value, which cannot be had by reading the entity.</param>
internal sealed class FirstAnswer(
    ServiceConnection connection, EntityDefinition entity, ActionDefinition action, IReadOnlyList<string> expected, PathValues address, string? entityId, bool needsResult)
{
    /// <summary>Looks at the answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="lost">Why it was accepted and cannot be followed; else null.</param>
    /// <returns>How to follow it; null where it is done, or lost.</returns>
    public Followed? Follow(ServiceResponse response, out string? lost)
    {
        Followed? followed = Find(response, out lost);
        lost = response.Clean(lost);
        if (followed is null || !response.HoldsSecret(followed.Id))
        {
            return response.Sent.Length == 0 ? followed : followed is null ? null : followed with { Secrets = response.Sent };
        }

        // Handles are stored, and go to browsers.
        lost = "what it is to be asked for by holds a secret of the request";
        return null;
    }

    private Followed? Find(ServiceResponse response, out string? lost)
    {
        lost = null;
        var missing = new List<string>();
        foreach (TrackingDefinition tracking in action.Tracking)
        {
            if (Array.IndexOf(tracking.Accepted, response.Status) < 0)
            {
                continue;
            }

            if (tracking.Kind == TrackingKind.EntityState)
            {
                return tracking.StatusPath is null && tracking.DonePath is null ? ByState(tracking, response, ref lost) : ByStatus(tracking, response, ref lost);
            }

            if (HandleOf(tracking, response) is { } handle)
            {
                return tracking.Kind == TrackingKind.Operation ? ById(tracking, handle, response, ref lost) : ByUrl(tracking, handle, response, ref lost);
            }

            // 202 promises that there is something to ask; 200 and 201 are the end unless a header says otherwise.
            if (tracking is not { Kind: TrackingKind.StatusUrl, HandleBody: null } || response.Status == 202)
            {
                missing.Add(HandlePlace(tracking));
            }
        }

        lost = missing.Count == 0 ? null
            : Array.TrueForAll(action.Tracking, static tracking => tracking.Kind == TrackingKind.Operation) ? $"it has no operation id ({string.Join(" or ", missing)})"
            : $"it has neither operation id nor status URL ({string.Join(" or ", missing)})";
        return null;
    }

    private static string? HandleOf(TrackingDefinition tracking, ServiceResponse response)
    {
        foreach (string header in tracking.HandleHeaders)
        {
            if (response.Header(header) is { } handle)
            {
                return handle;
            }
        }

        return tracking.HandleBody is { } path && response.BodyFault is null ? EntityRequests.TryReadText(response, path) : null;
    }

    private static string HandlePlace(TrackingDefinition tracking)
    {
        string headers = string.Join(" or ", tracking.HandleHeaders.Select(static header => $"header '{header}'"));
        return tracking.HandleBody is not { } path ? headers : headers.Length == 0 ? $"body '{path}'" : $"{headers} or body '{path}'";
    }

    private Followed? ById(TrackingDefinition tracking, string handle, ServiceResponse response, ref string? lost)
    {
        if (!OperationHandle.IsUsableId(handle) || Followed.IdFault(tracking, handle) is not null)
        {
            lost = "its operation id cannot be used";
            return null;
        }

        Uri? result = ResultOf(tracking, response, ref lost);
        if (lost is not null)
        {
            return null;
        }

        string id = Followed.IsAskedByIdAlone(connection, tracking) && result is null
            ? handle
            : Own(HandleKind.Operation, new HandleRest(tracking.Name, handle, Poll: null, ForHandle(result, tracking)));
        var reading = new StatusReading(tracking, entity, action);
        PathValues values = connection.Values.With(address).With(Followed.Handle, handle);
        return new Followed(tracking, reading, id)
        {
            Path = tracking.Poll.Expand(values),
            Result = result,
            Cancel = tracking.Cancel?.Expand(values),
            First = tracking.HandleBody is null || response.BodyFault is not null ? null : reading.ReadFirst(response, entityId),
        };
    }

    private Followed? ByUrl(TrackingDefinition tracking, string handle, ServiceResponse response, ref string? lost)
    {
        if (connection.Transport.Given.Resolve(handle, response.Asked, tracking.TrustHosts, out string? fault) is not { } url)
        {
            lost = $"its status URL {fault}";
            return null;
        }

        Uri? result = ResultOf(tracking, response, ref lost);
        return lost is not null ? null : new Followed(tracking, new StatusReading(tracking, entity, action), Own(HandleKind.Url, new HandleRest(tracking.Name, OperationId: null, ForHandle(url, tracking), ForHandle(result, tracking))))
        {
            Url = url,
            Result = result,
        };
    }

    /// <summary>The entity holds a status of its own: it is asked, and where it cannot be asked by an address, the URL of the request is.</summary>
    private Followed? ByStatus(TrackingDefinition tracking, ServiceResponse response, ref string? lost)
    {
        var reading = new StatusReading(tracking, entity, action);
        OperationSnapshot? first;
        try
        {
            if (response.BodyFault is not null || (response.Body.IsEmpty && response.Status is (201 or 202)))
            {
                lost = "it has no body that could tell how far it is";
                return null;
            }

            first = response.Body.IsEmpty ? null : reading.ReadFirst(response, entityId);
        }
        catch (JsonException e)
        {
            lost = $"its body cannot be read ({MalformedJson.Quiet(e).Message})";
            return null;
        }

        if (first is null)
        {
            return null;
        }

        (string Path, bool AsksEntity)? asked = entity.Singleton || entityId is null ? null : Followed.StatePath(connection, entity, address);
        Uri? url = asked is null ? response.Asked : null;
        Uri? result = ResultOf(tracking, response, ref lost);
        return lost is not null ? null : new Followed(tracking, reading, Own(HandleKind.State, new HandleRest(tracking.Name, OperationId: null, ForHandle(url, tracking), ForHandle(result, tracking))))
        {
            Path = asked?.Path ?? "",
            Url = url,
            Result = result,
            AsksEntity = asked?.AsksEntity ?? !needsResult,
            First = first,
        };
    }

    private Followed? ByState(TrackingDefinition tracking, ServiceResponse response, ref string? lost)
    {
        var reading = new StateReading(tracking, entity, action, expected, connection.Options.TimeProvider);
        string? state = entity.StatePath is null || response.BodyFault is not null ? null : EntityRequests.TryReadText(response, JsonFields.Join(action.ReturnsPath ?? entity.Envelope, entity.StatePath));
        if (reading.IsDone(state))
        {
            return null;
        }

        Followed? followed = Followed.ByState(connection, entity, action, tracking, reading, address, entityId);
        lost = followed is null ? $"the {entity.Name} would be asked, but {(entityId is null ? "the answer does not tell its id" : "the schema does not tell how")}" : lost;
        return followed;
    }

    /// <summary>Where the result is: at the URL that the answer names, or, for a value, where the request went.</summary>
    private Uri? ResultOf(TrackingDefinition tracking, ServiceResponse response, ref string? lost)
    {
        if (tracking.Result == ResultVia.Read)
        {
            return needsResult ? response.Asked : null;
        }

        if (tracking.Result != ResultVia.Location || response.Header("Location") is not { } location)
        {
            return null;
        }

        Uri? url = connection.Transport.Given.Resolve(location, response.Asked, tracking.TrustHosts, out string? fault);
        lost = url is null ? $"the URL of its result {fault}" : lost;
        return url;
    }

    private (string Host, string Path)? ForHandle(Uri? url, TrackingDefinition tracking) => url is null ? null : connection.Transport.Given.ForHandle(url, tracking.TrustHosts);

    private string Own(HandleKind kind, HandleRest rest)
        => OperationHandle.Make(kind, connection.Definition.Name, entity.Name, action.Name, entity.AddressValues(address, entityId), rest.ToString()).Text;
}
