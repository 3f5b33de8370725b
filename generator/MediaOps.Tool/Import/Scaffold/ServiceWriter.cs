using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>Writes <c>service.json</c>.</summary>
internal sealed class ServiceWriter(ScaffoldService service, ValueWriter values)
{
    /// <summary>The file.</summary>
    /// <param name="schema">The way to the JSON Schema of service files.</param>
    /// <param name="types">The types that several entities use.</param>
    public JsonObject Write(string schema, IEnumerable<ScaffoldType> types)
    {
        var used = new HashSet<string>(service.Entities.SelectMany(entity => entity.AllActions).SelectMany(action => action.Tracking), StringComparer.Ordinal);
        JsonObject json = new JsonObject()
            .With("$schema", schema)
            .With("service", service.Name)
            .With("namespace", service.Namespace)
            .With("version", service.Version)
            .With("description", service.Description)
            .With("endpoint", service.Endpoint)
            .With("options", ValueWriter.Named(service.Options, option => option.Name, Option));
        if (service.Auth.Count > 0)
        {
            json["auth"] = new JsonArray([.. service.Auth.Select(auth => (JsonNode)Auth(auth))]);
        }

        return json
            .With("headers", Texts(service.Headers))
            .With("query", Texts(service.Query))
            .With("clientRequestId", service.ClientRequestId)
            .With("wire", new JsonObject().With("names", service.WireNames).With("enums", "asIs").With("duration", service.WireDuration).With("contentType", service.ContentType))
            .With("types", values.Types(types))
            .With("tracking", ValueWriter.Named(service.Tracking.Where(tracking => used.Contains(tracking.Name)), tracking => tracking.Name, Tracking))
            .With("paging", service.Paging is { } paging ? Paging(paging) : null)
            .With("errors", service.Errors is { } errors ? Errors(errors) : null);
    }

    private static JsonObject Texts(SortedDictionary<string, string> texts) => ValueWriter.Named(texts, text => text.Key, text => text.Value);

    private static JsonObject Option(ScaffoldOption option) => new JsonObject()
        .With("type", option.Type)
        .With("required", option.Required)
        .With("pattern", option.Pattern)
        .With("minLength", option.MinLength)
        .With("maxLength", option.MaxLength)
        .With("description", option.Description);

    private static JsonObject Auth(ScaffoldAuth auth) => new JsonObject()
        .With("scheme", auth.Scheme)
        .WithList("scopes", auth.Scopes)
        .With("header", auth.Header)
        .With("signingName", auth.SigningName)
        .With("region", auth.Region);

    private static JsonObject Tracking(ScaffoldTracking tracking) => new JsonObject()
        .With("kind", tracking.Kind)
        .With("accepted", tracking.Accepted)
        .With("handle", new JsonObject().With("header", tracking.HandleHeaders).With("body", tracking.HandleBody))
        .With("poll", tracking.Poll)
        .WithList("trustHosts", tracking.TrustHosts)
        .With("status", new JsonObject()
            .With("path", tracking.StatusPath)
            .With("pending", tracking.Pending)
            .With("succeeded", tracking.Succeeded)
            .With("failed", tracking.Failed)
            .With("canceled", tracking.Canceled)
            .With("done", tracking.DonePath)
            .With("pendingHttp", tracking.PendingHttp))
        .With("absent", tracking.Absent)
        .With("error", new JsonObject()
            .With("code", new JsonObject().With("body", tracking.ErrorCode))
            .With("message", new JsonObject().With("body", tracking.ErrorMessage)))
        .With("result", new JsonObject().With("via", tracking.ResultVia).With("path", tracking.ResultPath))
        .With("settle", tracking.Settle)
        .With("delay", EntityWriter.Delay(tracking.Delay));

    private static JsonObject Paging(ScaffoldPaging paging) => new JsonObject()
        .With("style", paging.Style)
        .With("items", paging.Items)
        .With("next", paging.Next)
        .With("param", paging.Param)
        .With("limit", paging.Limit)
        .With("max", paging.Max);

    private static JsonObject Errors(ScaffoldErrors errors) => new JsonObject()
        .With("enum", errors.Enum)
        .With("code", new JsonObject().With("header", errors.CodeHeader).With("body", errors.CodeBody))
        .With("message", new JsonObject().With("body", errors.MessageBody))
        .With("requestId", new JsonObject().With("header", errors.RequestIdHeader).With("body", errors.RequestIdBody))
        .With("codes", ValueWriter.Named(errors.Codes, code => code.Name, Code));

    private static JsonObject Code(ScaffoldErrorCode code) => new JsonObject()
        .With("wire", code.Wire.Count == 1 && code.Wire[0] == code.Name ? null : code.Wire)
        .With("http", code.Http)
        .With("category", code.Category)
        .With("retry", code.Retry)
        .With("inferred", code.Inferred)
        .With("description", code.Description);
}
