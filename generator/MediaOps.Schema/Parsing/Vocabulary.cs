using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The words that one kind of object may have.</summary>
/// <param name="Name">What messages and the JSON Schema call the object.</param>
/// <param name="Words">The words in the order of the documentation.</param>
internal sealed record Shape(string Name, IReadOnlyList<string> Words)
{
    public bool Contains(string word) => Words.Contains(word, StringComparer.Ordinal);
}

/// <summary>Every word of the language: the parser accepts these and no others, and a test holds them against <c>schema/language</c>.</summary>
internal static class Vocabulary
{
    public static readonly Shape Service = Of("service",
        "$schema", "service", "namespace", "version", "status", "description", "client", "interfaces", "endpoint", "options", "auth", "headers", "query",
        "secretQuery", "trustHosts", "clientRequestId", "discovery", "wire", "types", "tracking", "paging", "errors");

    public static readonly Shape Option = Of("option", "type", "required", "description", "pattern", "minLength", "maxLength");
    public static readonly Shape Auth = Of("auth", "scheme", "scopes", "header", "signingName", "region");
    public static readonly Shape Discovery = Of("discovery", "get", "status", "trustHosts");
    public static readonly Shape Wire = Of("wire", "names", "enums", "duration", "envelope", "contentType");

    public static readonly Shape Tracking = Of("tracking",
        "kind", "accepted", "handle", "poll", "status", "outcome", "absent", "target", "error", "result", "cancel", "settle", "trustHosts", "retryAfter", "delay");

    public static readonly Shape Handle = Of("handle", "header", "body", "pattern");
    public static readonly Shape Status = Of("status", "path", "pending", "succeeded", "failed", "canceled", "unknown", "done", "pendingHttp");
    public static readonly Shape Outcome = Of("outcome", "path", "succeeded", "failed", "canceled");
    public static readonly Shape TrackingError = Of("trackingError", "code", "message");
    public static readonly Shape Source = Of("source", "header", "body");
    public static readonly Shape BodySource = Of("bodySource", "body");
    public static readonly Shape Result = Of("result", "via", "path");
    public static readonly Shape Delay = Of("delay", "min", "interval", "typical", "timeout");
    public static readonly Shape Paging = Of("paging", "style", "items", "next", "param", "limit", "max");
    public static readonly Shape Errors = Of("errors", "enum", "code", "message", "requestId", "okWhen", "codes");
    public static readonly Shape OkWhen = Of("okWhen", "path", "equals");
    public static readonly Shape ErrorCode = Of("errorCode", "wire", "http", "category", "retry", "description", "inferred");

    public static readonly Shape Entity = Of("entity",
        "$schema", "entity", "plural", "singleton", "description", "parent", "id", "types", "properties", "state", "lifecycle", "actions", "errors");

    public static readonly Shape Parent = Of("parent", "entity", "by", "list");
    public static readonly Shape Id = Of("id", "property", "assignedBy", "pattern", "example", "template");
    public static readonly Shape Type = Of("type", "description", "enum", "properties");
    public static readonly Shape EnumValue = Of("enumValue", "wire", "description");

    public static readonly Shape Property = Of("property",
        "type", "description", "access", "in", "required", "unique", "updatableIn", "secret", "wire", "wireType", "format", "default", "pattern", "minLength", "maxLength",
        "minimum", "maximum", "minItems", "maxItems", "inferred");

    public static readonly Shape Parameter = Of("parameter",
        "type", "description", "required", "secret", "wire", "wireType", "format", "in", "to", "default", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "minItems", "maxItems");

    public static readonly Shape State = Of("state", "property", "initial", "creatable", "read", "path", "values", "spontaneous");
    public static readonly Shape StateValue = Of("stateValue", "kind", "wire", "description");
    public static readonly Shape Lifecycle = Of("lifecycle", "create", "read", "list", "update", "delete");

    public static readonly Shape Action = Of("action",
        "http", "description", "parameters", "body", "returns", "items", "idempotency", "from", "via", "to", "onFailure", "requires", "tracking", "delay", "errors",
        "overloads", "always", "fieldMask", "inferred");

    public static readonly Shape Value = Of("value", "type", "path", "paged");
    public static readonly Shape FieldMask = Of("fieldMask", "query");

    public static readonly Shape Idempotency = Of("idempotency", "header", "query", "body");
    public static readonly Shape To = Of("to", "by");
    public static readonly Shape Requires = Of("requires", "parent", "children", "self");

    /// <summary>All shapes.</summary>
    public static IReadOnlyList<Shape> All { get; } =
    [
        Service, Option, Auth, Discovery, Wire, Tracking, Handle, Status, Outcome, TrackingError, Source, BodySource, Result, Delay, Paging, Errors, OkWhen, ErrorCode,
        Entity, Parent, Id, Type, EnumValue, Property, Parameter, State, StateValue, Lifecycle, Action, Value, FieldMask, Idempotency, To, Requires,
    ];

    private static Shape Of(string name, params string[] words) => new(name, words);
}
