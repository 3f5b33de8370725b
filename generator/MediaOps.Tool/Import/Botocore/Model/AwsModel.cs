namespace MediaOps.Tool.Import.Botocore;

/// <summary>A service as its AWS model describes it.</summary>
/// <param name="Metadata">What the service is and how it is reached.</param>
/// <param name="Operations">The operations in order of name.</param>
/// <param name="Shapes">The types by name.</param>
/// <param name="Waiters">The waiters in order of name.</param>
/// <param name="Paginators">How operations answer in pages, by operation.</param>
internal sealed record AwsModel(
    AwsMetadata Metadata,
    IReadOnlyList<AwsOperation> Operations,
    IReadOnlyDictionary<string, AwsShape> Shapes,
    IReadOnlyList<AwsWaiter> Waiters,
    IReadOnlyDictionary<string, AwsPaginator> Paginators)
{
    /// <summary>A shape by its name, or null.</summary>
    public AwsShape? Find(string? name) => name is null ? null : Shapes.GetValueOrDefault(name);

    /// <summary>What an operation's answer holds: the members of its output, or of the one member that is the whole body.</summary>
    public AwsShape? BodyOf(AwsShape? output) => output?.Payload is { } payload ? Find(output.Members.FirstOrDefault(member => member.Name == payload)?.Shape) : output;
}

/// <summary>What the service is and how it is reached. A text that the file does not hold is null.</summary>
internal sealed record AwsMetadata(
    Origin Origin, string? Protocol, string? ApiVersion, string? EndpointPrefix, string? GlobalEndpoint, string? SigningName, string? SignatureVersion,
    string? ServiceId, string? FullName, string? TargetPrefix, string? JsonVersion, string? Documentation);

/// <summary>An operation.</summary>
internal sealed record AwsOperation(
    string Name, Origin Origin, string Method, string Uri, string? Input, string? Output, IReadOnlyList<string> Errors, string? HostPrefix, string? Documentation);

/// <summary>A type.</summary>
internal sealed record AwsShape(string Name, string Kind, Origin Origin)
{
    /// <summary>The members of a structure.</summary>
    public IReadOnlyList<AwsMember> Members { get; init; } = [];

    /// <summary>The names of the members that must be there.</summary>
    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The texts that a string may have; null where it is free.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The type of a list's items or of a map's values.</summary>
    public string? Of { get; init; }

    /// <summary>The member that is the whole body.</summary>
    public string? Payload { get; init; }

    /// <summary>The least length, number or count, as the file writes it.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest length, number or count, as the file writes it.</summary>
    public string? Max { get; init; }

    /// <summary>A pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>How a time is written where it is not as the protocol says.</summary>
    public string? TimestampFormat { get; init; }

    /// <summary>Whether it must not be logged.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Whether it is an error.</summary>
    public bool IsError { get; init; }

    /// <summary>The HTTP status of an error.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Whether trying again may help after this error.</summary>
    public bool Retryable { get; init; }

    /// <summary>Whether it is JSON of any form.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Whether it is a stream of bytes or events, which is no JSON.</summary>
    public bool IsStream { get; init; }

    /// <summary>What people are told of it.</summary>
    public string? Documentation { get; init; }

    /// <summary>Whether it has members.</summary>
    public bool IsStructure => Kind == "structure";
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Wire">Its name on the wire.</param>
/// <param name="Shape">The name of its type.</param>
/// <param name="Place">Where it travels.</param>
/// <param name="Origin">Its place in the file.</param>
internal sealed record AwsMember(string Name, string Wire, string Shape, AwsPlace Place, Origin Origin)
{
    /// <summary>Whether it makes a repeated request harmless.</summary>
    public bool IsIdempotencyToken { get; init; }

    /// <summary>How a time is written where it is not as the protocol or its type says.</summary>
    public string? TimestampFormat { get; init; }

    /// <summary>Whether it holds JSON in a text.</summary>
    public bool IsJsonText { get; init; }

    /// <summary>Whether it is a stream.</summary>
    public bool IsStream { get; init; }

    /// <summary>What people are told of it.</summary>
    public string? Documentation { get; init; }
}

/// <summary>Where a member travels.</summary>
internal enum AwsPlace
{
    /// <summary>In the body.</summary>
    Body = 0,

    /// <summary>In the path.</summary>
    Uri = 1,

    /// <summary>In the query.</summary>
    Query = 2,

    /// <summary>In a header.</summary>
    Header = 3,

    /// <summary>Somewhere that the schema language has no word for: headers with a common beginning, the status code.</summary>
    Elsewhere = 4,
}

/// <summary>What to wait for, and how.</summary>
internal sealed record AwsWaiter(string Name, Origin Origin, string Operation, int Delay, int Attempts, IReadOnlyList<AwsAcceptor> Acceptors);

/// <summary>What an answer means to a waiter.</summary>
/// <param name="Origin">Its place in the file.</param>
/// <param name="Meaning"><c>success</c>, <c>retry</c> or <c>failure</c>.</param>
/// <param name="Matcher">What is compared: <c>path</c>, <c>status</c>, <c>error</c> and others.</param>
/// <param name="Argument">The path of a path matcher.</param>
/// <param name="Expected">What it is compared with, as text.</param>
internal sealed record AwsAcceptor(Origin Origin, string Meaning, string Matcher, string? Argument, string Expected);

/// <summary>How an operation answers in pages. A name that is an expression of more than one member is null.</summary>
internal sealed record AwsPaginator(Origin Origin, string? InputToken, string? OutputToken, string? LimitKey, string? ResultKey);
