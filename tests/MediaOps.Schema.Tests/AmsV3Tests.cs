namespace MediaOps.Schema.Tests;

/// <summary>The files of ams-v3 say what the service's description and recorded traffic say.</summary>
public sealed class AmsV3Tests
{
    private static readonly ServiceFiles V3 = ServiceFiles.Load("ams-v3");

    [Fact]
    public void They_have_no_findings() => Assert.Empty(V3.Findings);

    [Fact]
    public void There_are_three_entities_and_a_group_of_operations_for_each() => Assert.Equal(
        ["LiveEvent", "LiveEventOperations", "LiveOutput", "LiveOutputOperations", "StreamingEndpoint", "StreamingEndpointOperations"],
        V3.Service.Entities.Select(entity => entity.Name));

    [Fact]
    public void Every_request_names_the_version()
    {
        Assert.Equal([new NamedText("api-version", "2022-11-01")], V3.Service.Spec.Query);
        Assert.EndsWith("/providers/Microsoft.Media/mediaservices/{AccountName}/", V3.Service.Spec.Endpoint, StringComparison.Ordinal);
        Assert.Equal(("value", "['@odata.nextLink']", PagingStyle.NextLink), (V3.Service.Spec.Paging!.Items, V3.Service.Spec.Paging.Next, V3.Service.Spec.Paging.Style));
        Assert.Equal(["https://management.azure.com/.default"], V3.Service.Spec.Auth.Single().Scopes);
    }

    [Fact]
    public void A_status_URL_is_preferred_then_Location_then_the_provisioning_state()
    {
        TrackingSpec arm = V3.Tracking("arm");
        Assert.Equal((TrackingKind.StatusUrl, "status", "Azure-AsyncOperation"), (arm.Kind, arm.Status.Path, arm.HandleHeaders[0]));
        Assert.Equal([201, 202], arm.Accepted);
        Assert.Equal(("Succeeded", "Failed", "Canceled", false), (arm.Status.Succeeded.Single(), arm.Status.Failed.Single(), arm.Status.Canceled.Single(), arm.Status.UnknownFails));
        Assert.Equal(("error.code", "error.message"), (arm.ErrorCodePath, arm.ErrorMessagePath));
        Assert.Equal(["management.azure.com"], arm.TrustHosts);

        TrackingSpec location = V3.Tracking("armLocation");
        Assert.Equal(["Location"], location.HandleHeaders);
        Assert.Equal((202, ResultVia.PollBody), (location.Status.PendingHttp.Single(), location.Result));

        TrackingSpec state = V3.Tracking("provisioningState");
        Assert.Equal((TrackingKind.EntityState, "properties.provisioningState", false), (state.Kind, state.Status.Path, state.ByStates));
        Assert.Contains(200, state.Accepted);

        IEnumerable<ActionSpec> moving = V3.Service.Entities.SelectMany(EntityActions.Of).Where(action => action.Kind is not (ActionKind.Read or ActionKind.List) && !action.OnlyAsks);
        Assert.All(moving, action => Assert.Equal(["arm", "armLocation", "provisioningState"], action.Tracking));
    }

    [Theory]
    [InlineData("LiveEvent", 32, "a-b", "-a")]
    [InlineData("LiveOutput", 256, "a--b", "a-")]
    [InlineData("StreamingEndpoint", 24, "a", "a_b")]
    public void Names_are_chosen_by_the_caller_within_the_documented_limits(string entity, int length, string good, string bad)
    {
        IdSpec id = V3.Entity(entity).Id;
        PropertySpec name = V3.Property(entity, "Name");
        Assert.Equal(("Name", true, true), (id.Property, id.AssignedByCaller, name.InPath));
        Assert.Equal((1, length), (name.Constraints.MinLength, name.Constraints.MaxLength));
        Assert.All([good, new string('a', length)], text => Assert.Matches(id.Pattern!, text));
        Assert.All([bad, string.Empty, new string('a', length + 1)], text => Assert.DoesNotMatch(id.Pattern!, text));
    }

    [Theory]
    [InlineData("LiveEvent", "Stopped:S Allocating:T StandBy:S Starting:T Running:S Stopping:T Deleting:T Deleted:G")]
    [InlineData("LiveOutput", "Creating:T Running:S Deleting:T Deleted:G")]
    [InlineData("StreamingEndpoint", "Stopped:S Starting:T Running:S Stopping:T Deleting:T Scaling:T Deleted:G")]
    public void States_are_the_documented_ones(string entity, string states) => Assert.Equal(states, V3.States(entity));

    [Theory]
    [InlineData("LiveEvent", "Create", " >  > Stopped Running")]
    [InlineData("LiveEvent", "Allocate", "Stopped > Allocating > StandBy | Stopped?")]
    [InlineData("LiveEvent", "Start", "Stopped StandBy > Starting > Running | Stopped")]
    [InlineData("LiveEvent", "Stop", "Running StandBy > Stopping > Stopped?")]
    [InlineData("LiveEvent", "Reset", "Running > Stopping Starting > Running | Stopped?")]
    [InlineData("LiveEvent", "Update", "Stopped StandBy Running >  > ?")]
    [InlineData("LiveEvent", "Delete", "Stopped > Deleting > Deleted?")]
    [InlineData("LiveOutput", "Create", " > Creating > Running")]
    [InlineData("LiveOutput", "Delete", "Creating Running > Deleting > Deleted?")]
    [InlineData("StreamingEndpoint", "Start", "Stopped > Starting > Running | Stopped")]
    [InlineData("StreamingEndpoint", "Stop", "Running > Stopping > Stopped")]
    [InlineData("StreamingEndpoint", "Scale", "Stopped Running > Scaling > @previous?")]
    [InlineData("StreamingEndpoint", "Delete", "Stopped > Deleting > Deleted?")]
    public void Actions_lead_from_via_to_and_tell_what_is_inferred(string entity, string action, string rule) => Assert.Equal(rule, V3.Rule(entity, action));

    [Theory]
    [InlineData("LiveEvent", "Create", "PUT /liveEvents/{Name}")]
    [InlineData("LiveEvent", "Update", "PATCH /liveEvents/{Name}")]
    [InlineData("LiveEvent", "Stop", "POST /liveEvents/{Name}/stop")]
    [InlineData("LiveOutput", "Create", "PUT /liveEvents/{LiveEventName}/liveOutputs/{Name}")]
    [InlineData("LiveOutput", "List", "GET /liveEvents/{LiveEventName}/liveOutputs")]
    [InlineData("StreamingEndpoint", "Scale", "POST /streamingEndpoints/{Name}/scale")]
    [InlineData("StreamingEndpoint", "GetSkus", "GET /streamingEndpoints/{Name}/skus")]
    [InlineData("LiveEventOperations", "GetStatus", "GET /liveEventOperations/{OperationId}")]
    [InlineData("LiveOutputOperations", "GetStatus", "GET /liveOutputOperations/{OperationId}")]
    [InlineData("StreamingEndpointOperations", "GetStatus", "GET /streamingEndpointOperations/{OperationId}")]
    [InlineData("LiveEventOperations", "GetResult", "GET /liveEvents/{LiveEventName}/operationLocations/{OperationId}")]
    [InlineData("LiveOutputOperations", "GetResult", "GET /liveEvents/{LiveEventName}/liveOutputs/{LiveOutputName}/operationLocations/{OperationId}")]
    [InlineData("StreamingEndpointOperations", "GetResult", "GET /streamingEndpoints/{StreamingEndpointName}/operationLocations/{OperationId}")]
    public void Requests_go_where_the_service_has_them(string entity, string action, string http) => Assert.Equal(http, V3.Http(entity, action));

    [Fact]
    public void A_create_may_start_too_and_a_stop_may_remove_the_outputs()
    {
        Assert.All(["LiveEvent", "StreamingEndpoint"], entity =>
        {
            ParameterSpec start = Assert.Single(V3.Action(entity, "Create").Parameters);
            Assert.Equal(("autoStart", ParameterIn.Query, false, "Running"), (start.Wire, start.In, start.Required, start.To));
        });
        ParameterSpec remove = Assert.Single(V3.Action("LiveEvent", "Stop").Parameters);
        Assert.Equal(("removeOutputsOnStop", ParameterIn.Body, "bool"), (remove.Wire, remove.In, remove.Type.Name));
    }

    [Fact]
    public void An_update_repeats_what_the_service_requires()
    {
        Assert.Equal(["Location", "Input"], V3.Action("LiveEvent", "Update").Always);
        Assert.Equal(["Location", "ScaleUnits"], V3.Action("StreamingEndpoint", "Update").Always);
        Assert.Null(V3.Entity("LiveOutput").Update);
    }

    [Fact]
    public void The_scale_action_says_scaleUnit_where_the_entity_says_scaleUnits()
    {
        Assert.Equal("scaleUnit", Assert.Single(V3.Action("StreamingEndpoint", "Scale").Parameters).Wire);
        Assert.Equal("properties.scaleUnits", V3.Property("StreamingEndpoint", "ScaleUnits").Wire);
    }

    [Theory]
    [InlineData("GetStatus", "getStatus", "LiveEventStatus[]")]
    [InlineData("GetStreamEvents", "getStreamEvents", "StreamEvent[]")]
    [InlineData("GetTrackIngestHeartbeats", "getTrackIngestHeartbeats", "TrackHeartbeat[]")]
    public void Reports_are_long_running_and_paged_and_found_by_Location(string name, string wire, string type)
    {
        ActionSpec action = V3.Action("LiveEvent", name);
        Assert.Equal(("POST", $"/liveEvents/{{Name}}/{wire}"), (action.Method, action.Path));
        Assert.Equal((type, "value", true), (action.Value!.Type.ToString(), action.Value.Path, action.Value.Paged));
        Assert.True(action.OnlyAsks);
        Assert.Equal(["armValue", "armLocation"], action.Tracking);
        Assert.Equal(ResultVia.Location, V3.Tracking("armValue").Result);
    }

    [Fact]
    public void An_output_belongs_to_its_event_whose_name_is_in_the_address_only()
    {
        EntitySpec output = V3.Entity("LiveOutput");
        Assert.Equal(new ParentSpec("LiveEvent", "LiveEventName", "/liveEvents/{LiveEventName}/liveOutputs"), output.Parent);
        Assert.True(V3.Property("LiveOutput", "LiveEventName").InPath);
        EntityFacts facts = EntityFacts.From(output, "LiveOutput.json");
        Assert.Equal((true, "LiveOutputsOf"), (facts.NeedsParent, facts.ClientMember));
        Assert.Equal(["LiveEventName"], facts.Ancestors);
        Assert.Equal(("PT1M", "PT25H"), (V3.Property("LiveOutput", "ArchiveWindowLength").Constraints.Minimum, V3.Property("LiveOutput", "ArchiveWindowLength").Constraints.Maximum));
    }

    [Fact]
    public void Secrets_are_marked()
    {
        Assert.True(V3.Type("LiveEvent", "LiveEventInput").Properties.Single(property => property.Name == "AccessToken").Secret);
        Assert.True(V3.Type("LiveEvent", "LiveEventEndpoint").Properties.Single(property => property.Name == "Url").Secret);
        Assert.True(V3.Type("StreamingEndpoint", "AkamaiSignatureHeaderAuthenticationKey").Properties.Single(property => property.Name == "Base64Key").Secret);
    }

    [Fact]
    public void Codes_that_were_seen_are_facts_and_the_others_are_inferred()
    {
        Assert.Equal(
            ["OperationInProgress", "ParentResourceNotFound", "PreconditionFailed", "ResourceNotFound"],
            V3.Service.Spec.Errors.Codes.Where(code => !code.Inferred).Select(code => code.Name).Order(StringComparer.Ordinal));
        Assert.Equal((409, "conflict"), (V3.Service.Spec.Errors.Codes.Single(code => code.Name == "OperationInProgress") is var code ? (code.Http, code.Category) : default));
    }

    [Fact]
    public void Starting_an_endpoint_is_asked_about_less_often_than_starting_an_event()
    {
        DelaySpec endpoint = V3.Action("StreamingEndpoint", "Start").Delay!.Effective(V3.Tracking("arm").Delay);
        DelaySpec live = DelaySpec.None.Effective(V3.Tracking("arm").Delay);
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(60)), (endpoint.Min, endpoint.Interval, endpoint.Timeout));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)), (live.Min, live.Interval));
    }

    [Fact]
    public void The_clients_options_are_all_in_the_endpoint() => Assert.Empty(OptionUse.OfRequests(
        V3.Service.Spec, V3.Service.Entities.Select(entity => EntityFacts.From(entity, entity.Name + ".json"))));
}
