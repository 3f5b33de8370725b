using MediaOps.Tool.Graph;

namespace MediaOps.Tool.Tests.Graph;

public sealed class StateGraphTests
{
    [Fact]
    public void An_action_leads_from_its_states_through_those_that_pass_to_its_end_or_to_its_failure()
    {
        StateGraph graph = Entities.Graph("AmsV2.Channel");

        Assert.Equal(
            [
                new Transition("Stopped", "Starting", "Start", TransitionKind.Call, Inferred: true),
                new Transition("Starting", "Running", "Start", TransitionKind.Completion, Inferred: true),
                new Transition("Starting", "Stopped", "Start", TransitionKind.Failure, Inferred: true),
            ],
            graph.Transitions.Where(transition => transition.Action == "Start"));
        Assert.Equal(["Running", "Stopped"], graph.Transitions.Where(transition => transition.Action == "Create").Select(transition => transition.To).Order(StringComparer.Ordinal));
        Assert.Contains(new Transition("Running", "Stopped", null, TransitionKind.Spontaneous, Inferred: false), graph.Transitions);
        Assert.Equal([("Stop,Reset", "every Program must be Stopped"), ("ShowSlate,StartAdvertisement", "EncodingType must be Standard")],
            graph.Conditions.Select(condition => (string.Join(',', condition.Actions), condition.Text)));
    }

    [Fact]
    public void What_every_state_allows_begins_in_any_state_and_what_changes_none_is_listed_apart()
    {
        StateGraph graph = Entities.Machine(
            [("Idle", "stable"), ("Busy", "stable"), ("Gone", "gone")],
            [("Work", "\"to\": \"Busy\", \"requires\": { \"parent\": [\"Open\", \"Ready\"] }"), ("Ping", "\"to\": \"@previous\", \"inferred\": true"), ("Size", "\"returns\": { \"type\": \"int\" }")],
            ("update", ""),
            ("delete", "\"to\": \"Gone\""));

        Assert.Equal(
            [
                new Transition(null, "Idle", null, TransitionKind.Call, Inferred: false),
                new Transition(StateGraph.AnyState, "Gone", "Delete", TransitionKind.Call, Inferred: false),
                new Transition(StateGraph.AnyState, "Busy", "Work", TransitionKind.Call, Inferred: false),
            ],
            graph.Transitions);
        Assert.Equal([new Label("Update", false), new Label("Ping", true)], graph.Everywhere);
        Assert.Equal((StateGraph.AnyState, "its Hall must be Open or Ready"), (Assert.Single(graph.Conditions).State, graph.Conditions[0].Text));
    }

    [Fact]
    public void What_completes_an_action_is_named_only_where_several_pass_through_one_state()
    {
        (string, string)[] states = [("Idle", "stable"), ("Changing", "transitional"), ("Big", "stable"), ("Small", "stable")];
        (string, string) grow = ("Grow", "\"from\": \"Idle\", \"via\": \"Changing\", \"to\": \"Big\"");
        (string, string) shrink = ("Shrink", "\"from\": \"Idle\", \"via\": \"Changing\", \"to\": \"Small\"");

        Arrow alone = Arrow.Of(Entities.Machine(states, [grow])).Single(arrow => arrow.To == "Big");
        IReadOnlyList<Arrow> both = Arrow.Of(Entities.Machine(states, [grow, shrink]));

        Assert.Empty(alone.Labels);
        Assert.Equal("Grow", Assert.Single(both.Single(arrow => arrow.To == "Big").Labels).Text);
        Assert.Equal(["Grow", "Shrink"], both.Single(arrow => arrow.To == "Changing").Labels.Select(label => label.Text));
    }

    [Fact]
    public void States_that_are_not_declared_are_left_out() =>
        Assert.DoesNotContain("Nowhere", Entities.Machine([("Idle", "stable")], [("Go", "\"from\": [\"Idle\", \"Nowhere\"], \"to\": \"Nowhere\"")]).Transitions.Select(transition => transition.To + transition.From));

    [Theory]
    [InlineData(61, 1)]
    [InlineData(60, 60)]
    public void What_no_picture_could_show_is_refused_at_once(int count, int from)
    {
        (string, string)[] states = [.. Enumerable.Range(0, count).Select(i => ($"S{i}", "stable"))];
        string all = string.Join(", ", states.Take(from).Select(state => $"\"{state.Item1}\""));

        ToolException refusal = Assert.Throws<ToolException>(() => Entities.Machine(states, [("Go", $"\"from\": [{all}], \"to\": [{all}]")]));

        Assert.Equal(ExitCode.Unreadable, refusal.ExitCode);
        Assert.Contains("no picture could show them", refusal.Message, StringComparison.Ordinal);
    }
}
