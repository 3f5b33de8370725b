using System.Diagnostics;
using System.Text.RegularExpressions;
using MediaOps.PropertyTests;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests.Tracking;

namespace MediaOps.Security.Tests.StoredHandles;

/// <summary>
/// A handle that was stored or sent to a browser comes back changed. Whatever it is now, it is refused before anything is sent, or it leads to a place that the schema
/// has for such an operation: never to another host, never out of the path's template, never with another method than that of a poll.
/// </summary>
public sealed class HostileHandleTests
{
    private const int Cases = 6000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TrackingDefinition ByEntitysId = new()
    {
        Name = "op",
        HandleHeaders = ["operation-id"],
        Poll = PathTemplate.Parse("/channels/{Id}/operations/{Handle}"),
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Delay = Stage.Delay,
    };

    private static readonly TrackingDefinition ByUrlOfPattern = new()
    {
        Name = "url",
        Kind = TrackingKind.StatusUrl,
        HandleHeaders = ["Azure-AsyncOperation"],
        HandlePattern = "/api/ops/[0-9a-z-]+",
        TrustHosts = ["status.example", "*.regions.example"],
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Delay = Stage.Delay,
    };

    [Fact]
    public void Of_a_state() => Holds(Stage.ByState, "/api/channels/[^/]+", "mediaops:1:state:Test:Channel:Start:1:state", "mediaops:1:state:Test:Channel:Delete:1:state", "mediaops:1:done:Test:Channel:Start:1");

    [Fact]
    public void Of_a_status_in_the_entity() => Holds(
        Stage.ByProvisioning,
        "/api/(channels|.*/channels/[^/]+/(start|stop|reset|events)|channels/[^/]+(/(start|stop|reset|events))?|.*/channels/[^/]+)",
        "mediaops:1:state:Test:Channel:Start:1:provisioning",
        "mediaops:1:state:Test:Channel:Start::provisioning/0/%2Fapi%2Fchannels%2F1%2Fstart%3Fapi-version%3D7",
        "mediaops:1:state:Test:Channel:Create::provisioning/0/%2Fapi%2Fchannels%2F1");

    [Fact]
    public void Of_a_status_URL() => Holds(
        Stage.ByUrl,
        "/api/.*",
        "mediaops:1:url:Test:Channel:Start:1:url/0/%2Fapi%2Fops%2F7%3Fapi-version%3D7",
        "mediaops:1:url:Test:Channel:Start:1:url/1/%2Fapi%2Fops%2F7",
        "mediaops:1:url:Test:Channel:Events:1:url/0/%2Fapi%2Fops%2F7/0/%2Fapi%2Fchannels%2F1%2Fevents");

    [Fact]
    public void Of_a_status_URL_with_a_pattern() => Holds(
        ByUrlOfPattern,
        "/api/ops/[0-9a-z-]+",
        "mediaops:1:url:Test:Channel:Start:1:url/0/%2Fapi%2Fops%2F7",
        "mediaops:1:url:Test:Channel:Start:1:url/2.west.eu/%2Fapi%2Fops%2F7%3Fx%3D1");

    [Fact]
    public void Of_the_services_own_id() => Holds(Stage.ByRecord, "/api/operations/[a-z0-9-]+", "operations/op-1", "operations/1");

    [Fact]
    public void Of_an_id_that_needs_its_entity() => Holds(ByEntitysId, "/api/channels/[^/]+/operations/[^/]+", "mediaops:1:op:Test:Channel:Start:1:op/a%2Fb%3Ac", "mediaops:1:op:Test:Channel:Stop:x:op/7");

    [Theory]
    [InlineData("mediaops:1:state:Test:Channel:Start:{0}:state", 2049, "longer than 2048")]
    [InlineData("mediaops:1:state:Test:Channel:Start:1:{0}", 128 * 1024, "longer than 131072")]
    [InlineData("{0}", (16 * 1024) + 1, "longer than 16384")]
    [InlineData("mediaops:1:op:Test:Channel:Start:1:lro/{0}", 17 * 1024, "cannot be one")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/0/%2Fapi%2F{0}", 33 * 1024, "cannot be one")]
    public void One_that_is_too_large_is_refused(string handle, int length, string reason)
    {
        var stage = new Stage(Stage.ByState, Stage.ByUrl, Stage.ByRecord);
        string text = handle.Replace("{0}", new string('a', length), StringComparison.Ordinal);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => stage.Connection.Operations.GetOperation(text));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.InRange(refusal.Message.Length, 1, 300);
        Assert.Empty(stage.Handler.Requests);
    }

    /// <param name="tracking">How the service's operations are followed.</param>
    /// <param name="paths">The pattern of the paths that may be asked.</param>
    /// <param name="good">Handles that the client itself would make.</param>
    private static void Holds(TrackingDefinition tracking, string paths, params string[] good)
    {
        var allowed = new Regex($@"\A(?:{paths})\z", RegexOptions.NonBacktracking);
        int asked = 0;
        Assert.All(good, handle => Assert.True(handle.Contains(":done:", StringComparison.Ordinal) || Ask(tracking, handle).Count > 0, handle));
        Law.Holds(
            HandleGen.From(good),
            Cases,
            handle =>
            {
                long start = Stopwatch.GetTimestamp();
                IReadOnlyList<RecordedRequest> requests = Ask(tracking, handle);
                Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Longest);
                asked += requests.Count;
                Assert.All(requests, request =>
                {
                    Assert.True(IsOwn(request.Uri, tracking), request.ToString());
                    Assert.Matches(allowed, request.Uri.AbsolutePath);
                    Assert.False(Paths.Router.Climbs(request.Uri), request.ToString());
                    Assert.Equal((HttpMethod.Get, ""), (request.Method, request.Uri.Fragment));
                });
            },
            TextGen.Shorter);
        Assert.InRange(asked, Cases / 50, int.MaxValue);
    }

    private static bool IsOwn(Uri uri, TrackingDefinition tracking)
        => uri is { Scheme: "https", Port: 443, UserInfo.Length: 0 }
            && (uri.IdnHost == "media.example" || (tracking.TrustHosts.Length > 0 && (uri.IdnHost == "status.example" || uri.IdnHost.EndsWith(".regions.example", StringComparison.Ordinal))));

    /// <summary>Comes back with a handle, to the operations of the service and to those of one kind of entity.</summary>
    private static IReadOnlyList<RecordedRequest> Ask(TrackingDefinition tracking, string handle)
    {
        var stage = new Stage(tracking);
        const string Running = """{"status":"InProgress","name":"operations/op-1","Id":"1","State":"STARTING","properties":{"provisioningState":"Starting"}}""";
        stage.Reply(200, Running).Reply(200, Running).Reply(200, Running);
        Refusal(() => stage.Connection.Operations.GetOperation(handle));
        Refusal(() => stage.Collection.GetOperation(handle, null, CancellationToken.None));
        return stage.Handler.Requests;

        void Refusal(Action ask)
        {
            int before = stage.Handler.Requests.Count;
            try
            {
                ask();
            }
            catch (ArgumentException)
            {
                Assert.Equal(before, stage.Handler.Requests.Count);
            }
            catch (ServiceException)
            {
                // The answer of this test is not one to every handle.
            }
        }
    }
}
