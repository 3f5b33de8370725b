using MediaOps.Generator.Tests.Harness;
using MediaOps.Runtime;
using MediaOps.Schema;
using MediaOps.Tool.Docs.Waiters;

namespace MediaOps.Tool.Tests.Docs;

public sealed class WaiterTests
{
    private static readonly bool[] NoAndYes = [false, true];

    public static TheoryData<string> Services => [.. Schemas.Services, "facility"];

    [Theory]
    [MemberData(nameof(Services))]
    public void Each_state_means_what_the_runtime_takes_it_for(string service)
    {
        var waiting = Waiting.Of(service, service == "facility" ? Facility.All : Schemas.Of(service));
        int compared = 0;
        foreach (EntitySpec entity in waiting.Service.Entities.Where(entity => entity.State is not null))
        {
            EntityDefinition definition = waiting.Definition(entity.Name);
            foreach (Waiter waiter in waiting.Of(entity.Name).Where(waiter => waiter.Tracking is not null))
            {
                ActionDefinition action = definition.Find(waiter.Action.Name)!;
                TrackingDefinition tracking = action.Tracking.Single(profile => profile.Name == waiter.Tracking!.Name);
                foreach ((StateMeaning meaning, bool moved, bool settled) in Moments(waiter, tracking))
                {
                    EntityOutcome outcome = EntityOutcome.Judge(definition, action, waiter.Ends, exists: true, meaning.State.Wire, moved, !settled, waiter.ByStates);

                    Assert.True(
                        Verdict(outcome.Kind) == meaning.At(settled, moved),
                        $"{entity.Name}.{waiter.Name} in {meaning.State.Name}, moved {moved}, settled {settled}: the table says {meaning.At(settled, moved)}, the runtime {outcome.Kind} ({outcome.Reason})");
                    compared++;
                }
            }
        }

        Assert.True(compared > 0, "Nothing was compared.");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void An_entity_that_is_missing_means_what_the_runtime_takes_it_for(string service)
    {
        var waiting = Waiting.Of(service, service == "facility" ? Facility.All : Schemas.Of(service));
        foreach (EntitySpec entity in waiting.Service.Entities.Where(entity => entity.State is not null))
        {
            EntityDefinition definition = waiting.Definition(entity.Name);
            foreach (Waiter waiter in waiting.Of(entity.Name).Where(waiter => waiter is { ByStates: true, Tracking.Absent: null }))
            {
                ActionDefinition action = definition.Find(waiter.Action.Name)!;
                bool lags = waiter.Tracking!.Settle > TimeSpan.Zero;
                OutcomeKind first = EntityOutcome.Judge(definition, action, waiter.Ends, exists: false, wire: null, changeSeen: false, mayLag: lags, isOnlyWitness: true).Kind;
                OutcomeKind later = EntityOutcome.Judge(definition, action, waiter.Ends, exists: false, wire: null, changeSeen: false, mayLag: false, isOnlyWitness: true).Kind;

                Assert.Equal(Verdict(later), waiter.Missing!.Verdict);
                Assert.Equal(Verdict(first), waiter.Missing.Patience == Patience.None ? waiter.Missing.Verdict : Tool.Docs.Waiters.Verdict.Retry);
            }
        }
    }

    [Fact]
    public void Every_action_that_changes_something_has_a_waiter()
    {
        foreach (string service in Schemas.Services)
        {
            SchemaService read = Assert.Single(SchemaSet.Load(Schemas.Of(service).Select(file => (file.Path, file.Text!))).Services);
            foreach (EntitySpec entity in read.Entities)
            {
                Assert.Equal(
                    EntityActions.Of(entity).Where(action => action.Kind is not (Schema.ActionKind.Read or Schema.ActionKind.List)).Select(action => action.Name),
                    WaiterDerivation.Of(read.Spec, entity).Select(waiter => waiter.Action.Name).Distinct());
            }
        }
    }

    [Fact]
    public void An_action_that_ends_as_the_caller_asks_has_a_waiter_for_each_end()
    {
        SchemaService service = Assert.Single(SchemaSet.Load(Schemas.AmsV2.Select(file => (file.Path, file.Text!))).Services);

        Assert.Equal(
            ["Create (State = Stopped)", "Create (State = Running)", "Update", "Delete", "Start", "Stop", "Scale (from Running)", "Scale (from Stopped)"],
            WaiterDerivation.Of(service.Spec, service.Entities.Single(entity => entity.Name == "StreamingEndpoint")).Select(waiter => waiter.Name));
    }

    private static IEnumerable<(StateMeaning Meaning, bool Moved, bool Settled)> Moments(Waiter waiter, TrackingDefinition tracking)
    {
        // Where a record is missing, the first look counts as unsettled; a service that never lags is settled at once.
        bool[] settled = waiter.ByStates && tracking.Settle == TimeSpan.Zero ? [true] : NoAndYes;
        return waiter.States.SelectMany(state => settled.SelectMany(isSettled => NoAndYes.Select(moved => (state, moved, isSettled))));
    }

    private static Verdict Verdict(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Succeeded => Tool.Docs.Waiters.Verdict.Success,
        OutcomeKind.Pending => Tool.Docs.Waiters.Verdict.Retry,
        OutcomeKind.Failed => Tool.Docs.Waiters.Verdict.Failure,
        _ => Tool.Docs.Waiters.Verdict.Undecided,
    };
}
