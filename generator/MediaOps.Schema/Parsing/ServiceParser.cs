using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Reads <c>service.json</c>.</summary>
internal static class ServiceParser
{
    private const string DefaultContentType = "application/json";

    private static readonly string[] Categories =
        ["invalid", "precondition", "conflict", "not-found", "forbidden", "quota", "throttled", "transient", "internal"];

    private static readonly (string, NameCasing)[] Casings =
    [
        ("asIs", NameCasing.AsIs), ("PascalCase", NameCasing.AsIs), ("camelCase", NameCasing.CamelCase), ("UPPER_SNAKE", NameCasing.UpperSnake),
        ("lower_snake", NameCasing.LowerSnake),
    ];

    public static ServiceSpec? Parse(ObjectReader file)
    {
        string? name = file.Identifier("service", "a service", required: true);
        string? space = Namespace(file);
        string? endpoint = Endpoint(file);
        var service = new ServiceSpec(
            name ?? string.Empty,
            space ?? string.Empty,
            file.Literal("version"),
            file.Choice("status", false, ("live", false), ("retired", true)),
            file.Prose("description"),
            file.Identifier("client", "a class") ?? name + "Client",
            endpoint ?? string.Empty,
            Options(file).ToEquatableArray(),
            file.Objects("auth", Vocabulary.Auth).Select(Auth).ToEquatableArray(),
            Headers(file).ToEquatableArray(),
            Texts(file, "query").ToEquatableArray(),
            file.Literals("secretQuery"),
            Hosts(file),
            Discovery(file),
            file.Bool("interfaces"),
            HeaderName(file, "clientRequestId"),
            Wire(file),
            TypeParser.Types(file),
            file.Named("tracking", "a tracking profile", Vocabulary.Tracking, Names.IsProfile).Select(Tracking).ToEquatableArray(),
            Paging(file),
            Errors(file));
        return name is null || space is null || endpoint is null ? null : service;
    }

    private static string? Namespace(ObjectReader file)
    {
        if (file.Literal("namespace", required: true) is not { } text)
        {
            return null;
        }

        if (Names.IsNamespace(text))
        {
            return text;
        }

        file.Structure("namespace", $"'{Messages.Clean(text)}' is not a namespace: names that begin with a capital letter, joined by dots.");
        return null;
    }

    private static string? Endpoint(ObjectReader file)
    {
        if (file.Literal("endpoint", required: true) is not { } text)
        {
            return null;
        }

        string sample = text.Replace("{", string.Empty).Replace("}", string.Empty);
        bool absolute = Uri.TryCreate(sample, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http";
        if (absolute && uri!.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0)
        {
            return text;
        }

        file.Structure("endpoint", $"'{Messages.Clean(text)}' is not an https address without user, query and fragment.");
        return null;
    }

    private static IEnumerable<OptionSpec> Options(ObjectReader file)
    {
        foreach ((string name, ObjectReader reader) in file.Named("options", "an option", Vocabulary.Option))
        {
            TypeRef? type = TypeParser.Ref(reader);
            bool required = reader.Bool("required");
            string? description = reader.Prose("description");
            Constraints limits = TypeParser.OptionConstraints(reader);
            if (type is { Shape: TypeShape.One } && Primitives.Contains(type.Name))
            {
                yield return new OptionSpec(name, description, type, required, limits);
            }
            else if (type is not null)
            {
                reader.Structure("type", "the type of an option must be a primitive.");
            }
        }
    }

    private static AuthSpec Auth(ObjectReader reader) => new(
        reader.Choice(
            "scheme",
            AuthScheme.None,
            ("none", AuthScheme.None),
            ("bearer", AuthScheme.Bearer),
            ("apiKey", AuthScheme.ApiKey),
            ("basic", AuthScheme.Basic),
            ("sigv4", AuthScheme.SigV4)),
        reader.Literals("scopes"),
        HeaderName(reader, "header"),
        reader.Literal("signingName"),
        reader.Literal("region"));

    private static IEnumerable<NamedText> Headers(ObjectReader file)
    {
        foreach ((JsonMember member, string path) in file.Entries("headers", keepExtensions: true))
        {
            if (!Names.IsHeader(member.Name))
            {
                file.Context.ReportName(Rules.Structure, path, member, $"'{Messages.Clean(member.Name)}' is not a header name.");
            }
            else if (file.Literal(member.Value, path) is { } value)
            {
                yield return new NamedText(member.Name, value);
            }
        }
    }

    private static IEnumerable<NamedText> Texts(ObjectReader file, string word)
    {
        foreach ((JsonMember member, string path) in file.Entries(word, keepExtensions: true))
        {
            if (member.Name.Length == 0 || member.Name.Any(c => c is <= ' ' or > '~'))
            {
                file.Context.ReportName(Rules.Structure, path, member, $"'{Messages.Clean(member.Name)}' is not the name of a query member.");
            }
            else if (file.Literal(member.Value, path) is { } value)
            {
                yield return new NamedText(member.Name, value);
            }
        }
    }

    private static string? HeaderName(ObjectReader reader, string word)
    {
        if (reader.Literal(word) is not { } text || Names.IsHeader(text))
        {
            return reader.Literal(word);
        }

        reader.Structure(word, $"'{Messages.Clean(text)}' is not a header name.");
        return null;
    }

    private static EquatableArray<string> Hosts(ObjectReader reader)
    {
        var hosts = new List<string>();
        foreach (string host in reader.Literals("trustHosts"))
        {
            if (Names.IsHost(host))
            {
                hosts.Add(host);
            }
            else
            {
                reader.Structure("trustHosts", $"'{Messages.Clean(host)}' is not a host name such as api.example.com or *.example.com.");
            }
        }

        return hosts.ToEquatableArray();
    }

    private static DiscoverySpec? Discovery(ObjectReader file)
    {
        if (file.Object("discovery", Vocabulary.Discovery) is not { } reader)
        {
            return null;
        }

        string? get = reader.Literal("get", required: true);
        if (get is not null && (get.Length == 0 || get[0] != '/'))
        {
            reader.Structure("get", "the path must begin with '/'.");
            get = null;
        }

        int status = reader.Int("status") ?? 301;
        EquatableArray<string> hosts = Hosts(reader);
        if (hosts.Count == 0)
        {
            reader.Structure("trustHosts", "discovery needs 'trustHosts': only those hosts may be learnt.");
        }

        return get is null ? null : new DiscoverySpec(get, status, hosts);
    }

    private static WireSpec Wire(ObjectReader file)
    {
        if (file.Object("wire", Vocabulary.Wire) is not { } reader)
        {
            return new WireSpec(NameCasing.AsIs, NameCasing.AsIs, DurationFormat.Iso8601, null, DefaultContentType);
        }

        return new WireSpec(
            reader.Choice("names", NameCasing.AsIs, Casings),
            reader.Choice("enums", NameCasing.AsIs, Casings),
            reader.Choice("duration", DurationFormat.Iso8601, TypeParser.Durations),
            reader.Literal("envelope"),
            reader.Literal("contentType") ?? DefaultContentType);
    }

    private static TrackingSpec Tracking((string Name, ObjectReader Reader) profile)
    {
        ObjectReader reader = profile.Reader;
        ObjectReader? handle = reader.Object("handle", Vocabulary.Handle);
        ObjectReader? error = reader.Object("error", Vocabulary.TrackingError);
        ObjectReader? result = reader.Object("result", Vocabulary.Result);
        (string Method, string Path)? poll = ActionParser.Http(reader, "poll", required: false);
        (string Method, string Path)? cancel = ActionParser.Http(reader, "cancel", required: false);
        if (!reader.Has("kind"))
        {
            reader.Structure("kind", $"the tracking profile '{profile.Name}' needs a 'kind': operation, status-url or entity-state.");
        }

        return new TrackingSpec(
            profile.Name,
            reader.Choice("kind", TrackingKind.Operation, ("operation", TrackingKind.Operation), ("status-url", TrackingKind.StatusUrl), ("entity-state", TrackingKind.EntityState)),
            reader.Ints("accepted"),
            handle?.Literals("header") ?? default,
            handle?.Literal("body"),
            poll?.Method,
            poll?.Path,
            Status(reader),
            Outcome(reader),
            Absent(reader),
            reader.Object("target", Vocabulary.BodySource)?.Literal("body"),
            error?.Object("code", Vocabulary.BodySource)?.Literal("body"),
            error?.Object("message", Vocabulary.BodySource)?.Literal("body"),
            result?.Choice("via", ResultVia.Read, ("read", ResultVia.Read), ("poll-body", ResultVia.PollBody), ("location", ResultVia.Location), ("none", ResultVia.None)) ?? ResultVia.Read,
            result?.Literal("path"),
            cancel?.Method,
            cancel?.Path,
            reader.Delay("settle"),
            Hosts(reader),
            HeaderName(reader, "retryAfter"),
            ActionParser.Delay(reader) ?? DelaySpec.None)
        {
            HandlePattern = handle?.Literal("pattern"),
        };
    }

    private static StatusSpec Status(ObjectReader tracking)
    {
        if (tracking.Object("status", Vocabulary.Status) is not { } reader)
        {
            return StatusSpec.None;
        }

        return new StatusSpec(
            reader.Literal("path"),
            reader.Literals("pending"),
            reader.Literals("succeeded"),
            reader.Literals("failed"),
            reader.Literals("canceled"),
            reader.Choice("unknown", false, ("pending", false), ("failed", true)),
            reader.Literal("done"),
            reader.Ints("pendingHttp"));
    }

    private static OutcomeSpec? Outcome(ObjectReader tracking)
    {
        if (tracking.Object("outcome", Vocabulary.Outcome) is not { } reader)
        {
            return null;
        }

        string? path = reader.Literal("path", required: true);
        var outcome = new OutcomeSpec(path ?? string.Empty, reader.Literals("succeeded"), reader.Literals("failed"), reader.Literals("canceled"));
        return path is null ? null : outcome;
    }

    private static AbsentMeaning? Absent(ObjectReader tracking) => tracking.Choice<AbsentMeaning?>(
        "absent", null, ("succeeded", AbsentMeaning.Succeeded), ("pending", AbsentMeaning.Pending), ("failed", AbsentMeaning.Failed));

    private static PagingSpec? Paging(ObjectReader file)
    {
        if (file.Object("paging", Vocabulary.Paging) is not { } reader)
        {
            return null;
        }

        PagingStyle style = reader.Choice("style", PagingStyle.Offset, ("offset", PagingStyle.Offset), ("token", PagingStyle.Token), ("nextLink", PagingStyle.NextLink));
        return new PagingSpec(style, reader.Literal("items"), reader.Literal("next"), reader.Literal("param"), reader.Literal("limit"), reader.Int("max"));
    }

    private static ErrorsSpec Errors(ObjectReader file)
    {
        if (file.Object("errors", Vocabulary.Errors) is not { } reader)
        {
            return new ErrorsSpec(null, null, null, null, null, null, null, null, default);
        }

        ObjectReader? code = reader.Object("code", Vocabulary.Source);
        ObjectReader? requestId = reader.Object("requestId", Vocabulary.Source);
        ObjectReader? okWhen = reader.Object("okWhen", Vocabulary.OkWhen);
        if (okWhen?.Has("equals") == false)
        {
            okWhen.Structure("equals", "'equals' is missing: the value at 'path' that means success.");
        }

        return new ErrorsSpec(
            reader.Identifier("enum", "an enum"),
            code is null ? null : HeaderName(code, "header"),
            code?.Literal("body"),
            reader.Object("message", Vocabulary.BodySource)?.Literal("body"),
            requestId is null ? null : HeaderName(requestId, "header"),
            requestId?.Literal("body"),
            okWhen?.Literal("path", required: true),
            okWhen?.Scalar("equals"),
            reader.Named("codes", "an error code", Vocabulary.ErrorCode).Select(ErrorCode).ToEquatableArray());
    }

    private static ErrorCodeSpec ErrorCode((string Name, ObjectReader Reader) code)
    {
        ObjectReader reader = code.Reader;
        EquatableArray<string> wire = reader.Literals("wire");
        if (!reader.Has("category"))
        {
            reader.Structure("category", $"the error code '{code.Name}' needs a 'category': {string.Join(", ", Categories)}.");
        }

        return new ErrorCodeSpec(
            code.Name,
            wire.Count == 0 ? new[] { code.Name }.ToEquatableArray() : wire,
            reader.Int("http"),
            reader.Choice("category", "internal", [.. Categories.Select(category => (category, category))]),
            reader.Bool("retry"),
            reader.Prose("description"),
            reader.Bool("inferred"));
    }
}
