namespace MediaOps.Schema.Tests;

/// <summary>The files of ams-v2 say what the service's documentation says.</summary>
public sealed class AmsV2Tests
{
    private static readonly SchemaSet Set = SchemaSet.Load(Files.OfService("ams-v2"));
    private static readonly SchemaService Service = Set.Services.Single();
    private static readonly EntitySpec Channel = Service.Entities.Single(entity => entity.Name == "Channel");

    [Fact]
    public void They_have_no_findings() => Assert.Empty(Set.Findings);

    [Fact]
    public void Operations_are_polled_every_30_seconds_for_at_most_an_hour()
    {
        TrackingSpec tracking = Service.Spec.Tracking.Single();
        Assert.Equal(new DelaySpec(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), null, TimeSpan.FromMinutes(60)), tracking.Delay);
        Assert.Equal(("GET", "/Operations('{Handle}')"), (tracking.PollMethod, tracking.PollPath));
        Assert.Equal([202], tracking.Accepted);
        Assert.Equal(["operation-id"], tracking.HandleHeaders);
        Assert.Equal("TargetEntityId", tracking.TargetPath);
        Assert.Equal(("ErrorCode", "ErrorMessage"), (tracking.ErrorCodePath, tracking.ErrorMessagePath));
    }

    [Fact]
    public void Requests_carry_the_documented_headers() => Assert.Equal(
        [
            new("x-ms-version", "2.19"), new("DataServiceVersion", "3.0;NetFx"), new("MaxDataServiceVersion", "3.0;NetFx"),
            new("Accept", "application/json;odata=minimalmetadata"), new NamedText("Accept-Charset", "UTF-8"),
        ],
        Service.Spec.Headers);

    [Fact]
    public void The_service_has_its_14_error_codes()
    {
        Assert.Equal("OperationErrorCode", Service.Spec.Errors.Enum);
        Assert.Equal(
            [
                "BadRequest", "DeleteNotAllowedOnDefaultOrigin", "ExceededResourceQuota", "InsufficientCapacity", "InternalError", "InvalidIdentifierFormat",
                "InvalidOperation", "InvalidResourceName", "OperationInProgress", "OperationNotFound", "ResourceNameTaken", "ResourceNotFound",
                "SettingsUpdateInProgress", "Timeout",
            ],
            Service.Spec.Errors.Codes.Select(code => code.Name).Order(StringComparer.Ordinal));
        Assert.Equal("precondition", Service.Spec.Errors.Codes.Single(code => code.Name == "InvalidOperation").Category);
        Assert.Equal(["InsufficientCapacity", "InternalError", "OperationInProgress", "SettingsUpdateInProgress", "Timeout"],
            Service.Spec.Errors.Codes.Where(code => code.Retry).Select(code => code.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_channel_has_the_documented_states()
    {
        Assert.Equal(["Stopped", "Starting", "Running", "Stopping", "Deleting", "Deleted"], Channel.State!.Values.Select(state => state.Name));
        Assert.Equal(["Starting", "Stopping", "Deleting"], Channel.State.Values.Where(state => state.Kind == StateKind.Transitional).Select(state => state.Name));
        Assert.Equal("Stopped", Channel.State.Initial);
        Assert.Equal(["Stopped", "Running"], Channel.State.Creatable);
    }

    [Theory]
    [InlineData("Start", "Stopped", "Starting", "Running", true)]
    [InlineData("Stop", "Running", "Stopping", "Stopped", false)]
    [InlineData("Reset", "Running", null, "Running", false)]
    [InlineData("ShowSlate", "Running", null, "Running", true)]
    [InlineData("HideSlate", "Running", null, "Running", false)]
    [InlineData("StartAdvertisement", "Running", null, "Running", true)]
    [InlineData("EndAdvertisement", "Running", null, "Running", false)]
    public void Actions_lead_from_via_to(string name, string from, string? via, string to, bool inferred)
    {
        ActionSpec action = Channel.Actions.Single(candidate => candidate.Name == name);
        Assert.Equal([from], action.From!.Value);
        Assert.Equal(via is null ? [] : [via], action.Via);
        Assert.Equal([to], action.To);
        Assert.Equal(inferred, action.Inferred);
        Assert.Equal(("POST", $"/Channels('{{Id}}')/{name}"), (action.Method, action.Path));
        Assert.Equal(["operation"], action.Tracking);
    }

    [Fact]
    public void A_start_that_fails_falls_back_to_stopped_and_a_create_ends_where_it_was_asked_to()
    {
        Assert.Equal(["Stopped"], Channel.Actions.Single(action => action.Name == "Start").OnFailure);
        Assert.Equal("State", Channel.Create!.ToProperty);
        Assert.Equal(["Deleting"], Channel.Delete!.Via);
        Assert.Equal(["Deleted"], Channel.Delete.To);
        Assert.Equal(["Stopped"], Channel.Update!.From!.Value);
    }

    [Fact]
    public void Advertisements_and_slates_need_the_encoding_type_Standard()
    {
        ActionSpec start = Channel.Actions.Single(action => action.Name == "StartAdvertisement");
        Assert.Equal([new NamedText("EncodingType", "Standard")], start.Requires.Self);
        Assert.Equal(["duration", "cueId", "showSlate"], start.Parameters.Select(parameter => parameter.Wire));
        Assert.Equal("true", start.Parameters[2].Default);
    }

    [Fact]
    public void Names_are_those_that_programs_of_the_old_SDK_use()
    {
        Assert.Equal(["FragmentedMP4", "RTMP", "RTPMPEG2TS"], Type("StreamingProtocol").Values.Select(value => value.Name));
        PropertySpec allow = Type("ChannelAccessControl").Properties.Single();
        Assert.Equal(("IPAllowList", "IP.Allow", "IPRange[]"), (allow.Name, allow.Wire, allow.Type.ToString()));
        Assert.Equal("ChannelOutputHls", Type("ChannelOutput").Properties.Single(property => property.Name == "Hls").Type.Name);
        Assert.Equal("CloudMediaContext", Service.Spec.Client);
        Assert.Equal(["Name", "Address", "SubnetPrefixLength"], Service.Spec.Types.Single(type => type.Name == "IPRange").Properties.Select(property => property.Name));
        Assert.Equal(["name", "inputStreamingProtocol", "inputIPAllowList"], Channel.Create!.Overloads.Single().Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void The_example_id_is_well_formed_and_another_prefix_is_not()
    {
        Assert.Matches(Channel.Id.Pattern!, Channel.Id.Example!);
        Assert.DoesNotMatch(Channel.Id.Pattern!, Channel.Id.Example!.Replace("chid", "pgid", StringComparison.Ordinal));
    }

    private static TypeSpec Type(string name) => Channel.Types.Single(type => type.Name == name);
}
