using System.Net;

namespace MediaOps.Runtime.Tests.Queries;

// What the generator makes of a schema, written by hand: an entity with a member of each kind, and its table.

internal enum ChannelState
{
    Unknown = 0,
    Stopped = 1,
    Running = 2,
}

internal enum StreamingProtocol
{
    Unknown = 0,
    RTMP = 1,
    FragmentedMP4 = 2,
}

internal sealed class ChannelInput
{
    public StreamingProtocol StreamingProtocol { get; init; } = StreamingProtocol.RTMP;

    public TimeSpan? KeyFrameInterval { get; init; }
}

internal interface IChannel
{
    string Id { get; }

    string Name { get; }

    string? Description { get; }

    ChannelState State { get; }

    StreamingProtocol? Fallback { get; }

    DateTime Created { get; }

    DateTime? Expires { get; }

    int ScaleUnits { get; }

    long Bytes { get; }

    double Ratio { get; }

    decimal? Price { get; }

    bool CdnEnabled { get; }

    bool? VanityUrl { get; }

    Guid Key { get; }

    TimeSpan MaxAge { get; }

    Uri? Url { get; }

    Version? Edition { get; }

    IPAddress? Address { get; }

    ChannelInput Input { get; }

    string Odd { get; }

    string Unlisted { get; }
}

internal sealed class Channel : IChannel
{
    public string Id { get; init; } = "nb:chid:UUID:1";

    public string Name { get; init; } = "live";

    public string? Description { get; init; }

    public ChannelState State { get; init; } = ChannelState.Stopped;

    public StreamingProtocol? Fallback { get; init; }

    public DateTime Created { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public DateTime? Expires { get; init; }

    public int ScaleUnits { get; init; }

    public long Bytes { get; init; }

    public double Ratio { get; init; }

    public decimal? Price { get; init; }

    public bool CdnEnabled { get; init; }

    public bool? VanityUrl { get; init; }

    public Guid Key { get; init; }

    public TimeSpan MaxAge { get; init; }

    public Uri? Url { get; init; }

    public Version? Edition { get; init; }

    public IPAddress? Address { get; init; }

    public ChannelInput Input { get; init; } = new();

    public string Odd => "";

    public string Unlisted => "";
}

internal static class ChannelTable
{
    public static readonly QueryMember[] Members =
    [
        new("Id", "Id"),
        new("Name", "Name"),
        new("Description", "Description"),
        new("State", "State", static value => StateText((ChannelState)value)),
        new("Fallback", "Fallback", static value => ProtocolText((StreamingProtocol)value)),
        new("Created", "Created"),
        new("Expires", "FreeTrialEndTime"),
        new("ScaleUnits", "ScaleUnits"),
        new("Bytes", "Bytes"),
        new("Ratio", "Ratio"),
        new("Price", "Price"),
        new("CdnEnabled", "CdnEnabled"),
        new("VanityUrl", "VanityUrl"),
        new("Key", "Key"),
        new("MaxAge", "CacheControl/MaxAge", durationFormat: DurationFormat.Seconds),
        new("Url", "Url"),
        new("Edition", "Edition"),
        new("Address", "Address"),
        new("Input.StreamingProtocol", "Input/StreamingProtocol", static value => ProtocolText((StreamingProtocol)value)),
        new("Input.KeyFrameInterval", "Input/KeyFrameInterval"),
        new("Odd", "Name eq 'a' or Odd"),
    ];

    public static string StateText(ChannelState value) => value switch
    {
        ChannelState.Stopped => "Stopped",
        ChannelState.Running => "Running",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The service has no such state."),
    };

    // Unlike the names in C#, so that a test sees which of the two is sent.
    public static string ProtocolText(StreamingProtocol value) => value switch
    {
        StreamingProtocol.RTMP => "rtmp",
        StreamingProtocol.FragmentedMP4 => "it's fmp4",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The service has no such protocol."),
    };
}
