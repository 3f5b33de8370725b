namespace MediaOps.Runtime.Tests.Guards;

public class StateGuardTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_state_that_allows_the_action_is_believed(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        await Bench.Send(async, bench.Channel("stopped"), Channels.Start);
        Assert.Equal(["POST Channels('nb:chid:1')/Start"], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_state_that_forbids_it_is_read_once_and_then_decides(bool async)
    {
        var bench = new Bench();
        bench.Entity("running");
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(async, bench.Channel("running"), Channels.Start));
        Assert.Equal([Bench.Read], bench.Told);
        Assert.Equal(("Channel", Channels.Id, "Start", "Running", false), (e.Entity, e.EntityId, e.Action, e.State, e.RefusedByService));
        Assert.Equal(["Stopped"], e.AllowedStates);
        Assert.Contains("Nothing was sent", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_has_changed_meanwhile_lets_the_action_through()
    {
        var bench = new Bench();
        bench.Entity("stopped").Accept();
        await Bench.Send(true, bench.Channel("running"), Channels.Start);
        Assert.Equal([Bench.Read, "POST Channels('nb:chid:1')/Start"], bench.Told);
    }

    [Theory]
    [InlineData("martian")]
    [InlineData("broken")]
    public async Task An_unknown_state_is_read_once_and_left_to_the_service_and_a_known_one_decides(string state)
    {
        var bench = new Bench();
        bench.Entity(state).Accept();
        Task Send() => Bench.Send(true, bench.Channel("martian"), Channels.Start);
        if (state == "martian")
        {
            await Send();
            Assert.Equal(2, bench.Told.Count);
        }
        else
        {
            await Assert.ThrowsAsync<InvalidEntityStateException>(Send);
        }
    }

    [Fact]
    public async Task LastKnown_decides_without_a_read_and_sends_where_nothing_is_known()
    {
        var bench = new Bench(GuardMode.LastKnown);
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, bench.Channel("running"), Channels.Start));
        Assert.Empty(bench.Told);
        bench.Accept();
        await Bench.Send(true, bench.Channel("martian"), Channels.Start);
        Assert.Single(bench.Told);
    }

    [Fact]
    public async Task Off_sends_whatever_the_state_and_the_services_refusal_is_the_same_type()
    {
        var bench = new Bench(GuardMode.Off);
        bench.Handler.Reply(409, """{"odata.error":{"code":"InvalidOperation","message":{"lang":"en","value":"Not now."}}}""");
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, bench.Channel("running"), Channels.Start));
        Assert.True(e.RefusedByService);
        Assert.Equal((409, "InvalidOperation"), (((ServiceException)e.InnerException!).Status, ((ServiceException)e.InnerException).ErrorCode));
        Assert.Equal(["Stopped"], e.AllowedStates);
    }

    [Fact]
    public async Task Another_refusal_by_the_service_stays_a_service_exception()
    {
        var bench = new Bench();
        bench.Handler.Reply(409, """{"odata.error":{"code":"OperationInProgress","message":{"value":"busy"}}}""");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Send(true, bench.Channel("stopped"), Channels.Start));
        Assert.Equal("OperationInProgress", e.ErrorCode);
    }

    [Fact]
    public async Task After_a_refusal_by_the_service_the_next_guard_reads_although_the_last_known_state_allows()
    {
        var bench = new Bench();
        bench.Handler.Reply(409, """{"odata.error":{"code":"InvalidOperation"}}""");
        bench.Entity("running");
        Channel channel = bench.Channel("stopped");
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, channel, Channels.Start));
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, channel, Channels.Start));
        Assert.False(e.RefusedByService);
        Assert.Equal(Bench.Read, bench.Told[^1]);
    }

    [Fact]
    public async Task A_rule_that_no_source_states_lets_the_call_through_after_one_read()
    {
        var bench = new Bench();
        bench.Entity("stopped");
        bench.Handler.Reply(204);
        await Bench.Send(true, bench.Channel("stopped"), Channels.Signal);
        Assert.Equal([Bench.Read, "POST Channels('nb:chid:1')/Signal"], bench.Told);
    }

    [Fact]
    public async Task An_entity_that_is_found_gone_is_refused()
    {
        var bench = new Bench();
        bench.NoEntity();
        Channel channel = bench.Channel("running");
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, channel, Channels.Start));
        Assert.Equal(("Deleted", "deleted"), (e.State, channel.State));
    }

    [Fact]
    public async Task Edits_survive_the_guards_read()
    {
        var bench = new Bench();
        bench.Entity("running", "theirs");
        Channel channel = bench.Channel("running");
        channel.Description = "mine";
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(true, channel, Channels.Start));
        Assert.Equal("mine", channel.Description);
    }
}
