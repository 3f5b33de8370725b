using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Updates and actions that change properties.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly Bench _bench = new(files: Schemas.WithEndpoint());

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("Stopped")]
    [InlineData("Running")]
    public async Task Scale_ends_in_the_state_in_which_it_began_with_the_new_units(string state)
    {
        string id = _bench.Emulator.Seed("StreamingEndpoint", $$"""{ "Name": "e", "State": "{{state}}", "ScaleUnits": 1 }""");
        _bench.Changes.Clear();
        HttpResponseMessage response = await _bench.Send("POST", $"StreamingEndpoints('{id}')/Scale", """{ "scaleUnits": 3 }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("1", (await Read(id))["ScaleUnits"]!.ToString());
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("3", (await Read(id))["ScaleUnits"]!.ToString());
        Assert.Equal([$"{state}>Scaling@0", $"Scaling>{state}@30"], _bench.Changes);
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send("POST", $"StreamingEndpoints('{id}')/Scale", """{ "scaleUnits": 11 }""")));
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send("POST", $"StreamingEndpoints('{id}')/Scale")));
    }

    [Fact]
    public async Task A_scale_that_fails_changes_nothing()
    {
        string id = _bench.Emulator.Seed("StreamingEndpoint", """{ "Name": "e", "ScaleUnits": 1 }""");
        _bench.Emulator.Faults.Add(Fault.OperationFails("InsufficientCapacity"), "POST", "*/Scale");
        await _bench.Act($"StreamingEndpoints('{id}')", "Scale", """{ "scaleUnits": 3 }""");
        JsonObject read = await Read(id);
        Assert.Equal(("1", "Stopped"), (read["ScaleUnits"]!.ToString(), read["State"]!.ToString()));
    }

    [Fact]
    public async Task A_member_that_may_be_updated_in_one_state_only_is_refused_in_another_unless_it_stays_the_same()
    {
        string id = _bench.Emulator.Seed("StreamingEndpoint", """{ "Name": "e", "State": "Running" }""");
        string path = $"StreamingEndpoints('{id}')";
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("PATCH", path, """{ "CdnEnabled": true, "Description": "x" }""")));
        Assert.Null((await Read(id))["Description"]);
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("PATCH", path, """{ "CdnEnabled": false, "Description": "x" }""")).StatusCode);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        await _bench.Act(path, "Stop");
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("PATCH", path, """{ "CdnEnabled": true }""")).StatusCode);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("true", (await Read(id))["CdnEnabled"]!.ToString());
    }

    [Fact]
    public async Task An_update_stamps_the_time_at_which_it_ended()
    {
        string id = _bench.Emulator.Seed("StreamingEndpoint", """{ "Name": "e" }""");
        await _bench.Send("PATCH", $"StreamingEndpoints('{id}')", """{ "Description": "x" }""");
        _bench.Time.Advance(TimeSpan.FromHours(1));
        JsonObject read = await Read(id);
        Assert.Equal(("2026-01-01T00:00:00.0000000Z", "2026-01-01T00:00:30.0000000Z"), (read["Created"]!.ToString(), read["LastModified"]!.ToString()));
    }

    [Fact]
    public async Task An_update_without_tracking_is_over_at_once()
    {
        using var bench = new Bench(files: Schemas.WithProgram(program => program["lifecycle"]!["update"]!.AsObject().Remove("tracking")));
        string program = await bench.Program(await bench.Channel());
        HttpResponseMessage response = await bench.Send("PATCH", $"Programs('{program}')", """{ "Description": "x" }""");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(response.Headers.Contains("operation-id"));
        Assert.Equal("x", (await Bench.Json(await bench.Send("GET", $"Programs('{program}')")))["Description"]!.ToString());
    }

    [Fact]
    public async Task A_put_without_a_required_member_is_refused_and_one_with_all_resets_the_others()
    {
        using var bench = new Bench(files: Schemas.WithProgram());
        string program = await bench.Program(await bench.Channel());
        string path = $"Programs('{program}')";
        await bench.Send("PATCH", path, """{ "Description": "x" }""");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await bench.Send("PUT", path, """{ "AssetId": "a" }""")));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("PUT", path, """{ "AssetId": "a", "ArchiveWindowLength": "PT2H" }""")).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        JsonObject read = await Bench.Json(await bench.Send("GET", path));
        Assert.Equal((null, "PT2H", "show"), (read["Description"]?.ToString(), read["ArchiveWindowLength"]!.ToString(), read["Name"]!.ToString()));
    }

    private async Task<JsonObject> Read(string id) => await Bench.Json(await _bench.Send("GET", $"StreamingEndpoints('{id}')"));
}
