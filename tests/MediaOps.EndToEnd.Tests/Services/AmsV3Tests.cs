using System.Text.Json;
using System.Text.Json.Nodes;
using Media.AzureV3;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests.Services;

/// <summary>Resources with names, status URLs, operations that belong to a family, answers that are not to be believed.</summary>
public sealed class AmsV3Tests
{
    private static readonly Guid Subscription = new("5a6f0b1e-7c0d-4b7b-9f53-0c9f6a1b2c3d");

    private static AmsV3Client Connect(ServiceBench bench, GuardMode guards = GuardMode.Refresh)
    {
        MediaOpsOptions options = bench.Options;
        options.GuardMode = guards;
        return AmsV3Client.Create(Subscription, "group", "media", new StaticTokenCredential("token"), options);
    }

    private static LiveEventCreationOptions News(string name = "news") =>
        new() { Name = name, Location = "westeurope", Input = new LiveEventInput { StreamingProtocol = LiveEventInputProtocol.RTMP } };

    private static LiveOutputCreationOptions Archive => new() { Name = "archive", AssetName = "asset", ArchiveWindowLength = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData("arm", true)]
    [InlineData("armLocation", true)]
    [InlineData("armLocation", false)]
    [InlineData("provisioningState", true)]
    [InlineData("", true)]
    public async Task The_story_is_the_same_whatever_the_service_answers_with(string? tracking, bool async)
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, TrackingOf = (_, _) => tracking });
        AmsV3Client media = Connect(bench);

        LiveEvent news = async ? await media.LiveEvents.CreateAsync(News()) : media.LiveEvents.Create(News());
        Assert.Equal(("news", LiveEventState.Stopped), (news.Name, news.ResourceState));
        await Bench.Call(async, () => news.Start(), () => news.StartAsync());
        Assert.Equal(LiveEventState.Running, news.ResourceState);
        await Bench.Call(async, () => news.Stop(), () => news.StopAsync());
        Assert.Equal(LiveEventState.Stopped, news.ResourceState);
        await Bench.Call(async, () => news.Delete(), () => news.DeleteAsync());

        Assert.Empty(bench.Emulator.Entities);
        Assert.Equal(tracking == ""
            ? "->Stopped Stopped>Running Running>Stopped Stopped>Deleted"
            : "->Stopped Stopped>Starting Starting>Running Running>Stopping Stopping>Stopped Stopped>Deleting Deleting>Deleted", bench.Changes);
    }

    [Fact]
    public async Task Status_urls_of_another_version_are_used_as_they_are_and_those_without_one_get_ours()
    {
        foreach ((string query, string expected) in new[] { ("api-version=2020-05-01", "?api-version=2020-05-01"), (string.Empty, "?api-version=2022-11-01") })
        {
            using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, StatusUrlQuery = query });

            await Connect(bench).LiveEvents.CreateAsync(News());

            RecordedRequest poll = Assert.Single(bench.Requests.All, r => r.Uri.AbsolutePath.Contains("/liveeventoperations/", StringComparison.Ordinal));
            Assert.Equal(expected, poll.Uri.Query);
        }
    }

    [Theory]
    [InlineData("arm")]
    [InlineData("provisioningState")]
    public async Task A_failure_is_one_whichever_way_it_is_told(string tracking)
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, TrackingOf = (_, _) => tracking });
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());
        bench.Faults.Add(Fault.OperationFails("InsufficientCapacity", "no room"), "POST", "*/start");

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => news.StartAsync());

        Assert.Equal(OperationState.Failed, failure.Operation.State);
        if (tracking != "provisioningState")
        {
            Assert.Equal("InsufficientCapacity", failure.ErrorCode);
            Assert.Contains("no room", failure.Message, StringComparison.Ordinal);
        }

        await news.RefreshAsync();
        Assert.Equal(LiveEventState.Stopped, news.ResourceState);
        await news.StartAsync();
        Assert.Equal(LiveEventState.Running, news.ResourceState);
    }

    [Fact]
    public async Task Where_nothing_but_the_status_tells_the_error_of_the_poll_is_that_of_the_operation()
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, TrackingOf = (_, _) => "armLocation" });
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());
        bench.Faults.Add(Fault.OperationFails("InvalidOperation", "no input"), "POST", "*/start");

        var failure = await Assert.ThrowsAnyAsync<ServiceException>(() => news.StartAsync());

        Assert.Equal("InvalidOperation", failure.ErrorCode);
        Assert.Contains("no input", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_operation_says_so()
    {
        using var bench = new ServiceBench("ams-v3");
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());
        bench.Faults.Add(Fault.OperationCanceled(), "POST", "*/start");

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => news.StartAsync());

        Assert.Equal(OperationState.Canceled, failure.Operation.State);
    }

    [Fact]
    public async Task An_operation_is_followed_by_another_client_with_nothing_but_its_id()
    {
        using var bench = new ServiceBench("ams-v3");
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());

        string id = (await news.SendStartOperationAsync()).Id;
        Assert.DoesNotContain("management.azure.com", id, StringComparison.Ordinal);
        Assert.DoesNotContain("token", id, StringComparison.Ordinal);

        AmsV3Client other = Connect(bench);
        Operation operation = await other.Operations.GetOperationAsync(id);
        Assert.Equal(OperationState.InProgress, operation.State);
        await operation.WaitForCompletionAsync();
        Assert.Equal(OperationState.Succeeded, operation.State);
        LiveEvent same = await (await other.LiveEvents.GetOperationAsync(id)).GetTargetAsync();
        Assert.Equal(("news", LiveEventState.Running), (same.Name, same.ResourceState));
    }

    [Theory]
    [InlineData(GuardMode.Refresh, false)]
    [InlineData(GuardMode.Off, true)]
    public async Task A_wrong_state_is_one_error_whoever_refuses(GuardMode guards, bool byService)
    {
        using var bench = new ServiceBench("ams-v3");
        LiveEvent news = await Connect(bench, guards).LiveEvents.CreateAsync(News());
        await news.StartAsync();
        await news.RefreshAsync();

        // The rule of reset is inferred, that of start is not.
        var refusal = await Assert.ThrowsAsync<InvalidEntityStateException>(() => StartAgain(news));

        Assert.Equal((byService, "Start"), (refusal.RefusedByService, refusal.Action));
    }

    [Fact]
    public async Task An_operation_holds_up_the_whole_family()
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, OneOperationPerFamily = true });
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());
        Operation<LiveOutput> recording = await news.LiveOutputs.SendCreateOperationAsync(Archive);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => news.StartAsync());

        ServiceException cause = Assert.IsAssignableFrom<ServiceException>(refusal as ServiceException ?? refusal.InnerException);
        Assert.Equal((409, "OperationInProgress"), (cause.Status, cause.ErrorCode));
        await recording.WaitForCompletionAsync();
        await news.StartAsync();
        Assert.Equal(LiveEventState.Running, news.ResourceState);
    }

    [Fact]
    public async Task Outputs_live_below_their_event()
    {
        using var bench = new ServiceBench("ams-v3");
        AmsV3Client media = Connect(bench);
        LiveEvent news = await media.LiveEvents.CreateAsync(News());
        await media.LiveEvents.CreateAsync(News("sports"));

        LiveOutput archive = await news.LiveOutputs.CreateAsync(Archive);
        Assert.Equal(("news", "archive", LiveOutputState.Running), (archive.LiveEventName, archive.Name, archive.ResourceState));
        await media.LiveOutputsOf("sports").CreateAsync(Archive);
        LiveOutput same = await media.LiveOutputsOf("news").GetAsync("archive");
        Assert.Equal(TimeSpan.FromHours(1), same.ArchiveWindowLength);
        Assert.Equal(["archive"], news.LiveOutputs.List().Select(output => output.Name));
        await same.DeleteAsync();
        Assert.Empty(news.LiveOutputs.List());
        Assert.Equal("sports", (await media.LiveOutputsOf("sports").GetAsync("archive")).LiveEventName);
        Assert.Equal("ParentResourceNotFound", (await Assert.ThrowsAsync<ServiceException>(() => media.LiveOutputsOf("none").CreateAsync(Archive))).ErrorCode);
    }

    [Theory]
    [InlineData("armValue")]
    [InlineData("armLocation")]
    public async Task Values_come_in_pages_after_an_operation(string tracking)
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions
        {
            TimeProvider = clock,
            PageSize = 2,
            TrackingOf = (_, action) => action == "GetStreamEvents" ? tracking : null,
            Returns = (_, _, action) => action == "GetStreamEvents" ? new JsonArray([.. Enumerable.Range(1, 5).Select(i => new JsonObject { ["eventType"] = "type" + i })]) : null,
        });
        AmsV3Client media = Connect(bench);
        LiveEvent news = await media.LiveEvents.CreateAsync(News());

        IReadOnlyList<StreamEvent> events = await news.GetStreamEventsAsync();
        Assert.Equal(5, events.Count);
        Assert.Equal(5, news.GetStreamEvents().Count);

        Operation<LiveEvent, IReadOnlyList<StreamEvent>> operation = await news.SendGetStreamEventsOperationAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => operation.GetValueAsync());
        await operation.WaitForCompletionAsync();
        Assert.Equal(5, (await operation.GetValueAsync())!.Count);
        Assert.Equal(LiveEventState.Stopped, news.ResourceState);
    }

    [Fact]
    public async Task The_answer_to_an_update_is_not_believed_and_neither_is_the_error_of_a_success()
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, ZeroedUpdates = true, SuccessWithErrorNone = true });
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News());
        DateTime? created = news.Created;

        news.Description = "evening";
        await news.UpdateAsync();

        Assert.Equal((LiveEventState.Stopped, "evening", created), (news.ResourceState, news.Description, news.Created));
        RecordedRequest patch = Assert.Single(bench.Requests.All, r => r.Method == HttpMethod.Patch);
        using var body = JsonDocument.Parse(patch.Body);
        Assert.Equal("westeurope", body.RootElement.GetProperty("location").GetString());
        Assert.Equal("RTMP", body.RootElement.GetProperty("properties").GetProperty("input").GetProperty("streamingProtocol").GetString());
    }

    [Fact]
    public async Task Next_links_lead_through_the_whole_list()
    {
        using var bench = new ServiceBench("ams-v3", clock => new EmulatorOptions { TimeProvider = clock, PageSize = 2, DurationOf = (_, _) => TimeSpan.Zero });
        AmsV3Client media = Connect(bench);
        for (int i = 0; i < 5; i++)
        {
            await media.LiveEvents.CreateAsync(News("event-" + i));
        }

        Assert.Equal(["event-0", "event-1", "event-2", "event-3", "event-4"], media.LiveEvents.List().Select(e => e.Name));
        Assert.Equal(5, await media.LiveEvents.ListAsync().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Operations_can_be_asked_for_as_the_resources_that_they_are()
    {
        using var bench = new ServiceBench("ams-v3");
        AmsV3Client media = Connect(bench);
        Operation<LiveEvent> creation = await media.LiveEvents.SendCreateOperationAsync(News());
        string id = bench.Emulator.Entities.Single(e => e.Entity == "LiveEvent").OperationId!;

        OperationStatus? status = await media.LiveEventOperations.GetStatusAsync(id);
        Assert.Equal((id, OperationStatusValue.InProgress), (status!.Name, status.Status));
        Assert.Null(media.LiveEventOperations.GetResult("news", id));
        await creation.WaitForCompletionAsync();
        Assert.Equal(OperationStatusValue.Succeeded, (await media.LiveEventOperations.GetStatusAsync(id))!.Status);
        Assert.Equal("news", media.LiveEventOperations.GetResult("news", id)!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_asked_for_at_creation_is_waited_for()
    {
        using var bench = new ServiceBench("ams-v3");
        AmsV3Client media = Connect(bench);
        LiveEventCreationOptions options = News();
        options.AutoStart = true;

        Assert.Equal(LiveEventState.Running, (await media.LiveEvents.CreateAsync(options)).ResourceState);
        StreamingEndpoint origin = await media.StreamingEndpoints.CreateAsync(new StreamingEndpointCreationOptions { Name = "origin", Location = "westeurope", ScaleUnits = 1 });
        await origin.ScaleAsync(3);
        Assert.Equal((3, StreamingEndpointState.Stopped), (origin.ScaleUnits, origin.ResourceState));
        Assert.NotEmpty(await origin.GetSkusAsync() ?? []);
    }

    // In a method of its own the state is not known to the compiler.
    private static Task StartAgain(LiveEvent news) => news.StartAsync();
}
