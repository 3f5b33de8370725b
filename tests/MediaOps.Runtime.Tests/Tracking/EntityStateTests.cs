namespace MediaOps.Runtime.Tests.Tracking;

/// <summary>The service has no operations: the entity's state is all that tells.</summary>
public sealed class EntityStateTests
{
    public static TheoryData<bool> Both => Stage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_start_is_seen_through_the_state_and_the_last_poll_is_the_read(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200, Stage.Entity("STARTING")).State("STARTING", "STARTING", "RUNNING");
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "5 " + Stage.Read, "10 " + Stage.Read, "15 " + Stage.Read], stage.Told);
        Assert.Equal("RUNNING", channel.State);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_that_shows_the_end_already_needs_no_poll(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200, Stage.Entity("RUNNING")).State("RUNNING");
        await stage.Run(async, stage.Channel(), stage.Start);
        Assert.Equal(["0 POST /api/channels/1/start", "0 " + Stage.Read], stage.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_old_state_is_believed_only_after_it_had_time_to_change(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(202).State("IDLE", "IDLE", "IDLE");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(async, stage.Channel(), stage.Start));
        Assert.Equal(["0 POST /api/channels/1/start", "5 " + Stage.Read, "10 " + Stage.Read], stage.Told);
        Assert.Contains("fell back to Idle", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_fall_back_after_a_change_fails_at_once(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200, Stage.Entity("STARTING")).State("IDLE");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(async, stage.Channel(), stage.Start));
        Assert.Equal(2, stage.Told.Count);
        Assert.Contains("fell back to Idle", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BROKEN", "ended in Broken instead of Running")]
    [InlineData("PARKED", "ended in Parked instead of Running")]
    public async Task Another_end_fails_at_once(string state, string reason)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200).State(state);
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_on_the_way_to_elsewhere_ends_the_wait_once_the_old_state_is_out_of_the_question()
    {
        Stage stage = new Stage(Stage.ByState).Reply(200).State("STOPPING", "STOPPING");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Equal(3, stage.Told.Count);
        Assert.Contains("Stopping, which does not lead to Running", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_action_that_ends_where_it_begins_is_over_when_it_was_seen_to_move_or_had_time_to(bool async)
    {
        Stage moved = new Stage(Stage.ByState).Reply(200).State("STOPPING", "RUNNING");
        await moved.Run(async, moved.Channel("RUNNING"), moved.Reset);
        Assert.Equal(["0 POST /api/channels/1/reset", "5 " + Stage.Read, "10 " + Stage.Read], moved.Told);

        Stage still = new Stage(Stage.ByState).Reply(200).State("RUNNING", "RUNNING");
        await still.Run(async, still.Channel("RUNNING"), still.Reset);
        Assert.Equal(["0 POST /api/channels/1/reset", "5 " + Stage.Read, "10 " + Stage.Read], still.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_deletion_is_over_when_nothing_is_there(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(202).State("DELETING").Reply(404);
        Channel channel = stage.Channel();
        await stage.Run(async, channel, stage.Definition.Delete!);
        Assert.Equal(3, stage.Told.Count);
        Assert.Equal("DELETED", channel.State);
    }

    [Fact]
    public async Task A_deletion_is_over_when_the_state_says_so()
    {
        Stage stage = new Stage(Stage.ByState).Reply(200).State("DELETED");
        await stage.Run(true, stage.Channel(), stage.Definition.Delete!);
        Assert.Equal(2, stage.Told.Count);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(AbsentMeaning.Failed, false)]
    [InlineData(AbsentMeaning.Pending, true)]
    public async Task What_absence_means_is_said_by_the_schema(AbsentMeaning? absent, bool goesOn)
    {
        Stage stage = new Stage(new TrackingDefinition { Kind = TrackingKind.EntityState, Accepted = [200], Absent = absent, Delay = Stage.Delay }).Reply(200).Reply(404).State("RUNNING");
        Task run = stage.Run(true, stage.Channel(), stage.Start);
        if (goesOn)
        {
            await run;
        }
        else
        {
            await Assert.ThrowsAsync<OperationFailedException>(() => run);
        }

        Assert.Equal(goesOn ? 3 : 2, stage.Told.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_creation_may_not_be_there_yet_while_it_settles(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(201, """{"Id":"1"}""").Reply(404).State("CREATING", "IDLE");
        Channel made = await Create(stage, async);
        Assert.Equal(["0 PUT /api/channels/1", "5 " + Stage.Read, "10 " + Stage.Read, "15 " + Stage.Read], stage.Told);
        Assert.Equal(("1", "IDLE"), (made.Id, made.State));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_creation_that_tells_the_end_is_not_read_again(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(201, Stage.Entity("IDLE"));
        Assert.Equal("IDLE", (await Create(stage, async)).State);
        Assert.Single(stage.Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("{\"State\":{}}")]
    [InlineData("{\"State\":null}")]
    public async Task A_body_without_a_state_is_an_error_at_once(string body)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200).Reply(200, body);
        await Assert.ThrowsAsync<OperationPollException>(() => stage.Run(true, stage.Channel(), stage.Start));
        Assert.Equal(2, stage.Told.Count);
    }

    [Fact]
    public async Task A_state_that_the_schema_does_not_know_is_waited_out_or_fails_as_the_schema_says()
    {
        Stage waits = new Stage(Stage.ByState).Reply(200).State("MARTIAN", "RUNNING");
        await waits.Run(true, waits.Channel(), waits.Start);
        Assert.Equal(3, waits.Told.Count);

        Stage fails = new Stage(new TrackingDefinition { Kind = TrackingKind.EntityState, Accepted = [200], UnknownFails = true, Delay = Stage.Delay }).Reply(200).State("MARTIAN");
        await Assert.ThrowsAsync<OperationFailedException>(() => fails.Run(true, fails.Channel(), fails.Start));
    }

    [Theory]
    [InlineData("Completed", null)]
    [InlineData("Aborted", "failed")]
    [InlineData("Cancelled", "was canceled")]
    public async Task An_outcome_beside_the_state_tells_how_it_ended(string outcome, string? failure)
    {
        var tracking = new TrackingDefinition
        {
            Kind = TrackingKind.EntityState,
            Accepted = [200],
            Delay = Stage.Delay,
            OutcomePath = "Last.Status",
            OutcomeSucceeded = ["Completed"],
            OutcomeFailed = ["Failed", "Aborted"],
            OutcomeCanceled = ["Cancelled"],
        };
        Stage stage = new Stage(tracking).Reply(200).State("STARTING").Reply(200, $$$"""{"Id":"1","State":"RUNNING","Last":{"Status":"{{{outcome}}}"}}""");
        Task run = stage.Run(true, stage.Channel(), stage.Start);
        if (failure is null)
        {
            await run;
        }
        else
        {
            Assert.Contains(failure, (await Assert.ThrowsAsync<OperationFailedException>(() => run)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_outcome_that_tells_nothing_is_an_error_at_once()
    {
        var tracking = new TrackingDefinition { Kind = TrackingKind.EntityState, Accepted = [200], Delay = Stage.Delay, OutcomePath = "Last.Status", OutcomeSucceeded = ["Completed"] };
        Stage stage = new Stage(tracking).Reply(200).State("RUNNING");
        await Assert.ThrowsAsync<OperationPollException>(() => stage.Run(true, stage.Channel(), stage.Start));
    }

    private static Task<Channel> Create(Stage stage, bool async)
    {
        RequestArguments arguments = RequestArguments.None.Path("Id", "1");
        return Bench.Run(
            async,
            () => stage.Collection.Create(arguments, null, null, CancellationToken.None),
            () => stage.Collection.CreateAsync(arguments, null, null, CancellationToken.None));
    }
}
