using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;

namespace MediaOps.Emulation.Http;

/// <summary>Tells a client of the operation that its request has begun.</summary>
internal static class OperationHandle
{
    public static int Status(Operation operation) =>
        operation.Tracking.Accepted.Count == 0 || operation.Tracking.Accepted.Contains(202) ? 202 : operation.Tracking.Accepted[0];

    public static EmulatedResponse Attach(EmulatedResponse response, Operation operation)
    {
        if (operation.Tracking.HandleHeaders.Count > 0)
        {
            return response.With(operation.Tracking.HandleHeaders[0], operation.Id);
        }

        JsonObject body = response.Body.Length == 0 ? [] : JsonNode.Parse(response.Body)!.AsObject();
        JsonPath.Parse(operation.Tracking.HandleBody ?? "id").Set(body, JsonValue.Create(operation.Id));
        return response with { Body = JsonSerializer.SerializeToUtf8Bytes(body), ContentType = response.ContentType ?? "application/json" };
    }
}
