namespace MediaOps.Runtime.Tests.Tracking;

/// <summary>Actions that return something of their own: at once, when they have finished, or in pages.</summary>
public sealed class ValueTests
{
    private const string Url = "/api/ops/7";

    public static TheoryData<bool> Both => Stage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_value_in_the_answer_needs_nothing_more(bool async)
    {
        Stage stage = new Stage().Reply(200, """{"value":["a","b"]}""");
        Assert.Equal(["a", "b"], await Run(stage, async));
        Assert.Equal(["0 POST /api/channels/1/events"], stage.Told);
    }

    [Theory, InlineData(200, ""), InlineData(204, ""), InlineData(200, "{\"value\":null}")]
    public async Task A_success_without_a_value_has_none(int status, string body)
        => Assert.Null(await Run(new Stage().Reply(status, body), async: true));

    [Theory, InlineData("{}"), InlineData("{\"value\":7}"), InlineData("[]"), InlineData("{\"value\":[\"a\"")]
    public async Task A_body_that_holds_something_else_is_an_error(string body)
        => Assert.Contains("value of Events", (await Assert.ThrowsAsync<ServiceException>(() => Run(new Stage().Reply(200, body), async: true))).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Both))]
    public async Task A_value_in_the_last_poll_is_taken_from_there(bool async)
    {
        Stage stage = new Stage(Stage.ByLocation).Reply(202, null, ("Location", Url)).Reply(202).Reply(200, """{"value":["a"]}""");
        Assert.Equal(["a"], await Run(stage, async));
        Assert.Equal(["0 POST /api/channels/1/events", "5 GET /api/ops/7", "10 GET /api/ops/7"], stage.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_value_at_a_location_of_its_own_is_read_there(bool async)
    {
        Stage stage = new Stage(ViaLocation).Reply(202, null, ("Azure-AsyncOperation", Url), ("Location", "/api/results/7")).Reply(200, """{"status":"Succeeded"}""").Reply(200, """{"value":["a"]}""");
        Assert.Equal(["a"], await Run(stage, async));
        Assert.Equal("5 GET /api/results/7", stage.Told[^1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_place_that_a_poll_tells_is_the_newest(bool async)
    {
        Stage stage = new Stage(ViaLocation).Reply(202, null, ("Azure-AsyncOperation", Url), ("Location", "/api/results/7"))
            .Reply(200, """{"status":"Running"}""", ("Location", "/api/results/8")).Reply(200, """{"status":"Succeeded"}""", ("Location", "https://evil.example/")).Reply(200, """{"value":["a"]}""");
        Assert.Equal(["a"], await Run(stage, async));
        Assert.Equal("10 GET /api/results/8", stage.Told[^1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_value_without_a_place_of_its_own_is_read_where_the_request_went(bool async)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Succeeded"}""").Reply(200, """{"value":["a"]}""");
        Assert.Equal(["a"], await Run(stage, async));
        Assert.Equal("5 GET /api/channels/1/events", stage.Told[^1]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_operation_tells_its_value_when_it_has_succeeded_and_not_before(bool async)
    {
        Stage stage = new Stage(ViaLocation).Reply(202, null, ("Azure-AsyncOperation", Url), ("Location", "/api/results/7")).Reply(200, """{"status":"Succeeded"}""").Reply(200, """{"value":["a"]}""");
        Operation<Channel, List<string>> sent = await Bench.Run(
            async,
            () => stage.Channel().Core.Send(stage.Events, RequestArguments.None, Stage.Texts, CancellationToken.None),
            () => stage.Channel().Core.SendAsync(stage.Events, RequestArguments.None, Stage.Texts, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => sent.GetValueAsync());
        await Bench.Run(async, () => sent.Refresh(), () => sent.RefreshAsync());
        Assert.Equal(["a"], await Bench.Run(async, () => sent.GetValue()!, () => sent.GetValueAsync()!));
        Assert.Equal(["a"], (await sent.GetValueAsync())!);
        Assert.Equal(3, stage.Told.Count);
    }

    [Fact]
    public async Task A_failed_operation_has_no_value_but_its_failure()
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", Url)).Reply(200, """{"status":"Failed","error":{"code":"E"}}""");
        Operation<Channel, List<string>> sent = await stage.Channel().Core.SendAsync(stage.Events, RequestArguments.None, Stage.Texts, CancellationToken.None);
        await sent.RefreshAsync();
        Assert.Equal("E", (await Assert.ThrowsAsync<OperationFailedException>(() => sent.GetValueAsync())).ErrorCode);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_value_is_had_by_a_handle_alone(bool async)
    {
        Stage stage = new Stage(ViaLocation).Reply(202, null, ("Azure-AsyncOperation", Url), ("Location", "/api/results/7"));
        string id = (await stage.Channel().Core.SendAsync(stage.Events, RequestArguments.None, Stage.Texts, CancellationToken.None)).Id;
        Stage other = new Stage(ViaLocation).Reply(200, """{"status":"Succeeded"}""").Reply(200, """{"value":["a"]}""");
        Operation<Channel, List<string>> same = await Bench.Run(
            async,
            () => other.Collection.GetOperation<List<string>>(other.Events, Stage.Texts, id, null, CancellationToken.None),
            () => other.Collection.GetOperationAsync<List<string>>(other.Events, Stage.Texts, id, null, CancellationToken.None));
        Assert.Equal(["a"], (await same.GetValueAsync())!);
        await Assert.ThrowsAsync<ArgumentException>(() => other.Collection.GetOperationAsync<List<string>>(other.Start, Stage.Texts, id, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_value_that_was_in_the_first_answer_is_not_in_the_handle()
    {
        Stage stage = new Stage().Reply(200, """{"value":["a"]}""");
        Operation<Channel, List<string>> sent = await stage.Channel().Core.SendAsync(stage.Events, RequestArguments.None, Stage.Texts, CancellationToken.None);
        Assert.Equal(["a"], (await sent.GetValueAsync())!);
        Operation<Channel, List<string>> same = await stage.Collection.GetOperationAsync<List<string>>(stage.Events, Stage.Texts, sent.Id, null, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => same.GetValueAsync());
    }

    [Theory]
    [InlineData(PagingStyle.NextLink, "https://media.example/api/page?t=2", "0 GET /api/page?t=2&api-version=7")]
    [InlineData(PagingStyle.Token, "t2", "0 POST /api/channels/1/events?token=t2&api-version=7")]
    public async Task Pages_are_read_one_after_the_other(PagingStyle style, string next, string second)
    {
        foreach (bool async in new[] { false, true })
        {
            Stage stage = Paged(style).Reply(200, $$$"""{"value":["a"],"next":"{{{next}}}"}""").Reply(200, """{"value":["b"]}""");
            var items = new List<string?>();
            Channel channel = stage.Channel();
            if (async)
            {
                await foreach (string? item in channel.Core.PagesAsync(stage.Events, RequestArguments.None, Stage.Text, CancellationToken.None))
                {
                    items.Add(item);
                }
            }
            else
            {
                items.AddRange(channel.Core.Pages(stage.Events, RequestArguments.None, Stage.Text, CancellationToken.None));
            }

            Assert.Equal(["a", "b"], items);
            Assert.Equal(["0 POST /api/channels/1/events", second], stage.Told);
        }
    }

    [Theory]
    [InlineData(PagingStyle.NextLink, "https://evil.example/page")]
    [InlineData(PagingStyle.NextLink, "http://media.example/page")]
    [InlineData(PagingStyle.NextLink, "https://media.example/api/page")]
    [InlineData(PagingStyle.Token, "same")]
    public void A_next_page_elsewhere_or_in_a_circle_ends_with_an_error(PagingStyle style, string next)
    {
        Stage stage = Paged(style);
        for (int i = 0; i < 5; i++)
        {
            stage.Reply(200, $$$"""{"value":["a"],"next":"{{{next}}}"}""");
        }

        Assert.Throws<ServiceException>(() => stage.Channel().Core.Pages(stage.Events, RequestArguments.None, Stage.Text, CancellationToken.None).Count());
        Assert.InRange(stage.Told.Count, 1, 3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_long_running_action_in_pages_gives_all_of_them(bool async)
    {
        Stage stage = Paged(PagingStyle.NextLink, Stage.ByLocation).Reply(202, null, ("Location", Url)).Reply(200, """{"value":["a"],"next":"/api/page2"}""").Reply(200, """{"value":["b"]}""");
        Channel channel = stage.Channel();
        IReadOnlyList<string?> all = await Bench.Run(
            async,
            () => channel.Core.RunPages(stage.Events, RequestArguments.None, Stage.Text, null, CancellationToken.None),
            () => channel.Core.RunPagesAsync(stage.Events, RequestArguments.None, Stage.Text, null, CancellationToken.None));
        Assert.Equal(["a", "b"], all);
        Assert.Equal("5 GET /api/page2", stage.Told[^1]);
    }

    [Theory, InlineData("{}"), InlineData("""{"next":""}"""), InlineData("""{"next":null}"""), InlineData("""{"value":[]}""")]
    public void A_service_with_tokens_may_leave_an_empty_list_out_of_its_page(string body)
        => Assert.Empty(Paged(PagingStyle.Token).Reply(200, body).Collection.List(RequestArguments.None, CancellationToken.None));

    [Fact]
    public void A_page_that_leaves_its_list_out_may_lead_to_another_one()
    {
        Stage stage = Paged(PagingStyle.Token).Reply(200, """{"next":"t2"}""").Reply(200, $$"""{"value":[{{Stage.Entity("IDLE", "9")}}]}""");
        Assert.Equal(["9"], stage.Collection.List(RequestArguments.None, CancellationToken.None).Select(channel => channel.Id));
    }

    [Theory, InlineData("""{"error":{"code":1}}"""), InlineData("""{"values":[]}"""), InlineData("""{"next":"t2","more":1}"""), InlineData("[1]"), InlineData("{"), InlineData("{} {}"), InlineData("null")]
    public void A_page_with_something_else_in_place_of_its_list_is_an_error(string body)
        => Assert.Throws<ServiceException>(() => Paged(PagingStyle.Token).Reply(200, body).Collection.List(RequestArguments.None, CancellationToken.None).Count());

    [Theory, MemberData(nameof(Both))]
    public async Task A_long_running_action_goes_on_after_an_empty_page(bool async)
    {
        Stage stage = Paged(PagingStyle.NextLink, Stage.ByLocation).Reply(202, null, ("Location", Url)).Reply(200, """{"value":[],"next":"/api/page2"}""").Reply(200, """{"value":["b"]}""");
        Channel channel = stage.Channel();
        IReadOnlyList<string?> all = await Bench.Run(
            async,
            () => channel.Core.RunPages(stage.Events, RequestArguments.None, Stage.Text, null, CancellationToken.None),
            () => channel.Core.RunPagesAsync(stage.Events, RequestArguments.None, Stage.Text, null, CancellationToken.None));
        Assert.Equal(["b"], all);
    }

    [Fact]
    public async Task Entities_are_listed_in_every_style_also_past_an_empty_page()
    {
        Stage stage = Paged(PagingStyle.Token).Reply(200, """{"value":[],"next":"t2"}""").Reply(200, $$"""{"value":[{{Stage.Entity("IDLE", "9")}}],"next":""}""");
        var ids = new List<string>();
        await foreach (Channel channel in stage.Collection.ListAsync(RequestArguments.None.Query("filter", "x y"), CancellationToken.None))
        {
            ids.Add(channel.Id);
        }

        Assert.Equal(["9"], ids);
        Assert.Equal(["0 GET /api/channels?filter=x%20y&api-version=7", "0 GET /api/channels?filter=x%20y&token=t2&api-version=7"], stage.Told);
    }

    private static readonly TrackingDefinition ViaLocation = new()
    {
        Name = "value",
        Kind = TrackingKind.StatusUrl,
        HandleHeaders = ["Azure-AsyncOperation"],
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Result = ResultVia.Location,
        Delay = Stage.Delay,
    };

    private static Stage Paged(PagingStyle style, params TrackingDefinition[] tracking) => new(
        service => new ServiceDefinition(service.Name, service.Version)
        {
            Tracking = service.Tracking,
            Query = service.Query,
            Paging = new PagingDefinition { Style = style, Items = "value", Next = "next", Param = "token", Limit = "max" },
        },
        tracking);

    private static Task<List<string>?> Run(Stage stage, bool async) => Bench.Run(
        async,
        () => stage.Channel().Core.Run<List<string>>(stage.Events, RequestArguments.None, Stage.Texts, null, CancellationToken.None),
        () => stage.Channel().Core.RunAsync<List<string>>(stage.Events, RequestArguments.None, Stage.Texts, null, CancellationToken.None));
}
