using MediaOps.Runtime.Tests.Tracking;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>A write whose answer was lost is looked for by reading, and never sent again.</summary>
public sealed class LostAnswerTests
{
    private static readonly IOException Reset = new("connection reset");

    private readonly Bench _bench = new();

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_action_that_the_state_shows_is_followed_by_the_state(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Fail(Reset);
        _bench.Entity("starting").Entity("starting").Entity("running");
        await Bench.Act(async, channel, Channels.Start);
        Assert.Equal("running", channel.State);
        Assert.Equal(["POST Channels('nb:chid:1')/Start", Bench.Read, Bench.Read, Bench.Read], _bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Its_handle_is_good_for_another_process(bool async)
    {
        _bench.Handler.Fail(Reset);
        _bench.Entity("starting");
        Operation<Channel> operation = await Bench.Send(async, _bench.Channel("stopped"), Channels.Start);
        Assert.Equal(("mediaops:1:state:Test:Channel:Start:nb%3Achid%3A1:by-reading", OperationState.InProgress), (operation.Id, operation.State));

        var other = new Bench();
        other.Entity("starting").Entity("running").Entity("running");
        Operation<Channel> same = await other.Collection.GetOperationAsync(operation.Id, Channels.Id, CancellationToken.None);
        Assert.Equal(OperationState.InProgress, same.State);
        await same.WaitForCompletionAsync();
        Assert.Equal(OperationState.Succeeded, same.State);
        Assert.Equal(OperationState.Succeeded, (await other.Connection.Operations.GetOperationAsync(operation.Id)).State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_action_that_has_ended_already_is_done_without_a_further_read(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Fail(Reset);
        _bench.Entity("running");
        await Bench.Act(async, channel, Channels.Start);
        Assert.Equal(("running", 2), (channel.State, _bench.Told.Count));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_failure_that_the_state_shows_is_a_failure(bool async)
    {
        _bench.Handler.Fail(Reset);
        _bench.Entity("starting").Entity("stopped");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Contains("fell back to Stopped", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_write_that_arrives_late_is_found(bool async)
    {
        _bench.Handler.Fail(Reset);
        _bench.Entity("stopped").Entity("stopped").Entity("stopped").Entity("starting");
        Assert.Equal(OperationState.InProgress, (await Bench.Send(async, _bench.Channel("stopped"), Channels.Start)).State);
        Assert.Equal(TimeSpan.FromSeconds(1.75), _bench.Clock.GetUtcNow() - _bench.Began);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_entity_that_stays_as_it_was_is_told_with_all_that_is_known_and_nothing_is_sent_again(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Fail(Reset);
        Repeat(7, "stopped");
        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.Equal(("Channel", Channels.Id, "Start", "stopped", true), (e.Entity, e.EntityId, e.Action, e.LastState, e.OutcomeUnknown));
        Assert.Equal("connection reset", e.InnerException!.InnerException!.Message);
        Assert.Equal(TimeSpan.FromSeconds(10), _bench.Clock.GetUtcNow() - _bench.Began);
        Assert.Single(_bench.Told, static told => told.StartsWith("POST", StringComparison.Ordinal));
        Assert.Equal(0, _bench.Handler.Left);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_calls_again_sends_nothing_where_the_first_one_has_arrived_meanwhile(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Fail(Reset);
        Repeat(7, "stopped");
        await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Bench.Act(async, channel, Channels.Start));
        _bench.Entity("running");
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.Single(_bench.Told, static told => told.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_acceptance_without_a_handle_is_followed_by_the_state(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Reply(202);
        _bench.Entity("starting").Entity("running");
        await Bench.Act(async, channel, Channels.Start);
        Assert.Equal("running", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_acceptance_that_the_entity_does_not_show_is_still_an_acceptance(bool async)
    {
        _bench.Handler.Reply(202);
        Repeat(7, "stopped");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Equal((202, true), (e.Status, e.OutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_that_shows_an_unknown_state_has_not_ended_yet(bool async)
    {
        var stage = new Stage(Stage.ByState);
        stage.Handler.Fail(Reset);
        stage.State("PREPARING", "PREPARING", "IDLE");
        Assert.Equal("IDLE", (await Create(async, stage)).State);
        Assert.Equal(4, stage.Handler.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_deletion_that_shows_an_unknown_state_is_unknown(bool async)
    {
        _bench.Handler.Fail(Reset);
        _bench.Entity("levitating");
        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Delete))).OutcomeUnknown);
        Assert.Equal(2, _bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Zero_turns_it_off(bool async)
    {
        var stage = new Stage(new MediaOpsOptions { ReconcileTime = TimeSpan.Zero }, Stage.ByState);
        stage.Handler.Fail(Reset);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => stage.Run(async, stage.Channel(), stage.Start));
        Assert.True(e.OutcomeUnknown);
        Assert.Single(stage.Handler.Requests);
    }

    [Theory]
    [InlineData(true, "parked")]
    [InlineData(true, "levitating")]
    [InlineData(false, "levitating")]
    public async Task A_state_with_other_causes_leaves_the_outcome_unknown_at_once(bool async, string state)
    {
        _bench.Handler.Fail(Reset);
        _bench.Entity(state);
        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start))).OutcomeUnknown);
        Assert.Equal(2, _bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_action_that_ends_where_it_began_is_not_looked_for(bool async)
    {
        _bench.Handler.Fail(Reset);
        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("running"), Channels.Reset))).OutcomeUnknown);
        Assert.Single(_bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_read_that_fails_leaves_the_first_error(bool async)
    {
        _bench.Handler.Fail(Reset).Reply(403);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Equal((true, 0, "connection reset"), (e.OutcomeUnknown, e.Status, e.InnerException!.Message));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancellation_while_looking_tells_that_the_outcome_is_unknown(bool async)
    {
        using var source = new CancellationTokenSource();
        _bench.Handler.Fail(Reset).Then((_, _) =>
        {
            source.Cancel();
            return ScriptedHandler.Response(200, Channels.Json("stopped"));
        });
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start, token: source.Token));
        Assert.True(Assert.IsType<ServiceException>(e.InnerException).OutcomeUnknown);
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_update_is_told_by_what_it_has_changed(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        channel.Description = "new";
        _bench.Handler.Fail(Reset);
        _bench.Entity("stopped", "old").Entity("stopped", "new");
        await Update(async, channel);
        Assert.Equal(("new", 3), (channel.Description, _bench.Told.Count));
        await Update(async, channel);
        Assert.Equal(3, _bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_update_that_may_take_its_time_stays_unknown_and_its_edits_are_kept_for_the_next(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        channel.Description = "new";
        _bench.Handler.Fail(Reset);
        Repeat(7, "stopped", "old");
        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => Update(async, channel))).OutcomeUnknown);
        Assert.Equal("new", channel.Description);
        _bench.Entity("stopped", "old").Handler.Reply(200).Reply(200, Channels.Json("stopped", "new"));
        await Update(async, channel);
        Assert.Equal("""{"Description":"new"}""", _bench.Handler.Requests.Last(static request => request.Method == HttpMethod.Patch).Body);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_update_that_ends_at_once_and_does_not_show_says_so(bool async)
    {
        var stage = new Stage();
        Channel channel = stage.Channel();
        channel.Label = "new";
        stage.Handler.Fail(Reset);
        stage.State("IDLE", "IDLE", "IDLE", "IDLE", "IDLE", "IDLE", "IDLE");
        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Update(async, channel));
        Assert.Equal(("Update", "IDLE"), (e.Action, e.LastState));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_deletion_is_told_by_the_absence(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        _bench.Handler.Fail(Reset);
        _bench.Entity("stopped").NoEntity();
        await Bench.Act(async, channel, Channels.Delete);
        Assert.Equal(3, _bench.Told.Count);
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Act(async, channel, Channels.Start));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_under_an_id_of_the_callers_is_found(bool async)
    {
        var stage = new Stage(Stage.ByState);
        stage.Handler.Fail(Reset);
        stage.Reply(404).State("CREATING", "CREATING", "IDLE");
        Channel channel = await Create(async, stage);
        Assert.Equal(("1", "IDLE"), (channel.Id, channel.State));
        Assert.Single(stage.Handler.Requests, static request => request.Method == HttpMethod.Put);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_there_under_the_id_and_holds_something_else_is_not_ours(bool async)
    {
        var stage = new Stage(Stage.ByState);
        stage.Handler.Fail(Reset);
        stage.Reply(200, """{"Id":"1","State":"IDLE","Label":"somebody's"}""");
        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => Create(async, stage))).OutcomeUnknown);
        Assert.Equal(2, stage.Handler.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_without_a_trace_says_so(bool async)
    {
        var stage = new Stage(Stage.ByState);
        stage.Handler.Fail(Reset);
        for (int i = 0; i < 7; i++)
        {
            stage.Reply(404);
        }

        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Create(async, stage));
        Assert.Equal(("Create", "1", null), (e.Action, e.EntityId, e.LastState));
    }

    private static Task<Channel> Create(bool async, Stage stage)
    {
        RequestArguments arguments = RequestArguments.Of(RequestBody.Write("ours", static (writer, label) =>
        {
            writer.WriteStartObject();
            writer.WriteString("Label", label);
            writer.WriteString("Key", "never told");
            writer.WriteEndObject();
        })).Path("Id", "1");
        return Bench.Run(
            async,
            () => stage.Collection.Create(arguments, null, null, CancellationToken.None),
            () => stage.Collection.CreateAsync(arguments, null, null, CancellationToken.None));
    }

    private static Task Update(bool async, Channel channel)
        => Bench.Run(async, () => channel.Core.Update(null, CancellationToken.None), () => channel.Core.UpdateAsync(null, CancellationToken.None));

    private void Repeat(int times, string state, string? description = null)
    {
        for (int i = 0; i < times; i++)
        {
            _bench.Entity(state, description);
        }
    }
}
