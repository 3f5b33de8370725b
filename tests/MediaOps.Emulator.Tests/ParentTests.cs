using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Entities that belong to others: programs of a channel.</summary>
public sealed class ParentTests : IDisposable
{
    private readonly Bench _bench = new(files: Schemas.WithProgram());

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_create_without_tracking_answers_202_without_an_operation_and_is_complete()
    {
        string channel = await _bench.Channel();
        HttpResponseMessage created = await _bench.Send("POST", "Programs", Schemas.ProgramBody("p", channel));
        Assert.Equal(HttpStatusCode.Accepted, created.StatusCode);
        Assert.False(created.Headers.Contains("operation-id"));
        JsonObject body = await Bench.Json(created);
        Assert.Equal(("Stopped", channel), (body["State"]!.ToString(), body["ChannelId"]!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await _bench.Send("GET", created.Headers.Location!.OriginalString)).StatusCode);
        HttpResponseMessage deleted = await _bench.Send("DELETE", $"Programs('{body["Id"]}')");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.False(deleted.Headers.Contains("operation-id"));
        Assert.Equal(HttpStatusCode.NotFound, (await _bench.Send("GET", $"Programs('{body["Id"]}')")).StatusCode);
    }

    [Fact]
    public async Task A_create_without_tracking_answers_201_where_no_operation_of_the_service_is_accepted_with_202()
    {
        List<(string Path, string Text)> files = Schemas.WithProgram();
        files[0] = (files[0].Path, files[0].Text.Replace("\"accepted\": [202]", "\"accepted\": [200]", StringComparison.Ordinal));
        using var bench = new Bench(files: files);
        HttpResponseMessage channel = await bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }""");
        Assert.Equal(HttpStatusCode.OK, channel.StatusCode);
        string id = (await Bench.Json(channel))["Id"]!.ToString();
        Assert.Equal(HttpStatusCode.Created, (await bench.Send("POST", "Programs", Schemas.ProgramBody("p", id))).StatusCode);
    }

    [Fact]
    public async Task A_parent_must_exist_and_its_id_be_well_formed()
    {
        const string Unknown = "nb:chid:UUID:00000000-0000-0000-0000-000000000000";
        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFound"), await Bench.Error(await _bench.Send("POST", "Programs", Schemas.ProgramBody("p", Unknown))));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidIdentifierFormat"), await Bench.Error(await _bench.Send("POST", "Programs", Schemas.ProgramBody("p", "x"))));
        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFound"), await Bench.Error(await _bench.Send("GET", $"Channels('{Unknown}')/Programs")));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidIdentifierFormat"), await Bench.Error(await _bench.Send("GET", "Channels('x')/Programs")));
    }

    [Fact]
    public async Task A_parents_list_holds_its_own_children_and_takes_queries()
    {
        string first = await _bench.Channel("a");
        string second = await _bench.Channel("b");
        foreach ((string channel, string name) in new[] { (first, "1"), (second, "2"), (first, "3"), (first, "4") })
        {
            await _bench.Program(channel, name);
        }

        Assert.Equal("1 3 4", await Names($"Channels('{first}')/Programs"));
        Assert.Equal("2", await Names($"Channels('{second}')/Programs"));
        Assert.Equal("4 3", await Names($"Channels('{first}')/Programs?$filter=Name%20ne%20'1'&$orderby=Name%20desc"));
        Assert.Equal("3", await Names($"Channels('{first}')/Programs?$skip=1&$top=1"));
        Assert.Equal("1 3 4", await Names($"Programs?$filter=ChannelId%20eq%20'{first}'"));
        Assert.Equal("1 2 3 4", await Names("Programs"));
    }

    [Fact]
    public async Task A_program_starts_only_in_a_running_channel()
    {
        string channel = await _bench.Channel();
        string program = await _bench.Program(channel);
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Programs('{program}')/Start")));
        await _bench.Send("POST", $"Channels('{channel}')/Start");
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Programs('{program}')/Start")));
        _bench.Time.Advance(TimeSpan.FromMinutes(3));
        await _bench.Act($"Programs('{program}')", "Start");
        Assert.Equal("Running", _bench.State(program));
    }

    [Fact]
    public async Task A_channel_stops_only_when_all_its_own_programs_have()
    {
        string channel = await _bench.RunningChannel("a");
        string other = await _bench.RunningChannel("b");
        string stopped = await _bench.Program(channel, "1");
        string running = await _bench.Program(channel, "2");
        await _bench.Send("POST", $"Programs('{running}')/Start");
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Channels('{channel}')/Stop")));
        _bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Channels('{channel}')/Stop")));
        Assert.Equal(HttpStatusCode.Accepted, (await _bench.Send("POST", $"Channels('{other}')/Stop")).StatusCode);
        await _bench.Act($"Programs('{running}')", "Stop");
        await _bench.Act($"Channels('{channel}')", "Stop");
        Assert.Equal(("Stopped", "Stopped"), (_bench.State(channel), _bench.State(stopped)));
    }

    [Theory]
    [InlineData("parent", """{ "parent": "Running" }""", HttpStatusCode.Conflict)]
    [InlineData("self", """{ "self": { "AssetId": "other" } }""", HttpStatusCode.Conflict)]
    [InlineData("self that holds", """{ "self": { "Name": "show" } }""", HttpStatusCode.Accepted)]
    public async Task Updates_and_deletes_have_requirements_too(string kind, string requires, HttpStatusCode status)
    {
        using var bench = new Bench(files: Schemas.WithProgram(program =>
        {
            program["lifecycle"]!["update"]!["requires"] = JsonNode.Parse(requires);
            program["lifecycle"]!["delete"]!["requires"] = JsonNode.Parse(requires);
        }));
        string program = await bench.Program(await bench.Channel());
        foreach (string verb in new[] { "PATCH", "MERGE", "PUT" })
        {
            string body = $$"""{ "Description": "{{kind}} {{verb}}", "AssetId": "a", "ArchiveWindowLength": "PT1H" }""";
            Assert.Equal(status, (await bench.Send(verb, $"Programs('{program}')", body)).StatusCode);
            bench.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(status == HttpStatusCode.Conflict ? status : HttpStatusCode.NoContent, (await bench.Send("DELETE", $"Programs('{program}')")).StatusCode);
    }

    [Fact]
    public async Task A_child_can_be_made_through_its_parents_path_where_the_schema_says_so()
    {
        using var bench = new Bench(files: Schemas.WithProgram(program => program["lifecycle"]!["create"]!["http"] = "POST /Channels('{ChannelId}')/Programs"));
        string channel = await bench.Channel();
        string path = $"Channels('{channel}')/Programs";
        const string Body = """{ "Name": "p", "AssetId": "a", "ArchiveWindowLength": "PT1H" }""";
        HttpResponseMessage created = await bench.Send("POST", path, Body);
        Assert.Equal(channel, (await Bench.Json(created))["ChannelId"]!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await bench.Send("POST", path, Schemas.ProgramBody("q", "nb:chid:UUID:00000000-0000-0000-0000-000000000000"))).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", path, Schemas.ProgramBody("q", channel))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.Send("POST", "Channels('nb:chid:UUID:00000000-0000-0000-0000-000000000000')/Programs", Body)).StatusCode);
    }

    private async Task<string> Names(string path) =>
        string.Join(' ', (await Bench.Json(await _bench.Send("GET", path)))["value"]!.AsArray().Select(e => e!["Name"]!.ToString()));
}
