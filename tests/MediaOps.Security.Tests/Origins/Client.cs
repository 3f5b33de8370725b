using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;

namespace MediaOps.Security.Tests.Origins;

/// <summary>A client of a small service that trusts <c>trusted.example</c> and everything below <c>regions.example</c>, on a script.</summary>
internal sealed class Client
{
    public const string Endpoint = "https://media.example/api/";

    private readonly Stage _stage;

    public Client(string scheme, TrackingDefinition? tracking = null, bool discovers = false)
    {
        _stage = tracking is null ? new Stage() : new Stage(tracking);
        string[] trusted = ["trusted.example", "*.regions.example"];
        var service = new ServiceDefinition("Test", "1")
        {
            TrustHosts = trusted,
            Tracking = tracking is null ? [] : [tracking],
            Paging = new PagingDefinition { Style = PagingStyle.NextLink, Items = "value", Next = "nextLink" },
            Discovery = discovers ? new DiscoveryDefinition("/", 301, trusted) : null,
        };
        Connection = new ServiceConnection(
            service,
            new Uri(Endpoint),
            Scheme.Make(scheme),
            new MediaOpsOptions { Handler = Service, TimeProvider = new ManualTimeProvider { AutoAdvance = true }, GuardMode = GuardMode.Off, MaxRetries = 0 });
        Channels = new EntityCollectionCore<Channel, ChannelData>(_stage.Binding, Connection);
        Channel = new EntityCore<Channel, ChannelData>(Connection, _stage.Binding, "1", new ChannelData { Id = "1", StateText = "IDLE" }).Entity;
    }

    public ScriptedHandler Service { get; } = new();

    public ServiceConnection Connection { get; }

    public EntityCollectionCore<Channel, ChannelData> Channels { get; }

    public Channel Channel { get; }

    public ActionDefinition Start => _stage.Start;

    public ActionDefinition Events => _stage.Events;
}
