namespace MediaOps.Runtime.Tests.Guards;

public class RequirementGuardTests
{
    private const string ListChildren = "GET Channels('nb:chid:1')/Programs";

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_parent_in_the_wrong_state_is_read_once_and_refuses(bool async)
    {
        var bench = new Bench();
        bench.Entity("stopped");
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(async, Programs.Make(bench), Programs.Start));
        Assert.Equal([Programs.ReadChannel], bench.Told);
        Assert.All(bench.Handler.Requests, request => Assert.Equal(!async, request.WasSync));
        Assert.Equal(("Program", Programs.Id, "Start"), (e.Entity, e.EntityId, e.Action));
        Assert.Equal(("Channel", Channels.Id, "Stopped", false), (e.BlockedBy, e.BlockedById, e.State, e.RefusedByService));
        Assert.Equal(["Running"], e.AllowedStates);
        Assert.Equal("Start of Program 'nb:pgid:1' is not possible: its Channel 'nb:chid:1' is Stopped; Running is needed. Nothing was sent.", e.Message);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_parent_in_the_right_state_lets_the_action_through(bool async)
    {
        var bench = new Bench();
        bench.Entity("running");
        bench.Handler.Reply(204);
        await Programs.Send(async, Programs.Make(bench), Programs.Start);
        Assert.Equal([Programs.ReadChannel, "POST Programs('nb:pgid:1')/Start"], bench.Told);
    }

    [Fact]
    public async Task A_parent_that_is_gone_refuses_and_the_message_says_so()
    {
        var bench = new Bench();
        bench.NoEntity();
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(true, Programs.Make(bench), Programs.Start));
        Assert.Equal("Deleted", e.State);
        Assert.Contains("its Channel 'nb:chid:1' does not exist", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_cannot_be_read_is_an_error_and_nothing_is_sent()
    {
        var bench = new Bench();
        bench.Handler.Reply(500);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Programs.Send(true, Programs.Make(bench), Programs.Start));
        Assert.Equal((500, 1), (e.Status, bench.Told.Count));
    }

    [Theory]
    [InlineData("martian", Channels.Id)]
    [InlineData(null, null)]
    public async Task A_parent_whose_state_or_id_is_not_known_is_left_to_the_service(string? state, string? channelId)
    {
        var bench = new Bench();
        if (state is not null)
        {
            bench.Entity(state);
        }

        bench.Handler.Reply(204);
        await Programs.Send(true, Programs.Make(bench, channelId: channelId), Programs.Start);
        Assert.Equal("POST Programs('nb:pgid:1')/Start", bench.Told[^1]);
    }

    [Fact]
    public async Task A_rule_that_no_source_states_lets_the_call_through_after_the_read()
    {
        var bench = new Bench();
        bench.Entity("stopped");
        bench.Handler.Reply(204);
        await Programs.Send(true, Programs.Make(bench), Programs.GuessedStart);
        Assert.Equal([Programs.ReadChannel, "POST Programs('nb:pgid:1')/GuessedStart"], bench.Told);
    }

    [Fact]
    public async Task The_entitys_own_state_is_judged_before_the_parent_is_read()
    {
        var bench = new Bench();
        bench.Handler.Reply(200, Programs.Json("running"));
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(true, Programs.Make(bench, "running"), Programs.Start));
        Assert.Equal([Programs.Read], bench.Told);
        Assert.Equal(("Program", Programs.Id), (e.BlockedBy, e.BlockedById));
    }

    [Theory]
    [InlineData(GuardMode.LastKnown)]
    [InlineData(GuardMode.Off)]
    public async Task Nothing_of_others_is_read_with_the_last_known_state_or_without_guards(GuardMode mode)
    {
        var bench = new Bench(mode, requires: GuardRequires.All);
        bench.Handler.Reply(204).Reply(204);
        await Programs.Send(true, Programs.Make(bench), Programs.Start);
        await Bench.Send(true, bench.Channel("running"), Programs.StopChannel);
        Assert.Equal(["POST Programs('nb:pgid:1')/Start", "POST Channels('nb:chid:1')/Stop"], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_child_on_any_page_in_the_wrong_state_refuses(bool async)
    {
        var bench = new Bench(requires: GuardRequires.All);
        bench.Page(("p1", "stopped"), ("p2", "stopped")).Page(("p3", "running"));
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Send(async, bench.Channel("running"), Programs.StopChannel));
        Assert.Equal([ListChildren, ListChildren + "?$skip=2"], bench.Told);
        Assert.Equal(("Channel", "Stop", "Program", "p3", "Running"), (e.Entity, e.Action, e.BlockedBy, e.BlockedById, e.State));
        Assert.Contains("its Program 'p3' is Running; Stopped is needed", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Children_that_are_all_in_the_right_state_or_an_unknown_one_let_the_action_through(bool async)
    {
        var bench = new Bench(requires: GuardRequires.All);
        bench.Page(("p1", "stopped"), ("p2", "martian")).Page();
        bench.Handler.Reply(204);
        await Bench.Send(async, bench.Channel("running"), Programs.StopChannel);
        Assert.Equal("POST Channels('nb:chid:1')/Stop", bench.Told[^1]);
    }

    [Fact]
    public async Task Children_and_values_are_not_looked_at_unless_asked_for()
    {
        var bench = new Bench();
        bench.Handler.Reply(204).Reply(204);
        await Bench.Send(true, bench.Channel("running"), Programs.StopChannel);
        await Programs.Send(true, Programs.Make(bench, quality: "Low"), Programs.Archive);
        Assert.Equal(2, bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_value_of_the_entity_that_forbids_is_read_once_and_then_decides(bool async)
    {
        var bench = new Bench(requires: GuardRequires.All);
        bench.Handler.Reply(200, Programs.Json("stopped", quality: "Low"));
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(
            () => Programs.Send(async, Programs.Make(bench, quality: "Low"), Programs.Archive));
        Assert.Equal([Programs.Read], bench.Told);
        Assert.Contains("its Quality is Low; High or Best is needed", e.Message, StringComparison.Ordinal);
        Assert.Equal(("Program", "Stopped"), (e.BlockedBy, e.State));
    }

    [Fact]
    public async Task A_value_that_allows_is_believed_and_one_that_has_changed_or_is_not_known_lets_the_action_through()
    {
        var bench = new Bench(requires: GuardRequires.All);
        bench.Handler.Reply(204);
        await Programs.Send(true, Programs.Make(bench, quality: "Best"), Programs.Archive);
        Assert.Single(bench.Told);
        foreach (string? now in new[] { "High", null })
        {
            bench.Handler.Reply(200, Programs.Json("stopped", quality: now)).Reply(204);
            await Programs.Send(true, Programs.Make(bench, quality: "Low"), Programs.Archive);
        }

        Assert.Equal(0, bench.Handler.Left);
    }

    [Fact]
    public async Task An_entity_that_is_found_gone_while_its_value_is_read_is_refused_as_gone()
    {
        var bench = new Bench(requires: GuardRequires.All);
        bench.NoEntity();
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(
            () => Programs.Send(true, Programs.Make(bench, quality: "Low"), Programs.Archive));
        Assert.Equal("Deleted", e.State);
    }

    [Fact]
    public async Task A_value_forbids_by_the_last_known_one_where_nothing_is_read()
    {
        var bench = new Bench(GuardMode.LastKnown, requires: GuardRequires.All);
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(true, Programs.Make(bench, quality: "Low"), Programs.Archive));
        Assert.Empty(bench.Told);
    }

    [Fact]
    public async Task A_refusal_by_the_service_names_everything_that_was_required_and_blames_nobody()
    {
        var bench = new Bench(GuardMode.Off);
        bench.Handler.Reply(409, """{"odata.error":{"code":"InvalidOperation","message":{"lang":"en","value":"Not now."}}}""");
        InvalidEntityStateException e = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(true, Programs.Make(bench), Programs.Start));
        Assert.True(e.RefusedByService);
        Assert.Null(e.BlockedBy);
        Assert.Contains("Stopped is needed; its Channel must be Running", e.Message, StringComparison.Ordinal);
    }
}
