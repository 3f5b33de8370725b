using MediaOps.Schema;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class MappingTests
{
    private static readonly Imported Studio = Imported.Miniature("resource-manager.json");
    private static readonly Imported Transcoder = Imported.Miniature("transcoder.json");

    [Fact]
    public void The_verbs_of_a_path_become_an_entity()
    {
        EntitySpec studio = Studio.Entity("Studio");

        Assert.Equal(("PUT", "PATCH", "DELETE"), (studio.Create!.Method, studio.Update!.Method, studio.Delete!.Method));
        Assert.EndsWith("/studios/{Name}", studio.Read!.Path, StringComparison.Ordinal);
        Assert.EndsWith("/studios", studio.List!.Path, StringComparison.Ordinal);
        Assert.Equal(["Open", "ListKeys"], studio.Actions.Select(action => action.Name));
        Assert.True(studio.Id.AssignedByCaller);
        Assert.Equal("Studio", Studio.Entity("Take").Parent!.Entity);
        Assert.False(Transcoder.Entity("Job").Id.AssignedByCaller);
    }

    [Theory]
    [InlineData("Location", PropertyAccess.CreateOnly, "location")]
    [InlineData("Seats", PropertyAccess.ReadWrite, "properties.seats")]
    [InlineData("Floor", PropertyAccess.ReadOnly, "properties.floor")]
    [InlineData("ProvisioningState", PropertyAccess.ReadOnly, "properties.provisioningState")]
    public void Access_and_place_of_a_property_are_those_of_the_description(string name, PropertyAccess access, string wire)
    {
        PropertySpec property = Studio.Entity("Studio").Properties.Single(property => property.Name == name);

        Assert.Equal((access, wire), (property.Access, property.Wire));
    }

    [Fact]
    public void Limits_defaults_and_secrets_are_taken_over()
    {
        EntitySpec studio = Studio.Entity("Studio");
        PropertySpec seats = studio.Properties.Single(property => property.Name == "Seats");
        PropertySpec code = studio.Properties.Single(property => property.Name == "EntryCode");

        Assert.Equal(("1", "40", "4", "int"), (seats.Constraints.Minimum, seats.Constraints.Maximum, seats.Default, seats.Type.Name));
        Assert.Equal(("^[0-9]+$", 4, true), (code.Constraints.Pattern, code.Constraints.MinLength, code.Secret));
        Assert.True(Transcoder.Entity("Job").Properties.Single(property => property.Name == "CallbackToken").Secret);
    }

    [Fact]
    public void What_only_one_of_two_bodies_holds_is_read_or_written_only()
    {
        EntitySpec job = Transcoder.Entity("Job");

        Assert.Equal(PropertyAccess.ReadOnly, job.Properties.Single(property => property.Name == "Progress").Access);
        Assert.Equal(PropertyAccess.CreateOnly, job.Properties.Single(property => property.Name == "Input").Access);
        Assert.True(job.Properties.Single(property => property.Name == "Input").Required);
    }

    [Fact]
    public void A_read_only_enum_tells_the_states_by_the_names_that_Azure_gives_them()
    {
        StateSpec state = Studio.Entity("Studio").State!;

        Assert.Equal("ResourceState", state.Property);
        Assert.Equal(["Closed", "Opening", "IsOpen", "Failed", "Deleted"], state.Values.Select(value => value.Name));
        Assert.Equal([StateKind.Stable, StateKind.Transitional, StateKind.Stable, StateKind.Fault, StateKind.Gone], state.Values.Select(value => value.Kind));
        Assert.Equal("Open", state.Values[2].Wire);
    }

    [Fact]
    public void The_end_of_a_long_operation_is_seen_as_its_options_and_headers_say()
    {
        EntitySpec studio = Studio.Entity("Studio");

        Assert.Equal(["asyncOperation", "locationOfAccepted", "provisioningState"], studio.Create!.Tracking);
        Assert.Equal(["asyncOperation", "location", "provisioningState"], studio.Actions.Single(action => action.Name == "Open").Tracking);
        Assert.Equal(["asyncOperationOfPatch", "locationOfAccepted", "provisioningState"], studio.Update!.Tracking);
        Assert.Equal(["asyncOperation", "location"], Studio.Entity("IndexOperations").Actions.Single().Tracking);
        Assert.Equal(["asyncOperation"], Transcoder.Entity("Job").Actions.Single().Tracking);
        Assert.Empty(Studio.Entity("Take").Create!.Tracking);
        Assert.Equal("properties.provisioningState", Studio.Service.Tracking.Single(tracking => tracking.Name == "provisioningState").Status.Path);
    }

    [Fact]
    public void What_belongs_to_no_entity_is_a_group_by_its_operation_id()
    {
        EntitySpec names = Studio.Entity("Names");

        Assert.True(names.Singleton);
        Assert.Equal(("Check", "NameCheckResult"), (names.Actions.Single().Name, names.Actions.Single().Value!.Type.Name));
        Assert.Equal(ParameterIn.WholeBody, names.Actions.Single().Parameters.Single().In);
    }

    [Fact]
    public void Pages_errors_and_authorization_are_those_of_the_description()
    {
        Assert.Equal((PagingStyle.NextLink, "value", "nextLink"), (Studio.Service.Paging!.Style, Studio.Service.Paging.Items, Studio.Service.Paging.Next));
        Assert.Equal((PagingStyle.Token, "jobs", "pageToken", "pageSize"), (Transcoder.Service.Paging!.Style, Transcoder.Service.Paging.Items, Transcoder.Service.Paging.Param, Transcoder.Service.Paging.Limit));
        Assert.Equal("error.code", Studio.Service.Errors.CodeBody);
        Assert.Equal(["not-found", "conflict"], Studio.Service.Errors.Codes.Select(code => code.Category));
        Assert.Equal((AuthScheme.ApiKey, "X-Api-Key"), (Transcoder.Service.Auth.Single().Scheme, Transcoder.Service.Auth.Single().Header));
        Assert.Equal("https://{Region}.transcoder.example/v1/", Transcoder.Service.Endpoint);
    }

    [Fact]
    public void Without_assumptions_each_open_rule_is_an_error_at_its_line()
    {
        Imported open = Imported.Miniature("resource-manager.json", assume: false);

        Assert.NotEmpty(open.Result.Errors);
        Gap gap = open.Of(GapRules.States).Single(gap => gap.Message.Contains("Studio.Open", StringComparison.Ordinal));
        (int line, int column) = JsonSource.Parse("f", "f", System.Text.Encoding.UTF8.GetBytes(Imported.Text("resource-manager.json"))).Places([gap.Origin.Pointer]).Values.Single();
        Assert.StartsWith("\"post\": {", Imported.Text("resource-manager.json").Split('\n')[line - 1][(column - 1)..], StringComparison.Ordinal);
        Assert.Contains("Studios_Open", Imported.Text("resource-manager.json").Split('\n')[line], StringComparison.Ordinal);
    }
}
