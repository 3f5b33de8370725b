using System.Globalization;
using Media.AzureV3;
using MediaOps.Replay.Tests.Scripts;
using MediaOps.Replay.Tests.Server;
using MediaOps.Replay.Tests.Stories;

namespace MediaOps.Replay.Tests;

/// <summary>The calls that users write, against the traffic of every time: what they return and throw.</summary>
public sealed class CallTests
{
    /// <summary>Every time, in both forms.</summary>
    public static TheoryData<string, bool> Eras() => new(Era.All.SelectMany(static era => new[] { (era.Name, false), (era.Name, true) }));

    [Theory, MemberData(nameof(Eras))]
    public async Task The_polling_forms_return_when_the_state_is_reached(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.LiveEvent);
        AmsV3Client media = Examples.Client(server);
        var forms = new Forms(async);
        LiveEventCreationOptions options = Examples.Event("evening", autoStart: false);

        LiveEvent evening = await forms.Call(() => media.LiveEvents.Create(options), () => media.LiveEvents.CreateAsync(options));
        Assert.Equal((LiveEventState.Stopped, "Succeeded"), (evening.ResourceState, evening.ProvisioningState));
        await forms.Call(() => evening.Start(), () => evening.StartAsync());
        Assert.Equal(LiveEventState.Running, evening.ResourceState);
        await forms.Call(() => evening.Reset(), () => evening.ResetAsync());
        Assert.Equal(LiveEventState.Running, evening.ResourceState);
        await forms.Call(() => evening.Stop(removeOutputsOnStop: false), () => evening.StopAsync(removeOutputsOnStop: false));
        Assert.Equal(LiveEventState.Stopped, evening.ResourceState);
        evening.Description = "late";
        await forms.Call(() => evening.Update(), () => evening.UpdateAsync());
        await forms.Call(() => evening.Delete(), () => evening.DeleteAsync());

        Assert.Equal(LiveEventState.Deleted, evening.ResourceState);
        Assert.Empty(await forms.List(() => media.LiveEvents.List(), () => media.LiveEvents.ListAsync()));
        Assert.Empty(server.Faults);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task An_answer_to_an_update_that_leaves_the_services_own_members_out_is_not_believed(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.Endpoint);
        AmsV3Client media = Examples.Client(server);
        var forms = new Forms(async);
        StreamingEndpointCreationOptions options = Examples.Endpoint("edge");
        StreamingEndpoint edge = await forms.Call(() => media.StreamingEndpoints.Create(options), () => media.StreamingEndpoints.CreateAsync(options));
        await forms.Call(() => edge.Scale(3), () => edge.ScaleAsync(3));
        Assert.Equal((StreamingEndpointState.Stopped, 3), (edge.ResourceState, edge.ScaleUnits));

        edge.Description = "wide";
        await forms.Call(() => edge.Update(), () => edge.UpdateAsync());

        Assert.Equal((StreamingEndpointState.Stopped, "wide", "edge.streaming.example.net"), (edge.ResourceState, edge.Description, edge.HostName));
        Assert.Null(edge.FreeTrialEndTime);
        Assert.Equal(
            """{"location":"West US 2","properties":{"scaleUnits":3,"description":"wide"}}""",
            Assert.Single(server.Requests, static request => request.Method == "PATCH").Body);
        Assert.Equal(DateTime.Parse(Bodies.Created, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), edge.Created);
        Assert.Empty(server.Faults);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task A_failed_operation_is_an_exception_with_its_code_and_the_state_that_is_left(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.StartFails);
        AmsV3Client media = Examples.Client(server);
        var forms = new Forms(async);
        LiveEventCreationOptions options = Examples.Event("evening", autoStart: false);
        LiveEvent evening = await forms.Call(() => media.LiveEvents.Create(options), () => media.LiveEvents.CreateAsync(options));

        OperationFailedException failure = await Assert.ThrowsAsync<OperationFailedException>(() => forms.Call(() => evening.Start(), () => evening.StartAsync()));

        Assert.Equal((MediaErrorCode.InsufficientCapacity, OperationState.Failed), (failure.GetErrorCode(), failure.Operation.State));
        Assert.Contains("No encoder is free.", failure.Message, StringComparison.Ordinal);
        await forms.Call(() => evening.Refresh(), () => evening.RefreshAsync());
        Assert.Equal(LiveEventState.Stopped, evening.ResourceState);
        Assert.Empty(server.Faults);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task A_stop_during_a_start_is_refused_by_the_guard_and_without_it_by_the_service(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.Busy);
        var forms = new Forms(async);
        AmsV3Client media = Examples.Client(server);
        StreamingEndpointCreationOptions options = Examples.Endpoint("edge");
        StreamingEndpoint edge = await forms.Call(() => media.StreamingEndpoints.Create(options), () => media.StreamingEndpoints.CreateAsync(options));
        await forms.Call(() => edge.SendStartOperation(), () => edge.SendStartOperationAsync());

        StreamingEndpoint seen = await forms.Call(() => media.StreamingEndpoints.Get("edge"), () => media.StreamingEndpoints.GetAsync("edge"));
        InvalidEntityStateException guarded = await Assert.ThrowsAsync<InvalidEntityStateException>(() => forms.Call(() => seen.Stop(), () => seen.StopAsync()));
        Assert.Equal(("Starting", false), (guarded.State, guarded.RefusedByService));
        Assert.DoesNotContain(server.Requests, static request => request.Uri.AbsolutePath.EndsWith("/stop", StringComparison.Ordinal));

        AmsV3Client bold = Examples.Client(server, guard: GuardMode.Off);
        StreamingEndpoint same = await forms.Call(() => bold.StreamingEndpoints.Get("edge"), () => bold.StreamingEndpoints.GetAsync("edge"));
        ServiceException refused = await Assert.ThrowsAsync<ServiceException>(() => forms.Call(() => same.Stop(), () => same.StopAsync()));
        Assert.Equal((409, MediaErrorCode.OperationInProgress, "conflict"), (refused.Status, refused.GetErrorCode(), refused.Category));
        Assert.Empty(server.Faults);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task What_is_missing_is_not_found_by_its_code(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.Missing);
        var forms = new Forms(async);
        AmsV3Client media = Examples.Client(server);
        LiveOutputCreationOptions options = Examples.Output("tape-1");

        Assert.Null(await forms.Call(() => media.LiveEvents.TryGet("nobody"), () => media.LiveEvents.TryGetAsync("nobody")));
        ServiceException missing = await Assert.ThrowsAsync<ServiceException>(() => forms.Call(() => media.LiveEvents.Get("nobody"), () => media.LiveEvents.GetAsync("nobody")));
        ServiceException parent = await Assert.ThrowsAsync<ServiceException>(
            () => forms.Call(() => media.LiveOutputsOf("nobody").Create(options), () => media.LiveOutputsOf("nobody").CreateAsync(options)));

        Assert.Equal((404, MediaErrorCode.ResourceNotFound), (missing.Status, missing.GetErrorCode()));
        Assert.Equal((404, MediaErrorCode.ParentResourceNotFound), (parent.Status, parent.GetErrorCode()));
        Assert.Empty(server.Faults);
    }

    [Theory]
    [InlineData("2018", 10)]
    [InlineData("2020", 10)]
    [InlineData("2021", 10)]
    [InlineData("2022", 2)]
    public void The_service_is_asked_as_often_as_it_wants_or_else_as_the_schema_says(string era, int seconds)
    {
        using ReplayServer server = Server(era, OwnStories.OutputsOfRunningEvent);
        var clock = new ManualTimeProvider { AutoAdvance = true };
        AmsV3Client media = Examples.Client(server, clock);
        LiveEvent evening = media.LiveEvents.Create(Examples.Event("evening", autoStart: true));
        media.LiveOutputsOf("evening").Create(Examples.Output("tape-1"));
        int before = clock.Delays.Count;

        evening.Stop(removeOutputsOnStop: true);

        IReadOnlyList<TimeSpan> delays = [.. clock.Delays.Skip(before)];
        // A pause before each of the 57 statuses that tell of progress, and before the one that tells of the end.
        Assert.Equal(58, delays.Count(delay => delay == TimeSpan.FromSeconds(seconds)));
        Assert.Empty(media.LiveOutputsOf("evening").List());
        Assert.Empty(server.Faults);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task Another_process_can_wait_for_an_operation_by_its_id(string era, bool async)
    {
        using ReplayServer server = Server(era, OwnStories.StartedAtOnce);
        var forms = new Forms(async);
        LiveEventCreationOptions options = Examples.Event("morning", autoStart: true);
        AmsV3Client first = Examples.Client(server);
        AmsV3Client second = Examples.Client(server);
        string id = (await forms.Call(() => first.LiveEvents.SendCreateOperation(options), () => first.LiveEvents.SendCreateOperationAsync(options))).Id;

        Operation<LiveEvent> resumed = await forms.Call(() => second.LiveEvents.GetOperation(id), () => second.LiveEvents.GetOperationAsync(id));
        var patient = new PollingOptions { Timeout = TimeSpan.FromHours(12) };
        await forms.Call(() => resumed.WaitForCompletion(patient), () => resumed.WaitForCompletionAsync(patient));

        LiveEvent morning = await forms.Call(() => resumed.GetTarget(), () => resumed.GetTargetAsync());
        Assert.Equal(LiveEventState.Running, morning.ResourceState);
        Assert.DoesNotContain("management.azure.com", id, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Faults);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_record_of_an_operation_and_its_result_can_be_asked_for_by_themselves(bool async)
    {
        const string Id = "00000000-0000-4000-8000-000000000001";
        const string Result = "liveEvents/evening/operationLocations/" + Id;
        Era today = Era.Y2022 with { ApiVersion = "2022-11-01" };
        var forms = new Forms(async);

        using var running = new ReplayServer(new Script("a result that is not there yet", today).Shows(Result, "", 202).Recording);
        AmsV3Client early = Examples.Client(running);
        Assert.Null(await forms.Call(() => early.LiveEventOperations.GetResult("evening", Id), () => early.LiveEventOperations.GetResultAsync("evening", Id)));

        using var done = new ReplayServer(new Script("an operation and its result", today)
            .Long("POST", "liveEvents/evening/start", pending: 0)
            .Shows(Result, Bodies.Event("evening", "Running")).Recording);
        AmsV3Client late = Examples.Client(done);
        OperationStatus? status = await forms.Call(() => late.LiveEventOperations.GetStatus(Id), () => late.LiveEventOperations.GetStatusAsync(Id));
        var result = await forms.Call(() => late.LiveEventOperations.GetResult("evening", Id), () => late.LiveEventOperations.GetResultAsync("evening", Id));

        Assert.Equal((Id, OperationStatusValue.Succeeded, "None"), (status!.Name, status.Status, status.Error!.Code));
        Assert.Equal("Running", result!.Value.GetProperty("properties").GetProperty("resourceState").GetString());
        Assert.Empty(running.Faults);
        Assert.Empty(done.Faults);
    }

    [Fact]
    public void A_status_is_asked_for_at_the_url_as_it_was_given()
    {
        using ReplayServer server = Server("2018", OwnStories.StartFails);
        Examples.Client(server).LiveEvents.Create(Examples.Event("evening", autoStart: false));

        Asked poll = Assert.Single(server.Requests, static request => request.Uri.AbsolutePath.Contains("liveeventoperations", StringComparison.Ordinal));
        Assert.Contains("/resourcegroups/", poll.Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("?api-version=2018-07-01", poll.Uri.Query);
    }

    private static ReplayServer Server(string era, Func<Era, Script> story) => new(story(Era.All.Single(one => one.Name == era)).Recording);
}
