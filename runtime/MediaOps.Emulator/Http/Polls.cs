using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers those who ask how an operation stands, what it has led to, or that it be canceled.</summary>
internal sealed class Polls(ServiceModel model, ServiceState state, Records records, Accepted accepted, Presenter presenter)
{
    /// <summary>A poll at a path of the schema.</summary>
    public EmulatedResponse Poll(Exchange exchange, TrackingSpec tracking, string handle)
    {
        if (state.FindOperation(handle) is not { } operation || !operation.Profiles.Contains(tracking))
        {
            return Unknown(exchange);
        }

        EmulatedResponse response = HandedOut.TellsByHttpOnly(tracking)
            ? ByHttp(exchange, operation, tracking)
            : exchange.Json(Pending(operation, tracking) ?? 200, records.Body(exchange, operation, [tracking]));
        return accepted.AskAgain(response, operation);
    }

    /// <summary>A poll at a URL whose body tells the status.</summary>
    public EmulatedResponse Status(Exchange exchange, EntityModel kind, string handle)
    {
        if (Find(kind, handle) is not { } operation)
        {
            return Unknown(exchange);
        }

        TrackingSpec[] profiles = [.. operation.Profiles.Where(p => p.Kind == TrackingKind.StatusUrl && !HandedOut.TellsByHttpOnly(p))];
        if (profiles.Length == 0)
        {
            return Unknown(exchange);
        }

        EmulatedResponse response = exchange.Json(Pending(operation, profiles[0]) ?? 200, records.Body(exchange, operation, profiles));
        return accepted.Attach(exchange, response, operation);
    }

    /// <summary>A poll at a URL that answers with the result once there is one.</summary>
    public EmulatedResponse Result(Exchange exchange, EntityModel kind, string handle)
    {
        if (Find(kind, handle) is not { } operation)
        {
            return Unknown(exchange);
        }

        EmulatedResponse response = ByHttp(exchange, operation, operation.Profiles.FirstOrDefault(HandedOut.TellsByHttpOnly));
        return operation.Status == OperationStatus.InProgress ? accepted.Attach(exchange, response, operation) : response;
    }

    /// <summary>A poll at the URL of the request that began the operation: of what belongs to no entity that could be read.</summary>
    public EmulatedResponse Request(Exchange exchange, Entity entity, ActionSpec action)
    {
        if (state.LatestOperation(entity, action) is not { } operation)
        {
            return Unknown(exchange);
        }

        JsonNode? result = operation.Status == OperationStatus.Succeeded ? records.Result(exchange, operation) : null;
        if (result is not null and not JsonObject)
        {
            return exchange.Json(200, result);
        }

        JsonObject body = result as JsonObject ?? (entity.Model.Shape.Properties.Count > 0 ? presenter.Show(exchange, entity, action) : []);
        foreach (TrackingSpec profile in operation.Profiles.Where(p => p is { Kind: TrackingKind.EntityState, Status.Path: not null }))
        {
            JsonPath.Parse(profile.Status.Path!).Set(body, JsonValue.Create(StatusText.Of(profile.Status, operation.Status)));
        }

        return exchange.Json(200, body);
    }

    /// <summary>Cancels an operation; one that has ended stays as it is.</summary>
    public EmulatedResponse Cancel(Exchange exchange, TrackingSpec tracking, string handle)
    {
        if (state.FindOperation(handle) is not { } operation || !operation.Profiles.Contains(tracking))
        {
            return Unknown(exchange);
        }

        state.Cancel(operation);
        return exchange.Json(200, new JsonObject());
    }

    private EmulatedResponse ByHttp(Exchange exchange, Operation operation, TrackingSpec? profile)
    {
        switch (operation.Status)
        {
            case OperationStatus.InProgress:
                return exchange.Empty(Pending(operation, profile) ?? 202);
            case OperationStatus.Succeeded:
                return records.Result(exchange, operation) is { } result ? exchange.Json(200, result) : exchange.Empty(operation.IsDelete ? 204 : 200);
            default:
                OperationFailure failure = operation.Failure!;
                // A status of 500 and more would say that the poll has failed, not the operation.
                int status = model.Errors.Find(failure.Code)?.Status is { } known and < 500 ? known : 409;
                return exchange.Error(status, failure.Code, failure.Message);
        }
    }

    private static int? Pending(Operation operation, TrackingSpec? profile) =>
        operation.Status == OperationStatus.InProgress && profile is { Status.PendingHttp.Count: > 0 } ? profile.Status.PendingHttp[0] : null;

    private Operation? Find(EntityModel kind, string handle) => state.FindOperation(handle) is { } operation && operation.Entity.Model == kind ? operation : null;

    private static EmulatedResponse Unknown(Exchange exchange) => exchange.Refuse(Refusal.OperationNotFound, "The operation is unknown, or its record has expired.");
}
