namespace MediaOps.Schema.Tests;

/// <summary>The files of mkio say what its documentation and clients say.</summary>
public sealed class MkIoTests
{
    private static readonly ServiceFiles MkIo = ServiceFiles.Load("mkio");

    [Fact]
    public void They_have_no_findings() => Assert.Empty(MkIo.Findings);

    [Fact]
    public void The_service_takes_a_bearer_token_or_the_older_header() => Assert.Equal(
        [(AuthScheme.Bearer, null), (AuthScheme.ApiKey, "x-mkio-token")],
        MkIo.Service.Spec.Auth.Select(auth => (auth.Scheme, auth.Header)));

    [Fact]
    public void An_event_tells_its_state_at_a_place_of_its_own()
    {
        StateSpec state = MkIo.Entity("LiveEvent").State!;
        Assert.Equal(("/liveEvents/{Name}/state", "status.state", "ResourceState"), (state.ReadPath, state.Path, state.Property));
        TrackingSpec tracking = MkIo.Tracking("state");
        Assert.Equal((true, TimeSpan.FromSeconds(15)), (tracking.ByStates, tracking.Settle));
    }

    [Theory]
    [InlineData("LiveEvent", "Stopped:S Allocating:T StandBy:S Starting:T Running:S Stopping:T Deleting:T Deleted:G")]
    [InlineData("LiveOutput", "Creating:T Running:S Deleting:T Deleted:G")]
    [InlineData("StreamingEndpoint", "Creating:T Stopped:S Starting:T Running:S Stopping:T Scaling:T Deleting:T Deleted:G")]
    public void States_are_the_documented_ones(string entity, string states) => Assert.Equal(states, MkIo.States(entity));

    [Theory]
    [InlineData("LiveEvent", "Create", " > Allocating > Stopped StandBy?")]
    [InlineData("LiveEvent", "Allocate", "Stopped > Allocating > StandBy | Stopped?")]
    [InlineData("LiveEvent", "Start", "Stopped StandBy > Starting > Running | Stopped?")]
    [InlineData("LiveEvent", "Stop", "Running StandBy > Stopping > Stopped?")]
    [InlineData("LiveEvent", "Delete", "Stopped StandBy > Deleting > Deleted?")]
    [InlineData("LiveOutput", "Create", " > Creating > Running?")]
    [InlineData("StreamingEndpoint", "Start", "Stopped > Starting > Running | Stopped?")]
    [InlineData("StreamingEndpoint", "Scale", "Stopped Running > Scaling > @previous?")]
    public void Actions_lead_from_via_to_and_all_of_it_is_inferred(string entity, string action, string rule)
    {
        Assert.Equal(rule, MkIo.Rule(entity, action));
        Assert.Equal(["state"], MkIo.Action(entity, action).Tracking);
    }

    [Fact]
    public void Names_of_events_have_two_characters_at_least()
    {
        Assert.Equal((2, 32), (MkIo.Property("LiveEvent", "Name").Constraints.MinLength, MkIo.Property("LiveEvent", "Name").Constraints.MaxLength));
        Assert.DoesNotMatch(MkIo.Entity("LiveEvent").Id.Pattern!, "a");
        Assert.Matches(MkIo.Entity("LiveEvent").Id.Pattern!, "ab");
    }

    [Fact]
    public void Errors_are_an_envelope_with_a_reference()
    {
        ErrorsSpec errors = MkIo.Service.Spec.Errors;
        Assert.Equal(("error.code", "error.detail", "ref"), (errors.CodeBody, errors.MessageBody, errors.RequestIdBody));
        Assert.Equal("precondition", errors.Codes.Single(code => code.Http == 409).Category);
        Assert.All(errors.Codes, code => Assert.True(code.Inferred));
    }
}
