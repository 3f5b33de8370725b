using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>What the entities of a service share.</summary>
internal static class ServiceTables
{
    private static readonly Effect Sends = Effect.Behaviour("Requests look different; the service must understand them.");

    private static readonly Effect Pages = Effect.Behaviour("Pages of lists are asked for and read differently.");

    /// <summary>A parameter of the client.</summary>
    public static Table<OptionSpec> Option { get; } = new(
        Of<OptionSpec>.Key(nameof(OptionSpec.Name)),
        Of<OptionSpec>.Description(nameof(OptionSpec.Description), option => option.Description),
        Of<OptionSpec>.Value(nameof(OptionSpec.Type), "type", option => option.Type, Effect.Source("The parameter of the client has another type.")),
        Of<OptionSpec>.Judged(nameof(OptionSpec.Required), "required", option => option.Required, (_, isRequired) => isRequired ? Effect.Behaviour("A client cannot be made without it.") : Effect.Compatible("It may be left out.")),
        Nested.Whole<OptionSpec, Constraints>(nameof(OptionSpec.Constraints), string.Empty, option => option.Constraints, LimitTables.Constraints));

    /// <summary>A way to give credentials.</summary>
    public static Table<AuthSpec> Auth { get; } = new(
        Of<AuthSpec>.Key(nameof(AuthSpec.Scheme)),
        Of<AuthSpec>.Names(nameof(AuthSpec.Scopes), "scopes", auth => auth.Scopes, Signs, Signs, Signs),
        Of<AuthSpec>.Value(nameof(AuthSpec.Header), "header", auth => auth.Header, Signs),
        Of<AuthSpec>.Value(nameof(AuthSpec.SigningName), "signingName", auth => auth.SigningName, Signs),
        Of<AuthSpec>.Value(nameof(AuthSpec.Region), "region", auth => auth.Region, Signs));

    /// <summary>How the base address is learnt.</summary>
    public static Table<DiscoverySpec> Discovery { get; } = new(
        Of<DiscoverySpec>.Value(nameof(DiscoverySpec.Get), "get", discovery => discovery.Get, Sends),
        Of<DiscoverySpec>.Value(nameof(DiscoverySpec.Status), "status", discovery => discovery.Status, Sends),
        Of<DiscoverySpec>.Names(nameof(DiscoverySpec.TrustHosts), "trustHosts", discovery => discovery.TrustHosts, Trusted, Distrusted));

    /// <summary>Rules of bodies.</summary>
    public static Table<WireSpec> Wire { get; } = new(
        Of<WireSpec>.Value(nameof(WireSpec.Names), "names", wire => wire.Names, PropertyTables.Wire),
        Of<WireSpec>.Value(nameof(WireSpec.Enums), "enums", wire => wire.Enums, PropertyTables.Wire),
        Of<WireSpec>.Value(nameof(WireSpec.Duration), "duration", wire => wire.Duration, PropertyTables.Wire),
        Of<WireSpec>.Value(nameof(WireSpec.Envelope), "envelope", wire => wire.Envelope, PropertyTables.Wire),
        Of<WireSpec>.Value(nameof(WireSpec.ContentType), "contentType", wire => wire.ContentType, Sends));

    /// <summary>How lists are paged.</summary>
    public static Table<PagingSpec> Paging { get; } = new(
        Of<PagingSpec>.Value(nameof(PagingSpec.Style), "style", paging => paging.Style, Pages),
        Of<PagingSpec>.Value(nameof(PagingSpec.Items), "items", paging => paging.Items, Pages),
        Of<PagingSpec>.Value(nameof(PagingSpec.Next), "next", paging => paging.Next, Pages),
        Of<PagingSpec>.Value(nameof(PagingSpec.Param), "param", paging => paging.Param, Pages),
        Of<PagingSpec>.Value(nameof(PagingSpec.Limit), "limit", paging => paging.Limit, Pages),
        Of<PagingSpec>.Value(nameof(PagingSpec.Max), "max", paging => paging.Max, Effect.Compatible("Pages are larger or smaller; the items are the same.")));

    /// <summary>A service.</summary>
    public static Table<ServiceSpec> Service { get; } = new(
        Of<ServiceSpec>.Value(nameof(ServiceSpec.Name), "service", service => service.Name, Effect.Source("Its classes have other names, and operations that were stored cannot be asked for any more.")),
        Of<ServiceSpec>.Value(nameof(ServiceSpec.Namespace), "namespace", service => service.Namespace, Effect.Source("Programs must name another namespace.")),
        Of<ServiceSpec>.Value(nameof(ServiceSpec.Version), "version", service => service.Version, Effect.Compatible("The client tells another version of the service.")),
        Of<ServiceSpec>.Value(nameof(ServiceSpec.Retired), "status", service => service.Retired, Effect.Compatible("Only documentation changes.")),
        Of<ServiceSpec>.Description(nameof(ServiceSpec.Description), service => service.Description),
        Of<ServiceSpec>.Value(nameof(ServiceSpec.Client), "client", service => service.Client, Effect.Source("The entry class has another name.")),
        Of<ServiceSpec>.Judged(nameof(ServiceSpec.Endpoint), "endpoint", service => service.Endpoint, (before, after) => Placeholders(before).SequenceEqual(Placeholders(after), StringComparer.Ordinal)
            ? Effect.Behaviour("Clients that are made without an address of their own call another one.")
            : Effect.Source("The parameters of the factory of clients changed.")),
        new Facet<ServiceSpec>(nameof(ServiceSpec.Options), (old, @new, place) => Options.Compare(old, @new, place).Concat(Reordered(old, @new, place))),
        Nested.Items<ServiceSpec, AuthSpec>(nameof(ServiceSpec.Auth), "auth", service => service.Auth, auth => auth.Scheme.ToString(), "the authentication", () => Auth, (_, _) => Effect.Compatible("There is one more way to give credentials."), (_, _) => Effect.Source("Programs that give these credentials do not compile.")),
        Nested.Pairs<ServiceSpec>(nameof(ServiceSpec.Headers), "headers", service => service.Headers, "the header", Sends, Sends, Sends),
        Nested.Pairs<ServiceSpec>(nameof(ServiceSpec.Query), "query", service => service.Query, "the query member", Sends, Sends, Sends),
        Of<ServiceSpec>.Names(nameof(ServiceSpec.SecretQuery), "secretQuery", service => service.SecretQuery, PropertyTables.Secret(isSecret: true), PropertyTables.Secret(isSecret: false)),
        Of<ServiceSpec>.Names(nameof(ServiceSpec.TrustHosts), "trustHosts", service => service.TrustHosts, Trusted, Distrusted),
        Nested.Part<ServiceSpec, DiscoverySpec>(nameof(ServiceSpec.Discovery), "discovery", service => service.Discovery, Discovery, null, Sends, Sends),
        Of<ServiceSpec>.Judged(nameof(ServiceSpec.Interfaces), "interfaces", service => service.Interfaces, (_, has) => has
            ? Effect.Source("Collections speak of interfaces, where they spoke of classes.")
            : Effect.Source("The interfaces of the entities are gone.")),
        Of<ServiceSpec>.Value(nameof(ServiceSpec.ClientRequestIdHeader), "clientRequestId", service => service.ClientRequestIdHeader, Sends),
        Nested.Whole<ServiceSpec, WireSpec>(nameof(ServiceSpec.Wire), "wire", service => service.Wire, Wire),
        Nested.Items<ServiceSpec, TypeSpec>(nameof(ServiceSpec.Types), "types", service => service.Types, type => type.Name, "the type", () => PropertyTables.Type, (_, _) => Effect.Compatible("Programs do not have to know it."), (_, _) => PropertyTables.Gone),
        Nested.Items<ServiceSpec, TrackingSpec>(nameof(ServiceSpec.Tracking), "tracking", service => service.Tracking, tracking => tracking.Name, "the tracking profile", () => TrackingTables.Tracking, (_, _) => Effect.Compatible("Nothing uses it by itself."), (_, _) => TrackingTables.Gone),
        Nested.Part<ServiceSpec, PagingSpec>(nameof(ServiceSpec.Paging), "paging", service => service.Paging, Paging, null, Pages, Pages),
        Nested.Whole<ServiceSpec, ErrorsSpec>(nameof(ServiceSpec.Errors), "errors", service => service.Errors, ErrorTables.Errors));

    /// <summary>What it means that hosts are trusted.</summary>
    public static Effect Trusted => Effect.Compatible("URLs that lead there are followed now.");

    /// <summary>What it means that hosts are not trusted any more.</summary>
    public static Effect Distrusted => Effect.Behaviour("URLs that lead there are refused.");

    private static Effect Signs => Effect.Behaviour("Requests are authorized differently; the service must accept it.");

    private static Facet<ServiceSpec> Options => Nested.Items<ServiceSpec, OptionSpec>(
        nameof(ServiceSpec.Options), "options", service => service.Options, option => option.Name, "the option", () => Option,
        (_, _) => Effect.Source("Whoever makes a client must give it."),
        (_, _) => Effect.Source("Whoever makes a client can no longer give it."));

    private static IEnumerable<Change> Reordered(ServiceSpec old, ServiceSpec @new, Place place)
    {
        string[] before = [.. old.Options.Select(option => option.Name).Intersect(@new.Options.Select(option => option.Name), StringComparer.Ordinal)];
        string[] after = [.. @new.Options.Select(option => option.Name).Intersect(before, StringComparer.Ordinal)];
        return before.SequenceEqual(after, StringComparer.Ordinal)
            ? []
            : [new Change(ChangeKind.BreakingSource, place.Below("options"), $"The options have another order: {Show.Names(after)}.", "Programs that make a client and give them by position mix them up.")];
    }

    private static IEnumerable<string> Placeholders(string template) => template.Split('{').Skip(1).Select(part => part.Split('}')[0]);
}
