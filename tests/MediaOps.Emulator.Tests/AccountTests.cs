using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>What an account holds beside what its client makes: quotas, entities that come with it, entities of other services.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task A_quota_refuses_one_too_many_and_lets_another_in_when_one_is_gone()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = new ManualTime(), Quotas = [new EmulatorQuota("Channel", 2)] });
        string first = await bench.Channel("a");
        await bench.Channel("b");
        string third = $$"""{ "Name": "c", {{Bench.Input}} }""";
        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await bench.Send("POST", "Channels", third)));
        await bench.Send("DELETE", $"Channels('{first}')");
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.Send("POST", "Channels", third)).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", "Channels", third)).StatusCode);
    }

    [Fact]
    public async Task A_quota_of_a_state_counts_what_is_on_the_way_to_it()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = new ManualTime(), Quotas = [new EmulatorQuota("Channel", 1) { State = "Running" }] });
        string first = await bench.Channel("a");
        string second = await bench.Channel("b");
        await bench.Send("POST", $"Channels('{first}')/Start");
        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await bench.Send("POST", $"Channels('{second}')/Start")));
        Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await bench.Send("POST", "Channels", $$"""{ "Name": "c", "State": "Running", {{Bench.Input}} }""")));
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"Channels('{first}')/Reset")).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        await bench.Send("POST", $"Channels('{first}')/Stop");
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"Channels('{second}')/Start")).StatusCode);
    }

    [Fact]
    public async Task A_quota_per_parent_counts_each_parent_by_itself()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = new ManualTime(), Quotas = [new EmulatorQuota("Program", 1) { State = "Running", PerParent = true }] }, Schemas.WithProgram());
        foreach (string channel in new[] { await bench.RunningChannel("a"), await bench.RunningChannel("b") })
        {
            string first = await bench.Program(channel, channel[^12..] + "1");
            string second = await bench.Program(channel, channel[^12..] + "2");
            Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"Programs('{first}')/Start")).StatusCode);
            Assert.Equal((HttpStatusCode.Forbidden, "ExceededResourceQuota"), await Bench.Error(await bench.Send("POST", $"Programs('{second}')/Start")));
        }
    }

    [Theory]
    [InlineData("Chanel", 1, null, false, "the service has Channel")]
    [InlineData("Channel", -1, null, false, "negative")]
    [InlineData("Channel", 1, "Runing", false, "no such state")]
    [InlineData("Channel", 1, null, true, "no parent")]
    public void A_quota_that_cannot_be_kept_is_refused(string entity, int maximum, string? state, bool perParent, string message)
    {
        var options = new EmulatorOptions { Quotas = [new EmulatorQuota(entity, maximum) { State = state, PerParent = perParent }] };
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Emulator.FromDirectory(Bench.Schema, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seeded_entity_is_there_from_the_beginning_and_can_be_kept_from_being_deleted()
    {
        using var bench = new Bench(files: Schemas.WithEndpoint());
        const string Id = "nb:oid:UUID:00000000-0000-0000-0000-000000000001";
        string id = bench.Emulator.Seed(
            "StreamingEndpoint",
            $$"""{ "Id": "{{Id}}", "Name": "default", "State": "Running", "HostName": "a.streaming.example", "Created": "2020-01-01T00:00:00Z", "ScaleUnits": 1 }""",
            "DeleteNotAllowedOnDefaultOrigin");
        Assert.Equal(Id, id);
        JsonObject read = await Bench.Json(await bench.Send("GET", $"StreamingEndpoints('{id}')"));
        Assert.Equal(("default", "Running", "a.streaming.example", "2020-01-01T00:00:00Z"), (read["Name"]!.ToString(), read["State"]!.ToString(), read["HostName"]!.ToString(), read["Created"]!.ToString()));
        Assert.Equal(["->Running@0"], bench.Changes);
        Assert.Equal((HttpStatusCode.Forbidden, "DeleteNotAllowedOnDefaultOrigin"), await Bench.Error(await bench.Send("DELETE", $"StreamingEndpoints('{id}')")));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"StreamingEndpoints('{id}')/Stop")).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((HttpStatusCode.Forbidden, "DeleteNotAllowedOnDefaultOrigin"), await Bench.Error(await bench.Send("DELETE", $"StreamingEndpoints('{id}')")));

        string other = bench.Emulator.Seed("StreamingEndpoint", """{ "Name": "other" }""");
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("DELETE", $"StreamingEndpoints('{other}')")).StatusCode);
    }

    [Fact]
    public async Task A_seed_may_hold_what_only_the_service_writes_inside_of_members_too()
    {
        using var bench = new Bench();
        string id = bench.Emulator.Seed("Channel", """{ "Name": "live", "Input": { "StreamingProtocol": "RTMP", "Endpoints": [ { "Protocol": "RTMP", "Url": "rtmp://a.example/live" } ] } }""");
        JsonObject read = await Bench.Json(await bench.Send("GET", $"Channels('{id}')"));
        Assert.Equal("rtmp://a.example/live", read["Input"]!["Endpoints"]![0]!["Url"]!.ToString());
    }

    [Theory]
    [InlineData("Chanel", "{}", null, "The service has no Chanel; it has Channel")]
    [InlineData("Channel", "[]", null, "must be a JSON object")]
    [InlineData("Channel", """{ "Name": "a" }""", null, "Input is required.")]
    [InlineData("Channel", """{ "Name": "a", "Id": "7", "Input": { "StreamingProtocol": "RTMP" } }""", null, "Id must match")]
    [InlineData("Channel", """{ "Name": "a", "State": "Asleep", "Input": { "StreamingProtocol": "RTMP" } }""", null, "State must be one of")]
    [InlineData("Channel", """{ "Name": "taken", "Input": { "StreamingProtocol": "RTMP" } }""", null, "is taken")]
    [InlineData("Channel", """{ "Name": "a", "Input": { "StreamingProtocol": "RTMP" } }""", "Never", "no error code Never")]
    public void A_seed_that_the_schema_does_not_allow_is_refused(string entity, string json, string? deleteRefusal, string message)
    {
        using var bench = new Bench();
        bench.Emulator.Seed("Channel", """{ "Name": "taken", "Input": { "StreamingProtocol": "RTMP" } }""");
        ArgumentException error = Assert.Throws<ArgumentException>(() => bench.Emulator.Seed(entity, json, deleteRefusal));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Single(bench.Emulator.Entities);
    }

    [Fact]
    public async Task What_the_service_would_fill_in_can_be_filled_in()
    {
        using var bench = new Bench(new EmulatorOptions
        {
            TimeProvider = new ManualTime(),
            Complete = (entity, body) => body["Input"]!["Endpoints"] = new JsonArray(new JsonObject { ["Protocol"] = "RTMP", ["Url"] = $"rtmp://{entity}.example/{body["Id"]}" }),
        });
        string id = await bench.Channel();
        JsonObject read = await Bench.Json(await bench.Send("GET", $"Channels('{id}')"));
        Assert.Equal($"rtmp://Channel.example/{id}", read["Input"]!["Endpoints"]![0]!["Url"]!.ToString());
    }

    [Fact]
    public async Task Ids_of_entities_that_the_schema_does_not_know_are_taken_as_they_come()
    {
        using var bench = new Bench(files: Schemas.WithProgram());
        string program = await bench.Program(await bench.Channel());
        foreach (string asset in new[] { "nb:cid:UUID:00000000-ab90-40c6-ba41-52a993e9d393", "anything" })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("PATCH", $"Programs('{program}')", $$"""{ "AssetId": "{{asset}}" }""")).StatusCode);
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(asset, (await Bench.Json(await bench.Send("GET", $"Programs('{program}')")))["AssetId"]!.ToString());
        }
    }
}
