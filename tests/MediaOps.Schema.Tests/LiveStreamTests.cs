namespace MediaOps.Schema.Tests;

/// <summary>The files of livestream say what the service's published interface says.</summary>
public sealed class LiveStreamTests
{
    private const string Location = "projects/my-project/locations/europe-west1";

    private static readonly ServiceFiles Google = ServiceFiles.Load("livestream");

    [Fact]
    public void They_have_no_findings() => Assert.Empty(Google.Findings);

    [Fact]
    public void An_operation_is_named_by_its_body_and_done_when_it_says_so()
    {
        TrackingSpec lro = Google.Tracking("lro");
        Assert.Equal((TrackingKind.Operation, "name", "done"), (lro.Kind, lro.HandleBody, lro.Status.Done));
        Assert.Equal(("GET", "/{+Handle}", "POST", "/{+Handle}:cancel"), (lro.PollMethod, lro.PollPath, lro.CancelMethod, lro.CancelPath));
        Assert.Equal(("metadata.target", "error.code", "error.message"), (lro.TargetPath, lro.ErrorCodePath, lro.ErrorMessagePath));
        Assert.Matches(lro.HandlePattern!, Location + "/operations/operation-1-2-3");
        Assert.DoesNotMatch(lro.HandlePattern!, Location + "/operations/a/b");
        Assert.Equal([200], lro.Accepted);
    }

    [Theory]
    [InlineData("Channel", "channels/a")]
    [InlineData("Input", "inputs/studio-1")]
    [InlineData("Event", "channels/a/events/b")]
    public void Full_names_are_ids_of_several_segments(string entity, string name)
    {
        IdSpec id = Google.Entity(entity).Id;
        Assert.Matches(id.Pattern!, Location + "/" + name);
        Assert.DoesNotMatch(id.Pattern!, Location + "/" + name + "/x");
        Assert.DoesNotMatch(id.Pattern!, Location + "/" + name + "-");
        Assert.Equal("GET /{+Name}", Google.Http(entity, "Read"));
    }

    [Theory]
    [InlineData("Channel", "projects/{Project}/locations/{Location}/channels/{ChannelId}")]
    [InlineData("Input", "projects/{Project}/locations/{Location}/inputs/{InputId}")]
    [InlineData("Event", "{ChannelName}/events/{EventId}")]
    public void The_creator_chooses_the_last_part_of_the_name(string entity, string template)
    {
        Assert.Equal(template, Google.Entity(entity).Id.Template);
        ParameterSpec id = Assert.Single(Google.Action(entity, "Create").Parameters);
        Assert.Equal((ParameterIn.Query, true), (id.In, id.Required));
        Assert.EndsWith("{" + id.Name + "}", template, StringComparison.Ordinal);
        Assert.Matches(id.Constraints.Pattern!, new string('a', 63));
        Assert.DoesNotMatch(id.Constraints.Pattern!, new string('a', 64));
    }

    [Theory]
    [InlineData("Channel", "STOPPED STARTING AWAITING_INPUT STREAMING STREAMING_NO_INPUT STREAMING_ERROR STOPPING")]
    [InlineData("Event", "PENDING SCHEDULED RUNNING SUCCEEDED FAILED")]
    public void States_have_the_published_spelling(string entity, string wires) =>
        Assert.Equal(wires, string.Join(' ', Google.Entity(entity).State!.Values.Where(state => state.Kind != StateKind.Gone).Select(state => state.Wire)));

    [Theory]
    [InlineData("Channel", "Create", " >  > Stopped")]
    [InlineData("Channel", "Update", "Stopped >  > ?")]
    [InlineData("Channel", "Delete", "Stopped >  > Deleted?")]
    [InlineData("Channel", "Start", "Stopped > Starting > AwaitingInput Streaming | Stopped?")]
    [InlineData("Channel", "Stop", "AwaitingInput Streaming StreamingNoInput StreamingError > Stopping > Stopped?")]
    [InlineData("Event", "Create", " >  > Scheduled Pending?")]
    [InlineData("Event", "Delete", "Pending Scheduled Succeeded Failed >  > Deleted?")]
    public void Actions_lead_from_via_to_and_tell_what_is_inferred(string entity, string action, string rule) => Assert.Equal(rule, Google.Rule(entity, action));

    [Fact]
    public void Channels_and_inputs_have_operations_and_events_are_there_at_once()
    {
        Assert.All(["Channel", "Input"], entity => Assert.Equal(["lro"], Google.Action(entity, "Create").Tracking));
        Assert.All(["Create", "Delete"], action => Assert.Empty(Google.Action("Event", action).Tracking));
        Assert.Null(Google.Entity("Input").State);
    }

    [Fact]
    public void Updates_name_what_changed_and_every_write_has_a_token()
    {
        Assert.All(["Channel", "Input"], entity => Assert.Equal("updateMask", Google.Action(entity, "Update").FieldMask));
        Assert.Equal(("requestId", "requestId"), (Google.Action("Channel", "Create").IdempotencyQuery, Google.Action("Channel", "Start").IdempotencyBody));
    }

    [Fact]
    public void A_code_has_a_name_and_a_number()
    {
        Assert.All(Google.Service.Spec.Errors.Codes, code => Assert.Equal(2, code.Wire.Count));
        Assert.Equal(["FAILED_PRECONDITION", "9"], Google.Service.Spec.Errors.Codes.Single(code => code.Category == "precondition").Wire);
    }

    [Fact]
    public void Project_and_location_are_asked_of_the_client() => Assert.Equal(
        ["Project", "Location"],
        OptionUse.OfRequests(Google.Service.Spec, Google.Service.Entities.Select(entity => EntityFacts.From(entity, entity.Name + ".json"))).Select(option => option.Name));

    [Fact]
    public void Durations_are_seconds_with_an_s() => Assert.Equal(DurationFormat.Google, Google.Type("Event", "AdBreakTask").Properties.Single().Duration);
}
