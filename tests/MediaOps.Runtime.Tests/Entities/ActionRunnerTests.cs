namespace MediaOps.Runtime.Tests.Entities;

public class ActionRunnerTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_accepted_action_shows_the_state_it_passes_through_until_it_is_read(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        Channel channel = bench.Channel("stopped");
        Operation<Channel> operation = await Bench.Send(async, channel, Channels.Start);
        Assert.Equal(("op1", OperationState.InProgress, Channels.Id), (operation.Id, operation.State, operation.TargetEntityId));
        Assert.Equal("starting", channel.State);
        bench.Entity("running");
        await Bench.Run(async, () => channel.Core.Refresh(), () => channel.Core.RefreshAsync());
        Assert.Equal("running", channel.State);
    }

    [Fact]
    public async Task An_action_without_a_state_on_the_way_leaves_the_state()
    {
        var bench = new Bench();
        bench.Accept();
        Channel channel = bench.Channel("running");
        await Bench.Send(true, channel, Channels.Reset);
        Assert.Equal("running", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_success_status_that_does_not_mean_running_is_the_end(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(200);
        Channel channel = bench.Channel("stopped");
        Operation<Channel> operation = await Bench.Send(async, channel, Channels.Start);
        Assert.Equal((OperationState.Succeeded, "mediaops:1:done:Test:Channel:Start:nb%3Achid%3A1"), (operation.State, operation.Id));
        Assert.Equal("running", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_action_without_tracking_is_done_with_any_success_and_then_read(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202);
        bench.Entity("running", "new");
        Channel channel = bench.Channel("running");
        await Bench.Act(async, channel, Channels.Signal);
        Assert.Equal(["POST Channels('nb:chid:1')/Signal", Bench.Read], bench.Told);
        Assert.Equal("new", channel.Description);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("mediaops:1:done:Test:Channel:Start:x")]
    public async Task An_accepted_action_that_cannot_be_followed_nor_read_is_an_error(string? handle)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, null, handle is null ? [("x-ms-request-id", "r-1")] : [("operation-id", handle), ("x-ms-request-id", "r-1")]);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal((true, 202, "r-1"), (e.OutcomeUnknown, e.Status, e.RequestId));
        Assert.Contains(handle is null ? "header 'operation-id'" : "cannot be used", e.Message, StringComparison.Ordinal);
        Assert.Equal(["POST Channels('nb:chid:1')/Start", Bench.Read], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_read_that_still_shows_the_way_is_repeated(bool async)
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded").Entity("starting").Entity("starting").Entity("running");
        Channel channel = bench.Channel("stopped");
        await Bench.Act(async, channel, Channels.Start);
        Assert.Equal("running", channel.State);
        Assert.Equal([30_000, 250, 500], bench.Clock.Delays.Select(static d => (int)d.TotalMilliseconds));
    }

    [Fact]
    public async Task It_is_repeated_for_ten_seconds_at_most()
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded");
        for (int i = 0; i < 20; i++)
        {
            bench.Entity("starting");
        }

        await Bench.Act(true, bench.Channel("stopped"), Channels.Start);
        Assert.Equal(TimeSpan.FromSeconds(40), bench.Clock.GetUtcNow() - bench.Began);
        Assert.Equal(13, bench.Handler.Left);
    }

    [Fact]
    public async Task A_success_whose_entity_cannot_be_read_tells_the_handle()
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded");
        bench.Handler.Reply(200, "half a bo");
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal(("op1", OperationState.Succeeded), (e.OperationId, e.LastState));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task After_a_deletion_the_entity_is_gone_and_every_action_is_refused_without_a_request(bool async)
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded");
        Channel channel = bench.Channel("stopped");
        await Bench.Act(async, channel, Channels.Delete);
        Assert.Equal("deleted", channel.State);
        Assert.Equal(2, bench.Told.Count);
        channel.Description = "new";
        foreach (ActionDefinition action in new[] { Channels.Start, Channels.Signal, Channels.Delete })
        {
            InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(async, channel, action));
            Assert.Equal("Deleted", e.State);
        }

        await Assert.ThrowsAsync<InvalidEntityStateException>(() => channel.Core.UpdateAsync(null, CancellationToken.None));
        Assert.Equal(2, bench.Told.Count);
    }

    [Fact]
    public async Task A_deletion_that_is_done_at_once_makes_the_entity_gone_at_once()
    {
        var bench = new Bench();
        bench.Handler.Reply(204);
        Channel channel = bench.Channel("stopped");
        Operation<Channel> operation = await Bench.Send(true, channel, Channels.Delete);
        Assert.Equal((OperationState.Succeeded, "deleted"), (operation.State, channel.State));
        await operation.WaitForCompletionAsync();
        Assert.Single(bench.Told);
    }

    [Fact]
    public async Task A_read_that_was_asked_for_before_an_action_does_not_undo_what_is_presumed_of_it()
    {
        var bench = new Bench();
        Channel channel = bench.Channel("stopped");
        bench.Handler.Then((_, _) =>
        {
            channel.Core.Send(Channels.Start, RequestBody.None, CancellationToken.None);
            return ScriptedHandler.Response(200, Channels.Json("stopped", "read"));
        });
        bench.Accept();
        await channel.Core.RefreshAsync();
        Assert.Equal(("starting", "read"), (channel.State, channel.Description));
    }

    [Fact]
    public async Task A_refresh_that_finds_nothing_makes_the_entity_gone_until_it_is_found_again()
    {
        var bench = new Bench();
        bench.NoEntity().Entity("running");
        Channel channel = bench.Channel("stopped");
        await Assert.ThrowsAsync<ServiceException>(() => channel.Core.RefreshAsync());
        Assert.Equal("deleted", channel.State);
        await channel.Core.RefreshAsync();
        Assert.Equal("running", channel.State);
    }
}
