using Media.AzureV3;
using MediaOps.Replay.Tests.Server;
using MediaOps.Replay.Tests.Stories;

namespace MediaOps.Replay.Tests;

/// <summary>What the scripts' entities are made of, and clients of the scripts' account.</summary>
internal static class Examples
{
    private static readonly Uri Account = new("https://management.azure.com/subscriptions/5f2c9d1e-7a40-4b8e-9c63-2d1f0e8a7b55/resourceGroups/studio/providers/Microsoft.Media/mediaservices/studiolive/");

    public static AmsV3Client Client(ReplayServer server, TimeProvider? clock = null, GuardMode guard = GuardMode.Refresh) => Bench.Client(Account, server, guard, clock);

    public static LiveEventCreationOptions Event(string name, bool autoStart) => new()
    {
        Name = name,
        Location = "westus2",
        Description = "evening",
        Tags = new Dictionary<string, string> { ["desk"] = "news" },
        Input = new LiveEventInput { StreamingProtocol = LiveEventInputProtocol.RTMP },
        AutoStart = autoStart,
    };

    public static LiveOutputCreationOptions Output(string name) => new() { Name = name, AssetName = "evening-tape", ArchiveWindowLength = TimeSpan.FromMinutes(5) };

    public static StreamingEndpointCreationOptions Endpoint(string name) => new() { Name = name, Location = "westus2", ScaleUnits = 2, CdnEnabled = false };
}
