using Media.AzureV2;

namespace MediaOps.EndToEnd.Tests;

/// <summary>Programs written for the old SDK compile as they are, and do what they did. Time stands still but for the waits of the programs.</summary>
public sealed class SourceCompatibilityTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly OldBackEnd _old;

    public SourceCompatibilityTests() => _old = new OldBackEnd(_bench.Media, _bench.Clock.Advance);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void One_call_starts_a_channel_and_others_ask_by_its_operation()
    {
        string operationId = _old.StartCreating("live");
        int asked = 0;
        string channelId;
        while (!_old.IsCompleted(operationId, out channelId))
        {
            asked++;
            _bench.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(1, asked);
        IChannel channel = _old.Find(channelId);
        Assert.Equal(("live", ChannelState.Stopped, ChannelEncodingType.Standard), (channel.Name, channel.State, channel.EncodingType));
        Assert.Equal(AdMarkerSource.Api, channel.Encoding!.AdMarkerSource);
        Assert.Equal("ENG", channel.Encoding.AudioStreams!.Single().Language);
        Assert.Equal(System.Net.IPAddress.Any, channel.Preview!.AccessControl!.IPAllowList!.Single().Address);
    }

    [Fact]
    public void Addresses_are_read()
    {
        _old.StartCreating("live");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        const string Endpoint = """{ "Protocol": "RTMP", "Url": "rtmp://in.example.com/live" }""";
        IChannel channel = _bench.Media.Channels.First();
        _bench.Faults.Add(Emulation.Fault.Body($$"""
            { "Id": "{{channel.Id}}", "Name": "live", "State": "Running", "Input": { "StreamingProtocol": "RTMP", "Endpoints": [ {{Endpoint}}, {{Endpoint}} ] }, "Preview": { "Endpoints": [ ] } }
            """));
        channel.Refresh();

        Assert.Equal("rtmp://in.example.com/live rtmp://in.example.com/live", OldBackEnd.Addresses(channel));
    }

    [Fact]
    public async Task Every_action_of_a_channel_works_in_its_four_forms()
    {
        _old.IsCompleted(_old.StartCreating("live"), out _);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        IChannel channel = _bench.Media.Channels.Single();

        await _old.RunThrough(channel);

        Assert.Equal(ChannelState.Stopped, _bench.Media.Channels.Get(channel.Id).State);
        string[] actions = ["Start", "Stop", "Reset", "ShowSlate", "HideSlate", "StartAdvertisement", "EndAdvertisement"];
        Assert.All(actions, action => Assert.Equal(4, _bench.Requests.All.Count(request => request.Uri.AbsolutePath.EndsWith("/" + action, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_channel_is_changed_by_its_properties()
    {
        _old.StartCreating("live");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        IChannel channel = _bench.Media.Channels.Single();

        await _old.Change(channel);

        Channel now = _bench.Media.Channels.Get(channel.Id);
        Assert.Equal(("changed", TimeSpan.FromSeconds(2), 2, 2), (now.Description, now.Input.KeyFrameInterval, now.Input.AccessControl!.IPAllowList!.Count, now.Output!.Hls!.FragmentsPerSegment));
        Assert.Equal((null, null), (now.Slate, now.CrossSiteAccessPolicies));
        Assert.Equal(4, _bench.Requests.All.Count(request => request.Method == HttpMethod.Patch));
    }

    [Fact]
    public async Task Programs_run_on_their_channel()
    {
        IChannel channel = _old.MakeShortly("live");

        Assert.Equal("live:evening show,morning show,night show:night show", await _old.Broadcast(channel));
        Assert.Empty(_bench.Media.Programs);
        Assert.Equal(ChannelState.Stopped, channel.State);
    }

    [Fact]
    public async Task Streaming_endpoints_deliver()
    {
        IStreamingEndpoint endpoint = await _old.Deliver();

        Assert.Equal(("first", "scaled", 5, StreamingEndpointState.Stopped, false), (endpoint.Name, endpoint.Description, endpoint.ScaleUnits, endpoint.State, endpoint.CdnEnabled));
        Assert.Equal(TimeSpan.FromHours(1), endpoint.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Channels_are_found_by_LINQ_and_removed()
    {
        _old.MakeShortly("one");
        await _old.MakeLater("two");
        await _old.MakeLater("three");

        Assert.Equal("True True True True 1", _old.Ask("one"));
        await _old.Remove(_bench.Media.Channels.ToList());
        Assert.Empty(_bench.Media.Channels);
    }
}
