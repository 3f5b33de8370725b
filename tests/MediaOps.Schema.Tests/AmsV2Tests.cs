namespace MediaOps.Schema.Tests;

/// <summary>The files of ams-v2 say what the service's documentation says.</summary>
public sealed class AmsV2Tests
{
    private static readonly SchemaSet Set = SchemaSet.Load(Files.OfService("ams-v2"));
    private static readonly SchemaService Service = Set.Services.Single();
    private static readonly EntitySpec Channel = Service.Entities.Single(entity => entity.Name == "Channel");
    private static readonly EntitySpec Endpoint = Service.Entities.Single(entity => entity.Name == "StreamingEndpoint");
    private static readonly EntitySpec Program = Service.Entities.Single(entity => entity.Name == "Program");

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
    public void Names_are_unique_in_the_account()
    {
        foreach (EntitySpec entity in Service.Entities)
        {
            Assert.Equal(["Name"], entity.Properties.Where(property => property.Unique).Select(property => property.Name));
            Assert.Equal("/" + entity.Plural, entity.List!.Path);
        }
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

    [Theory]
    [InlineData("Channel", "chid")]
    [InlineData("StreamingEndpoint", "oid")]
    [InlineData("Program", "pgid")]
    public void The_example_id_is_well_formed_and_another_prefix_is_not(string name, string prefix)
    {
        IdSpec id = Service.Entities.Single(entity => entity.Name == name).Id;
        Assert.StartsWith($"nb:{prefix}:UUID:", id.Example, StringComparison.Ordinal);
        Assert.Matches(id.Pattern!, id.Example!);
        Assert.DoesNotMatch(id.Pattern!, id.Example!.Replace(prefix, "cid", StringComparison.Ordinal));
    }

    [Fact]
    public void The_service_has_three_entities() => Assert.Equal(["Channel", "Program", "StreamingEndpoint"], Service.Entities.Select(entity => entity.Name));

    [Fact]
    public void A_channel_stops_and_resets_only_when_its_programs_are_stopped()
    {
        string[] actions = [.. EntityActions.Of(Channel).Where(action => action.Requires.Children.Count > 0).Select(action => action.Name)];
        Assert.Equal(["Stop", "Reset"], actions);
        Assert.All(actions, name => Assert.Equal(
            new ChildrenRequirement("Program", new(["Stopped"])),
            Channel.Actions.Single(action => action.Name == name).Requires.Children.Single()));
    }

    [Fact]
    public void A_program_belongs_to_a_channel_and_starts_only_on_a_running_one()
    {
        Assert.Equal(new ParentSpec("Channel", "ChannelId", "/Channels('{ChannelId}')/Programs"), Program.Parent);
        Assert.Equal(["Running"], Action(Program, "Start").Requires.Parent);
        Assert.Empty(Action(Program, "Stop").Requires.Parent);
    }

    [Fact]
    public void A_program_is_made_and_removed_at_once_and_started_and_stopped_by_operations()
    {
        Assert.Empty(Program.Create!.Tracking);
        Assert.Empty(Program.Delete!.Tracking);
        Assert.Equal(["Stopped"], Program.Delete.From!.Value);
        Assert.Equal(["Deleted"], Program.Delete.To);
        Assert.Equal(["Stopped"], Program.Update!.From!.Value);
        Assert.Equal(("Stopped", "Starting", "Running"), Rule(Program, "Start"));
        Assert.Equal(("Running", "Stopping", "Stopped"), Rule(Program, "Stop"));
        Assert.All(["Start", "Stop"], name => Assert.Equal(["operation"], Action(Program, name).Tracking));
        Assert.Equal(["Stopped", "Starting", "Running", "Stopping", "Deleted"], Program.State!.Values.Select(state => state.Name));
    }

    [Fact]
    public void Operations_of_programs_are_polled_every_10_seconds() => Assert.All([Action(Program, "Start"), Action(Program, "Stop"), Program.Update!], action =>
    {
        Assert.Equal(TimeSpan.FromSeconds(10), action.Delay!.Interval);
        Assert.Equal(TimeSpan.FromSeconds(10), action.Delay.Min);
    });

    [Fact]
    public void A_programs_limits_are_the_documented_ones()
    {
        Constraints name = Property(Program, "Name").Constraints;
        Assert.Equal((1, 256), (name.MinLength, name.MaxLength));
        Assert.Matches(name.Pattern!, "The 5 o-clock news");
        Assert.All([" news", "news ", "news_", "-news"], bad => Assert.DoesNotMatch(name.Pattern!, bad));
        Assert.Equal(256, Property(Program, "Description").Constraints.MaxLength);
        Assert.Equal(("PT5M", "PT25H"), (Property(Program, "ArchiveWindowLength").Constraints.Minimum, Property(Program, "ArchiveWindowLength").Constraints.Maximum));
        Assert.Equal(PropertyAccess.CreateOnly, Property(Program, "ChannelId").Access);
        Assert.Equal(["name", "archiveWindowLength", "assetId"], Program.Create!.Overloads.Single().Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void An_endpoint_scales_while_it_runs_or_stands_and_ends_where_it_began()
    {
        ActionSpec scale = Action(Endpoint, "Scale");
        Assert.Equal(("Running Stopped", "Scaling", ""), Rule(Endpoint, "Scale"));
        Assert.True(scale.ToPrevious && scale.Inferred);
        ParameterSpec units = Assert.Single(scale.Parameters);
        Assert.Equal(("ScaleUnits", "scaleUnits", true, "0", "10"), (units.Name, units.Wire, units.Required, units.Constraints.Minimum, units.Constraints.Maximum));
        Assert.Equal(["Stopped", "Starting", "Running", "Stopping", "Scaling", "Deleting", "Deleted"], Endpoint.State!.Values.Select(state => state.Name));
    }

    [Fact]
    public void An_endpoint_is_updated_while_it_runs_too_but_for_its_delivery_network()
    {
        Assert.Equal(["Stopped", "Running"], Endpoint.Update!.From!.Value);
        Assert.Equal(
            ["CdnEnabled", "CdnProfile", "CdnProvider"],
            Endpoint.Properties.Where(property => property.UpdatableIn is { } states && states.SequenceEqual(["Stopped"])).Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["DeleteNotAllowedOnDefaultOrigin"], Endpoint.Delete!.Errors);
        Assert.Equal(["Stopped", "Running"], Endpoint.State!.Creatable);
    }

    [Fact]
    public void An_endpoint_has_the_names_and_forms_that_programs_of_the_old_SDK_use()
    {
        PropertySpec age = Endpoint.Types.Single(type => type.Name == "StreamingEndpointCacheControl").Properties.Single();
        Assert.Equal(("MaxAge", "duration", DurationFormat.Seconds, true), (age.Name, age.Type.Name, age.Duration, age.WireIsString));
        Assert.Equal(["IP.Allow", "Akamai.AkamaiSignatureHeaderAuthenticationKeyList"],
            Endpoint.Types.Single(type => type.Name == "StreamingEndpointAccessControl").Properties.Select(property => property.Wire));
        Assert.Equal(["StandardVerizon", "PremiumVerizon", "StandardAkamai"], Endpoint.Types.Single(type => type.Name == "CdnProviderType").Values.Select(value => value.Name));
        Assert.Equal(("version", "2.0"), (Property(Endpoint, "StreamingEndpointVersion").Type.Name, Property(Endpoint, "StreamingEndpointVersion").Default));
        Assert.True(Endpoint.Types.Single(type => type.Name == "AkamaiSignatureHeaderAuthenticationKey").Properties.Single(property => property.Name == "Base64Key").Secret);
        Assert.Equal(["name", "scaleUnits"], Endpoint.Create!.Overloads.Single().Parameters.Select(parameter => parameter.Name));
    }

    private static ActionSpec Action(EntitySpec entity, string name) => entity.Actions.Single(action => action.Name == name);

    private static PropertySpec Property(EntitySpec entity, string name) => entity.Properties.Single(property => property.Name == name);

    private static (string From, string Via, string To) Rule(EntitySpec entity, string name) =>
        Action(entity, name) is var action ? (string.Join(' ', action.From!.Value), string.Join(' ', action.Via), string.Join(' ', action.To)) : default;

    private static TypeSpec Type(string name) => Channel.Types.Single(type => type.Name == name);
}
