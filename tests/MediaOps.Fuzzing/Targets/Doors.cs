using Aws = Media.AwsMediaLive;
using Google = Media.GoogleLiveStream;
using MkIo = Media.MkIo;
using V2 = Media.AzureV2;
using V3 = Media.AzureV3;

namespace MediaOps.Fuzzing.Targets;

/// <summary>The generated clients of all services of the repository over one answer, and the calls that read something.</summary>
internal sealed class Doors
{
    private const string Name = "projects/my-project/locations/europe-west1/channels/evening-news";

    public Doors()
    {
        var options = new MediaOpsOptions { Handler = Service, GuardMode = GuardMode.Off, MaxRetries = 0, MaxResponseBytes = 1024 * 1024, TimeProvider = new ManualTimeProvider { AutoAdvance = true } };
        var token = new StaticTokenCredential("token");
        var v2 = new V2.CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), token, options);
        var v3 = V3.AmsV3Client.Create(Guid.Empty, "group", "media", token, options);
        var aws = new Aws.MediaLiveClient(new Uri("https://medialive.eu-west-1.amazonaws.com/"), "eu-west-1", new StaticAwsCredential("id", "key"), options);
        var google = new Google.LiveStreamClient(new Uri("https://livestream.googleapis.com/v1/"), "my-project", "europe-west1", token, options);
        var mkIo = new MkIo.MkIoClient(new Uri("https://app.mk.io/api/v1/projects/p/media/"), token, options);

        // The first answer is that of a discovery.
        Service.Begin(200, "{}");
        _ = Record.Exception(() => v2.Channels.TryGet("nb:chid:UUID:1"));
        Operations = [v2.Operations, v3.Operations, aws.Operations, google.Operations, mkIo.Operations];
        Reads =
        [
            ("ams-v2", () => v2.Channels.Get("nb:chid:UUID:0d8e2b1f-3c44-4a0b-9f6e-7a5c1e2d3b40")),
            ("ams-v2", () => v2.Channels.List().ToList()),
            ("ams-v2", () => v2.Programs.List().ToList()),
            ("ams-v2", () => v2.StreamingEndpoints.List().ToList()),
            ("ams-v2", () => v2.Operations.GetOperation("nb:opid:UUID:1")),
            ("ams-v3", () => v3.LiveEvents.Get("evening-news")),
            ("ams-v3", () => v3.LiveEvents.List().ToList()),
            ("ams-v3", () => v3.StreamingEndpoints.List().ToList()),
            ("medialive", () => aws.Channels.Get("1")),
            ("medialive", () => aws.Channels.List().ToList()),
            ("medialive", () => aws.Inputs.List().ToList()),
            ("livestream", () => google.Channels.Get(Name)),
            ("livestream", () => google.Channels.List().ToList()),
            ("livestream", () => google.Inputs.List().ToList()),
            ("livestream", () => google.Operations.GetOperation("projects/my-project/locations/europe-west1/operations/operation-1")),
            ("mkio", () => mkIo.LiveEvents.Get("evening-news")),
            ("mkio", () => mkIo.LiveEvents.List().ToList()),
        ];
    }

    public OneAnswer Service { get; } = new();

    /// <summary>Calls whose answer is read by a generated reader.</summary>
    public IReadOnlyList<(string Service, Func<object> Read)> Reads { get; }

    /// <summary>Where handles come back to.</summary>
    public IReadOnlyList<OperationCollection> Operations { get; }

    /// <summary>Whether a URL is one of the services'.</summary>
    public static bool IsOwn(Uri url) => url is { Scheme: "https", Port: 443, UserInfo.Length: 0 } && (
        url.IdnHost is "account.restv2.westus.media.azure.net" or "management.azure.com" or "medialive.eu-west-1.amazonaws.com" or "livestream.googleapis.com" or "app.mk.io"
        || url.IdnHost.EndsWith(".media.azure.net", StringComparison.Ordinal) || url.IdnHost.EndsWith(".media.windows.net", StringComparison.Ordinal));
}
