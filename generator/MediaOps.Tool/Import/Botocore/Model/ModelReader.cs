namespace MediaOps.Tool.Import.Botocore;

/// <summary>Reads the files of a model. Never throws for what they say.</summary>
internal sealed class ModelReader(Gaps gaps)
{
    /// <summary>The members of all structures that are read. The largest real model has a tenth of it.</summary>
    private const int AllMembers = 200_000;

    private int _members;

    /// <summary>The model of a service file and, where they are there, the files of its waiters and paginators.</summary>
    public AwsModel Read(ModelNode service, ModelNode? waiters, ModelNode? paginators)
    {
        ModelNode? metadata = service.Object("metadata");
        if (metadata is null)
        {
            gaps.Add(GapRules.Unreadable, service.Origin, "it has no metadata");
        }

        return new AwsModel(
            Metadata(metadata, service),
            [.. Members(service, "operations", Limits.Operations, "operations").Select(member => Operation(member.Name, member.Node)).OrderBy(operation => operation.Name, StringComparer.Ordinal)],
            Members(service, "shapes", Limits.Types, "shapes").Select(member => Shape(member.Name, member.Node)).ToDictionary(shape => shape.Name, StringComparer.Ordinal),
            [.. Members(waiters, "waiters", Limits.Operations, "waiters").Select(member => Waiter(member.Name, member.Node)).OfType<AwsWaiter>().OrderBy(waiter => waiter.Name, StringComparer.Ordinal)],
            Members(paginators, "pagination", Limits.Operations, "paginators").ToDictionary(member => member.Name, member => Paginator(member.Node), StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, ModelNode Node)> Members(ModelNode? owner, string name, int most, string what) => owner?.Object(name)?.Members(most, what) ?? [];

    private static AwsMetadata Metadata(ModelNode? metadata, ModelNode service) => new(
        metadata?.Origin ?? service.Origin,
        Protocol(metadata),
        metadata?.Text("apiVersion"),
        metadata?.Text("endpointPrefix"),
        metadata?.Text("globalEndpoint"),
        metadata?.Text("signingName"),
        metadata?.Text("signatureVersion"),
        metadata?.Text("serviceId"),
        metadata?.Text("serviceFullName"),
        metadata?.Text("targetPrefix"),
        metadata?.Scalar("jsonVersion"),
        Prose(service));

    /// <summary>The protocol; of several that the service speaks one of ours.</summary>
    private static string? Protocol(ModelNode? metadata) =>
        metadata?.Texts("protocols", Limits.Members)?.Find(protocol => protocol is "rest-json" or "json") ?? metadata?.Text("protocol");

    private static AwsOperation Operation(string name, ModelNode node)
    {
        ModelNode? http = node.Object("http");
        return new AwsOperation(
            name,
            node.Origin,
            http?.Text("method")?.ToUpperInvariant() ?? "POST",
            http?.Text("requestUri") ?? "/",
            node.Object("input")?.Text("shape"),
            node.Object("output")?.Text("shape"),
            [.. node.Objects("errors", Limits.Members).Select(error => error.Text("shape")).OfType<string>()],
            node.Object("endpoint")?.Text("hostPrefix"),
            Prose(node));
    }

    private AwsShape Shape(string name, ModelNode node)
    {
        ModelNode? error = node.Object("error");
        return new AwsShape(name, node.Text("type") ?? string.Empty, node.Origin)
        {
            Members = [.. Fields(node)],
            Required = node.Texts("required", Limits.Members)?.ToHashSet(StringComparer.Ordinal) ?? [],
            Values = Values(name, node),
            Of = (node.Object("member") ?? node.Object("value"))?.Text("shape"),
            Payload = node.Text("payload"),
            Min = node.Scalar("min"),
            Max = node.Scalar("max"),
            Pattern = node.Text("pattern"),
            TimestampFormat = node.Text("timestampFormat"),
            Sensitive = node.Flag("sensitive"),
            IsError = node.Flag("exception") || error is not null,
            HttpStatus = error?.Number("httpStatusCode"),
            Retryable = node.Object("retryable") is not null,
            IsDocument = node.Flag("document"),
            IsStream = node.Flag("streaming") || node.Flag("eventstream"),
            Documentation = Prose(node),
        };
    }

    private List<string>? Values(string name, ModelNode node)
    {
        if (node.Count("enum") <= Limits.EnumValues)
        {
            return node.Texts("enum", Limits.EnumValues);
        }

        gaps.Add(GapRules.Limit, node.Origin.Below("enum"), Limits.EnumValues, "values of '" + SourceText.Short(name) + "', which is a plain text therefore");
        return null;
    }

    private IEnumerable<AwsMember> Fields(ModelNode node)
    {
        foreach ((string name, ModelNode member) in Members(node, "members", Limits.Members, "members"))
        {
            if (_members == AllMembers)
            {
                gaps.Add(GapRules.Limit, node.Origin, AllMembers, "members of shapes");
                yield break;
            }

            _members++;
            yield return new AwsMember(name, member.Text("locationName") ?? name, member.Text("shape") ?? string.Empty, Place(member), member.Origin)
            {
                IsIdempotencyToken = member.Flag("idempotencyToken"),
                TimestampFormat = member.Text("timestampFormat"),
                IsJsonText = member.Flag("jsonvalue"),
                IsStream = member.Flag("streaming"),
                Documentation = Prose(member),
            };
        }
    }

    /// <summary>What people are told; some models say of everything that something will be said of it.</summary>
    private static string? Prose(ModelNode node) =>
        node.Text("documentation") is { } text && !text.StartsWith("Placeholder documentation for", StringComparison.Ordinal) ? text : null;

    private static AwsPlace Place(ModelNode member) => member.Text("location") switch
    {
        null => AwsPlace.Body,
        "uri" => AwsPlace.Uri,
        "querystring" => AwsPlace.Query,
        "header" => AwsPlace.Header,
        _ => AwsPlace.Elsewhere,
    };

    private AwsWaiter? Waiter(string name, ModelNode node)
    {
        AwsAcceptor[] acceptors = [.. node.Objects("acceptors", Limits.Members).Select(Acceptor)];
        if (node.Text("operation") is { } operation)
        {
            return new AwsWaiter(name, node.Origin, operation, Positive(node, "delay", 2), Positive(node, "maxAttempts", 25), acceptors);
        }

        gaps.Add(GapRules.Unreadable, node.Origin, "the waiter has no operation");
        return null;
    }

    private static int Positive(ModelNode node, string name, int otherwise) => node.Number(name) is { } number and > 0 ? number : otherwise;

    private static AwsAcceptor Acceptor(ModelNode node) => new(
        node.Origin,
        node.Text("state") ?? string.Empty,
        node.Text("matcher") ?? string.Empty,
        node.Text("argument"),
        node.Scalar("expected") ?? string.Empty);

    private static AwsPaginator Paginator(ModelNode node) => new(
        node.Origin, One(node, "input_token"), One(node, "output_token"), One(node, "limit_key"), One(node, "result_key"));

    /// <summary>The name of one member. A list of several or an expression is none.</summary>
    private static string? One(ModelNode node, string name) =>
        node.Count(name) == 0 && node.Scalar(name) is { } text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? text : null;
}
