using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Shows operations as their profiles read them.</summary>
internal sealed class Records(ServiceModel model, Presenter presenter, Pager pager, EmulatorOptions options)
{
    /// <summary>The body of a poll.</summary>
    public JsonObject Body(Exchange exchange, Operation operation, IEnumerable<TrackingSpec> profiles)
    {
        var body = new JsonObject();
        if (model.IsOData3)
        {
            body["odata.metadata"] = exchange.Root + "/$metadata#Operations/@Element";
        }

        foreach (TrackingSpec profile in profiles)
        {
            Write(exchange, body, operation, profile);
        }

        return body;
    }

    /// <summary>What the operation has led to: a value, the entity, or null where it is gone.</summary>
    /// <exception cref="FormatException">The request asks for a page that is none.</exception>
    public JsonNode? Result(Exchange exchange, Operation operation)
    {
        if (operation.Action.Value is { } value)
        {
            return ValueBody(exchange, value, operation.Value);
        }

        return operation.IsDelete || operation.Status != OperationStatus.Succeeded || operation.Entity.Model.Shape.Properties.Count == 0 ? null : presenter.Show(exchange, operation.Entity, operation.Action);
    }

    /// <summary>A value in its place in an answer; a list that is paged as the page that the request asks for.</summary>
    /// <exception cref="FormatException">The request asks for a page that is none.</exception>
    public JsonNode ValueBody(Exchange exchange, ValueSpec spec, JsonNode? value)
    {
        if (spec.Paged)
        {
            return pager.Page(exchange, value is JsonArray all ? all.Select(i => i?.DeepClone()) : [], (spec.Path ?? model.Spec.Paging?.Items) is { } items ? JsonPath.Parse(items) : null);
        }

        if (spec.Path is not { } path)
        {
            return value?.DeepClone() ?? new JsonObject();
        }

        var body = new JsonObject();
        JsonPath.Parse(path).Set(body, value?.DeepClone());
        return body;
    }

    private void Write(Exchange exchange, JsonObject body, Operation operation, TrackingSpec profile)
    {
        JsonPath.Parse(profile.HandleBody is { } handle && profile.Kind == TrackingKind.Operation ? handle : model.IsOData3 ? "Id" : "name").Set(body, JsonValue.Create(operation.Id));
        if (profile.TargetPath is { } target)
        {
            JsonPath.Parse(target).Set(body, JsonValue.Create(operation.Entity.Id));
        }

        if (profile.Status.Path is { } path)
        {
            JsonPath.Parse(path).Set(body, JsonValue.Create(StatusText.Of(profile.Status, operation.Status)));
        }

        if (profile.Status.Done is { } done)
        {
            JsonPath.Parse(done).Set(body, JsonValue.Create(operation.Status != OperationStatus.InProgress));
        }

        WriteError(body, profile, operation.Failure is { } failure && operation.Status is OperationStatus.Failed or OperationStatus.Canceled ? operation.Failure : null, operation.Status);
        WriteResult(exchange, body, operation, profile);
    }

    private void WriteError(JsonObject body, TrackingSpec profile, OperationFailure? failure, OperationStatus status)
    {
        bool none = failure is null && options.SuccessWithErrorNone && status == OperationStatus.Succeeded;
        if (profile.ErrorCodePath is { } code)
        {
            Set(code, failure is not null ? model.Errors.InRecord(failure.Code, code) : none ? JsonValue.Create("None") : null);
        }

        if (profile.ErrorMessagePath is { } message)
        {
            Set(message, failure is null ? null : JsonValue.Create(failure.Message));
        }

        // An object of an error is there where there is an error; members of the record itself are always there.
        void Set(string path, JsonNode? value)
        {
            var place = JsonPath.Parse(path);
            if (value is not null || none || place.Segments.Count == 1)
            {
                place.Set(body, value);
            }
        }
    }

    private void WriteResult(Exchange exchange, JsonObject body, Operation operation, TrackingSpec profile)
    {
        bool inBody = profile.Result == ResultVia.PollBody || profile.Status.Done is not null;
        if (!inBody || operation.Status != OperationStatus.Succeeded)
        {
            return;
        }

        JsonNode? result = Result(exchange, operation);
        if (profile.ResultPath is { } path)
        {
            JsonPath.Parse(path).Set(body, result);
        }
        else if (profile.Status.Done is not null && profile.Result != ResultVia.PollBody)
        {
            // A record with 'done' holds either a response or an error, which may say nothing more.
            body["response"] = result ?? new JsonObject();
        }
        else if (result is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.Where(m => !body.ContainsKey(m.Key)).ToArray())
            {
                body[name] = value?.DeepClone();
            }
        }
    }
}
