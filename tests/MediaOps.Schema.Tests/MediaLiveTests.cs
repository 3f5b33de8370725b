namespace MediaOps.Schema.Tests;

/// <summary>The files of medialive say what the service's published model and waiters say.</summary>
public sealed class MediaLiveTests
{
    private static readonly ServiceFiles Live = ServiceFiles.Load("medialive");

    [Fact]
    public void They_have_no_findings() => Assert.Empty(Live.Findings);

    [Fact]
    public void Requests_are_signed_for_the_region_of_the_endpoint()
    {
        AuthSpec auth = Live.Service.Spec.Auth.Single();
        Assert.Equal((AuthScheme.SigV4, "medialive", "{Region}"), (auth.Scheme, auth.SigningName, auth.Region));
        Assert.Equal("https://medialive.{Region}.amazonaws.com/", Live.Service.Spec.Endpoint);
        Assert.Equal(["Region"], OptionUse.OfRequests(Live.Service.Spec, Live.Service.Entities.Select(entity => EntityFacts.From(entity, entity.Name + ".json"))).Select(option => option.Name));
    }

    [Theory]
    [InlineData("Channel", "CREATING CREATE_FAILED IDLE STARTING RUNNING RECOVERING STOPPING UPDATING UPDATE_FAILED DELETING DELETED")]
    [InlineData("Input", "CREATING DETACHED ATTACHED DELETING DELETED")]
    [InlineData("Multiplex", "CREATING CREATE_FAILED IDLE STARTING RUNNING RECOVERING STOPPING DELETING DELETED")]
    public void States_have_the_published_spelling(string entity, string wires) =>
        Assert.Equal(wires, string.Join(' ', Live.Entity(entity).State!.Values.Select(state => state.Wire)));

    [Fact]
    public void Values_have_the_published_spelling()
    {
        Assert.Equal(["STANDARD", "SINGLE_PIPELINE"], Live.Type("Channel", "ChannelClass").Values.Select(value => value.Wire));
        Assert.Equal(
            [
                "UDP_PUSH", "RTP_PUSH", "RTMP_PUSH", "RTMP_PULL", "URL_PULL", "MP4_FILE", "MEDIACONNECT", "INPUT_DEVICE", "AWS_CDI", "TS_FILE", "SRT_CALLER",
                "MULTICAST", "SMPTE_2110_RECEIVER_GROUP", "SDI", "MEDIACONNECT_ROUTER", "SRT_LISTENER",
            ],
            Live.Type("Input", "InputType").Values.Select(value => value.Wire));
    }

    [Theory]
    [InlineData("Channel", "Create", " > Creating > Idle | CreateFailed")]
    [InlineData("Channel", "Update", "Idle >  > ")]
    [InlineData("Channel", "Delete", "Idle CreateFailed UpdateFailed > Deleting > Deleted?")]
    [InlineData("Channel", "Start", "Idle > Starting > Running | Idle")]
    [InlineData("Channel", "Stop", "Running Recovering > Stopping > Idle?")]
    [InlineData("Channel", "UpdateClass", "Idle > Updating > Idle | UpdateFailed?")]
    [InlineData("Input", "Create", " > Creating > Detached")]
    [InlineData("Input", "Delete", "Detached > Deleting > Deleted")]
    [InlineData("Multiplex", "Start", "Idle > Starting > Running | Idle")]
    [InlineData("Multiplex", "Stop", "Running Recovering > Stopping > Idle?")]
    [InlineData("Multiplex", "Delete", "Idle CreateFailed > Deleting > Deleted?")]
    public void Actions_lead_from_via_to_and_tell_what_is_inferred(string entity, string action, string rule) => Assert.Equal(rule, Live.Rule(entity, action));

    [Theory]
    [InlineData("Channel", "Create", 3, 600)]
    [InlineData("Channel", "Start", 5, 600)]
    [InlineData("Channel", "Stop", 5, 300)]
    [InlineData("Channel", "Delete", 5, 420)]
    [InlineData("Multiplex", "Start", 5, 600)]
    [InlineData("Multiplex", "Stop", 5, 140)]
    public void Intervals_and_time_outs_are_those_of_the_waiters(string entity, string action, int interval, int timeout)
    {
        DelaySpec delay = (Live.Action(entity, action).Delay ?? DelaySpec.None).Effective(Live.Tracking("state").Delay);
        Assert.Equal((TimeSpan.FromSeconds(interval), TimeSpan.FromSeconds(timeout)), (delay.Interval, delay.Timeout));
    }

    [Theory]
    [InlineData("Channel", "channel", "channels")]
    [InlineData("Input", "input", "inputs")]
    [InlineData("Multiplex", "multiplex", "multiplexes")]
    public void Answers_to_changes_wrap_the_entity_and_reads_do_not(string entity, string member, string items)
    {
        Assert.Equal((member, member), (Live.Action(entity, "Create").Returns, Live.Action(entity, "Update").Returns));
        Assert.Null(Live.Action(entity, "Read").Returns);
        Assert.Equal(("requestId", items), (Live.Action(entity, "Create").IdempotencyBody, Live.Action(entity, "List").Items));
        Assert.Equal("PUT", Live.Action(entity, "Update").Method);
    }

    [Fact]
    public void Pages_follow_a_token_and_errors_name_an_exception()
    {
        Assert.Equal(new PagingSpec(PagingStyle.Token, null, "nextToken", "nextToken", "maxResults", null), Live.Service.Spec.Paging);
        Assert.Equal(("x-amzn-ErrorType", "__type", "message"), (Live.Service.Spec.Errors.CodeHeader, Live.Service.Spec.Errors.CodeBody, Live.Service.Spec.Errors.MessageBody));
        Assert.All(Live.Service.Spec.Errors.Codes, code => Assert.Equal([code.Name + "Exception"], code.Wire));
        Assert.Equal([400, 403, 404, 409, 422, 429, 500, 502, 504], Live.Service.Spec.Errors.Codes.Select(code => code.Http).Order());
    }

    [Fact]
    public void A_channel_recovers_by_itself()
    {
        Assert.Contains(Live.Entity("Channel").State!.Spontaneous, change => change.From == "Running" && change.To.Single() == "Recovering");
        Assert.Contains(Live.Entity("Channel").State!.Spontaneous, change => change.From == "Recovering" && change.To.Single() == "Running");
    }
}
