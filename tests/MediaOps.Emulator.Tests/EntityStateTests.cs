using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Actions whose end is seen in the entity itself.</summary>
public sealed class EntityStateTests
{
    private const string Service = """
        "wire": { "names": "camelCase", "enums": "UPPER_SNAKE", "duration": "iso8601", "envelope": "{entity}" },
        "tracking": {
          "state": { "kind": "entity-state", "accepted": [ 200, 201, 202 ], "settle": "8s", "result": { "via": "read" }, "delay": { "min": "20s", "interval": "20s" } },
          "late": { "kind": "entity-state", "accepted": [ 201 ], "absent": "pending", "settle": "8s", "result": { "via": "read" }, "delay": { "min": "20s", "interval": "20s" } },
          "shown": { "kind": "entity-state", "accepted": [ 202 ], "absent": "failed", "result": { "via": "read" }, "delay": { "min": "20s", "interval": "20s" } },
          "task": { "kind": "entity-state", "accepted": [ 202 ], "outcome": { "path": "lastResult.status", "succeeded": [ "COMPLETED" ], "failed": [ "FAILED" ], "canceled": [ "CANCELLED" ] },
            "result": { "via": "read" }, "delay": { "min": "20s", "interval": "20s" } },
          "asked": { "kind": "entity-state", "accepted": [ 202 ], "status": { "path": "provisioning", "pending": [ "BUSY" ], "succeeded": [ "DONE" ], "failed": [ "BROKEN" ] }, "result": { "via": "read" }, "delay": { "min": "20s", "interval": "20s" } }
        },
        "paging": { "style": "token", "items": "items", "next": "nextToken", "param": "nextToken", "limit": "maxResults" },
        "errors": { "code": { "header": "x-error-type", "body": "__type" }, "message": { "body": "message" }, "codes": {
          "Conflict": { "wire": "ConflictException", "http": 409, "category": "conflict" }, "NotFound": { "wire": "NotFoundException", "http": 404, "category": "not-found" } } }
        """;

    private const string Encoder = """
        {
          "entity": "Encoder", "id": { "property": "Id", "pattern": "^[0-9]+$" },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true }, "Label": { "type": "string" }, "LastResult": { "type": "json", "access": "readOnly" },
            "State": { "type": "EncoderState", "access": "readOnly" } },
          "state": { "property": "State", "initial": "Creating", "read": "GET /encoders/{Id}/state", "path": "status.state", "values": {
            "Creating": { "kind": "transitional" }, "Idle": { "kind": "stable" }, "StartingUp": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" },
            "Updating": { "kind": "transitional" }, "Failed": { "kind": "fault" }, "Deleting": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "POST /encoders", "via": "Creating", "to": "Idle", "onFailure": "Failed", "tracking": "late" },
            "read": { "http": "GET /encoders/{Id}" }, "list": { "http": "GET /encoders" },
            "update": { "http": "PUT /encoders/{Id}", "returns": "changed", "from": "Idle", "via": "Updating", "to": "Idle", "onFailure": "Failed", "tracking": "state" },
            "delete": { "http": "DELETE /encoders/{Id}", "from": [ "Idle", "Failed" ], "via": "Deleting", "to": "Deleted", "tracking": "shown" } },
          "actions": {
            "Start": { "http": "POST /encoders/{Id}/start", "from": "Idle", "via": "StartingUp", "to": "Running", "onFailure": "Idle", "tracking": "state" },
            "Stop": { "http": "POST /encoders/{Id}/stop", "from": "Running", "via": "Stopping", "to": "Idle", "tracking": "state" },
            "Abort": { "http": "POST /encoders/{Id}/abort", "from": [ "StartingUp", "Running" ], "via": "Stopping", "to": "Idle", "tracking": "state" },
            "Check": { "http": "POST /encoders/{Id}/task", "from": "Idle", "via": "Updating", "to": "Idle", "tracking": "task" } }
        }
        """;

    private const string Account = """
        {
          "entity": "Account", "singleton": true,
          "types": { "Report": { "properties": { "Count": { "type": "int", "required": true } } } },
          "properties": { "Plan": { "type": "string", "required": true }, "Note": { "type": "string" } },
          "lifecycle": { "read": { "http": "GET /account" }, "update": { "http": "PUT /account" } },
          "actions": { "Scan": { "http": "POST /account/scan", "tracking": "asked", "returns": { "type": "Report", "path": "report" } } }
        }
        """;

    private const string Settings = """
        {
          "entity": "Settings", "singleton": true,
          "properties": { "EncoderId": { "type": "string", "in": "path" }, "Loud": { "type": "bool" } },
          "lifecycle": { "read": { "http": "GET /encoders/{EncoderId}/settings" }, "update": { "http": "PATCH /encoders/{EncoderId}/settings" } }
        }
        """;

    private const string Body = """{ "encoder": { "name": "e" } }""";

    private static Mini Start(Func<ManualTime, EmulatorOptions>? options = null) => new(Service, [Encoder, Account, Settings], options);

    private static async Task<(Mini, string Path)> WithEncoder(Func<ManualTime, EmulatorOptions>? options = null)
    {
        Mini mini = Start(options);
        string id = (await mini.Post("encoders", Body))["encoder.id"]!;
        mini.Advance(20);
        mini.Changes.Clear();
        return (mini, "encoders/" + id);
    }

    [Fact]
    public async Task An_entity_that_is_new_cannot_be_read_for_a_while_where_the_schema_says_so()
    {
        using Mini mini = Start();

        Reply created = await mini.Post("encoders", Body);
        Assert.Equal((201, "CREATING"), (created.Status, created["encoder.state"]));
        string path = "encoders/" + created["encoder.id"];
        Assert.Equal(404, (await mini.Get(path)).Status);
        Assert.Empty((await mini.Get("encoders")).Body!["items"]!.AsArray());
        mini.Advance(4);
        Assert.Equal((200, "CREATING"), ((await mini.Get(path)).Status, (await mini.Get(path))["encoder.state"]));
        mini.Advance(16);
        Assert.Equal("IDLE", (await mini.Get(path))["encoder.state"]);
    }

    [Fact]
    public async Task The_old_state_shows_for_a_while_and_the_action_runs_all_the_same()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;

        Reply started = await mini.Post(path + "/start");
        Assert.Equal((202, "IDLE"), (started.Status, started["encoder.state"]));
        Assert.Equal(409, (await mini.Post(path + "/start")).Status);
        mini.Advance(3);
        Assert.Equal("IDLE", (await mini.Get(path))["encoder.state"]);
        mini.Advance(1);
        Assert.Equal("STARTING_UP", (await mini.Get(path))["encoder.state"]);
        mini.Advance(16);
        Assert.Equal("RUNNING", (await mini.Get(path))["encoder.state"]);
        Assert.Equal(["Idle>StartingUp@24", "StartingUp>Running@40"], mini.Changes);
    }

    [Fact]
    public async Task An_action_that_the_schema_allows_on_the_way_of_another_ends_it_and_takes_over()
    {
        (Mini mini, string path) = await WithEncoder(time => new EmulatorOptions { TimeProvider = time, OldStateFor = TimeSpan.Zero });
        using Mini _ = mini;

        await mini.Post(path + "/start");
        mini.Advance(5);
        Assert.Equal(202, (await mini.Post(path + "/abort")).Status);
        Assert.Equal(409, (await mini.Post(path + "/abort")).Status);
        mini.Advance(20);
        Assert.Equal(["Idle>StartingUp@20", "StartingUp>Stopping@25", "Stopping>Idle@45"], mini.Changes);
        Assert.Equal(202, (await mini.Post(path + "/start")).Status);
        mini.Advance(60);
        Assert.Equal("RUNNING", (await mini.Get(path))["encoder.state"]);
    }

    [Fact]
    public async Task How_long_the_old_state_shows_can_be_told()
    {
        (Mini mini, string path) = await WithEncoder(time => new EmulatorOptions { TimeProvider = time, OldStateFor = TimeSpan.Zero });
        using Mini _ = mini;

        Assert.Equal("STARTING_UP", (await mini.Post(path + "/start"))["encoder.state"]);
    }

    [Fact]
    public async Task The_state_can_be_read_alone()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;

        Reply state = await mini.Get(path + "/state");
        Assert.Equal("""{"status":{"state":"IDLE"}}""", state.Body!.ToJsonString());
        mini.Emulator.Faults.Add(Fault.EntityState("ODD"), "GET", "*/state");
        Assert.Equal("ODD", (await mini.Get(path + "/state"))["status.state"]);
    }

    [Fact]
    public async Task A_failure_is_seen_in_the_state()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;
        mini.Emulator.Faults.Add(Fault.OperationFails("Broken"), "POST", "*/start");

        await mini.Post(path + "/start");
        mini.Advance(20);

        Assert.Equal("IDLE", (await mini.Get(path))["encoder.state"]);
        Assert.Equal(["Idle>StartingUp@24", "StartingUp>Idle@40"], mini.Changes);
    }

    [Fact]
    public async Task An_update_says_everything_and_comes_back_where_the_schema_says()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;

        Assert.Equal(400, (await mini.Send("PUT", path, """{ "name": "bare" }""")).Status);
        Reply updated = await mini.Send("PUT", path, """{ "encoder": { "name": "new", "label": "l" } }""");
        Assert.Equal((202, "e"), (updated.Status, updated["changed.name"]));
        mini.Advance(20);
        Assert.Equal("l", (await mini.Get(path))["encoder.label"]);
        await mini.Send("PUT", path, """{ "encoder": { "name": "new" } }""");
        mini.Advance(20);
        Assert.Null((await mini.Get(path))["encoder.label"]);
    }

    [Fact]
    public async Task Where_404_is_no_success_the_entity_shows_that_it_is_gone()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;

        Reply deleted = await mini.Send("DELETE", path);
        Assert.Equal((202, null), (deleted.Status, deleted.Body));
        mini.Advance(20);

        Assert.Equal("DELETED", (await mini.Get(path))["encoder.state"]);
        Assert.Equal(404, (await mini.Post(path + "/start")).Status);
        Assert.Empty((await mini.Get("encoders")).Body!["items"]!.AsArray());
        mini.Advance(TimeSpan.FromDays(1).TotalSeconds);
        Assert.Equal(404, (await mini.Get(path)).Status);
    }

    [Theory]
    [InlineData(null, "COMPLETED")]
    [InlineData("fail", "FAILED")]
    [InlineData("cancel", "CANCELLED")]
    public async Task An_outcome_apart_tells_how_it_ended_where_the_state_is_the_same(string? end, string outcome)
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;
        if (end is not null)
        {
            mini.Emulator.Faults.Add(end == "fail" ? Fault.OperationFails("Broken") : Fault.OperationCanceled(), "POST", "*/task");
        }

        await mini.Post(path + "/task");
        Assert.Equal("UPDATING", (await mini.Get(path))["encoder.state"]);
        mini.Advance(20);

        Reply read = await mini.Get(path);
        Assert.Equal("IDLE", read["encoder.state"]);
        Assert.Equal(outcome, read["encoder.lastResult.status"]);
    }

    [Fact]
    public async Task There_is_always_one_of_what_there_is_one_only()
    {
        using Mini mini = Start();

        Assert.Equal("sample", (await mini.Get("account"))["account.plan"]);
        mini.Emulator.Seed("Account", """{ "plan": "free" }""");
        Assert.Equal("free", (await mini.Get("account"))["account.plan"]);
        await mini.Send("PUT", "account", """{ "account": { "plan": "gold" } }""");
        Assert.Equal("gold", (await mini.Get("account"))["account.plan"]);
        Assert.Equal(["Account"], mini.Emulator.Entities.Select(e => e.Entity));
    }

    [Fact]
    public async Task There_is_one_at_each_address_where_it_has_one()
    {
        (Mini mini, string path) = await WithEncoder();
        using Mini _ = mini;

        Reply changed = await mini.Send("PATCH", path + "/settings", """{ "settings": { "loud": true } }""");
        Assert.Equal((200, "true"), (changed.Status, changed["settings.loud"]));
        string other = "encoders/" + (await mini.Post("encoders", Body))["encoder.id"];
        Assert.Null((await mini.Get(other + "/settings"))["settings.loud"]);
        Assert.Equal("true", (await mini.Get(path + "/settings"))["settings.loud"]);
    }

    [Fact]
    public async Task What_belongs_to_no_entity_is_asked_for_at_the_url_of_its_request()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, Returns = (_, _, _) => new JsonObject { ["count"] = 3 } });

        Assert.Equal(404, (await mini.Get("account/scan")).Status);
        Assert.Equal(202, (await mini.Post("account/scan")).Status);
        Assert.Equal("BUSY", (await mini.Get("account/scan"))["provisioning"]);
        mini.Advance(20);
        Reply end = await mini.Get("account/scan");
        Assert.Equal(("DONE", "3"), (end["provisioning"], end["report.count"]));
    }
}
