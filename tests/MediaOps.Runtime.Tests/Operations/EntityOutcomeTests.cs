namespace MediaOps.Runtime.Tests.Operations;

public class EntityOutcomeTests
{
    [Theory]
    [InlineData("running", false, false, "Succeeded")]
    [InlineData("starting", false, true, "Pending")]
    [InlineData("stopped", false, true, "Pending")]
    [InlineData("stopped", false, false, "Failed")]
    [InlineData("stopped", true, true, "Failed")]
    [InlineData("broken", false, true, "Failed")]
    [InlineData("stopping", false, true, "Failed")]
    [InlineData("deleting", false, true, "Failed")]
    [InlineData("martian", false, true, "Pending")]
    public void A_start_is_judged_by_the_state_graph(string state, bool seen, bool first, string expected) => Check(Channels.Start, state, seen, first, expected);

    [Theory]
    [InlineData("stopped", "Succeeded")]
    [InlineData("starting", "Pending")]
    [InlineData("deleting", "Failed")]
    [InlineData("broken", "Failed")]
    public void A_stop_is_judged_by_the_state_graph(string state, string expected) => Check(Channels.Stop, state, seen: false, first: true, expected);

    [Theory]
    [InlineData(false, "Undecidable")]
    [InlineData(true, "Succeeded")]
    public void An_action_that_ends_where_it_begins_is_decided_only_when_the_entity_was_seen_to_move(bool seen, string expected)
        => Check(Channels.Reset, "running", seen, first: true, expected);

    [Theory]
    [InlineData("stopped", true)]
    [InlineData("stopped", false)]
    [InlineData("running", false)]
    [InlineData("stopping", false)]
    public void What_leaves_the_state_as_it_is_is_not_decided_by_the_state(string state, bool first)
        => Assert.Equal(OutcomeKind.Undecidable, Judge(Update, state, first: first).Kind);

    [Theory]
    [InlineData("stopped", true, "Pending")]
    [InlineData("stopped", false, "Succeeded")]
    [InlineData("stopping", false, "Pending")]
    [InlineData("running", false, "Failed")]
    public void Where_only_the_state_tells_what_leaves_it_as_it_is_ends_where_it_began(string state, bool first, string expected)
        => Assert.Equal(expected, EntityOutcome.Judge(Channels.Definition, Update, [], exists: true, state, changeSeen: false, mayLag: first, isOnlyWitness: true).Kind.ToString());

    [Fact]
    public void What_is_gone_is_deleted_and_nothing_else()
    {
        Assert.Equal(OutcomeKind.Succeeded, Judge(Channels.Delete, null, exists: false).Kind);
        Assert.Equal(OutcomeKind.Succeeded, Judge(Channels.Delete, "deleted").Kind);
        Assert.Equal(OutcomeKind.Pending, Judge(Channels.Delete, "deleting").Kind);
        Assert.Equal(OutcomeKind.Failed, Judge(Channels.Start, null, exists: false).Kind);
    }

    [Fact]
    public void A_creation_may_lag_once()
    {
        ActionDefinition create = Channels.Definition.Create!;
        Assert.Equal(OutcomeKind.Pending, Judge(create, null, exists: false).Kind);
        Assert.Equal(OutcomeKind.Failed, Judge(create, null, exists: false, first: false).Kind);
        Assert.Equal(OutcomeKind.Succeeded, Judge(create, "stopped").Kind);
    }

    [Theory]
    [InlineData(false, true, "Pending")]
    [InlineData(true, true, "Failed")]
    [InlineData(false, false, "Failed")]
    public void Where_only_the_state_tells_a_new_entity_begins_where_all_do(bool seen, bool isOnlyWitness, string expected)
        => Assert.Equal(expected, EntityOutcome.Judge(Channels.Definition, Channels.Definition.Create!, ["Running"], exists: true, "stopped", seen, mayLag: false, isOnlyWitness).Kind.ToString());

    [Fact]
    public void Without_the_action_only_a_moving_or_broken_entity_tells_something()
    {
        Assert.Equal(OutcomeKind.Pending, Judge(null, "starting").Kind);
        Assert.Equal(OutcomeKind.Failed, Judge(null, "broken").Kind);
        Assert.Equal(OutcomeKind.Undecidable, Judge(null, "running").Kind);
        Assert.Equal(OutcomeKind.Undecidable, Judge(null, null, exists: false).Kind);
    }

    private static ActionDefinition Update { get; } = new("Update", ActionKind.Update, "PATCH", "Channels('{Id}')") { From = ["Stopped"] };

    private static void Check(ActionDefinition action, string state, bool seen, bool first, string expected)
        => Assert.Equal(expected, Judge(action, state, seen: seen, first: first).Kind.ToString());

    private static EntityOutcome Judge(ActionDefinition? action, string? state, bool exists = true, bool seen = false, bool first = true)
        => EntityOutcome.Judge(Channels.Definition, action, action?.To ?? [], exists, state, seen, first);
}
