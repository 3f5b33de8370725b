namespace MediaOps.Runtime.Tests.Operations;

public class OperationTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_operation_is_asked_for_by_its_id_from_anywhere(bool async)
    {
        var bench = new Bench();
        bench.Record("Failed", "Timeout", "too slow", Channels.Id);
        Operation operation = await Bench.Run(async, () => bench.Connection.Operations.GetOperation("op1"), () => bench.Connection.Operations.GetOperationAsync("op1"));
        Assert.Equal([Bench.Poll], bench.Told);
        Assert.Equal(
            ("op1", OperationState.Failed, Channels.Id, "Timeout", "too slow"),
            (operation.Id, operation.State, operation.TargetEntityId, operation.ErrorCode, operation.ErrorMessage));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_record_that_is_missing_is_an_error_with_the_services_code_or_null_where_one_tries(bool async)
    {
        var bench = new Bench();
        bench.Missing().Missing();
        OperationCollection operations = bench.Connection.Operations;
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(
            () => Bench.Run(async, () => operations.GetOperation("op1"), () => operations.GetOperationAsync("op1")));
        Assert.Equal((404, "OperationNotFound"), (e.Status, e.ErrorCode));
        Assert.Null(await Bench.Run(async, () => operations.TryGetOperation("op1"), () => operations.TryGetOperationAsync("op1")));
    }

    [Fact]
    public async Task Trying_hides_nothing_but_a_missing_record()
    {
        var bench = new Bench();
        bench.Handler.Reply(403);
        await Assert.ThrowsAsync<ServiceException>(() => bench.Connection.Operations.TryGetOperationAsync("op1"));
    }

    [Fact]
    public void A_done_handle_answers_succeeded_without_a_request()
    {
        var bench = new Bench();
        string id = OperationHandle.ForDone("Test", "Channel", "Start", Channels.Id).Text;
        Operation operation = bench.Connection.Operations.GetOperation(id);
        operation.WaitForCompletion();
        operation.Refresh();
        Assert.Equal((id, OperationState.Succeeded, Channels.Id), (operation.Id, operation.State, operation.TargetEntityId));
        Assert.Equal(OperationState.Succeeded, bench.Collection.GetOperation(id, null, CancellationToken.None).State);
        Assert.Empty(bench.Told);
        string other = OperationHandle.ForDone("Test", "Program", "Start", "p").Text;
        Assert.Throws<ArgumentException>(() => bench.Collection.GetOperation(other, null, CancellationToken.None));
    }

    [Fact]
    public void A_hostile_id_sends_nothing()
    {
        var bench = new Bench();
        Assert.Throws<ArgumentException>(() => bench.Connection.Operations.GetOperation("a\r\nb"));
        Assert.Throws<ArgumentException>(() => bench.Connection.Operations.TryGetOperation(".."));
        Assert.Throws<ArgumentException>(() => bench.Collection.GetOperation("op1", "..", CancellationToken.None));
        Assert.Empty(bench.Told);
    }

    [Fact]
    public void An_id_cannot_leave_its_place_in_the_path()
    {
        var bench = new Bench();
        bench.Pending();
        Assert.Throws<ArgumentException>(() => bench.Connection.Operations.GetOperation("x')/../Channels('y"));
        bench.Connection.Operations.GetOperation("x')/Channels('y");
        Assert.Equal("/api/Operations('x''%29%2FChannels%28''y')", bench.Handler.Requests[0].Uri.AbsolutePath.Replace("%27", "'", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_operation_is_refreshed_until_it_is_over_and_then_never_asked_for_again(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending().Record("Succeeded", target: Channels.Id);
        Operation<Channel> operation = await Bench.Send(async, bench.Channel("stopped"), Channels.Start);
        Assert.Equal((OperationState.InProgress, Channels.Id, TimeSpan.FromSeconds(30)), (operation.State, operation.TargetEntityId, operation.PollingInterval));
        for (int i = 0; i < 4; i++)
        {
            await Bench.Run(async, () => operation.Refresh(), () => operation.RefreshAsync());
        }

        Assert.Equal(OperationState.Succeeded, operation.State);
        Assert.Equal(3, bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_target_is_the_object_that_sent_the_operation_read_anew(bool async)
    {
        var bench = new Bench();
        bench.Accept().Entity("running", "new");
        Channel channel = bench.Channel("stopped");
        Operation<Channel> operation = await Bench.Send(async, channel, Channels.Start);
        Assert.Equal("starting", channel.State);
        Channel target = await Bench.Run(async, () => operation.GetTarget(), () => operation.GetTargetAsync());
        Assert.Same(channel, target);
        Assert.Equal(("running", "new"), (channel.State, channel.Description));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_operation_from_outside_falls_back_to_the_entity(bool async)
    {
        var bench = new Bench();
        bench.Missing().Entity("starting");
        Operation<Channel> operation = await Bench.Run(
            async,
            () => bench.Collection.GetOperation("op1", Channels.Id, CancellationToken.None),
            () => bench.Collection.GetOperationAsync("op1", Channels.Id, CancellationToken.None));
        Assert.Equal(OperationState.InProgress, operation.State);

        bench.Missing().Entity("running");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(
            () => Bench.Run(async, () => operation.Refresh(), () => operation.RefreshAsync()));
        Assert.Equal("OperationNotFound", e.ErrorCode);
        Assert.Equal([Bench.Poll, Bench.Read, Bench.Poll, Bench.Read], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wait_whose_record_expired_succeeds_by_the_entitys_state(bool async)
    {
        var bench = new Bench();
        bench.Accept().Missing().Entity("starting").Missing().Entity("running").Entity("running");
        Channel channel = bench.Channel("stopped");
        await Bench.Act(async, channel, Channels.Start);
        Assert.Equal("running", channel.State);
        Assert.Equal(["POST Channels('nb:chid:1')/Start", Bench.Poll, Bench.Read, Bench.Poll, Bench.Read, Bench.Read], bench.Told);
    }

    [Fact]
    public async Task A_wait_whose_record_expired_fails_when_the_entity_fell_back()
    {
        var bench = new Bench();
        bench.Accept().Missing().Entity("starting").Missing().Entity("stopped");
        OperationFailedException e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Contains("fell back to Stopped", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_fails_at_once_when_the_target_can_no_longer_be_reached()
    {
        var bench = new Bench();
        bench.Accept().Missing().Entity("deleting");
        OperationFailedException e = await Assert.ThrowsAsync<OperationFailedException>(() => Bench.Act(true, bench.Channel("stopped"), Channels.Start));
        Assert.Contains("Deleting, which does not lead to Running", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.Handler.Left);
    }

    [Fact]
    public async Task A_missing_record_whose_entity_tells_nothing_ends_the_wait_with_the_handle()
    {
        var bench = new Bench();
        bench.Accept().Missing().Entity("running");
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(true, bench.Channel("running"), Channels.Reset));
        Assert.Equal(("op1", "OperationNotFound"), (e.OperationId, e.ErrorCode));
    }

    [Fact]
    public async Task A_deletion_whose_record_expired_has_succeeded_when_the_entity_is_gone()
    {
        var bench = new Bench();
        bench.Accept().Missing().NoEntity();
        Channel channel = bench.Channel("stopped");
        await Bench.Act(true, channel, Channels.Delete);
        Assert.Equal("deleted", channel.State);
    }

    [Fact]
    public void An_operation_can_be_made_up_for_tests()
    {
        Assert.Equal("fake", new Fake().Id);
        Assert.Throws<InvalidOperationException>(() => new Fake().Refresh());
    }

    private sealed class Fake : Operation<Channel>
    {
        public override string Id => "fake";
    }
}
