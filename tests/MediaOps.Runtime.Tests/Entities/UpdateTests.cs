namespace MediaOps.Runtime.Tests.Entities;

public class UpdateTests
{
    private const string Patch = "PATCH Channels('nb:chid:1')";

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nothing_changed_sends_nothing(bool async)
    {
        var bench = new Bench();
        Channel channel = bench.Channel("running");
        await Update(channel, async);
        channel.Description = "other";
        channel.Description = "old";
        await Update(channel, async);
        Operation<Channel> operation = await Bench.Run(
            async, () => channel.Core.SendUpdate(CancellationToken.None), () => channel.Core.SendUpdateAsync(CancellationToken.None));
        await operation.WaitForCompletionAsync();
        Assert.Equal((OperationState.Succeeded, "mediaops:1:done:Test:Channel:Update:nb%3Achid%3A1"), (operation.State, operation.Id));
        Assert.Empty(bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Only_the_members_that_differ_are_sent_and_then_the_entity_is_read(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(204);
        bench.Entity("stopped", "new, says the service");
        Channel channel = bench.Channel("stopped");
        channel.Description = "new";
        await Update(channel, async);
        Assert.Equal([Patch, Bench.Read], bench.Told);
        Assert.Equal("""{"Description":"new"}""", bench.Handler.Requests[0].Body);
        Assert.Equal("new, says the service", channel.Description);
    }

    [Fact]
    public async Task Members_with_a_dotted_wire_name_share_their_nested_objects_and_null_is_sent_as_null()
    {
        var bench = new Bench();
        bench.Handler.Reply(204);
        bench.Entity("stopped");
        Channel channel = bench.Channel("stopped");
        channel.Allow = null;
        channel.Label = "x";
        channel.Slate = "s";
        await Update(channel, async: true);
        Assert.Equal("""{"Access":{"IP":{"Allow":null,"Slate":"s"}},"Label":"x"}""", bench.Handler.Requests[0].Body);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_member_is_sent_only_in_the_states_that_its_own_rule_and_the_updates_rule_allow(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(204);
        bench.Entity("running", "new").Entity("running", "new");
        Channel channel = bench.Channel("running");
        channel.Description = "new";
        await Update(channel, async);
        channel.Allow = "all";
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Update(channel, async));
        Assert.Equal(["Stopped"], e.AllowedStates);
        Assert.Equal([Patch, Bench.Read, Bench.Read], bench.Told);
        Assert.Equal("all", channel.Allow);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_long_update_is_waited_for(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending().Record("Succeeded").Entity("stopped", "new");
        Channel channel = bench.Channel("stopped");
        channel.Description = "new";
        await Update(channel, async);
        Assert.Equal([Patch, Bench.Poll, Bench.Poll, Bench.Read], bench.Told);
        await Update(channel, async);
        Assert.Equal(4, bench.Told.Count);
    }

    [Fact]
    public async Task An_edit_made_while_the_update_is_under_way_is_kept_and_sent_by_the_next_one()
    {
        var bench = new Bench();
        Channel channel = bench.Channel("stopped");
        bench.Accept();
        bench.Handler.Then((_, _) =>
        {
            channel.Label = "meanwhile";
            return ScriptedHandler.Response(200, """{"State":"Succeeded"}""");
        });
        bench.Entity("stopped", "new");
        channel.Description = "new";
        await Update(channel, async: true);
        Assert.Equal(("new", "meanwhile"), (channel.Description, channel.Label));

        bench.Handler.Reply(204);
        bench.Entity("stopped", "new");
        await Update(channel, async: true);
        Assert.Equal("""{"Label":"meanwhile"}""", bench.Handler.Requests[^2].Body);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_edit_is_taken_back_although_nobody_asked_how_its_update_ended(bool async)
    {
        var bench = new Bench();
        bench.Accept();
        bench.Handler.Reply(204);
        bench.Entity("stopped");
        Channel channel = bench.Channel("stopped");
        channel.Description = "new";
        await Bench.Run(async, () => channel.Core.SendUpdate(CancellationToken.None), () => channel.Core.SendUpdateAsync(CancellationToken.None));
        channel.Description = "old";
        await Update(channel, async);
        Assert.Equal([Patch, Patch, Bench.Read], bench.Told);
        Assert.Equal("""{"Description":"old"}""", bench.Handler.Requests[1].Body);
    }

    [Fact]
    public async Task An_update_that_failed_keeps_the_edits()
    {
        var bench = new Bench();
        bench.Accept().Record("Failed", "Timeout").Entity("stopped", "old");
        Channel channel = bench.Channel("stopped");
        channel.Description = "new";
        await Assert.ThrowsAsync<OperationFailedException>(() => Update(channel, async: true));
        Assert.Equal("new", channel.Description);
        bench.Handler.Reply(204);
        bench.Entity("stopped", "new");
        await Update(channel, async: true);
        Assert.Equal("""{"Description":"new"}""", bench.Handler.Requests[^2].Body);
    }

    [Fact]
    public async Task An_update_never_undoes_what_others_changed_since_the_edit_began()
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded").Entity("stopped", "theirs");
        Channel channel = bench.Channel("running");
        channel.Label = "mine";
        await Bench.Act(true, channel, Channels.Stop);
        bench.Handler.Reply(204);
        bench.Entity("stopped", "theirs");
        await Update(channel, async: true);
        Assert.Equal("""{"Label":"mine"}""", bench.Handler.Requests[^2].Body);
        Assert.Equal("theirs", channel.Description);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_refresh_drops_edits(bool async)
    {
        var bench = new Bench();
        bench.Entity("stopped", "theirs");
        Channel channel = bench.Channel("stopped");
        channel.Description = "mine";
        await Bench.Run(async, () => channel.Core.Refresh(), () => channel.Core.RefreshAsync());
        Assert.Equal("theirs", channel.Description);
    }

    [Fact]
    public async Task A_copy_that_was_only_looked_at_does_not_hide_what_is_read_later()
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded").Entity("running", "fresh");
        Channel channel = bench.Channel("stopped");
        Assert.Equal("old", channel.Core.Edits.Description);
        await Bench.Act(true, channel, Channels.Start);
        Assert.Equal("fresh", channel.Description);
    }

    [Fact]
    public void A_put_sends_all_members()
    {
        var data = new ChannelData { Description = "d", Allow = "a", Label = "l" };
        RequestBody body = UpdateDiff.Body(UpdateDiff.All(Channels.Binding.Updatable, data));
        Assert.Equal("""{"Description":"d","Access":{"IP":{"Allow":"a","Slate":null}},"Label":"l"}""", System.Text.Encoding.UTF8.GetString(body.Bytes.Span));
    }

    private static Task Update(Channel channel, bool async) => Bench.Run(
        async, () => channel.Core.Update(null, CancellationToken.None), () => channel.Core.UpdateAsync(null, CancellationToken.None));
}
