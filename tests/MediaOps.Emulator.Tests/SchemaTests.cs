using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

public sealed class SchemaTests
{
    private const string Program = """
        {
          "$schema": "../language/entity.schema.json", "entity": "Program", "parent": { "entity": "Channel", "by": "ChannelId", "list": "GET /Channels('{ChannelId}')/Programs" },
          "id": { "property": "Id", "pattern": "^nb:pgid:UUID:[0-9a-fA-F-]{36}$" },
          "properties": { "Id": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true },
            "ChannelId": { "type": "string", "required": true, "access": "createOnly" }, "State": { "type": "ProgramState", "access": "readOnly" } },
          "state": { "property": "State", "initial": "Stopped",
            "values": { "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": { "create": { "http": "POST /Programs", "to": "Stopped" }, "read": { "http": "GET /Programs('{Id}')" }, "list": { "http": "GET /Programs" },
            "delete": { "http": "DELETE /Programs('{Id}')", "from": "Stopped", "to": "Deleted" } },
          "actions": {
            "Start": { "http": "POST /Programs('{Id}')/Start", "from": "Stopped", "requires": { "parent": "Running" }, "via": "Starting", "to": "Running", "onFailure": "Stopped", "tracking": "operation" },
            "Stop": { "http": "POST /Programs('{Id}')/Stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "operation" },
            "Twist": { "http": "POST /Programs('{Id}')/Twist", "from": ["Stopped", "Running"], "via": ["Starting", "Stopping"], "to": "@previous", "tracking": "operation" } }
        }
        """;

    private static List<(string Path, string Text)> Files(Func<string, string> channel) =>
    [
        ("s/service.json", File.ReadAllText(Path.Combine(Bench.Schema, "service.json"))),
        ("s/Channel.json", channel(File.ReadAllText(Path.Combine(Bench.Schema, "Channel.json")))),
        ("s/Program.json", Program),
    ];

    private static List<(string Path, string Text)> WithPrograms() => Files(text => Node(text, n => n["actions"]!["Stop"]!["requires"] = JsonNode.Parse("""{ "children": { "Program": "Stopped" } }""")));

    private static string Node(string text, Action<JsonObject> edit)
    {
        JsonObject node = JsonNode.Parse(text)!.AsObject();
        edit(node);
        return node.ToJsonString();
    }

    [Fact]
    public async Task Parents_and_children_allow_and_forbid()
    {
        using var bench = new Bench(files: WithPrograms());
        string channel = await bench.Channel();
        Assert.Equal(HttpStatusCode.NotFound, (await bench.Send("POST", "Programs", """{ "Name": "p", "ChannelId": "nb:chid:UUID:00000000-0000-0000-0000-000000000000" }""")).StatusCode);
        HttpResponseMessage created = await bench.Send("POST", "Programs", $$"""{ "Name": "p", "ChannelId": "{{channel}}" }""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.False(created.Headers.Contains("operation-id"));
        string program = (await Bench.Json(created))["Id"]!.ToString();

        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await bench.Send("POST", $"Programs('{program}')/Start")));
        await bench.Send("POST", $"Channels('{channel}')/Start");
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"Programs('{program}')/Start")).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await bench.Send("POST", $"Channels('{channel}')/Stop")));
        await bench.Send("POST", $"Programs('{program}')/Stop");
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", $"Channels('{channel}')/Stop")).StatusCode);

        Assert.Single((await Bench.Json(await bench.Send("GET", $"Channels('{channel}')/Programs")))["value"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await bench.Send("DELETE", $"Programs('{program}')")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.Send("GET", $"Programs('{program}')")).StatusCode);
    }

    [Fact]
    public async Task An_action_may_pass_several_states_and_end_where_it_began()
    {
        using var bench = new Bench(files: WithPrograms());
        string channel = await bench.Channel();
        string program = (await Bench.Json(await bench.Send("POST", "Programs", $$"""{ "Name": "p", "ChannelId": "{{channel}}" }""")))["Id"]!.ToString();
        bench.Changes.Clear();
        await bench.Send("POST", $"Programs('{program}')/Twist");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Send("GET", $"Programs('{program}')");
        Assert.Equal(["Stopped>Starting@60", "Starting>Stopping@75", "Stopping>Stopped@90"], bench.Changes);
    }

    [Fact]
    public void A_schema_with_errors_is_refused_with_file_line_and_column()
    {
        var files = Files(text => text.Replace("\"via\": \"Starting\"", "\"via\": \"Startin\"", StringComparison.Ordinal));
        EmulatorSchemaException error = Assert.Throws<EmulatorSchemaException>(() => Emulator.FromFiles(files));
        Assert.Matches(@"s/Channel\.json\(\d+,\d+\): MOPS\d+: ", error.Message);
    }

    [Fact]
    public void A_schema_that_needs_another_tracking_kind_is_refused_by_name()
    {
        var files = Files(text => text);
        files[0] = (files[0].Path, Node(files[0].Text, n =>
        {
            n["tracking"]!["state"] = JsonNode.Parse("""{ "kind": "entity-state", "accepted": [200, 202], "settle": "5s", "result": { "via": "read" } }""");
        }));
        files[2] = (files[2].Path, Node(files[2].Text, n => n["actions"]!["Stop"]!["tracking"] = "state"));
        EmulatorSchemaException error = Assert.Throws<EmulatorSchemaException>(() => Emulator.FromFiles(files));
        Assert.Contains("Program.json#Stop/tracking: 'state' is of kind EntityState", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_holds_no_service_is_told()
    {
        Assert.Throws<DirectoryNotFoundException>(() => Emulator.FromDirectory(Path.Combine(Bench.Schema, "none")));
        Assert.Throws<EmulatorSchemaException>(() => Emulator.FromFiles([]));
    }

    [Theory]
    [InlineData("^enc-[0-9a-f]{8}$", "enc-0123abcd")]
    [InlineData("^[0-9]{7}$", "1234567")]
    [InlineData("^live/[0-9]+/main$", "live/7/main")]
    public async Task Ids_look_like_the_example_where_they_hold_no_guid(string pattern, string example)
    {
        using var bench = new Bench(files: Files(text => Node(text, n => n["id"] = new JsonObject { ["property"] = "Id", ["pattern"] = pattern, ["example"] = example })));

        Assert.Matches(pattern, await bench.Channel("one"));
        Assert.Matches(pattern, await bench.Channel("two"));
        Assert.Equal(2, bench.Emulator.Entities.Select(entity => entity.Id).Distinct(StringComparer.Ordinal).Count());
    }
}
