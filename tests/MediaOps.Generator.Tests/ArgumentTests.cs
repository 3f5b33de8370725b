using System.Net;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>Every place where a parameter can travel: body, query, header, path, or as the body.</summary>
public sealed class ArgumentTests
{
    private const string Derby = """{ "event": { "name": "derby", "location": "north", "properties": { "title": "Old", "state": "IDLE" } } }""";

    [Fact]
    public async Task An_action_puts_each_parameter_where_it_belongs_beside_what_the_schema_fixes()
    {
        var script = new Script();
        await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            await derby.SendStartOperationAsync("why", TimeSpan.FromSeconds(90), 3);
            return "";
            """,
            script.Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, """{ "name": "projects/p1/operations/o1", "done": false }"""));

        Assert.StartsWith("POST /v1/projects/p1/events/derby:start?", script.Requests[1], StringComparison.Ordinal);
        Assert.Contains("priority=3", script.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"event":"derby","delay":"90s"}""", script.Requests[1], StringComparison.Ordinal);
        Assert.Equal("why", script.Header(1, "x-reason"));
        Assert.NotNull(script.Header(1, "x-request-id"));
    }

    [Fact]
    public async Task A_parameter_may_be_the_body_and_another_one_a_part_of_the_path()
    {
        var script = new Script();
        await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            await derby.ReplaceAsync(7, new Entry { Text = "t", Mode = Mode.Normal });
            return "";
            """,
            script.Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Derby));

        Assert.StartsWith("PUT /v1/projects/p1/events/derby/entries/7?", script.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"text":"t","mode":"NORMAL"}""", script.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_given_is_not_sent()
    {
        const string Account = """{ "account": { "owner": "Al" } }""";
        var script = new Script();
        await FacilityProgram.RunAsync(
            "await facility.Account.PingAsync(); await facility.Account.PingAsync(\"x\"); return \"\";",
            script.Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Account).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Account));

        Assert.Equal("POST /v1/projects/p1/account:ping?api-version=7", script.Requests[0]);
        Assert.Equal("POST /v1/projects/p1/account:ping?api-version=7 \"x\"", script.Requests[2]);
    }

    [Fact]
    public async Task A_list_takes_parameters_and_goes_on_where_the_page_before_ended()
    {
        var script = new Script();
        string names = await FacilityProgram.RunAsync(
            """
            return string.Join(",", facility.Events.List(Mode.LowLatency, new DateTime(2020, 2, 29, 12, 0, 0, DateTimeKind.Utc)).Select(e => e.Name));
            """,
            script.Answer(HttpStatusCode.OK, """{ "events": [ { "name": "a" } ], "nextToken": "n 1" }""").Answer(HttpStatusCode.OK, """{ "events": [ { "name": "b" } ] }"""));

        Assert.Equal("a,b", names);
        Assert.All(script.Requests, request => Assert.Contains("mode=LOW_LATENCY", request, StringComparison.Ordinal));
        Assert.All(script.Requests, request => Assert.Contains("since=2020-02-29T12%3A00%3A00Z", request, StringComparison.Ordinal));
        Assert.DoesNotContain("pageToken", script.Requests[0], StringComparison.Ordinal);
        Assert.Contains("pageToken=n%201", script.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_sends_the_whole_entity_what_must_always_be_there_and_the_names_of_what_changed()
    {
        var script = new Script();
        await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            derby.Title = "New";
            await derby.UpdateAsync(force: true);
            return "";
            """,
            script.Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, Derby));

        Assert.StartsWith("PUT /v1/projects/p1/events/derby?", script.Requests[1], StringComparison.Ordinal);
        Assert.Contains("force=true", script.Requests[1], StringComparison.Ordinal);
        Assert.Contains("mask=properties.title", script.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"event":{"location":"north","properties":{"title":"New","mode":null,"length":null}}}""", script.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_schema_fixes_may_name_options()
    {
        var script = new Script();
        await FacilityProgram.RunAsync("await facility.Tools.PurgeAsync(); return \"\";", script.Answer(HttpStatusCode.NoContent));

        Assert.EndsWith("""{"project":"p1","region":"north-1","deep":true}""", script.Requests[0], StringComparison.Ordinal);
    }
}
