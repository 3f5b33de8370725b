using System.Globalization;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Tells a client of the operation that its request has begun, or that none was needed.</summary>
internal sealed class Accepted(ServiceModel model, Records records, EmulatorOptions options)
{
    private static readonly int[] CompleteStatus = [200, 201, 203, 204];

    /// <summary>The answer to a request that began an operation.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="body">What the answer shows beside the handle, or null.</param>
    public EmulatedResponse Begun(Exchange exchange, Operation operation, JsonObject? body)
    {
        foreach (TrackingSpec profile in operation.Profiles.Where(p => p is { Kind: TrackingKind.Operation, HandleBody: not null, HandleHeaders.Count: 0 }))
        {
            // A service whose record of the operation looks like its answer answers with the record; the handle's place may even be the entity's.
            JsonObject record = records.Body(exchange, operation, [profile]);
            if (body is null || profile.Status.Done is not null || JsonPath.Parse(profile.HandleBody!).IsIn(body))
            {
                body = record;
            }

            JsonPath.Parse(profile.HandleBody!).Set(body, JsonValue.Create(operation.Id));
        }

        foreach (TrackingSpec profile in operation.Profiles.Where(p => p is { Kind: TrackingKind.StatusUrl, HandleBody: not null, HandleHeaders.Count: 0 }))
        {
            JsonPath.Parse(profile.HandleBody!).Set(body ??= [], JsonValue.Create(HandedOut.UrlOf(model, exchange, operation, profile, options)));
        }

        int status = StatusOf(operation);
        return Attach(exchange, body is null ? exchange.Empty(status) : exchange.Json(status, body), operation);
    }

    /// <summary>The headers that lead to an operation, on its first answer and on those of its status URLs.</summary>
    public EmulatedResponse Attach(Exchange exchange, EmulatedResponse response, Operation operation)
    {
        foreach (TrackingSpec profile in operation.Profiles.Where(p => p.HandleHeaders.Count > 0))
        {
            string handle = profile.Kind == TrackingKind.StatusUrl ? HandedOut.UrlOf(model, exchange, operation, profile, options) : operation.Id;
            response = response.Without(profile.HandleHeaders[0]).With(profile.HandleHeaders[0], handle);
        }

        // Services with status URLs tell the place of the result too; who knows a better header passes it over.
        bool hasLocation = operation.Profiles.Any(p => p.HandleHeaders.Count > 0 && p.HandleHeaders[0].Equals("Location", StringComparison.OrdinalIgnoreCase));
        if (!hasLocation && operation.Profiles.Any(p => p.Kind == TrackingKind.StatusUrl))
        {
            response = response.Without("Location").With("Location", HandedOut.ResultUrl(model, exchange, operation, options));
        }

        return AskAgain(response, operation);
    }

    /// <summary>Tells when to ask again, where that is wanted.</summary>
    public EmulatedResponse AskAgain(EmulatedResponse response, Operation operation) =>
        options.RetryAfter is { } pause && operation.Status == OperationStatus.InProgress
            ? response.With(operation.Profiles[0].RetryAfterHeader ?? "Retry-After", Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : response;

    /// <summary>The status of an answer that says: complete. No code may mean that the operation goes on.</summary>
    public int AtOnce(ActionSpec action, bool hasBody)
    {
        int wanted = action.Kind == ActionKind.Create && action.Tracking.Count == 0 ? 201 : hasBody ? 200 : 204;

        // Of an entity that tells itself how far it is, every status may come.
        TrackingSpec[] profiles = [.. model.ListedProfilesOf(action).Where(t => t.Kind != TrackingKind.EntityState)];

        // The schema has no word for the status of a create that is complete at once. Services of ams-v2's kind answer 202 all the same, without an operation.
        return model.IsOData3 && action.Kind == ActionKind.Create && model.Spec.Tracking.Any(t => t.Accepted.Contains(202)) ? 202
            : CompleteStatus.Where(s => s != 204 || !hasBody).Prepend(wanted).FirstOrDefault(s => !Array.Exists(profiles, t => t.Accepted.Contains(s)), wanted);
    }

    private static int StatusOf(Operation operation)
    {
        EquatableArray<int> accepted = operation.Profiles[0].Accepted;
        return operation.Action.Kind == ActionKind.Create && accepted.Contains(201) ? 201
            : accepted.Count == 0 || accepted.Contains(202) ? 202
            : accepted[0];
    }
}
