using System.Net;

namespace MediaOps.Emulation.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_status_comes_with_retry_after_in_seconds_or_as_a_date_and_only_as_often_as_asked()
    {
        FaultRule first = _bench.Emulator.Faults.Add(Fault.Status(503, TimeSpan.FromSeconds(1.5)), "GET", "/Channels");
        HttpResponseMessage seconds = await _bench.Send("GET", "Channels");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(2)), (seconds.StatusCode, seconds.Headers.RetryAfter!.Delta!.Value));
        Assert.Equal(1, first.Hits);

        _bench.Emulator.Faults.Add(Fault.StatusWithRetryDate(429, TimeSpan.FromMinutes(1)));
        HttpResponseMessage date = await _bench.Send("GET", "Channels");
        Assert.Equal(Bench.Start.AddMinutes(1), date.Headers.RetryAfter!.Date);
        Assert.Equal(HttpStatusCode.OK, (await _bench.Send("GET", "Channels")).StatusCode);
    }

    [Fact]
    public async Task A_rule_hits_the_requests_of_its_method_path_and_number()
    {
        FaultRule rule = _bench.Emulator.Faults.Add(Fault.Status(500), "get", "/Chan*", skip: 1, times: 2);
        var statuses = new List<int>();
        foreach (string path in new[] { "Channels", "Operations('x')", "Channels", "Channels", "Channels" })
        {
            statuses.Add((int)(await _bench.Send("GET", path)).StatusCode);
        }

        Assert.Equal([200, 404, 500, 500, 200], statuses);
        Assert.Equal(2, rule.Hits);
    }

    [Fact]
    public async Task Rules_can_be_taken_back()
    {
        FaultRule rule = _bench.Emulator.Faults.Add(Fault.Status(500), times: int.MaxValue);
        _bench.Emulator.Faults.Remove(rule);
        _bench.Emulator.Faults.Add(Fault.Status(500));
        _bench.Emulator.Faults.Clear();
        Assert.Equal(HttpStatusCode.OK, (await _bench.Send("GET", "Channels")).StatusCode);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_acting_leaves_nothing_and_one_after_acting_does()
    {
        string body = $$"""{ "Name": "live", {{Bench.Input}} }""";
        _bench.Emulator.Faults.Add(Fault.DropBefore());
        HttpRequestException before = await Assert.ThrowsAsync<HttpRequestException>(() => _bench.Send("POST", "Channels", body));
        Assert.Equal(HttpRequestError.ResponseEnded, before.HttpRequestError);
        Assert.Empty(_bench.Emulator.Entities);

        _bench.Emulator.Faults.Add(Fault.ConnectionRefused());
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => _bench.Send("POST", "Channels", body));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.Empty(_bench.Emulator.Entities);

        _bench.Emulator.Faults.Add(Fault.DropAfter());
        await Assert.ThrowsAsync<HttpRequestException>(() => _bench.Send("POST", "Channels", body));
        Assert.Single(_bench.Emulator.Entities);
        Assert.Equal([0, 0, 0], _bench.Emulator.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task A_truncated_body_ends_with_an_error_of_the_transport()
    {
        _bench.Emulator.Faults.Add(Fault.TruncatedBody(), times: 2);
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => _bench.Send("GET", "Channels"));
        Assert.Contains("cut the body", error.ToString(), StringComparison.Ordinal);
        Assert.Throws<HttpRequestException>(() => _bench.SendSync(Bench.Request("GET", "Channels")));
    }

    [Fact]
    public async Task Bodies_can_be_malformed_empty_foreign_or_anything()
    {
        _bench.Emulator.Faults.Add(Fault.MalformedBody());
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(async () => await Bench.Json(await _bench.Send("GET", "Channels")));
        _bench.Emulator.Faults.Add(Fault.EmptyBody());
        Assert.Empty(await (await _bench.Send("GET", "Channels")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        _bench.Emulator.Faults.Add(Fault.WrongContentType());
        Assert.Equal("text/html", (await _bench.Send("GET", "Channels")).Content.Headers.ContentType!.MediaType);
        _bench.Emulator.Faults.Add(Fault.Body("7"));
        Assert.Equal("7", await (await _bench.Send("GET", "Channels")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_redirect_names_its_place_and_does_nothing()
    {
        _bench.Emulator.Faults.Add(Fault.Redirect(new Uri("https://foreign.example/"), 302));
        HttpResponseMessage response = await _bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }""");
        Assert.Equal((HttpStatusCode.Found, "https://foreign.example/"), (response.StatusCode, response.Headers.Location!.AbsoluteUri));
        Assert.Empty(_bench.Emulator.Entities);
    }

    [Fact]
    public async Task Expired_records_do_not_stop_what_the_operation_does()
    {
        string id = await _bench.Channel();
        string operation = Bench.OperationId(await _bench.Send("POST", $"Channels('{id}')/Start"));
        _bench.Emulator.Faults.Add(Fault.ExpiredOperations(), "GET", "/Operations*");
        Assert.Equal((HttpStatusCode.NotFound, "OperationNotFound"), await Bench.Error(await _bench.Send("GET", $"Operations('{operation}')")));
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Running", _bench.Emulator.Entities.Single().State);
    }

    [Fact]
    public async Task States_of_operations_and_entities_can_be_unknown()
    {
        HttpResponseMessage created = await _bench.Send("POST", "Channels", $$"""{ "Name": "live", {{Bench.Input}} }""");
        string id = (await Bench.Json(created))["Id"]!.ToString();
        _bench.Emulator.Faults.Add(Fault.OperationState("Pondering"), "GET", "/Operations*");
        Assert.Equal("Pondering", (await _bench.Poll(Bench.OperationId(created)))["State"]!.ToString());
        Assert.Equal("InProgress", (await _bench.Poll(Bench.OperationId(created)))["State"]!.ToString());
        _bench.Emulator.Faults.Add(Fault.EntityState("Dreaming"), "GET", "/Channels*", times: 2);
        Assert.Equal("Dreaming", (await Bench.Json(await _bench.Send("GET", $"Channels('{id}')")))["State"]!.ToString());
        Assert.Equal("Dreaming", (await Bench.Json(await _bench.Send("GET", "Channels")))["value"]![0]!["State"]!.ToString());
        Assert.Equal("Stopped", (await Bench.Json(await _bench.Send("GET", $"Channels('{id}')")))["State"]!.ToString());
    }

    [Fact]
    public async Task A_delay_waits_by_the_emulators_clock()
    {
        _bench.Emulator.Faults.Add(Fault.Delayed(TimeSpan.FromMinutes(1)));
        Task<HttpResponseMessage> call = _bench.Send("GET", "Channels");
        Assert.False(call.IsCompleted);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task A_delay_of_a_sync_call_waits_by_the_same_clock_and_faults_add_up()
    {
        _bench.Emulator.Faults.Add(Fault.Delayed(TimeSpan.FromMinutes(1)));
        _bench.Emulator.Faults.Add(Fault.Status(503));
        Task<HttpResponseMessage> call = Task.Run(() => _bench.SendSync(Bench.Request("GET", "Channels")), TestContext.Current.CancellationToken);
        await _bench.Time.Waiting.Task;
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await call).StatusCode);
        Assert.Equal("delay, status 503", _bench.Emulator.Requests.Single().Fault);
    }
}
