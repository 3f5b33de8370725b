using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>The repository's own description of ams-v2, as the documents say the service behaves.</summary>
public sealed class AmsV2Tests : IDisposable
{
    private readonly Bench _bench = new(new EmulatorOptions
    {
        TimeProvider = new ManualTime(),
        Quotas =
        [
            new EmulatorQuota("Channel", 5),
            new EmulatorQuota("Program", 50) { State = "Stopped", PerParent = true },
            new EmulatorQuota("Program", 3) { State = "Running", PerParent = true },
            new EmulatorQuota("StreamingEndpoint", 2),
        ],
    });

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_program_lives_on_a_running_channel()
    {
        string channel = await _bench.Channel();
        string program = await _bench.Program(channel);
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Programs('{program}')/Start")));
        await _bench.Act($"Channels('{channel}')", "Start");
        await _bench.Act($"Programs('{program}')", "Start");
        foreach (string action in new[] { "Stop", "Reset" })
        {
            Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Channels('{channel}')/{action}")));
        }

        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("DELETE", $"Programs('{program}')")));
        await _bench.Act($"Programs('{program}')", "Stop");
        await _bench.Act($"Channels('{channel}')", "Reset");
        Assert.Equal(HttpStatusCode.NoContent, (await _bench.Send("DELETE", $"Programs('{program}')")).StatusCode);
        await _bench.Act($"Channels('{channel}')", "Stop");
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("DELETE", $"Channels('{channel}')")).StatusCode);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_bench.Emulator.Entities);
    }

    [Fact]
    public async Task Three_programs_of_a_channel_run_and_fifty_are_stopped()
    {
        string channel = await _bench.RunningChannel();
        var programs = new List<string>();
        for (int i = 0; i < 50; i++)
        {
            programs.Add(await _bench.Program(channel, $"p{i}"));
        }

        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await _bench.Send("POST", "Programs", Schemas.ProgramBody("more", channel))));
        foreach (string program in programs.Take(3))
        {
            Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("POST", $"Programs('{program}')/Start")).StatusCode);
        }

        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await _bench.Send("POST", $"Programs('{programs[3]}')/Start")));
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("POST", "Programs", Schemas.ProgramBody("more", channel))).StatusCode);
    }

    [Theory]
    [InlineData("nb:cid:UUID:00000000-0000-0000-0000-00000000abcd", HttpStatusCode.Accepted)]
    [InlineData("nb:cid:UUID:0", HttpStatusCode.BadRequest)]
    [InlineData("asset", HttpStatusCode.BadRequest)]
    public async Task An_asset_is_any_whose_id_is_well_formed(string asset, HttpStatusCode status)
    {
        string body = Schemas.ProgramBody("p", await _bench.Channel()).Replace("nb:cid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393", asset, StringComparison.Ordinal);
        Assert.Equal(status, (await _bench.Send("POST", "Programs", body)).StatusCode);
    }

    [Theory]
    [InlineData("PT4M59S", HttpStatusCode.BadRequest)]
    [InlineData("PT5M", HttpStatusCode.Accepted)]
    [InlineData("P1DT1H", HttpStatusCode.Accepted)]
    [InlineData("PT25H1S", HttpStatusCode.BadRequest)]
    public async Task The_archive_window_is_five_minutes_to_twenty_five_hours(string window, HttpStatusCode status)
    {
        string body = Schemas.ProgramBody("p", await _bench.Channel()).Replace("PT1H", window, StringComparison.Ordinal);
        Assert.Equal(status, (await _bench.Send("POST", "Programs", body)).StatusCode);
    }

    [Fact]
    public async Task The_default_endpoint_cannot_be_deleted_and_its_network_only_be_switched_when_stopped()
    {
        string id = _bench.Emulator.Seed("StreamingEndpoint", """{ "Name": "default", "HostName": "account.streaming.example" }""", "DeleteNotAllowedOnDefaultOrigin");
        string path = $"StreamingEndpoints('{id}')";
        Assert.Equal((HttpStatusCode.Forbidden, "DeleteNotAllowedOnDefaultOrigin"), await Bench.Error(await _bench.Send("DELETE", path)));
        await _bench.Act(path, "Start");
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("PATCH", path, """{ "CdnEnabled": true }""")));
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("PATCH", path, """{ "CacheControl": { "MaxAge": "1800" } }""")).StatusCode);
        _bench.Time.Advance(TimeSpan.FromMinutes(5));
        await _bench.Act(path, "Scale", """{ "scaleUnits": 2 }""");
        JsonObject found = (await Bench.Json(await _bench.Send("GET", "StreamingEndpoints?$filter=CacheControl/MaxAge%20eq%201800%20and%20State%20eq%20'Running'")))["value"]![0]!.AsObject();
        Assert.Equal(("default", "2", "false"), (found["Name"]!.ToString(), found["ScaleUnits"]!.ToString(), found["CdnEnabled"]!.ToString()));

        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("POST", "StreamingEndpoints", """{ "Name": "second", "ScaleUnits": 1, "State": "Running" }""")).StatusCode);
        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await _bench.Send("POST", "StreamingEndpoints", """{ "Name": "third" }""")));
    }
}
