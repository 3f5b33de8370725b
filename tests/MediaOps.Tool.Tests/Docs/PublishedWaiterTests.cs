using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Docs.Waiters;

namespace MediaOps.Tool.Tests.Docs;

/// <summary>The waiters that AWS publishes for a MediaLive channel, written by hand there, and derived from the state rules here.</summary>
public sealed class PublishedWaiterTests
{
    private static readonly IReadOnlyList<Waiter> Channel = Derive();

    [Theory]
    [InlineData("Create", "IDLE", "CREATING", "CREATE_FAILED")]
    [InlineData("Start", "RUNNING", "STARTING", "IDLE")]
    [InlineData("Stop", "IDLE", "STOPPING", "")]
    [InlineData("Delete", "DELETED", "DELETING", "")]
    public void What_the_schema_says_in_so_many_words_is_what_is_published(string action, string success, string retry, string failure)
    {
        Waiter waiter = Channel.Single(waiter => waiter.Name == action);

        Assert.Equal(success, Named(waiter, Reason.To));
        Assert.Equal(retry, Named(waiter, Reason.Via));
        Assert.Equal(failure, Named(waiter, Reason.OnFailure));
    }

    [Theory]
    [InlineData("Create", "ChannelCreated", "IDLE", "CREATING", "CREATE_FAILED")]
    [InlineData("Start", "ChannelRunning", "RUNNING", "STARTING", "")]
    [InlineData("Stop", "ChannelStopped", "IDLE", "STOPPING", "")]
    [InlineData("Delete", "ChannelDeleted", "DELETED", "DELETING", "")]
    public void Each_state_that_is_published_means_the_same(string action, string published, string success, string retry, string failure)
    {
        Waiter waiter = Channel.Single(waiter => waiter.Name == action);

        Assert.Equal([Verdict.Success], Verdicts(waiter, success));
        Assert.Equal([Verdict.Retry], Verdicts(waiter, retry));
        Assert.All(Verdicts(waiter, failure), verdict => Assert.True(verdict == Verdict.Failure, published));
    }

    [Fact]
    public void Of_the_twelve_published_sets_eleven_are_equal_and_one_is_stricter_here()
    {
        (string Action, string Success, string Retry, string Failure)[] published =
        [
            ("Create", "IDLE", "CREATING", "CREATE_FAILED"),
            ("Start", "RUNNING", "STARTING", ""),
            ("Stop", "IDLE", "STOPPING", ""),
            ("Delete", "DELETED", "DELETING", ""),
        ];
        string[] different =
        [
            .. published.SelectMany(expected => new[] { (expected.Success, Reason.To), (expected.Retry, Reason.Via), (expected.Failure, Reason.OnFailure) }
                .Select(set => (Published: set.Item1, Derived: Named(Channel.Single(waiter => waiter.Name == expected.Action), set.Item2)))
                .Where(set => set.Published != set.Derived)
                .Select(set => $"{expected.Action}: '{set.Published}' is published, '{set.Derived}' derived")),
        ];

        // A start that falls back to idle fails at once; the published waiter asks on until its attempts are used up.
        Assert.Equal(["Start: '' is published, 'IDLE' derived"], different);
    }

    private static string Named(Waiter waiter, Reason reason) => string.Join(",", waiter.States.Where(state => state.Reason == reason).Select(state => state.State.Wire));

    private static IEnumerable<Verdict> Verdicts(Waiter waiter, string wire) => waiter.States.Where(state => state.State.Wire == wire).Select(state => state.Verdict);

    private static IReadOnlyList<Waiter> Derive()
    {
        SchemaService service = Assert.Single(SchemaSet.Load(Schemas.Of("medialive").Select(file => (file.Path, file.Text!))).Services);
        return WaiterDerivation.Of(service.Spec, service.Entities.Single(entity => entity.Name == "Channel"));
    }
}
