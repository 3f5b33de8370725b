namespace MediaOps.Runtime.Tests.Tracking;

/// <summary>The service gives a URL that tells how far it is.</summary>
public sealed class StatusUrlTests
{
    private const string Url = "https://media.example/API/Operations/7?api-version=1";

    public static TheoryData<bool> Both => Stage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_url_is_asked_as_it_was_given_until_it_tells_the_end_and_the_entity_is_read(bool async)
    {
        Stage stage = new Stage(Stage.ByUrl)
            .Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Updating"}""")
            .Reply(200, """{"name":"7","status":"Succeeded","error":{"code":"None","message":null}}""").State("RUNNING");
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "5 GET /API/Operations/7?api-version=1", "10 GET /API/Operations/7?api-version=1", "10 " + Stage.Read], stage.Told);
        Assert.Equal("RUNNING", channel.State);
    }

    [Theory]
    [InlineData("Failed", OperationState.Failed)]
    [InlineData("Canceled", OperationState.Canceled)]
    public async Task A_failure_has_the_services_code_and_words(string status, OperationState state)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url))
            .Reply(200, $$$"""{"status":"{{{status}}}","error":{"code":"NoCapacity","message":"all full"}}""");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Equal((state, "NoCapacity", "all full"), (e.Operation.State, e.ErrorCode, e.Operation.ErrorMessage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"state\":\"Succeeded\"}")]
    [InlineData("{\"status\":null}")]
    [InlineData("{\"status\":{\"a\":1}}")]
    [InlineData("{\"status\":\"Succ")]
    [InlineData("<html/>")]
    public async Task A_body_without_a_status_is_an_error_at_once_and_never_an_endless_wait(string body)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, body);
        var e = await Assert.ThrowsAsync<OperationPollException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Contains("no record of an operation", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, stage.Told.Count);
    }

    [Theory]
    [InlineData("https://evil.example/ops/7")]
    [InlineData("http://media.example/ops/7")]
    [InlineData("//evil.example/ops/7")]
    [InlineData("https://media.example@evil.example/ops/7")]
    public async Task A_url_that_leads_elsewhere_is_never_asked(string url)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", url));
        var e = await Assert.ThrowsAsync<ServiceException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.True(e.OutcomeUnknown);
        Assert.Single(stage.Told);
    }

    [Fact]
    public async Task A_trusted_host_is_asked_and_relative_urls_and_missing_query_members_are_made_whole()
    {
        Stage trusted = new Stage(Stage.ByUrl).Reply(202, null, ("Operation-Location", "https://status.example/ops/7?x=1")).Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        await trusted.Run(true, trusted.Channel(), trusted.Start);
        Assert.Equal("5 GET //status.example/ops/7?x=1&api-version=7", trusted.Told[1]);

        Stage relative = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", "/api/ops/7")).Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        await relative.Run(true, relative.Channel(), relative.Start);
        Assert.Equal("5 GET /api/ops/7", relative.Told[1]);
    }

    [Fact]
    public async Task A_url_of_16_KB_is_followed_and_its_operation_can_be_asked_for_again()
    {
        string url = "https://media.example/api/ops/7?t=" + new string('x', 16_000) + "&api-version=1";
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", url)).Reply(200, """{"status":"InProgress"}""");
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        Assert.Equal(OperationState.InProgress, (await stage.Connection.Operations.GetOperationAsync(sent.Id)).State);
        Assert.Equal(url, stage.Handler.Requests[^1].Uri.AbsoluteUri);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_location_that_answers_202_is_asked_until_it_holds_the_entity(bool async)
    {
        Stage stage = new Stage(Stage.ByLocation).Reply(202, null, ("Location", "/api/results/7")).Reply(202).Reply(202, null, ("Location", "/api/results/8")).State("RUNNING");
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "5 GET /api/results/7", "10 GET /api/results/7", "15 GET /api/results/8"], stage.Told);
        Assert.Equal("RUNNING", channel.State);
    }

    [Fact]
    public async Task A_location_that_ends_without_a_body_leads_to_a_read()
    {
        Stage stage = new Stage(Stage.ByLocation).Reply(202, null, ("Location", "/api/results/7")).Reply(204).State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.Equal("5 " + Stage.Read, stage.Told[^1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_deletion_whose_result_is_gone_has_succeeded(bool async)
    {
        var tracking = new TrackingDefinition
        {
            Name = "url",
            Kind = TrackingKind.StatusUrl,
            HandleHeaders = ["Azure-AsyncOperation"],
            StatusPath = "status",
            Succeeded = ["Succeeded"],
            Result = ResultVia.Location,
            Delay = Stage.Delay,
        };
        Stage stage = new Stage(tracking).Reply(202, null, ("Azure-AsyncOperation", Url), ("Location", "/api/results/7")).Reply(200, """{"status":"Succeeded"}""").Reply(404);
        await stage.Run(async, stage.Channel(), stage.Definition.Delete!);
        Assert.Equal("5 GET /api/results/7", stage.Told[^1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_first_handle_that_is_in_the_answer_is_used(bool async)
    {
        Stage stage = new Stage(Stage.ByUrl, Stage.ByLocation, Stage.ByProvisioning)
            .Reply(202, null, ("Location", "/api/results/7")).State("RUNNING");
        await stage.Run(async, stage.Channel(), stage.Start);
        Assert.Equal("5 GET /api/results/7", stage.Told[1]);

        Stage both = new Stage(Stage.ByUrl, Stage.ByLocation).Reply(202, null, ("Location", "/api/results/7"), ("Azure-AsyncOperation", "/api/ops/7")).Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        await both.Run(async, both.Channel(), both.Start);
        Assert.Equal("5 GET /api/ops/7", both.Told[1]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_answer_that_is_not_of_the_accepted_ones_is_the_end(int status)
    {
        Stage stage = new Stage(Stage.ByLocation).Reply(status).State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "0 " + Stage.Read], stage.Told);
    }

    [Theory, InlineData(200), InlineData(201)]
    public async Task An_answer_that_promises_nothing_and_has_no_handle_is_the_end(int status)
    {
        Stage stage = new Stage(Stage.ByUrl, Stage.ByLocation).Reply(status, "{}").State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.Equal("0 " + Stage.Read, stage.Told[^1]);
    }

    [Theory]
    [InlineData("succeeded", OperationState.Succeeded)]
    [InlineData("FAILED", OperationState.Failed)]
    [InlineData("canceled", OperationState.Canceled)]
    public async Task A_status_in_another_case_is_the_same(string status, OperationState state)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, $$$"""{"status":"{{{status}}}"}""");
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        await sent.RefreshAsync();
        Assert.Equal(state, sent.State);
    }

    [Fact]
    public async Task Statuses_that_differ_by_case_alone_are_told_apart()
    {
        var tracking = new TrackingDefinition
        {
            Name = "url",
            Kind = TrackingKind.StatusUrl,
            HandleHeaders = ["Azure-AsyncOperation"],
            StatusPath = "status",
            Pending = ["Done"],
            Succeeded = ["DONE"],
            Delay = Stage.Delay,
        };
        Stage stage = new Stage(tracking).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Done"}""").Reply(200, """{"status":"DONE"}""");
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        await sent.RefreshAsync();
        Assert.Equal(OperationState.InProgress, sent.State);
        await sent.RefreshAsync();
        Assert.Equal(OperationState.Succeeded, sent.State);
    }

    [Fact]
    public async Task An_accepted_answer_without_a_handle_is_an_error_at_once()
    {
        Stage stage = new Stage(Stage.ByUrl, Stage.ByLocation).Reply(202, "{}");
        var e = await Assert.ThrowsAsync<ServiceException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Contains("'Azure-AsyncOperation' or header 'Operation-Location' or header 'Location'", e.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("Retry-Later", "20", 20), InlineData("x-retry-after-ms", "7500", 7.5), InlineData("Retry-Later", "1", 5)]
    public async Task The_header_that_tells_when_to_ask_again_has_a_name_of_its_own_and_never_beats_the_floor(string header, string value, double seconds)
    {
        var tracking = new TrackingDefinition
        {
            Name = "url",
            Kind = TrackingKind.StatusUrl,
            HandleHeaders = ["Azure-AsyncOperation"],
            StatusPath = "status",
            Succeeded = ["Succeeded"],
            RetryAfterHeader = header,
            Delay = Stage.Delay,
        };
        Stage stage = new Stage(tracking).Reply(202, null, ("Azure-AsyncOperation", Url), (header, value), ("Retry-After", "100")).Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.StartsWith(FormattableString.Invariant($"{seconds} "), stage.Told[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Succeeded")]
    public async Task A_status_in_the_first_answer_may_be_the_end_already(string? status)
    {
        string body = status is null ? """{"Id":"1","State":"RUNNING"}""" : $$$"""{"Id":"1","properties":{"provisioningState":"{{{status}}}"}}""";
        Stage stage = new Stage(Stage.ByProvisioning).Reply(200, body).State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.Equal("0 " + Stage.Read, stage.Told[^1]);
        Assert.Equal(2, stage.Told.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_status_in_the_entity_is_asked_for_at_its_own_address(bool async)
    {
        Stage stage = new Stage(Stage.ByProvisioning).Reply(202, """{"properties":{"provisioningState":"Accepted"}}""")
            .Reply(200, """{"Id":"1","State":"IDLE","properties":{"provisioningState":"Working"}}""")
            .Reply(200, """{"Id":"1","State":"RUNNING","properties":{"provisioningState":"Succeeded"}}""");
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "5 " + Stage.Read, "10 " + Stage.Read], stage.Told);
        Assert.Equal("RUNNING", channel.State);
    }

    [Fact]
    public async Task A_first_answer_that_tells_a_failure_fails_at_once()
    {
        Stage stage = new Stage(Stage.ByProvisioning).Reply(200, """{"properties":{"provisioningState":"Failed"},"error":{"code":"Quota"}}""");
        Assert.Equal("Quota", (await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(true, stage.Channel(), stage.Start))).ErrorCode);
        Assert.Single(stage.Told);
    }

    [Theory, InlineData(201), InlineData(202)]
    public async Task An_accepted_answer_with_nothing_in_it_cannot_be_followed(int status)
    {
        Stage stage = new Stage(Stage.ByProvisioning).Reply(status);
        await Assert.ThrowsAsync<ServiceException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Single(stage.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_record_with_a_boolean_is_pending_while_it_leaves_it_out(bool async)
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1"}""").Reply(200, """{"name":"operations/op-1","done":false}""")
            .Reply(200, """{"name":"operations/op-1","done":true,"response":{}}""").State("RUNNING");
        await stage.Run(async, stage.Channel(), stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "5 GET /api/operations/op-1", "10 GET /api/operations/op-1", "10 " + Stage.Read], stage.Told);
    }

    [Theory]
    [InlineData("""{"name":"operations/op-1","done":true,"error":{"code":9,"message":"not now"}}""", OperationState.Failed)]
    [InlineData("""{"name":"operations/op-1","done":true,"error":{"code":1,"message":"stopped"}}""", OperationState.Canceled)]
    public async Task A_record_that_is_done_with_an_error_has_failed(string record, OperationState state)
    {
        Stage polled = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1"}""").Reply(200, record);
        Assert.Equal(state, (await Assert.ThrowsAsync<OperationFailedException>(() => polled.Run(true, polled.Channel(), polled.Start))).Operation.State);

        Stage atOnce = new Stage(Stage.ByRecord).Reply(200, record);
        Assert.Equal(state, (await Assert.ThrowsAsync<OperationFailedException>(() => atOnce.Run(true, atOnce.Channel(), atOnce.Start))).Operation.State);
        Assert.Single(atOnce.Told);
    }

    [Fact]
    public async Task A_success_code_in_the_error_of_a_record_is_a_success()
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1","done":true,"error":{"code":"None","message":null}}""").State("RUNNING");
        await stage.Run(true, stage.Channel(), stage.Start);
        Assert.Equal("0 " + Stage.Read, stage.Told[^1]);
    }

    [Theory, InlineData("{}"), InlineData("{\"name\":\"operations/op-1\",\"done\":\"maybe\"}"), InlineData("{\"done\":null}")]
    public async Task A_record_of_a_foreign_shape_is_an_error_at_once(string body)
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1"}""").Reply(200, body);
        await Assert.ThrowsAsync<OperationPollException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Equal(2, stage.Told.Count);
    }

    [Theory, InlineData("operations/../secrets"), InlineData("secrets/1"), InlineData("operations/a?b"), InlineData("https://evil.example/")]
    public async Task An_id_that_does_not_fit_its_pattern_is_never_asked_for(string id)
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, $$$"""{"name":"{{{id}}}"}""");
        await Assert.ThrowsAsync<ServiceException>(() => stage.Run(true, stage.Channel(), stage.Start));
        await Assert.ThrowsAsync<ArgumentException>(() => stage.Connection.Operations.GetOperationAsync(id));
        Assert.Single(stage.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_can_be_cancelled_is_asked_to_end_and_says_itself_when_it_has(bool async)
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1"}""").Reply(200, "{}").Reply(200, """{"name":"operations/op-1","done":true,"error":{"code":1}}""");
        Operation<Channel> sent = await Bench.Send(async, stage.Channel(), stage.Start);
        await Bench.Run(async, () => sent.CancelOperation(), () => sent.CancelOperationAsync());
        Assert.Equal(OperationState.InProgress, sent.State);
        await sent.RefreshAsync();
        Assert.Equal(OperationState.Canceled, sent.State);
        await sent.CancelOperationAsync();
        Assert.Equal(["0 POST /api/channels/1/start", "0 POST /api/operations/op-1:cancel", "0 GET /api/operations/op-1"], stage.Told);
    }

    [Fact]
    public async Task What_cannot_be_cancelled_says_so()
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url));
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        Assert.Throws<NotSupportedException>(() => sent.CancelOperation());
    }

    [Theory]
    [InlineData(AbsentMeaning.Succeeded)]
    [InlineData(AbsentMeaning.Failed)]
    public async Task A_missing_record_means_what_the_schema_says(AbsentMeaning absent)
    {
        var tracking = new TrackingDefinition
        {
            Name = "url",
            Kind = TrackingKind.StatusUrl,
            HandleHeaders = ["Azure-AsyncOperation"],
            StatusPath = "status",
            Succeeded = ["Succeeded"],
            Absent = absent,
            Delay = Stage.Delay,
        };
        Stage stage = new Stage(tracking).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(404).State("RUNNING");
        Task run = stage.Run(true, stage.Channel(), stage.Start);
        if (absent == AbsentMeaning.Succeeded)
        {
            await run;
        }
        else
        {
            await Assert.ThrowsAsync<OperationFailedException>(() => run);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_time_of_a_wait_bounds_the_read_after_its_success(bool async)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Succeeded"}""").State("STARTING", "STARTING", "STARTING", "STARTING", "STARTING");
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Start, new PollingOptions { Timeout = TimeSpan.FromSeconds(6) });
        Assert.All(stage.Told, told => Assert.InRange(double.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 0, 6));
    }

    [Fact]
    public async Task A_patch_whose_answer_is_zeroed_is_not_believed()
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(200, """{"Id":"1","State":null}""", ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        Stage plain = new Stage(Stage.ByLocation).Reply(200, """{"Id":"1","State":null}""").State("RUNNING");
        foreach (Stage each in new[] { stage, plain })
        {
            Channel channel = each.Channel("RUNNING");
            channel.Description = "new";
            await channel.Core.UpdateAsync(null, CancellationToken.None);
            Assert.Equal("RUNNING", channel.State);
            Assert.EndsWith(Stage.Read, each.Told[^1], StringComparison.Ordinal);
        }
    }
}
