using System;

namespace MediaOps.Schema;

/// <summary>What <c>service.json</c> says: everything that the entities of one service share. No positions, so that white space changes nothing.</summary>
public sealed record ServiceSpec(
    string Name,
    string Namespace,
    string? Version,
    bool Retired,
    string? Description,
    string Client,
    string Endpoint,
    EquatableArray<OptionSpec> Options,
    EquatableArray<AuthSpec> Auth,
    EquatableArray<NamedText> Headers,
    EquatableArray<NamedText> Query,
    EquatableArray<string> SecretQuery,
    EquatableArray<string> TrustHosts,
    DiscoverySpec? Discovery,
    bool Interfaces,
    string? ClientRequestIdHeader,
    WireSpec Wire,
    EquatableArray<TypeSpec> Types,
    EquatableArray<TrackingSpec> Tracking,
    PagingSpec? Paging,
    ErrorsSpec Errors);

/// <summary>A name with a text: a header, a query member.</summary>
public sealed record NamedText(string Name, string Value);

/// <summary>A client-level parameter that fills a placeholder of the endpoint or of paths.</summary>
public sealed record OptionSpec(string Name, string? Description, TypeRef Type, bool Required, Constraints Constraints);

/// <summary>One way in which the service accepts credentials.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Scopes">The scopes that a bearer token is asked for.</param>
/// <param name="Header">The header of an API key.</param>
/// <param name="SigningName">The service's name in AWS Signature version 4.</param>
/// <param name="Region">The region in AWS Signature version 4; options fill its placeholders.</param>
public sealed record AuthSpec(AuthScheme Scheme, EquatableArray<string> Scopes, string? Header, string? SigningName, string? Region);

/// <summary>The schemes of <see cref="AuthSpec"/>.</summary>
public enum AuthScheme
{
    /// <summary>No credentials.</summary>
    None = 0,

    /// <summary>A bearer token in the Authorization header.</summary>
    Bearer = 1,

    /// <summary>A key in a header of its own.</summary>
    ApiKey = 2,

    /// <summary>User and password in the Authorization header.</summary>
    Basic = 3,

    /// <summary>AWS Signature version 4.</summary>
    SigV4 = 4,
}

/// <summary>The request that learns the base URI before the first call.</summary>
/// <param name="Get">The path that is asked, below the configured endpoint.</param>
/// <param name="Status">The status whose Location header names the base URI.</param>
/// <param name="TrustHosts">Hosts that may be learnt: exact names, or <c>*.suffix</c>.</param>
public sealed record DiscoverySpec(string Get, int Status, EquatableArray<string> TrustHosts);

/// <summary>Naming and format rules of the JSON bodies.</summary>
/// <param name="Names">How a member without a <c>wire</c> of its own is named.</param>
/// <param name="Enums">How an enum value or state without a <c>wire</c> of its own is written.</param>
/// <param name="Duration">How durations are written unless a property says otherwise.</param>
/// <param name="Envelope">A member that wraps every entity body, with <c>{entity}</c> for the entity's name, or null; see <see cref="EnvelopeOf"/>.</param>
/// <param name="ContentType">The content type of request bodies.</param>
public sealed record WireSpec(NameCasing Names, NameCasing Enums, DurationFormat Duration, string? Envelope, string ContentType)
{
    /// <summary>The member that wraps the bodies of an entity, or null where nothing does.</summary>
    /// <param name="entity">The entity's name.</param>
    public string? EnvelopeOf(string entity) => Envelope?.Replace(EntityPlaceholder, Schema.Names.ToWire(entity, Names));

    internal const string EntityPlaceholder = "{entity}";
}

/// <summary>Casing rules between C# names and wire names.</summary>
public enum NameCasing
{
    /// <summary>The C# name as it is.</summary>
    AsIs = 0,

    /// <summary>First letter lower case.</summary>
    CamelCase = 1,

    /// <summary>Words in capitals, joined by underscores.</summary>
    UpperSnake = 2,

    /// <summary>Words in lower case, joined by underscores.</summary>
    LowerSnake = 3,
}

/// <summary>Formats of a duration on the wire.</summary>
public enum DurationFormat
{
    /// <summary><c>PT1H30M</c>.</summary>
    Iso8601 = 0,

    /// <summary>A number of seconds.</summary>
    Seconds = 1,

    /// <summary>A text of seconds with the suffix s, such as <c>3.5s</c>.</summary>
    Google = 2,

    /// <summary>As the service's wire rules say; never left after <see cref="SpecResolver"/>.</summary>
    ByService = 3,
}

/// <summary>How the completion of long-running actions is seen.</summary>
/// <param name="Name">The name that actions refer to.</param>
/// <param name="Kind">Where the handle comes from and what is polled. Entity-state with a <paramref name="Status"/> is judged by the status in the entity's body, without one by the states.</param>
/// <param name="Accepted">Status codes that mean: still running. Every other 2xx means: complete, and so do 200 and 201 without the header of a status URL.</param>
/// <param name="HandleHeaders">Response headers that may hold the handle, in order of preference.</param>
/// <param name="HandleBody">Path in the response body that holds the handle, or null.</param>
/// <param name="PollMethod">HTTP method of a poll.</param>
/// <param name="PollPath">Path template of a poll with <c>{Handle}</c>; null where the handle itself is polled.</param>
/// <param name="Status">How a poll is read.</param>
/// <param name="Outcome">How the action ended, where the state alone does not tell; entity-state only.</param>
/// <param name="Absent">What 404 means while polling; null means: success for a delete, failure for everything else.</param>
/// <param name="TargetPath">Path of the target entity's id in the poll's body, or null.</param>
/// <param name="ErrorCodePath">Path of the code of a failed operation in the poll's body.</param>
/// <param name="ErrorMessagePath">Path of the message of a failed operation in the poll's body.</param>
/// <param name="Result">Where the result is after success.</param>
/// <param name="ResultPath">Path of the result in the poll's body, for <see cref="ResultVia.PollBody"/>.</param>
/// <param name="CancelMethod">HTTP method that cancels the operation, or null.</param>
/// <param name="CancelPath">Path template that cancels the operation, or null.</param>
/// <param name="Settle">How long the old state may still be read after the request; entity-state only.</param>
/// <param name="TrustHosts">Hosts beside the endpoint's to which a status URL may point.</param>
/// <param name="RetryAfterHeader">The header that tells when to ask again, where it is not Retry-After, or null.</param>
/// <param name="Delay">Waiting rules of actions that have none of their own.</param>
public sealed record TrackingSpec(
    string Name,
    TrackingKind Kind,
    EquatableArray<int> Accepted,
    EquatableArray<string> HandleHeaders,
    string? HandleBody,
    string? PollMethod,
    string? PollPath,
    StatusSpec Status,
    OutcomeSpec? Outcome,
    AbsentMeaning? Absent,
    string? TargetPath,
    string? ErrorCodePath,
    string? ErrorMessagePath,
    ResultVia Result,
    string? ResultPath,
    string? CancelMethod,
    string? CancelPath,
    TimeSpan? Settle,
    EquatableArray<string> TrustHosts,
    string? RetryAfterHeader,
    DelaySpec Delay)
{
    /// <summary>Pattern of a well-formed handle, over the whole text; needed where the handle fills more than one path segment.</summary>
    public string? HandlePattern { get; init; }

    /// <summary>Whether the states of the entity tell when the action has ended: entity-state without a status.</summary>
    public bool ByStates => Kind == TrackingKind.EntityState && Status == StatusSpec.None;
}

/// <summary>The kinds of tracking.</summary>
public enum TrackingKind
{
    /// <summary>The service gives an id that is put into a poll path.</summary>
    Operation = 0,

    /// <summary>The service gives the URL to poll.</summary>
    StatusUrl = 1,

    /// <summary>The entity itself is polled until its state says so.</summary>
    EntityState = 2,
}

/// <summary>How the answer to a poll is read: by values at a path, by a boolean, or by the HTTP status.</summary>
/// <param name="Path">Where the status is in the poll's body, or null.</param>
/// <param name="Pending">Values that mean: still running.</param>
/// <param name="Succeeded">Values that mean: finished well.</param>
/// <param name="Failed">Values that mean: failed.</param>
/// <param name="Canceled">Values that mean: canceled.</param>
/// <param name="UnknownFails">Whether a value of none of these lists is a failure; otherwise the operation is still running.</param>
/// <param name="Done">Where the body holds true once the operation has ended, or null.</param>
/// <param name="PendingHttp">HTTP status codes of a poll that mean: still running.</param>
public sealed record StatusSpec(
    string? Path,
    EquatableArray<string> Pending,
    EquatableArray<string> Succeeded,
    EquatableArray<string> Failed,
    EquatableArray<string> Canceled,
    bool UnknownFails,
    string? Done,
    EquatableArray<int> PendingHttp)
{
    /// <summary>A profile that says nothing about status.</summary>
    public static StatusSpec None { get; } = new(null, default, default, default, default, false, null, default);
}

/// <summary>How an action ended whose entity is back in a state that stays.</summary>
/// <param name="Path">Where the outcome is in the entity's body.</param>
/// <param name="Succeeded">Values that mean: ended well.</param>
/// <param name="Failed">Values that mean: failed.</param>
/// <param name="Canceled">Values that mean: canceled.</param>
public sealed record OutcomeSpec(string Path, EquatableArray<string> Succeeded, EquatableArray<string> Failed, EquatableArray<string> Canceled);

/// <summary>What 404 means while polling.</summary>
public enum AbsentMeaning
{
    /// <summary>The action has succeeded: the entity is gone.</summary>
    Succeeded = 0,

    /// <summary>Not there yet.</summary>
    Pending = 1,

    /// <summary>The action has failed.</summary>
    Failed = 2,
}

/// <summary>Where the result of a succeeded operation is.</summary>
public enum ResultVia
{
    /// <summary>The entity is read again.</summary>
    Read = 0,

    /// <summary>In the body of the last poll.</summary>
    PollBody = 1,

    /// <summary>At the URL of the Location header.</summary>
    Location = 2,

    /// <summary>There is none.</summary>
    None = 3,
}

/// <summary>Waiting rules. A member that is null is taken from the tracking profile, then from <see cref="Effective"/>'s defaults.</summary>
/// <param name="Min">The floor under every delay.</param>
/// <param name="Interval">The steady interval that the service documents; null where it documents none.</param>
/// <param name="Typical">A hint how long the action usually takes.</param>
/// <param name="Timeout">The default maximum wait.</param>
public sealed record DelaySpec(TimeSpan? Min, TimeSpan? Interval, TimeSpan? Typical, TimeSpan? Timeout)
{
    /// <summary>Rules that say nothing.</summary>
    public static DelaySpec None { get; } = new(null, null, null, null);

    /// <summary>The smallest delay where nobody names one.</summary>
    public static TimeSpan DefaultMin { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum wait where nobody names one: a wait is never endless.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(60);

    /// <summary>These rules with the gaps filled from a fallback and then from the defaults; only <see cref="Interval"/> and <see cref="Typical"/> may stay null.</summary>
    public DelaySpec Effective(DelaySpec? fallback) => new(
        Min ?? fallback?.Min ?? Interval ?? fallback?.Interval ?? DefaultMin,
        Interval ?? fallback?.Interval,
        Typical ?? fallback?.Typical,
        Timeout ?? fallback?.Timeout ?? DefaultTimeout);
}

/// <summary>How lists are paged.</summary>
public sealed record PagingSpec(PagingStyle Style, string? Items, string? Next, string? Param, string? Limit, int? Max);

/// <summary>The paging styles.</summary>
public enum PagingStyle
{
    /// <summary>Skip and take.</summary>
    Offset = 0,

    /// <summary>The body holds a token for the next page.</summary>
    Token = 1,

    /// <summary>The body holds the URL of the next page.</summary>
    NextLink = 2,
}

/// <summary>Where errors are and which codes there are.</summary>
/// <param name="Enum">The name of the generated enum of codes, or null for none.</param>
/// <param name="CodeHeader">Header that holds the code, asked before the body.</param>
/// <param name="CodeBody">Path of the code in an error body.</param>
/// <param name="MessageBody">Path of the message in an error body.</param>
/// <param name="RequestIdHeader">Header that holds the service's request id.</param>
/// <param name="RequestIdBody">Path of the service's request id in an error body.</param>
/// <param name="OkWhenPath">Path that tells failure under HTTP 200, or null.</param>
/// <param name="OkWhenEquals">The text at <paramref name="OkWhenPath"/> that means success.</param>
/// <param name="Codes">The known codes.</param>
public sealed record ErrorsSpec(
    string? Enum,
    string? CodeHeader,
    string? CodeBody,
    string? MessageBody,
    string? RequestIdHeader,
    string? RequestIdBody,
    string? OkWhenPath,
    string? OkWhenEquals,
    EquatableArray<ErrorCodeSpec> Codes);

/// <summary>One error code.</summary>
/// <param name="Name">The name of the enum member.</param>
/// <param name="Wire">The spellings on the wire.</param>
/// <param name="Http">The HTTP status it comes with, where known.</param>
/// <param name="Category">invalid, precondition, conflict, not-found, forbidden, quota, throttled, transient or internal.</param>
/// <param name="Retry">Whether trying again later may help.</param>
/// <param name="Description">A sentence for the documentation.</param>
/// <param name="Inferred">Whether a fact here has no source.</param>
public sealed record ErrorCodeSpec(string Name, EquatableArray<string> Wire, int? Http, string Category, bool Retry, string? Description, bool Inferred);
