using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Runtime;

namespace MediaOps.Generator.Tests;

/// <summary>There and back: what a schema says of tracking, paging, errors and addresses is read from the definitions of the compiled client.</summary>
public sealed class DefinitionTests
{
    private static readonly Client Facilities = Client.Of(Facility.All);

    [Fact]
    public void An_operation_is_told_by_a_handle_in_the_body_and_polled_until_it_is_done()
    {
        TrackingDefinition lro = Tracking("Lro");

        Assert.Equal((TrackingKind.Operation, "name", "^projects/[a-z0-9]+/operations/[a-z0-9]+$", "done"), (lro.Kind, lro.HandleBody, lro.HandlePattern, lro.DonePath));
        Assert.Equal(("/{+Handle}", "POST", "/{+Handle}:cancel"), (lro.Poll.Text, lro.CancelMethod, lro.Cancel!.Text));
        Assert.Equal((ResultVia.PollBody, "response"), (lro.Result, lro.ResultPath));
        Assert.Equal(("error.code", "error.message"), (lro.ErrorCodePath, lro.ErrorMessagePath));
        Assert.Null(lro.StatusPath);
    }

    [Fact]
    public void A_status_url_names_its_headers_its_hosts_and_what_is_pending()
    {
        TrackingDefinition url = Tracking("Url");

        Assert.Equal(TrackingKind.StatusUrl, url.Kind);
        Assert.Equal(["Operation-Location", "Location"], url.HandleHeaders);
        Assert.Equal(["*.example.com"], url.TrustHosts);
        Assert.Equal([202], url.PendingHttp);
        Assert.Equal([201, 202], url.Accepted);
        Assert.Equal((ResultVia.Location, "x-wait"), (url.Result, url.RetryAfterHeader));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)), (url.Delay.Min, url.Delay.Interval));
    }

    [Fact]
    public void A_state_is_judged_with_its_outcome_its_settling_and_its_absence()
    {
        TrackingDefinition state = Tracking("State");

        Assert.Equal((TrackingKind.EntityState, TimeSpan.FromSeconds(10), AbsentMeaning.Pending), (state.Kind, state.Settle, state.Absent));
        Assert.Equal("last.result", state.OutcomePath);
        Assert.Equal(["Good", "Bad", "Stopped"], [.. state.OutcomeSucceeded, .. state.OutcomeFailed, .. state.OutcomeCanceled]);

        TrackingDefinition body = Tracking("Body");
        Assert.Equal((TrackingKind.EntityState, "progress", true, ResultVia.None), (body.Kind, body.StatusPath, body.UnknownFails, body.Result));
    }

    [Fact]
    public void An_action_names_its_profiles_in_the_order_of_the_schema()
    {
        ActionDefinition start = Action("Event", "Start");

        Assert.Equal(["lro", "url", "state"], start.Tracking.Select(tracking => tracking.Name));
        Assert.Equal("""{"event":"{Name}"}""", start.Body!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal((IdempotencyKind.Header, "x-request-id"), (start.Idempotency!.Kind, start.Idempotency.Name));
    }

    [Fact]
    public void An_update_names_what_is_always_sent_and_where_its_mask_goes()
    {
        ActionDefinition update = Action("Event", "Update");
        var updatable = (Array)Facilities.Type("EventDataJson").GetField("Updatable", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

        Assert.Equal(["Location", "Mode"], update.Always);
        Assert.Equal("mask", update.FieldMask);
        Assert.Equal(["Location", "Title", "Mode", "Length"], updatable.Cast<object>().Select(member => (string)member.GetType().GetProperty("Name")!.GetValue(member)!));
    }

    [Fact]
    public void An_entity_knows_its_address_its_envelope_and_where_its_state_is_asked()
    {
        EntityDefinition @event = Entity("Event");
        Assert.Equal(["Name"], @event.PathProperties);
        Assert.Equal(("name", "event", "properties.state"), (@event.IdProperty, @event.Envelope, @event.StatePath));
        Assert.Equal(("/projects/{Project}/events/{Name}/state", "status.state"), (@event.StateRead!.Text, @event.StateReadPath));
        Assert.Equal("ON_AIR", @event.States.Single(state => state.Name == "OnAir").Wire);

        EntityDefinition output = Entity("Output");
        Assert.Equal(["EventName", "Name"], output.PathProperties);
        Assert.Equal("EventName", output.ParentProperty);
        Assert.Null(output.ListByParent);

        Assert.True(Entity("Tools").Singleton);
        Assert.Empty(Entity("Tools").PathProperties);
    }

    [Fact]
    public void The_service_tells_pages_codes_and_what_a_success_is()
    {
        var service = (ServiceDefinition)Field(Facilities.Type("FacilityService"), "Definition");

        Assert.Equal((PagingStyle.Token, "items", "nextToken", "pageToken", "pageSize", 50), (service.Paging!.Style, service.Paging.Items, service.Paging.Next, service.Paging.Param, service.Paging.Limit, service.Paging.Max));
        Assert.Equal(("success", "true"), (service.Errors.OkWhenPath, service.Errors.OkWhenEquals));
        Assert.Equal(["NOT_FOUND", "5"], Assert.Single(service.Errors.Codes).Wires);
        Assert.Equal("events", Action("Event", "List").Items);
        Assert.Equal("count", Action("Event", "Count").ReturnsPath);
    }

    [Theory]
    [InlineData("GetStatus")]
    [InlineData("Count")]
    [InlineData("Modes")]
    public void An_action_that_answers_with_a_value_leaves_the_state_as_it_is(string action) =>
        Assert.True(Facilities.Type("Event").GetMethod(action)!.IsDefined(typeof(StateNeutralAttribute)) || Action("Event", action).ToPrevious);

    private static TrackingDefinition Tracking(string name) => (TrackingDefinition)Field(Facilities.Type("FacilityService"), name + "Tracking");

    private static ActionDefinition Action(string entity, string name) => (ActionDefinition)Field(Facilities.Type(entity + "Actions"), name);

    private static EntityDefinition Entity(string name) => (EntityDefinition)Field(Facilities.Type(name + "Definition"), "Entity");

    private static object Field(Type type, string name) => type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
}
