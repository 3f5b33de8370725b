using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Botocore;

public sealed class BotocoreTests
{
    private static readonly Imported Studio = Imported.Of(Miniatures.Studio, Miniatures.StudioWaiters, Miniatures.StudioPaginators);

    [Fact]
    public void What_is_read_at_a_path_of_its_own_is_an_entity_with_its_verbs()
    {
        ScaffoldEntity encoder = Studio.Entity("Encoder");

        Assert.Equal("POST /prod/encoders", Http(encoder.Create));
        Assert.Equal("GET /prod/encoders/{Id}", Http(encoder.Read));
        Assert.Equal("GET /prod/encoders", Http(encoder.List));
        Assert.Equal("PUT /prod/encoders/{Id}", Http(encoder.Update));
        Assert.Equal("DELETE /prod/encoders/{Id}", Http(encoder.Delete));
        Assert.Equal(new ScaffoldId("Id", ByCaller: false), encoder.Id);
        Assert.Equal("encoder", encoder.Create!.EntityAt);
        Assert.Null(encoder.Read!.EntityAt);
        Assert.Equal("encoders", encoder.List!.Items);
        Assert.Equal(("body", "requestId"), encoder.Create.Idempotency);
    }

    [Fact]
    public void Other_operations_below_an_entity_are_its_actions()
    {
        ScaffoldEntity encoder = Studio.Entity("Encoder");

        Assert.Equal(["ListAlerts", "RestartPipelines", "Start", "Stop"], encoder.Actions.Select(action => action.Name).Order(StringComparer.Ordinal));
        ScaffoldAction restart = encoder.Actions.Single(action => action.Name == "RestartPipelines");
        Assert.Equal(["Reason:header:x-reason", "Force:query:force", "PipelineIds:body:pipelineIds"], restart.Parameters.Select(parameter => $"{parameter.Name}:{parameter.In}:{parameter.Wire}"));
        Assert.True(restart.Parameters[2].Required);
        ScaffoldAction alerts = encoder.Actions.Single(action => action.Name == "ListAlerts");
        Assert.Equal(new ScaffoldReturn("Alert[]", "alerts", Paged: true), alerts.Returns);
        Assert.Empty(alerts.Parameters);
    }

    [Fact]
    public void Operations_of_no_entity_stand_in_groups_named_by_their_paths()
    {
        Assert.Equal(["Account", "Batch", "Encoder", "Tags", "Take"], Studio.Service.Entities.Select(entity => entity.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["BatchStop"], Studio.Entity("Batch").Actions.Select(action => action.Name));
        ScaffoldAction tag = Studio.Entity("Tags").Actions.Single();
        Assert.Equal("POST /prod/tags/{ResourceArn}", Http(tag));
        Assert.Equal(["ResourceArn:path", "Tags:body"], tag.Parameters.Select(parameter => $"{parameter.Name}:{parameter.In}"));
    }

    [Fact]
    public void What_is_read_and_updated_at_a_fixed_path_is_the_one_of_its_kind()
    {
        ScaffoldEntity account = Studio.Entity("Account");

        Assert.True(account.Singleton);
        Assert.Equal(("GET /prod/account", "PUT /prod/account"), (Http(account.Read), Http(account.Update)));
        Assert.Equal("KmsKeyId", Assert.Single(account.Properties).Name);
    }

    [Fact]
    public void A_child_knows_its_parent_by_the_path()
    {
        ScaffoldEntity take = Studio.Entity("Take");

        Assert.Equal(("Encoder", "EncoderId"), take.Parent);
        Assert.Equal("GET /prod/encoders/{EncoderId}/takes/{TakeName}", Http(take.Read));
        Assert.Equal(new ScaffoldId("TakeName", ByCaller: true), take.Id);
        Assert.True(take.Properties.Single(property => property.Name == "EncoderId").InPath);
    }

    [Theory]
    [InlineData("Title", null, true)]
    [InlineData("Codec", "createOnly", false)]
    [InlineData("Rate", null, false)]
    [InlineData("Arn", "readOnly", false)]
    [InlineData("Maintenance", "readOnly", false)]
    [InlineData("Key", "writeOnly", false)]
    [InlineData("State", "readOnly", false)]
    public void Who_may_write_a_property_follows_from_what_create_and_update_take(string name, string? access, bool required)
    {
        ScaffoldProperty property = Studio.Entity("Encoder").Properties.Single(property => property.Name == name);

        Assert.Equal(access, property.Access);
        Assert.Equal(required, property.Required);
    }

    [Fact]
    public void What_create_takes_in_another_form_than_reading_gives_is_a_parameter()
    {
        ScaffoldParameter maintenance = Assert.Single(Studio.Entity("Encoder").Create!.Parameters);

        Assert.Equal(("NewMaintenance", "maintenance", "CreateSettings"), (maintenance.Name, maintenance.Wire, maintenance.Type));
    }

    [Fact]
    public void Waiters_become_states_and_the_ends_of_actions()
    {
        ScaffoldEntity encoder = Studio.Entity("Encoder");

        Assert.Equal(
            ["Creating:transitional", "CreateFailed:fault", "Idle:stable", "Starting:transitional", "Running:stable", "Recovering:transitional", "Stopping:transitional", "Deleting:transitional", "Deleted:gone"],
            encoder.State!.Values.Select(value => value.Name + ":" + value.Kind));
        Assert.Equal("Creating", encoder.State.Initial);
        Assert.Equal("Creating > Idle ! CreateFailed 3s/15s", Rule(encoder.Create!));
        Assert.Equal("Starting > Running !  5s/600s", Rule(encoder.Actions.Single(action => action.Name == "Start")));
        Assert.Equal("Stopping > Idle !  5s/300s", Rule(encoder.Actions.Single(action => action.Name == "Stop")));
        Assert.Equal("Deleting > Deleted !  5s/420s", Rule(encoder.Delete!));
        Assert.Equal(["Recovering:Running"], encoder.State.Spontaneous.Select(change => change.Key + ":" + string.Join(',', change.Value)));
    }

    [Fact]
    public void Errors_keep_their_status_and_stand_once_where_all_may_answer_with_them()
    {
        Assert.Equal(
            ["Conflict:409:precondition", "NotFound:404:not-found", "TooManyRequests:429:throttled"],
            Studio.Service.Errors!.Codes.Select(code => $"{code.Name}:{code.Http}:{code.Category}"));
        ScaffoldEntity encoder = Studio.Entity("Encoder");
        Assert.Equal(["NotFound"], encoder.Errors);
        Assert.Equal(["Conflict"], encoder.Create!.Errors);
    }

    [Fact]
    public void Requests_are_signed_for_the_region_of_the_address()
    {
        Assert.Equal("https://studio.{Region}.amazonaws.com/", Studio.Service.Endpoint);
        Assert.Equal(new ScaffoldAuth("sigv4", SigningName: "studio", Region: "{Region}"), Assert.Single(Studio.Service.Auth));
        Assert.Equal(new ScaffoldPaging("token", Next: "nextToken", Param: "nextToken", Limit: "maxResults"), Studio.Service.Paging);
    }

    [Theory]
    [InlineData("MOPS2015", "#/shapes/DescribeEncoderResponse/members/MadeAt", "seconds since 1970")]
    [InlineData("MOPS2015", "#/shapes/DescribeEncoderResponse/members/Thumbnail", "base64")]
    [InlineData("MOPS2005", "#/shapes/DescribeEncoderResponse/members/Grid", "other lists")]
    [InlineData("MOPS2006", "#/operations/GetThumbnail", "no JSON")]
    [InlineData("MOPS2006", "#/waiters/AlertsGone", "no state")]
    [InlineData("MOPS2001", "#/operations/StartEncoder", "Encoder.Start")]
    [InlineData("MOPS2003", "#/shapes/EncoderState", "Encoder")]
    public void What_the_source_does_not_say_is_told_with_its_place(string id, string pointer, string part)
    {
        bool states = id != "MOPS2003";

        Assert.Equal(states, Studio.Gaps.Kept.Any(gap => gap.Rule.Id == id && gap.Origin.Pointer == pointer && gap.Message.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void With_assumptions_the_result_has_no_finding_and_compiles()
    {
        Imported studio = Imported.Of(Miniatures.Studio, Miniatures.StudioWaiters, Miniatures.StudioPaginators, assume: true);

        Assert.Equal(string.Empty, string.Join("\n", studio.Findings()));
        Assert.Equal(string.Empty, string.Join("\n", studio.Problems()));
        Assert.Equal(0, studio.Gaps.Open);
    }

    [Fact]
    public void A_service_of_one_address_is_groups_of_actions_that_name_themselves_in_a_header()
    {
        Imported store = Imported.Of(Miniatures.Store, assume: true);

        ScaffoldEntity container = store.Entity("Container");
        Assert.True(container.Singleton);
        Assert.Equal(["CreateContainer", "DeleteContainer", "ListContainers"], container.Actions.Select(action => action.Name));
        ScaffoldParameter target = container.Actions[0].Parameters[0];
        Assert.Equal(("X-Amz-Target", "header", "Store_20260101.CreateContainer"), (target.Wire, target.In, target.Default));
        Assert.Equal("application/x-amz-json-1.1", store.Service.ContentType);
        Assert.Contains(store.Gaps.Kept, gap => gap.Message.Contains("json protocol", StringComparison.Ordinal));
        Assert.Equal(string.Empty, string.Join("\n", store.Findings()));
        Assert.Equal(string.Empty, string.Join("\n", store.Problems()));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("ec2")]
    [InlineData("rest-xml")]
    public void A_protocol_without_JSON_is_refused_in_words(string protocol)
    {
        (Imported? imported, Gaps gaps) = Imported.Try(Miniatures.Store.Replace("\"protocol\": \"json\"", $"\"protocol\": \"{protocol}\"", StringComparison.Ordinal));

        Assert.Null(imported);
        Gap gap = Assert.Single(gaps.Kept);
        Assert.Equal("#/metadata/protocol", gap.Origin.Pointer);
        Assert.Contains($"'{protocol}'", gap.Message, StringComparison.Ordinal);
    }

    private static string Http(ScaffoldAction? action) => action is null ? "" : action.Method + " " + action.Path;

    private static string Rule(ScaffoldAction action) =>
        $"{string.Join(',', action.Via)} > {string.Join(',', action.To!)} ! {string.Join(',', action.OnFailure)} {action.Delay!.Interval}/{action.Delay.Timeout}";
}
