using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>One request on its way to an answer, with what every answer of the service has in common.</summary>
/// <param name="model">The service.</param>
/// <param name="request">The request as it came.</param>
/// <param name="method">The method that counts, which a header may have replaced.</param>
/// <param name="segments">The segments below the base path, still encoded.</param>
/// <param name="root">The base URI that the client used, without a slash at the end.</param>
/// <param name="handedOutRoot">The same as the service writes it into the URLs that it hands out.</param>
/// <param name="baseValues">The values of the placeholders of the base path.</param>
/// <param name="now">When it came.</param>
internal sealed class Exchange(ServiceModel model, EmulatedRequest request, string method, string[] segments, string root, string handedOutRoot, IReadOnlyDictionary<string, string> baseValues, DateTimeOffset now)
{
    private const int MaxEchoedId = 2048;

    private readonly Dictionary<string, string> _values = new(baseValues, StringComparer.Ordinal);
    private readonly Lazy<JsonElement> _body = new(() => JsonBody.TryRead(request.Body ?? [], mayBeEmpty: true, anyValue: true, out JsonElement body) is null ? body : default);

    public EmulatedRequest Request { get; } = request;

    public string Method { get; } = method;

    /// <summary>The segments below the base path, decoded.</summary>
    public string[] Segments { get; } = [.. segments.Select(Uri.UnescapeDataString)];

    /// <summary>The path below the base path in the spelling that templates are matched with.</summary>
    public string Path { get; } = PathTemplate.Normalize(segments);

    public string Root { get; } = root;

    public string HandedOutRoot { get; } = handedOutRoot;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The values of the placeholders of the base path and of the path itself.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The body; undefined where it is no JSON.</summary>
    public JsonElement Body => _body.Value;

    /// <summary>The end that is scripted for the operation that this request begins.</summary>
    public OperationFailure? Failure { get; set; }

    public string DecodedPath => "/" + string.Join('/', Segments);

    /// <summary>The same request, looked at later.</summary>
    public Exchange At(DateTimeOffset later) => new(model, Request, Method, segments, Root, HandedOutRoot, baseValues, later);

    /// <summary>Takes in what the placeholders of the path are.</summary>
    public void Learn(IReadOnlyDictionary<string, string> values)
    {
        foreach ((string name, string value) in values)
        {
            _values[name] = value;
        }
    }

    public EmulatedResponse Json(int status, JsonNode body)
    {
        if (status < 300 && model.Errors.OkWhen is { } ok && body is JsonObject members && !ok.Path.IsIn(members))
        {
            ok.Path.Set(members, ok.Good());
        }

        return Finish(new EmulatedResponse(
            status,
            Encoding.UTF8.GetBytes(body.ToJsonString()),
            (model.IsOData3 ? "application/json;odata=minimalmetadata" : "application/json") + ";charset=utf-8",
            []));
    }

    /// <summary>An answer without a body; a service that tells success in the body has to answer with one.</summary>
    public EmulatedResponse Empty(int status) => status < 300 && model.Errors.OkWhen is not null
        ? Json(status == 204 ? 200 : status, new JsonObject())
        : Finish(EmulatedResponse.Empty(status));

    /// <summary>Reads the request's body, which is hostile.</summary>
    /// <param name="mayBeEmpty">Whether no body is an object without members.</param>
    /// <param name="anyValue">Whether the body may be something else than an object.</param>
    /// <param name="root">The body.</param>
    /// <returns>The refusal, or null.</returns>
    public EmulatedResponse? ReadBody(bool mayBeEmpty, bool anyValue, out JsonElement root)
    {
        root = default;
        byte[] body = Request.Body!;
        string? type = Request.Header("Content-Type");
        if (body.Length > 0 && type is not null && !type.Split(';')[0].Trim().EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(Refusal.BadRequest, $"The body must be JSON ({model.Spec.Wire.ContentType}).");
        }

        return JsonBody.TryRead(body, mayBeEmpty, anyValue, out root) is { } problem ? Refuse(Refusal.BadRequest, problem) : null;
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
        return Refuse(status, code, message);
    }

    /// <summary>A refusal in the way of the service, which may be a success by its HTTP status.</summary>
    public EmulatedResponse Refuse(int status, string code, string message)
    {
        EmulatedResponse error = Error(status, code, message);
        return model.Errors.OkWhen is null ? error : error with { Status = 200 };
    }

    /// <summary>An error in the service's envelope; the code, where none is given, is one that comes with the status.</summary>
    public EmulatedResponse Error(int status, string? code, string? message = null)
    {
        ErrorsSpec errors = model.Spec.Errors;
        ErrorCodeSpec? known = errors.Codes.FirstOrDefault(c => c.Http == status);
        string text = code ?? (known is { Wire.Count: > 0 } ? known.Wire[0] : status >= 500 ? model.Errors[Refusal.InternalError].Code : "Status" + status);
        var body = new JsonObject();
        model.Errors.OkWhen?.Path.Set(body, model.Errors.OkWhen.Bad());
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

    public EmulatedResponse ReplaceOperationState(EmulatedResponse response, string state) => Route() is { IsPoll: true }
        ? Edit(response, body =>
        {
            foreach (JsonPath path in model.Spec.Tracking.Where(t => t.Kind != TrackingKind.EntityState).Select(t => t.Status.Path).OfType<string>().Select(JsonPath.Parse).Where(p => p.IsIn(body)))
            {
                path.Set(body, JsonValue.Create(state));
            }
        })
        : response;

    public EmulatedResponse ReplaceEntityState(EmulatedResponse response, string state)
    {
        if (Route() is not { Entity: { StatePath: { } own } kind, IsPoll: false } route)
        {
            return response;
        }

        JsonPath path = route.Kind == RouteKind.State ? kind.StateReadPath! : own;
        return Edit(response, body =>
        {
            IEnumerable<JsonNode?> entities = Lists.ItemsPath(model, kind)?.Get(body) is JsonArray list ? list : body.Select(m => m.Value).Prepend(body);
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
        return response with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    private Route? Route() => model.Routes.Find(Method, Path, Body)?.Route;

    private EmulatedResponse Finish(EmulatedResponse response)
    {
        response = response.With("Date", Now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
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
