using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>One request on its way to an answer, with what every answer of the service has in common.</summary>
internal sealed class Exchange(ServiceModel model, EmulatedRequest request, string method, string[] segments, string root, DateTimeOffset now)
{
    private const int MaxEchoedId = 2048;

    public EmulatedRequest Request { get; } = request;

    /// <summary>The method that counts, which a header may have replaced.</summary>
    public string Method { get; } = method;

    /// <summary>The segments below the base path, still encoded.</summary>
    public string[] Path { get; } = segments;

    /// <summary>The base URI that the client used, without a slash at the end.</summary>
    public string Root { get; } = root;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The failure that is scripted for the operation that this request begins.</summary>
    public (string Code, string Message)? Failure { get; set; }

    /// <summary>The same request, looked at later.</summary>
    public Exchange At(DateTimeOffset later) => new(model, Request, Method, Path, Root, later);

    public string DecodedPath => "/" + string.Join('/', Path.Select(Uri.UnescapeDataString));

    public EmulatedResponse Json(int status, JsonNode body) => Finish(new EmulatedResponse(
        status,
        System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()),
        (model.IsOData3 ? "application/json;odata=minimalmetadata" : "application/json") + ";charset=utf-8",
        []));

    public EmulatedResponse Empty(int status) => Finish(EmulatedResponse.Empty(status));

    /// <summary>An entity as a read shows it.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="kind">The end of the address of its metadata; null inside a list.</param>
    public JsonObject Show(Entity entity, string? kind = "/@Element")
    {
        var copy = (JsonObject)entity.Body.DeepClone();
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties)
        {
            if (property.Access == PropertyAccess.WriteOnly)
            {
                path.Set(copy, null);
            }
        }

        if (model.IsOData3 && kind is not null)
        {
            copy.Insert(0, "odata.metadata", $"{Root}/$metadata#{entity.Model.Spec.Plural}{kind}");
        }

        return copy;
    }

    /// <summary>Reads the request's body, which is hostile.</summary>
    /// <returns>The refusal, or null.</returns>
    public EmulatedResponse? ReadBody(bool mayBeEmpty, out JsonElement root)
    {
        root = default;
        byte[] body = Request.Body!;
        string? type = Request.Header("Content-Type");
        if (body.Length > 0 && type is not null && !type.Split(';')[0].Trim().EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(Refusal.BadRequest, $"The body must be JSON ({model.Spec.Wire.ContentType}).");
        }

        return JsonBody.TryRead(body, mayBeEmpty, out root) is { } problem ? Refuse(Refusal.BadRequest, problem) : null;
    }

    public EmulatedResponse Refuse(List<string> problems)
    {
        const int Most = 20;
        string more = problems.Count > Most ? $" And {problems.Count - Most} more." : string.Empty;
        return Refuse(Refusal.BadRequest, string.Join(" ", problems.Take(Most)) + more);
    }

    public EmulatedResponse Refuse(Refusal refusal, string message)
    {
        (string code, int status) = model.Errors[refusal];
        return Error(status, code, message);
    }

    /// <summary>An error in the service's envelope; the code, where none is given, is one that comes with the status.</summary>
    public EmulatedResponse Error(int status, string? code, string? message = null)
    {
        ErrorsSpec errors = model.Spec.Errors;
        ErrorCodeSpec? known = errors.Codes.FirstOrDefault(c => c.Http == status);
        string text = code ?? (known is { Wire.Count: > 0 } ? known.Wire[0] : status >= 500 ? model.Errors[Refusal.InternalError].Code : "Status" + status);
        var body = new JsonObject();
        if (errors.CodeBody is { } codePath)
        {
            JsonPath.Parse(codePath).Set(body, JsonValue.Create(text));
        }

        if (errors.MessageBody is { } messagePath)
        {
            JsonPath path = JsonPath.Parse(messagePath);
            path.Set(body, JsonValue.Create(message ?? $"Status {status}."));
            if (path.Segments is [.., "message", "value"])
            {
                // OData 3 tells the language of a message beside its text.
                JsonPath.Parse(messagePath[..^"value".Length] + "lang").Set(body, JsonValue.Create("en-US"));
            }
        }

        EmulatedResponse response = Json(status, body);
        return errors.CodeHeader is { } header ? response.With(header, text) : response;
    }

    public EmulatedResponse ReplaceOperationState(EmulatedResponse response, string state) =>
        Edit(response, body =>
        {
            foreach (string path in model.Spec.Tracking.Select(t => t.Status.Path).OfType<string>().Where(_ => IsPoll()))
            {
                JsonPath.Parse(path).Set(body, JsonValue.Create(state));
            }
        });

    public EmulatedResponse ReplaceEntityState(EmulatedResponse response, string state)
    {
        JsonPath? path = IsPoll() ? null : model.Routes.FirstOrDefault(r => r.Entity is not null && r.Path.Matches(Path, out _))?.Entity?.StatePath;
        return path is null ? response : Edit(response, body =>
        {
            IEnumerable<JsonNode?> entities = model.Spec.Paging?.Items is { } items && JsonPath.Parse(items).Get(body) is JsonArray list ? list : [body];
            foreach (JsonObject entity in entities.OfType<JsonObject>().Where(e => path.Get(e) is not null))
            {
                path.Set(entity, JsonValue.Create(state));
            }
        });
    }

    private static EmulatedResponse Edit(EmulatedResponse response, Action<JsonObject> edit)
    {
        if (response.Status >= 300 || response.Body.Length == 0 || JsonNode.Parse(response.Body) is not JsonObject body)
        {
            return response;
        }

        edit(body);
        return response with { Body = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    private bool IsPoll() => model.Routes.Any(r => r.Kind == RouteKind.Poll && r.Path.Matches(Path, out _));

    private EmulatedResponse Finish(EmulatedResponse response)
    {
        response = response.With("Date", Now.UtcDateTime.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        if (model.Spec.Errors.RequestIdHeader is { } requestId)
        {
            response = response.With(requestId, Guid.NewGuid().ToString("D"));
        }

        if (model.Spec.ClientRequestIdHeader is { } clientId && Request.Header(clientId) is { Length: > 0 and <= MaxEchoedId } id && !id.Any(c => c is < ' ' or > '~'))
        {
            response = response.With(clientId, id);
        }

        return model.IsOData3 ? response.With("DataServiceVersion", "3.0;") : response;
    }
}
