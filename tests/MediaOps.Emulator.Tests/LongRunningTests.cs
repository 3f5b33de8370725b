namespace MediaOps.Emulation.Tests;

/// <summary>Operations whose record is the first answer, with full names, masks and keys, as google.longrunning has them.</summary>
public sealed class LongRunningTests
{
    private const string Service = """
        "options": { "Project": { "type": "string", "required": true, "pattern": "^[a-z0-9-]+$" }, "Location": { "type": "string", "required": true, "pattern": "^[a-z0-9-]+$" } },
        "wire": { "names": "camelCase", "enums": "UPPER_SNAKE", "duration": "google" },
        "tracking": { "lro": { "kind": "operation", "accepted": [ 200 ], "handle": { "body": "name", "pattern": "^projects/[^/]+/locations/[^/]+/operations/[^/]+$" }, "poll": "GET /{+Handle}",
          "status": { "done": "done" }, "target": { "body": "metadata.target" }, "error": { "code": { "body": "error.code" }, "message": { "body": "error.message" } },
          "result": { "via": "read" }, "cancel": "POST /{+Handle}:cancel", "delay": { "min": "10s", "interval": "10s" } } },
        "paging": { "style": "token", "next": "nextPageToken", "param": "pageToken", "limit": "pageSize" },
        "errors": { "code": { "body": "error.status" }, "message": { "body": "error.message" }, "codes": {
          "InvalidArgument": { "wire": [ "INVALID_ARGUMENT", "3" ], "http": 400, "category": "invalid" }, "FailedPrecondition": { "wire": [ "FAILED_PRECONDITION", "9" ], "http": 400, "category": "precondition" },
          "NotFound": { "wire": [ "NOT_FOUND", "5" ], "http": 404, "category": "not-found" }, "Cancelled": { "wire": [ "CANCELLED", "1" ], "http": 499, "category": "conflict" },
          "AlreadyExists": { "wire": [ "ALREADY_EXISTS", "6" ], "http": 409, "category": "conflict" } } }
        """;

    private const string Channel = """
        {
          "entity": "Channel",
          "id": { "property": "Name", "pattern": "^projects/[^/]+/locations/[^/]+/channels/[a-z][a-z0-9-]*$", "template": "projects/{Project}/locations/{Location}/channels/{ChannelId}" },
          "types": { "Sink": { "properties": { "Uri": { "type": "uri", "required": true } } } },
          "properties": {
            "Name": { "type": "string", "access": "readOnly" }, "Output": { "type": "Sink", "required": true }, "Title": { "type": "string" }, "Length": { "type": "duration" },
            "StreamingState": { "type": "ChannelState", "access": "readOnly" } },
          "state": { "property": "StreamingState", "initial": "Stopped", "values": {
            "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "AwaitingInput": { "kind": "stable" }, "Streaming": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "POST /projects/{Project}/locations/{Location}/channels", "to": "Stopped", "tracking": "lro", "idempotency": { "query": "requestId" },
              "parameters": { "ChannelId": { "type": "string", "required": true, "in": "query" } } },
            "read": { "http": "GET /{+Name}" }, "list": { "http": "GET /projects/{Project}/locations/{Location}/channels", "items": "channels", "parameters": { "Title": { "type": "string", "in": "query" } } },
            "update": { "http": "PATCH /{+Name}", "from": "Stopped", "to": "Stopped", "tracking": "lro", "fieldMask": { "query": "updateMask" } },
            "delete": { "http": "DELETE /{+Name}", "from": "Stopped", "to": "Deleted", "tracking": "lro" } },
          "actions": {
            "Start": { "http": "POST /{+Name}:start", "from": "Stopped", "via": "Starting", "to": [ "AwaitingInput", "Streaming" ], "onFailure": "Stopped", "tracking": "lro", "idempotency": { "body": "requestId" } },
            "Stop": { "http": "POST /{+Name}:stop", "from": [ "AwaitingInput", "Streaming" ], "via": "Stopping", "to": "Stopped", "tracking": "lro" } }
        }
        """;

    private const string Parent = "projects/p/locations/l";
    private const string Main = Parent + "/channels/main";
    private const string Body = """{ "output": { "uri": "gs://b" } }""";

    private static Mini Start(Func<ManualTime, EmulatorOptions>? options = null) => new(Service, [Channel], options, "https://live.example/v1");

    private static async Task<Mini> WithChannel(Func<ManualTime, EmulatorOptions>? options = null)
    {
        Mini mini = Start(options);
        await mini.Post(Parent + "/channels?channelId=main", Body);
        mini.Advance(10);
        return mini;
    }

    [Fact]
    public async Task A_create_answers_with_the_record_and_the_record_with_the_entity()
    {
        using Mini mini = Start();

        Reply created = await mini.Post(Parent + "/channels?channelId=main", Body);

        Assert.Equal((200, "false", Main), (created.Status, created["done"], created["metadata.target"]));
        Assert.Matches("^projects/p/locations/l/operations/operation-[0-9a-f-]{36}$", created["name"]);
        Reply poll = await mini.Get(created["name"]!);
        Assert.Equal(("false", null, null), (poll["done"], poll["response"], poll["error"]));
        mini.Advance(10);
        Reply end = await mini.Get(created["name"]!);
        Assert.Equal(("true", Main, null), (end["done"], end["response.name"], end["error"]));
        Assert.Equal("STOPPED", (await mini.Get(Main))["streamingState"]);
    }

    [Fact]
    public async Task A_path_that_a_full_name_fills_leads_only_where_names_look_like_that()
    {
        using Mini mini = await WithChannel();

        Assert.Equal(404, (await mini.Get(Parent + "/nothing/main")).Status);
        Assert.Equal(404, (await mini.Get(Parent + "/channels/other")).Status);
        Assert.Equal(404, (await mini.Get(Parent + "/channels/a%2Fb")).Status);
        Assert.Equal((404, "NOT_FOUND"), ((await mini.Get(Parent + "/operations/none")).Status, (await mini.Get(Parent + "/operations/none"))["error.status"]));
    }

    [Fact]
    public async Task A_failure_has_the_number_of_its_code_in_the_record_and_the_text_elsewhere()
    {
        using Mini mini = await WithChannel();
        mini.Emulator.Faults.Add(Fault.OperationFails("FailedPrecondition", "no input"), "POST", "*:start");

        Reply started = await mini.Post(Main + ":start", "{}");
        mini.Advance(10);

        Reply end = await mini.Get(started["name"]!);
        Assert.Equal(("true", 9, "no input"), (end["done"], end.Body!["error"]!["code"]!.GetValue<int>(), end["error.message"]));
        Assert.Null(end["response"]);
        Reply refused = await mini.Post(Main + ":stop");
        Assert.Equal((400, "FAILED_PRECONDITION"), (refused.Status, refused["error.status"]));
    }

    [Fact]
    public async Task A_cancel_ends_the_operation_and_falls_back()
    {
        using Mini mini = await WithChannel();

        Reply started = await mini.Post(Main + ":start");
        mini.Advance(3);
        Assert.Equal("STARTING", (await mini.Get(Main))["streamingState"]);
        Assert.Equal(200, (await mini.Post(started["name"] + ":cancel")).Status);

        Reply end = await mini.Get(started["name"]!);
        Assert.Equal(("true", "1"), (end["done"], end["error.code"]));
        Assert.Equal("STOPPED", (await mini.Get(Main))["streamingState"]);
        Assert.Equal(200, (await mini.Post(Main + ":start")).Status);
        mini.Advance(10);
        Assert.Equal("AWAITING_INPUT", (await mini.Get(Main))["streamingState"]);
    }

    [Fact]
    public async Task In_which_of_its_states_an_action_ends_can_be_told()
    {
        using Mini mini = await WithChannel(time => new EmulatorOptions { TimeProvider = time, EndIn = (_, action, _) => action == "Start" ? "Streaming" : null });

        await mini.Post(Main + ":start");
        mini.Advance(10);

        Assert.Equal("STREAMING", (await mini.Get(Main))["streamingState"]);
    }

    [Fact]
    public async Task A_key_that_comes_again_does_nothing_twice()
    {
        using Mini mini = Start();

        Reply first = await mini.Post(Parent + "/channels?channelId=main&requestId=1", Body);
        Reply again = await mini.Post(Parent + "/channels?channelId=main&requestId=1", Body);
        Assert.Equal(first["name"], again["name"]);
        Assert.Equal(409, (await mini.Post(Parent + "/channels?channelId=main&requestId=2", Body)).Status);
        mini.Advance(10);
        Reply started = await mini.Post(Main + ":start", """{ "requestId": "7" }""");
        mini.Advance(10);
        Reply repeated = await mini.Post(Main + ":start", """{ "requestId": "7" }""");
        Assert.Equal(started["name"], repeated["name"]);
        Assert.Equal(400, (await mini.Post(Main + ":start", """{ "requestId": "8" }""")).Status);
        Assert.Single(mini.Emulator.Entities);
    }

    [Fact]
    public async Task What_was_refused_may_be_tried_again_with_its_key()
    {
        using Mini mini = Start();

        Assert.Equal(400, (await mini.Post(Parent + "/channels?channelId=main&requestId=1", "{}")).Status);
        Assert.Equal(200, (await mini.Post(Parent + "/channels?channelId=main&requestId=1", Body)).Status);
    }

    [Fact]
    public async Task A_mask_says_what_an_update_changes()
    {
        using Mini mini = await WithChannel();

        await mini.Send("PATCH", Main + "?updateMask=title", """{ "title": "new", "length": "5s" }""");
        mini.Advance(10);
        Reply read = await mini.Get(Main);
        Assert.Equal(("new", null), (read["title"], read["length"]));

        await mini.Send("PATCH", Main + "?updateMask=title,length", """{ "length": "5s" }""");
        mini.Advance(10);
        read = await mini.Get(Main);
        Assert.Equal((null, "5s"), (read["title"], read["length"]));

        Reply unknown = await mini.Send("PATCH", Main + "?updateMask=color", "{}");
        Assert.Equal(400, unknown.Status);
        Assert.Contains("color", unknown["error.message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_lead_from_page_to_page_and_no_made_up_token_does()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, DurationOf = (_, _) => TimeSpan.Zero });
        foreach (string id in new[] { "a", "b", "c" })
        {
            await mini.Post(Parent + "/channels?channelId=" + id, $$"""{ "output": { "uri": "gs://b" }, "title": "{{(id == "b" ? "two" : "other")}}" }""");
        }

        Reply first = await mini.Get(Parent + "/channels?pageSize=2");
        Assert.Equal(2, first.Body!["channels"]!.AsArray().Count);
        Reply second = await mini.Get(Parent + "/channels?pageSize=2&pageToken=" + first["nextPageToken"]);
        Assert.Equal((Parent + "/channels/c", null), (second["channels.0.name"], second["nextPageToken"]));
        Assert.Equal(400, (await mini.Get(Parent + "/channels?pageToken=2")).Status);
        Assert.Equal(400, (await mini.Get(Parent + "/channels?pageToken=!")).Status);
        Assert.Equal(Parent + "/channels/b", (await mini.Get(Parent + "/channels?title=two")).Body!["channels"]!.AsArray().Single()!["name"]!.ToString());
    }
}
