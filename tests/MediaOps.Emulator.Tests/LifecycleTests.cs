using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

public sealed class LifecycleTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_create_answers_202_with_body_location_and_operation_and_ends_after_its_interval()
    {
        HttpResponseMessage response = await _bench.Send("POST", "Channels", $$"""{ "Id": null, "Created": "0001-01-01T00:00:00", "Name": "live", {{Bench.Input}} }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        JsonObject body = await Bench.Json(response);
        string id = body["Id"]!.ToString();
        Assert.Matches("^nb:chid:UUID:[0-9a-f-]{36}$", id);
        Assert.Equal("https://account.restv2.westus.media.azure.net/api/Channels('" + Uri.EscapeDataString(id) + "')", response.Headers.Location!.OriginalString);
        Assert.Equal("https://account.restv2.westus.media.azure.net/api/$metadata#Channels/@Element", body["odata.metadata"]!.ToString());
        Assert.Equal("2026-01-01T00:00:00.0000000Z", body["Created"]!.ToString());
        Assert.Equal("None", body["EncodingType"]!.ToString());
        Assert.Equal("0.0.0.0", body["Input"]!["AccessControl"]!["IP"]!["Allow"]![0]!["Address"]!.ToString());
        Assert.Empty(body["Input"]!["Endpoints"]!.AsArray());
        Assert.True(response.Headers.Contains("x-ms-request-id"));

        string operation = Bench.OperationId(response);
        _bench.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("InProgress", (await _bench.Poll(operation))["State"]!.ToString());
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        JsonObject poll = await _bench.Poll(operation);
        Assert.Equal("Succeeded", poll["State"]!.ToString());
        Assert.Equal(id, poll["TargetEntityId"]!.ToString());
        Assert.Equal(operation, poll["Id"]!.ToString());
        Assert.Null(poll["ErrorCode"]);
        Assert.StartsWith("nb:opid:UUID:", operation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_asked_to_run_ends_running()
    {
        await _bench.Channel(more: ", \"State\": \"Running\"");
        Assert.Equal("Running", _bench.Emulator.Entities.Single().State);
        Assert.Equal(["->Stopped@0", "Stopped>Running@30"], _bench.Changes);
    }

    [Fact]
    public async Task A_channel_cannot_be_created_in_a_state_that_is_not_creatable()
    {
        HttpResponseMessage response = await _bench.Send("POST", "Channels", $$"""{ "Name": "live", "State": "Starting", {{Bench.Input}} }""");
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(response));
    }

    [Fact]
    public async Task States_change_at_their_time_however_late_somebody_looks()
    {
        string id = await _bench.Channel();
        await _bench.Send("POST", $"Channels('{id}')/Start");
        _bench.Time.Advance(TimeSpan.FromHours(1));
        await _bench.Send("POST", $"Channels('{id}')/Stop");
        _bench.Time.Advance(TimeSpan.FromHours(1));
        await _bench.Send("DELETE", $"Channels('{id}')");
        _bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_bench.Emulator.Entities);
        Assert.Equal(
            ["->Stopped@0", "Stopped>Starting@60", "Starting>Running@180", "Running>Stopping@3660", "Stopping>Stopped@3690", "Stopped>Deleting@7260", "Deleting>Deleted@7290"],
            _bench.Changes);
    }

    [Fact]
    public async Task A_wrong_state_is_refused_and_changes_nothing()
    {
        string id = await _bench.Channel();
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Channels('{id}')/Stop")));
        Assert.Equal("Stopped", _bench.Emulator.Entities.Single().State);
        Assert.Null(_bench.Emulator.Entities.Single().OperationId);
    }

    [Fact]
    public async Task A_second_operation_on_one_channel_is_refused_while_the_first_runs()
    {
        string id = await _bench.Channel();
        await _bench.Send("POST", $"Channels('{id}')/Start");
        Assert.Equal((HttpStatusCode.Conflict, "OperationInProgress"), await Bench.Error(await _bench.Send("POST", $"Channels('{id}')/Start")));
    }

    [Fact]
    public async Task A_scripted_failure_ends_in_the_schemas_state_with_code_and_message()
    {
        string id = await _bench.Channel();
        _bench.Emulator.Faults.Add(Fault.OperationFails("InsufficientCapacity", "full"), "POST", "*/Start");
        HttpResponseMessage response = await _bench.Send("POST", $"Channels('{id}')/Start");
        Assert.Equal("Starting", _bench.Emulator.Entities.Single().State);
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        JsonObject poll = await _bench.Poll(Bench.OperationId(response));
        Assert.Equal(("Failed", "InsufficientCapacity", "full"), (poll["State"]!.ToString(), poll["ErrorCode"]!.ToString(), poll["ErrorMessage"]!.ToString()));
        Assert.Equal("Stopped", _bench.Emulator.Entities.Single().State);
    }

    [Fact]
    public async Task A_channel_whose_creation_fails_does_not_stay()
    {
        _bench.Emulator.Faults.Add(Fault.OperationFails("InternalError"), "POST", "/Channels");
        await _bench.Channel();
        Assert.Empty(_bench.Emulator.Entities);
    }

    [Fact]
    public async Task Records_of_operations_expire()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = _bench.Time, OperationRecordLifetime = TimeSpan.FromMinutes(5) });
        string operation = Bench.OperationId(await bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }"""));
        _bench.Time.Advance(TimeSpan.FromSeconds(329));
        Assert.Equal("Succeeded", (await bench.Poll(operation))["State"]!.ToString());
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.NotFound, "OperationNotFound"), await Bench.Error(await bench.Send("GET", $"Operations('{operation}')")));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("MERGE")]
    [InlineData("PUT")]
    public async Task An_update_takes_an_operation_only_when_something_changes(string verb)
    {
        string id = await _bench.Channel();
        string body = $$"""{ "Description": "new", {{Bench.Input}} }""";
        HttpResponseMessage response = await _bench.Send(verb, $"Channels('{id}')", body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("Succeeded", (await _bench.Poll(Bench.OperationId(response)))["State"]!.ToString());
        JsonObject read = await Bench.Json(await _bench.Send("GET", $"Channels('{id}')"));
        Assert.Equal("new", read["Description"]!.ToString());
        Assert.Equal("live", read["Name"]!.ToString());
        HttpResponseMessage same = await _bench.Send(verb, $"Channels('{id}')", body);
        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
        Assert.False(same.Headers.Contains("operation-id"));
    }

    [Fact]
    public async Task A_put_resets_what_it_leaves_out_and_a_patch_does_not()
    {
        string id = await _bench.Channel(more: ", \"Description\": \"old\"");
        await _bench.Send("PATCH", $"Channels('{id}')", """{ "Output": { "Hls": { "FragmentsPerSegment": 2 } } }""");
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("old", (await Bench.Json(await _bench.Send("GET", $"Channels('{id}')")))["Description"]!.ToString());
        await _bench.Send("PUT", $"Channels('{id}')", $$"""{ {{Bench.Input}} }""");
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Bench.Json(await _bench.Send("GET", $"Channels('{id}')")))["Description"]);
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send("PUT", $"Channels('{id}')", "{}")));
    }

    [Fact]
    public async Task An_update_in_a_wrong_state_or_of_a_member_that_is_set_once_is_refused()
    {
        string id = await _bench.RunningChannel();
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("PATCH", $"Channels('{id}')", """{ "Description": "x" }""")));
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send("PATCH", $"Channels('{id}')", """{ "Name": "other" }""")));
    }

    [Fact]
    public async Task Names_are_unique()
    {
        await _bench.Channel("live");
        HttpResponseMessage response = await _bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }""");
        Assert.Equal((HttpStatusCode.Conflict, "ResourceNameTaken"), await Bench.Error(response));
    }

    [Fact]
    public async Task A_list_pages_by_skip_and_top()
    {
        foreach (string name in new[] { "a", "b", "c" })
        {
            await _bench.Channel(name);
        }

        JsonObject page = await Bench.Json(await _bench.Send("GET", "Channels?$skip=1&$top=1"));
        Assert.Equal("b", page["value"]!.AsArray().Single()!["Name"]!.ToString());
        Assert.EndsWith("/$metadata#Channels", page["odata.metadata"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await Bench.Json(await _bench.Send("GET", "Channels")))["value"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await _bench.Send("GET", "Channels?$top=-1")).StatusCode);
    }

    [Fact]
    public async Task Parameters_and_values_of_the_entity_are_checked()
    {
        string plain = await _bench.RunningChannel();
        Assert.Equal((HttpStatusCode.Conflict, "InvalidOperation"), await Bench.Error(await _bench.Send("POST", $"Channels('{plain}')/ShowSlate", """{ "duration": "PT30S" }""")));

        using var standard = new Bench();
        string id = await standard.RunningChannel(more: ", \"EncodingType\": \"Standard\"");
        Assert.Equal(HttpStatusCode.Accepted, (await standard.Send("POST", $"Channels('{id}')/ShowSlate", """{ "duration": "PT30S" }""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await standard.Send("POST", $"Channels('{id}')/ShowSlate", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await standard.Send("POST", $"Channels('{id}')/ShowSlate", """{ "duration": 30 }""")).StatusCode);
    }

    [Fact]
    public async Task Durations_can_be_set()
    {
        using var bench = new Bench(new EmulatorOptions { TimeProvider = _bench.Time, DurationOf = (entity, action) => (entity, action) == ("Channel", "Create") ? TimeSpan.FromSeconds(1) : null });
        string operation = Bench.OperationId(await bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }"""));
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Succeeded", (await bench.Poll(operation))["State"]!.ToString());
    }

    [Fact]
    public void Sync_calls_are_answered_too()
    {
        HttpResponseMessage response = _bench.SendSync(Bench.Request("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }"""));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Of_many_callers_at_once_one_wins()
    {
        string body = $$"""{ "Name": "live", {{Bench.Input}} }""";
        HttpResponseMessage[] creates = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _bench.Send("POST", "Channels", body), TestContext.Current.CancellationToken)));
        Assert.Single(creates, r => r.StatusCode == HttpStatusCode.Accepted);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        string id = _bench.Emulator.Entities.Single().Id;
        HttpResponseMessage[] starts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _bench.Send("POST", $"Channels('{id}')/Start"), TestContext.Current.CancellationToken)));
        Assert.Single(starts, r => r.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(15, starts.Count(r => r.StatusCode == HttpStatusCode.Conflict));
    }
}
