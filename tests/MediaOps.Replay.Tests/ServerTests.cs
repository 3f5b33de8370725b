using System.Text.Json;
using Media.AzureV3;
using MediaOps.Replay.Tests.Scripts;
using MediaOps.Replay.Tests.Server;
using MediaOps.Replay.Tests.Stories;

namespace MediaOps.Replay.Tests;

/// <summary>The tables of the replay server: a test that rests on them must be able to fail.</summary>
public sealed class ServerTests
{
    [Fact]
    public void A_request_that_the_recording_does_not_know_is_refused_and_named()
    {
        using var server = new ReplayServer(OwnStories.Busy(Era.Y2018).Recording);
        AmsV3Client media = Examples.Client(server);

        Assert.Throws<ServiceException>(() => media.LiveEvents.Get("evening"));

        Assert.Contains("liveEvents/evening", Assert.Single(server.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_was_answered_is_not_answered_twice()
    {
        using var server = new ReplayServer(OwnStories.StartedAtOnce(Era.Y2018).Recording);
        AmsV3Client media = Examples.Client(server);
        LiveEventCreationOptions options = Examples.Event("morning", autoStart: true);
        Operation<LiveEvent> once = media.LiveEvents.SendCreateOperation(options);

        Assert.Equal(OperationState.InProgress, once.State);
        Assert.Throws<ServiceException>(() => media.LiveEvents.SendCreateOperation(options));
    }

    [Fact]
    public void An_entity_shows_what_it_showed_after_the_same_writes_however_often_it_is_asked()
    {
        using var server = new ReplayServer(OwnStories.Endpoint(Era.Y2018).Recording);
        AmsV3Client media = Examples.Client(server);
        StreamingEndpoint edge = media.StreamingEndpoints.Create(Examples.Endpoint("edge"));
        Assert.Equal([2, 2, 2], Enumerable.Range(0, 3).Select(_ => media.StreamingEndpoints.Get("edge").ScaleUnits));

        edge.Scale(3);

        Assert.Equal([3, 3], Enumerable.Range(0, 2).Select(_ => media.StreamingEndpoints.Get("edge").ScaleUnits));
        Assert.Empty(server.Faults);
    }

    [Fact]
    public void What_was_deleted_is_not_found_although_it_was_seen_before()
    {
        using var server = new ReplayServer(OwnStories.OutputsOfStoppedEvent(Era.Y2018).Recording);
        AmsV3Client media = Examples.Client(server);
        media.LiveEvents.Create(Examples.Event("evening", autoStart: false));
        LiveOutputCollection outputs = media.LiveOutputsOf("evening");
        outputs.Create(Examples.Output("tape-1"));
        outputs.Create(Examples.Output("tape-2")).Delete();

        Assert.Null(outputs.TryGet("tape-2"));
        Assert.NotNull(outputs.TryGet("tape-1"));
        Assert.Empty(server.Faults);
    }

    [Theory]
    [InlineData("""{"properties":{"scaleUnits":2}}""", """{"properties":{"scaleUnits":3}}""", 1)]
    [InlineData("""{"properties":{"input":{"allow":[1,2]}}}""", """{"properties":{"input":{"allow":[1]}}}""", 1)]
    [InlineData("""{"expiration":"2031-01-01T00:00:00Z"}""", """{"expiration":"2031-01-01T00:00:00.000Z"}""", 0)]
    [InlineData("""{"expiration":"2031-01-01T00:00:00Z"}""", """{"expiration":"2031-01-02T00:00:00Z"}""", 1)]
    [InlineData("""{"tags":{},"a":null}""", """{"b":{"c":null},"d":[]}""", 0)]
    [InlineData("""{"a":"x","b":[{"c":true}]}""", """{"b":[{"c":true}],"a":"x"}""", 0)]
    public void Bodies_differ_by_their_values_and_not_by_how_nothing_is_written(string sent, string recorded, int differences)
        => Assert.Equal(differences, BodyMatch.Added(Json(sent), Json(recorded)).Count());

    [Fact]
    public void A_client_that_shows_another_value_than_the_recording_is_found_out()
    {
        using var server = new ReplayServer(new Script("one look", Era.Y2018).Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Running", units: 2)).Recording);
        StreamingEndpoint edge = Examples.Client(server).StreamingEndpoints.Get("edge");

        Assert.Empty(WireMatch.Differences(edge, Json(Bodies.Endpoint("edge", "Running", units: 2))));
        Assert.Equal(2, WireMatch.Differences(edge, Json(Bodies.Endpoint("edge", "Stopped", units: 4))).Count);
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
