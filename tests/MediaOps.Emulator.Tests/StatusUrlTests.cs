using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Operations that are followed at URLs of the service's own making, as resource managers do.</summary>
public sealed class StatusUrlTests
{
    private const string Endpoint = "https://manage.example/subscriptions/{SubscriptionId}/resourceGroups/{Group}/providers/Acme.Media/accounts/{Account}";

    private const string Service = """
        "version": "2022-11-01",
        "options": { "SubscriptionId": { "type": "string", "required": true }, "Group": { "type": "string", "required": true }, "Account": { "type": "string", "required": true } },
        "query": { "api-version": "2022-11-01" },
        "wire": { "names": "camelCase", "enums": "asIs", "duration": "iso8601" },
        "tracking": {
          "arm": { "kind": "status-url", "accepted": [ 201, 202 ], "handle": { "header": [ "Azure-AsyncOperation" ] }, "trustHosts": [ "manage.example" ],
            "status": { "path": "status", "succeeded": [ "Succeeded" ], "failed": [ "Failed" ], "canceled": [ "Canceled" ] },
            "error": { "code": { "body": "error.code" }, "message": { "body": "error.message" } }, "result": { "via": "read" }, "delay": { "min": "10s", "interval": "10s" } },
          "plane": { "kind": "status-url", "accepted": [ 202 ], "handle": { "header": [ "Operation-Location" ] }, "trustHosts": [ "manage.example" ],
            "status": { "path": "status", "pending": [ "NotStarted" ], "succeeded": [ "Succeeded" ], "failed": [ "Failed" ] },
            "error": { "code": { "body": "error.code" } }, "result": { "via": "poll-body", "path": "result" }, "delay": { "min": "10s", "interval": "10s" } },
          "location": { "kind": "status-url", "accepted": [ 202 ], "handle": { "header": [ "Location" ] }, "trustHosts": [ "manage.example" ],
            "status": { "pendingHttp": [ 202 ] }, "result": { "via": "poll-body" }, "delay": { "min": "10s", "interval": "10s" } },
          "provisioning": { "kind": "entity-state", "accepted": [ 201, 202 ], "status": { "path": "properties.provisioningState", "succeeded": [ "Succeeded" ], "failed": [ "Failed" ], "canceled": [ "Canceled" ] },
            "result": { "via": "read" }, "delay": { "min": "10s", "interval": "10s" } }
        },
        "paging": { "style": "nextLink", "items": "value", "next": "['@odata.nextLink']", "param": "$skiptoken", "limit": "$top" },
        "errors": { "code": { "body": "error.code" }, "message": { "body": "error.message" },
          "codes": { "NotFound": { "wire": "ResourceNotFound", "http": 404, "category": "not-found" }, "Busy": { "wire": "OperationInProgress", "http": 409, "category": "conflict", "retry": true } } }
        """;

    private const string Event = """
        {
          "entity": "LiveEvent", "id": { "property": "Name", "assignedBy": "caller", "pattern": "^[a-zA-Z0-9-]{1,32}$" },
          "types": { "Sample": { "properties": { "Level": { "type": "int", "required": true } } } },
          "properties": {
            "Name": { "type": "string", "in": "path", "access": "createOnly" }, "Location": { "type": "string", "required": true, "access": "createOnly" },
            "Description": { "type": "string", "wire": "properties.description" },
            "ProvisioningState": { "type": "string", "access": "readOnly", "wire": "properties.provisioningState" },
            "Created": { "type": "datetime", "access": "readOnly", "wire": "properties.created" },
            "ResourceState": { "type": "LiveEventState", "access": "readOnly", "wire": "properties.resourceState" } },
          "state": { "property": "ResourceState", "initial": "Stopped", "values": {
            "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "PUT /liveEvents/{Name}", "to": [ "Stopped", "Running" ], "tracking": [ "arm", "provisioning" ], "parameters": { "AutoStart": { "type": "bool", "in": "query", "to": "Running" } } },
            "read": { "http": "GET /liveEvents/{Name}" }, "list": { "http": "GET /liveEvents" },
            "update": { "http": "PATCH /liveEvents/{Name}", "from": [ "Stopped", "Running" ], "to": "@previous", "always": [ "Location" ], "tracking": [ "arm", "provisioning" ] },
            "delete": { "http": "DELETE /liveEvents/{Name}", "from": "Stopped", "to": "Deleted", "tracking": "arm" } },
          "actions": {
            "Start": { "http": "POST /liveEvents/{Name}/start", "from": "Stopped", "via": "Starting", "to": "Running", "onFailure": "Stopped", "tracking": [ "arm", "location" ] },
            "Stop": { "http": "POST /liveEvents/{Name}/stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "arm", "parameters": { "RemoveOutputs": { "type": "bool", "wire": "removeOutputs", "required": true } } },
            "Measure": { "http": "POST /liveEvents/{Name}/measure", "tracking": "plane", "returns": { "type": "Sample", "path": "sample" } },
            "GetSamples": { "http": "POST /liveEvents/{Name}/getSamples", "tracking": "location", "returns": { "type": "Sample[]", "path": "value", "paged": true } } }
        }
        """;

    private const string Output = """
        {
          "entity": "LiveOutput", "parent": { "entity": "LiveEvent", "by": "LiveEventName" }, "id": { "property": "Name", "assignedBy": "caller", "pattern": "^[a-zA-Z0-9-]{1,256}$" },
          "properties": { "LiveEventName": { "type": "string", "in": "path" }, "Name": { "type": "string", "in": "path", "access": "createOnly" }, "AssetName": { "type": "string", "required": true, "access": "createOnly", "wire": "properties.assetName" },
            "ResourceState": { "type": "LiveOutputState", "access": "readOnly", "wire": "properties.resourceState" } },
          "state": { "property": "ResourceState", "initial": "Creating", "values": { "Creating": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Deleting": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "PUT /liveEvents/{LiveEventName}/liveOutputs/{Name}", "via": "Creating", "to": "Running", "tracking": "arm" },
            "read": { "http": "GET /liveEvents/{LiveEventName}/liveOutputs/{Name}" }, "list": { "http": "GET /liveEvents/{LiveEventName}/liveOutputs" },
            "delete": { "http": "DELETE /liveEvents/{LiveEventName}/liveOutputs/{Name}", "from": "Running", "via": "Deleting", "to": "Deleted", "tracking": "arm" } }
        }
        """;

    private const string Query = "?api-version=2022-11-01";
    private const string Body = """{ "location": "west", "properties": { "description": "d" } }""";
    private const string Base = "https://manage.example/subscriptions/subscriptionid/resourcegroups/group/providers/acme.media/accounts/account";

    private static Mini Start(Func<ManualTime, EmulatorOptions>? options = null) => new(Service, [Event, Output], options, Endpoint);

    private static async Task<Mini> WithEvent(Func<ManualTime, EmulatorOptions>? options = null)
    {
        Mini mini = Start(options);
        await mini.Send("PUT", "liveEvents/main" + Query, Body);
        mini.Advance(10);
        return mini;
    }

    [Fact]
    public async Task A_create_answers_201_with_the_body_and_leads_to_status_and_result_in_lower_case()
    {
        using Mini mini = new(Service, [Event, Output], null, Endpoint.Replace("{SubscriptionId}", "SubscriptionId", StringComparison.Ordinal));

        Reply created = await mini.Send("PUT", "liveEvents/Main" + Query, Body);

        Assert.Equal(201, created.Status);
        Assert.Equal(("Main", "Stopped", "InProgress"), (created["name"], created["properties.resourceState"], created["properties.provisioningState"]));
        string status = created.Header("Azure-AsyncOperation")!;
        string result = created.Header("Location")!;
        Assert.Matches("^https://manage.example/subscriptions/subscriptionid/resourcegroups/Group/providers/acme.media/accounts/Account/liveeventoperations/[0-9a-f-]{36}\\?api-version=2022-11-01$", status);
        Assert.Matches("/accounts/Account/liveevents/Main/operationlocations/[0-9a-f-]{36}\\?api-version=2022-11-01$", result);

        Reply running = await mini.Get(status);
        Assert.Equal((200, "InProgress", null), (running.Status, running["status"], running["error"]));
        Assert.Equal(202, (await mini.Get(result)).Status);

        mini.Advance(10);
        Assert.Equal("Succeeded", (await mini.Get(status))["status"]);
        Reply end = await mini.Get(result);
        Assert.Equal((200, "Main", "Succeeded"), (end.Status, end["name"], end["properties.provisioningState"]));
    }

    [Fact]
    public async Task Paths_are_found_in_any_case_and_names_are_not_mixed_up()
    {
        using Mini mini = await WithEvent();

        Assert.Equal(200, (await mini.Get(Base.ToUpperInvariant().Replace("HTTPS://MANAGE.EXAMPLE", "https://manage.example", StringComparison.Ordinal) + "/LIVEEVENTS/main" + Query)).Status);
        Assert.Equal(404, (await mini.Get("liveEvents/MAIN" + Query)).Status);
    }

    [Fact]
    public async Task The_version_is_asked_of_callers_and_not_of_urls_that_the_service_has_made()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, StatusUrlQuery = string.Empty });

        Assert.Equal(400, (await mini.Get("liveEvents")).Status);
        Reply created = await mini.Send("PUT", "liveEvents/main" + Query, Body);
        string status = created.Header("Azure-AsyncOperation")!;
        Assert.DoesNotContain('?', status);
        Assert.Equal(200, (await mini.Get(status)).Status);

        using Mini older = Start(time => new EmulatorOptions { TimeProvider = time, StatusUrlQuery = "api-version=2020-05-01" });
        Assert.EndsWith("?api-version=2020-05-01", (await older.Send("PUT", "liveEvents/main" + Query, Body)).Header("Azure-AsyncOperation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_operation_is_200_with_the_error_and_its_result_the_error_itself()
    {
        using Mini mini = await WithEvent();
        mini.Emulator.Faults.Add(Fault.OperationFails("OperationInProgress", "another one"), "POST", "*/start");

        Reply accepted = await mini.Post("liveEvents/main/start" + Query);
        mini.Advance(10);

        Reply status = await mini.Get(accepted.Header("Azure-AsyncOperation")!);
        Assert.Equal((200, "Failed", "OperationInProgress", "another one"), (status.Status, status["status"], status["error.code"], status["error.message"]));
        Reply result = await mini.Get(accepted.Header("Location")!);
        Assert.Equal((409, "OperationInProgress"), (result.Status, result["error.code"]));
        Assert.Equal("Stopped", (await mini.Get("liveEvents/main" + Query))["properties.resourceState"]);
    }

    [Fact]
    public async Task An_operation_can_be_canceled_by_somebody_else()
    {
        using Mini mini = await WithEvent();
        mini.Emulator.Faults.Add(Fault.OperationCanceled(), "PATCH", "*");

        Reply accepted = await mini.Send("PATCH", "liveEvents/main" + Query, """{ "location": "west", "properties": { "description": "new" } }""");
        mini.Advance(10);

        Assert.Equal("Canceled", (await mini.Get(accepted.Header("Azure-AsyncOperation")!))["status"]);
        Reply read = await mini.Get("liveEvents/main" + Query);
        Assert.Equal(("d", "Canceled"), (read["properties.description"], read["properties.provisioningState"]));
    }

    [Fact]
    public async Task What_an_update_always_needs_is_asked_for_again()
    {
        using Mini mini = await WithEvent();

        Reply without = await mini.Send("PATCH", "liveEvents/main" + Query, """{ "properties": { "description": "new" } }""");
        Assert.Equal(400, without.Status);
        Assert.Contains("location is required", without["error.message"], StringComparison.Ordinal);
        Reply with = await mini.Send("PATCH", "liveEvents/main" + Query, """{ "location": "west", "properties": { "description": "new" } }""");
        Assert.Equal((202, "main"), (with.Status, with["name"]));
        mini.Advance(10);
        Assert.Equal("new", (await mini.Get("liveEvents/main" + Query))["properties.description"]);
    }

    [Fact]
    public async Task The_quirks_of_the_retired_service_can_be_had()
    {
        using Mini mini = await WithEvent(time => new EmulatorOptions { TimeProvider = time, ZeroedUpdates = true, SuccessWithErrorNone = true, RetryAfter = TimeSpan.FromSeconds(1.5) });

        Reply patched = await mini.Send("PATCH", "liveEvents/main" + Query, """{ "location": "west", "properties": { "description": "new" } }""");
        Assert.Null(patched["properties.resourceState"]);
        Assert.Equal("0001-01-01T00:00:00Z", patched["properties.created"]);
        Assert.Equal("2", patched.Header("Retry-After"));
        Assert.Equal("2", (await mini.Get(patched.Header("Azure-AsyncOperation")!)).Header("Retry-After"));
        mini.Advance(10);
        Reply status = await mini.Get(patched.Header("Azure-AsyncOperation")!);
        Assert.Equal(("Succeeded", "None", null), (status["status"], status["error.code"], status.Header("Retry-After")));
        Assert.True(status.Body!["error"]!.AsObject().ContainsKey("message"));
        Reply read = await mini.Get("liveEvents/main" + Query);
        Assert.Equal("Stopped", read["properties.resourceState"]);
        Assert.NotEqual("0001-01-01T00:00:00Z", read["properties.created"]);
    }

    [Fact]
    public async Task Every_action_may_be_complete_at_once()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, TrackingOf = (_, _) => string.Empty });

        Reply created = await mini.Send("PUT", "liveEvents/main" + Query, Body);
        Assert.Equal((200, "Stopped", null), (created.Status, created["properties.resourceState"], created.Header("Azure-AsyncOperation")));
        Reply started = await mini.Post("liveEvents/main/start" + Query);
        Assert.Equal(204, started.Status);
        Assert.Equal("Running", (await mini.Get("liveEvents/main" + Query))["properties.resourceState"]);
    }

    [Fact]
    public async Task Of_several_profiles_one_can_be_chosen()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, TrackingOf = (_, action) => action == "Create" ? "provisioning" : "location" });

        Reply created = await mini.Send("PUT", "liveEvents/main" + Query, Body);
        Assert.Null(created.Header("Azure-AsyncOperation"));
        Assert.Equal("InProgress", created["properties.provisioningState"]);
        mini.Advance(10);
        Assert.Equal("Succeeded", (await mini.Get("liveEvents/main" + Query))["properties.provisioningState"]);

        Reply started = await mini.Post("liveEvents/main/start" + Query);
        Assert.Null(started.Header("Azure-AsyncOperation"));
        Assert.Equal(202, (await mini.Get(started.Header("Location")!)).Status);
        mini.Advance(10);
        Reply result = await mini.Get(started.Header("Location")!);
        Assert.Equal((200, "Running"), (result.Status, result["properties.resourceState"]));
    }

    [Fact]
    public async Task A_query_parameter_can_ask_for_another_end()
    {
        using Mini mini = Start();

        await mini.Send("PUT", "liveEvents/main" + Query + "&autoStart=true", Body);
        mini.Advance(10);

        Assert.Equal("Running", mini.Emulator.Entities.Single().State);
        Assert.Equal(400, (await mini.Send("PUT", "liveEvents/other" + Query + "&autoStart=perhaps", Body)).Status);
    }

    [Fact]
    public async Task A_value_comes_in_the_body_of_the_last_poll()
    {
        using Mini mini = await WithEvent(time => new EmulatorOptions { TimeProvider = time, Returns = (_, id, action) => action == "Measure" ? new JsonObject { ["level"] = id.Length } : null });

        Reply accepted = await mini.Post("liveEvents/main/measure" + Query);
        string url = accepted.Header("Operation-Location")!;
        Assert.Equal("NotStarted", (await mini.Get(url))["status"]);
        mini.Advance(10);
        Assert.Equal(("Succeeded", "4"), ((await mini.Get(url))["status"], (await mini.Get(url))["result.sample.level"]));
    }

    [Fact]
    public async Task Values_in_pages_are_found_where_Location_leads()
    {
        using Mini mini = await WithEvent(time => new EmulatorOptions
        {
            TimeProvider = time,
            PageSize = 2,
            Returns = (_, _, action) => action == "GetSamples" ? new JsonArray([.. Enumerable.Range(1, 5).Select(i => new JsonObject { ["level"] = i })]) : null,
        });

        string? next = (await mini.Post("liveEvents/main/getSamples" + Query)).Header("Location");
        mini.Advance(10);
        var levels = new List<string?>();
        for (; next is not null; next = levels.Count < 10 ? (await mini.Get(next))["@odata.nextLink"] : null)
        {
            levels.AddRange((await mini.Get(next)).Body!["value"]!.AsArray().Select(v => v!["level"]!.ToString()));
        }

        Assert.Equal(["1", "2", "3", "4", "5"], levels);
    }

    [Fact]
    public async Task Who_only_asks_keeps_nobody_off_and_is_answered_in_every_state()
    {
        using Mini mini = await WithEvent();

        await mini.Post("liveEvents/main/start" + Query);
        Reply asked = await mini.Post("liveEvents/main/getSamples" + Query);
        Assert.Equal(202, asked.Status);
        mini.Advance(10);
        Assert.Equal("Running", mini.Emulator.Entities.Single().State);
        Reply answer = await mini.Get(asked.Header("Location")!);
        Assert.Equal("0", answer["value.0.level"]);
    }

    [Fact]
    public async Task Children_live_below_their_parent_and_names_repeat_under_others()
    {
        using Mini mini = await WithEvent();
        await mini.Send("PUT", "liveEvents/other" + Query, Body);
        mini.Advance(10);

        const string Asset = """{ "properties": { "assetName": "a" } }""";
        Reply created = await mini.Send("PUT", "liveEvents/main/liveOutputs/archive" + Query, Asset);
        Assert.Equal((201, "archive", "Creating"), (created.Status, created["name"], created["properties.resourceState"]));
        Assert.False(created.Body!.AsObject().ContainsKey("liveEventName"));
        Assert.Contains("/liveevents/main/liveoutputs/archive/operationlocations/", created.Header("Location"), StringComparison.Ordinal);
        Assert.Contains("/liveoutputoperations/", created.Header("Azure-AsyncOperation"), StringComparison.Ordinal);
        mini.Advance(10);
        Assert.Equal(201, (await mini.Send("PUT", "liveEvents/other/liveOutputs/archive" + Query, Asset)).Status);
        Assert.Equal(409, (await mini.Send("PUT", "liveEvents/main/liveOutputs/archive" + Query, Asset)).Status);
        Assert.Equal(404, (await mini.Send("PUT", "liveEvents/none/liveOutputs/archive" + Query, Asset)).Status);

        Assert.Equal("archive", (await mini.Get("liveEvents/main/liveOutputs" + Query)).Body!["value"]!.AsArray().Single()!["name"]!.ToString());
        Assert.Equal("Running", (await mini.Get("liveEvents/main/liveOutputs/archive" + Query))["properties.resourceState"]);
        Assert.Equal("Creating", (await mini.Get("liveEvents/other/liveOutputs/archive" + Query))["properties.resourceState"]);
        Assert.Equal(404, (await mini.Get("liveEvents/none/liveOutputs" + Query)).Status);
    }

    [Fact]
    public async Task One_operation_may_hold_up_the_whole_family()
    {
        using Mini mini = await WithEvent(time => new EmulatorOptions { TimeProvider = time, OneOperationPerFamily = true });

        await mini.Send("PUT", "liveEvents/main/liveOutputs/archive" + Query, """{ "properties": { "assetName": "a" } }""");

        Reply refused = await mini.Post("liveEvents/main/start" + Query);
        Assert.Equal((409, "OperationInProgress"), (refused.Status, refused["error.code"]));
        mini.Advance(10);
        Assert.Equal(202, (await mini.Post("liveEvents/main/start" + Query)).Status);
        Assert.Equal(409, (await mini.Send("DELETE", "liveEvents/main/liveOutputs/archive" + Query)).Status);
    }

    [Fact]
    public async Task A_delete_ends_with_nothing_to_read()
    {
        using Mini mini = await WithEvent();

        Reply deleted = await mini.Send("DELETE", "liveEvents/main" + Query);
        Assert.Equal(202, deleted.Status);
        mini.Advance(10);

        Assert.Equal("Succeeded", (await mini.Get(deleted.Header("Azure-AsyncOperation")!))["status"]);
        Assert.Equal(204, (await mini.Get(deleted.Header("Location")!)).Status);
        Assert.Equal(404, (await mini.Get("liveEvents/main" + Query)).Status);
    }

    [Fact]
    public async Task Records_of_operations_are_of_one_kind_and_expire()
    {
        using Mini mini = await WithEvent(time => new EmulatorOptions { TimeProvider = time, OperationRecordLifetime = TimeSpan.FromMinutes(1) });
        string url = (await mini.Post("liveEvents/main/start" + Query)).Header("Azure-AsyncOperation")!;

        Assert.Equal(404, (await mini.Get(url.Replace("liveeventoperations", "liveoutputoperations", StringComparison.Ordinal))).Status);
        mini.Advance(71);
        Assert.Equal(404, (await mini.Get(url)).Status);
    }

    [Fact]
    public async Task Options_that_have_a_value_are_part_of_the_address()
    {
        using Mini mini = Start(time => new EmulatorOptions { TimeProvider = time, OptionValues = new Dictionary<string, string> { ["Account"] = "account" } });

        Assert.Equal(200, (await mini.Get(Base + "/liveEvents" + Query)).Status);
        Assert.Equal(404, (await mini.Get(Base[..^"account".Length] + "another/liveEvents" + Query)).Status);
    }

    [Fact]
    public async Task The_urls_work_on_loopback_too()
    {
        using Mini mini = Start();
        await using EmulatorHost host = await EmulatorHost.StartAsync(mini.Emulator, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var body = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage created = await client.PutAsync(new Uri("subscriptions/s/resourceGroups/g/providers/Acme.Media/accounts/a/liveEvents/main" + Query, UriKind.Relative), body, TestContext.Current.CancellationToken);

        string url = created.Headers.GetValues("Azure-AsyncOperation").Single();
        Assert.StartsWith(host.BaseAddress + "subscriptions/s/resourcegroups/g/", url, StringComparison.Ordinal);
        Assert.Contains("InProgress", await client.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
