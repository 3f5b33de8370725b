using System.Net;
using System.Reflection;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>Addresses of several parts: ids that the caller assigns, entities that lie in others, options in paths.</summary>
public sealed class AddressTests
{
    private const string Derby = """{ "event": { "name": "derby", "location": "north", "properties": { "state": "IDLE" } } }""";

    private const string Tape = """{ "output": { "name": "tape", "asset": "a1", "state": "READY" } }""";

    [Fact]
    public async Task A_create_is_sent_to_the_address_that_the_caller_assigns_with_its_parameters_beside_the_body()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            """
            Event made = await facility.Events.CreateAsync(new EventCreationOptions { Name = "derby", Location = "north", Title = "Derby", Mode = Mode.LowLatency, AutoStart = true, Trace = "t1" });
            return made.Name + " " + made.State;
            """,
            script.Answer(HttpStatusCode.OK, Derby));

        Assert.Equal("derby Idle", read);
        Assert.Matches("^PUT /v1/projects/p1/events/derby\\?", script.Requests[0]);
        Assert.Contains("autoStart=true", script.Requests[0], StringComparison.Ordinal);
        Assert.Contains("api-version=7", script.Requests[0], StringComparison.Ordinal);
        Assert.Contains("requestId=", script.Requests[0], StringComparison.Ordinal);
        Assert.EndsWith("""{"event":{"location":"north","properties":{"title":"Derby","mode":"LOW_LATENCY"}}}""", script.Requests[0], StringComparison.Ordinal);
        Assert.Equal("t1", script.Header(0, "x-trace"));
    }

    [Fact]
    public async Task A_create_without_the_id_or_with_a_parameter_that_breaks_a_limit_is_refused_and_nothing_is_sent()
    {
        var script = new Script();
        string message = await FacilityProgram.RunAsync(
            "try { await facility.Events.CreateAsync(new EventCreationOptions { Location = \"north\", Trace = \"too long\" }); return \"sent\"; } catch (ArgumentException refused) { return refused.Message; }",
            script);

        Assert.Contains("Name is required", message, StringComparison.Ordinal);
        Assert.Contains("Trace", message, StringComparison.Ordinal);
        Assert.Empty(script.Requests);
    }

    [Fact]
    public async Task What_lies_in_an_entity_is_reached_from_it_and_knows_its_whole_address()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            Output made = await derby.Outputs.CreateAsync(new OutputCreationOptions { Name = "tape", Asset = "a1" });
            var names = new List<string>();
            await foreach (Output output in derby.Outputs.ListAsync())
            {
                names.Add(output.EventName + "/" + output.Name);
            }

            await made.DeleteAsync();
            return made.EventName + "/" + made.Name + " " + string.Join(",", names);
            """,
            script.Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, Tape).Answer(HttpStatusCode.OK, """{ "items": [ { "name": "tape", "asset": "a1", "state": "READY" } ] }""").Answer(HttpStatusCode.NoContent));

        Assert.Equal("derby/tape derby/tape", read);
        Assert.Equal(
            ["GET /v1/projects/p1/events/derby", "PUT /v1/projects/p1/events/derby/outputs/tape", "GET /v1/projects/p1/events/derby/outputs", "DELETE /v1/projects/p1/events/derby/outputs/tape"],
            script.Requests.Select(request => request[..request.IndexOf('?', StringComparison.Ordinal)]));
        Assert.EndsWith("""{"output":{"asset":"a1"}}""", script.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_in_an_entity_is_reached_by_the_name_of_that_alone()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            """
            Output output = await facility.OutputsOf("derby").GetAsync("tape");
            Event derby = await output.GetEventAsync();
            return output.EventName + " " + derby.Name;
            """,
            script.Answer(HttpStatusCode.OK, Tape).Answer(HttpStatusCode.OK, Derby));

        Assert.Equal("derby derby", read);
        Assert.StartsWith("GET /v1/projects/p1/events/derby/outputs/tape?", script.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /v1/projects/p1/events/derby?", script.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facility.OutputsOf(\"../x\")")]
    [InlineData("facility.OutputsOf(\"\")")]
    [InlineData("await facility.Events.GetAsync(\"..\")")]
    [InlineData("await facility.OutputsOf(\"derby\").GetAsync(\"a/b\")")]
    public async Task A_part_of_an_address_that_cannot_be_one_is_refused(string call)
    {
        var script = new Script();
        string result = await FacilityProgram.RunAsync("try { _ = " + call + "; return \"taken\"; } catch (ArgumentException) { return \"refused\"; }", script);

        Assert.Equal("refused", result);
        Assert.Empty(script.Requests);
    }

    [Fact]
    public void The_id_of_what_an_entity_lies_in_is_no_option_of_its_create_and_no_property_that_can_be_set()
    {
        Client client = Client.Of(Facility.All);

        Assert.Equal(["Asset", "Name"], client.Type("OutputCreationOptions").GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Null(client.Type("Output").GetProperty("EventName")!.SetMethod);
        Assert.Null(client.Type("FacilityClient").GetProperty("Outputs"));
        Assert.Empty(client.Type("OutputCollection").GetConstructors(BindingFlags.Public | BindingFlags.Instance));
    }
}
