using System.Net;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>Actions that answer with values of their own, and entities of which there is one.</summary>
public sealed class ResultTests
{
    private const string Derby = """{ "event": { "name": "derby", "location": "north", "properties": { "state": "IDLE" } } }""";

    [Fact]
    public async Task A_value_is_read_from_its_place_in_the_answer_and_nothing_is_null()
    {
        string read = await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            return derby.Count() + " " + (await derby.CountAsync() is null) + " " + string.Join(",", derby.Modes()!) + " " + await derby.SuggestAsync();
            """,
            new Script().Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, """{ "count": 3 }""").Answer(HttpStatusCode.NoContent)
                .Answer(HttpStatusCode.OK, """[ "NORMAL", "HOT" ]""").Answer(HttpStatusCode.OK, "\"LOW_LATENCY\""));

        Assert.Equal("3 True Normal,Unknown LowLatency", read);
    }

    [Fact]
    public async Task Pages_are_asked_for_while_they_are_enumerated()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            var numbers = new List<long?>();
            await foreach (Frame frame in derby.ListFramesAsync())
            {
                numbers.Add(frame.Number);
            }

            return string.Join(",", numbers.Concat(derby.ListFrames().Select(frame => frame.Number)));
            """,
            script.Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, """{ "items": [ { "number": 1 } ], "nextToken": "t" }""").Answer(HttpStatusCode.OK, """{ "items": [ { "number": 2 } ] }""")
                .Answer(HttpStatusCode.OK, """{ "items": [ { "number": 3 } ] }"""));

        Assert.Equal("1,2,3", read);
        Assert.Contains("pageToken=t", script.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_ends_with_a_value_gives_it_to_whoever_asks_for_it()
    {
        const string Done = """{ "name": "projects/p1/operations/o1", "done": true, "response": { "status": { "text": "fine", "mode": "NORMAL" } } }""";
        string read = await FacilityProgram.RunAsync(
            """
            Event derby = await facility.Events.GetAsync("derby");
            Operation<Event, Entry?> sent = await derby.SendGetStatusOperationAsync();
            Operation<Event, Entry?> again = await facility.Events.GetStatusOperationAsync(sent.Id, "derby");
            Entry? entry = await again.GetValueAsync();
            return again.State + " " + entry!.Text + " " + entry.Mode;
            """,
            new Script().Answer(HttpStatusCode.OK, Derby).Answer(HttpStatusCode.OK, """{ "name": "projects/p1/operations/o1", "done": false }""").Answer(HttpStatusCode.OK, Done));

        Assert.Equal("Succeeded fine Normal", read);
    }

    [Fact]
    public async Task A_singleton_is_a_member_of_the_client_and_empty_until_it_is_read()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            """
            Account account = facility.Account;
            string before = account.Owner + (account.Balance is null);
            await account.RefreshAsync();
            account.Owner = "Bo";
            await account.UpdateAsync();
            return before + " " + account.Owner + account.Balance!.Value.ToString(CultureInfo.InvariantCulture);
            """,
            script.Answer(HttpStatusCode.OK, """{ "account": { "owner": "Al", "balance": 1.50 } }""").Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, """{ "account": { "owner": "Bo", "balance": 1.50 } }"""));

        Assert.Equal("True Bo1.50", read);
        Assert.StartsWith("GET /v1/projects/p1/account?", script.Requests[0], StringComparison.Ordinal);
        Assert.EndsWith("""{"account":{"owner":"Bo"}}""", script.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_actions_belongs_to_no_entity()
    {
        var script = new Script();
        string read = await FacilityProgram.RunAsync(
            "return (await facility.Tools.FindAsync(Mode.LowLatency, new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")))!.Value.GetProperty(\"found\").GetInt32().ToString(CultureInfo.InvariantCulture);",
            script.Answer(HttpStatusCode.OK, """{ "found": 4 }"""));

        Assert.Equal("4", read);
        Assert.StartsWith("GET /v1/tools/LOW_LATENCY?", script.Requests[0], StringComparison.Ordinal);
        Assert.Contains("at=0f8fad5b-d9cb-469f-a165-70867728950e", script.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_waited_for_there_is_no_operation()
    {
        Client client = Client.Of(Facility.All);

        Assert.Equal(["Find", "FindAsync", "Purge", "PurgeAsync"], Own("Tools"));
        Assert.Equal(
            ["Close", "CloseAsync", "GetReport", "GetReportAsync", "GetReportOperation", "GetReportOperationAsync", "Ping", "PingAsync", "Refresh", "RefreshAsync",
                "SendCloseOperation", "SendCloseOperationAsync", "SendGetReportOperation", "SendGetReportOperationAsync", "Update", "UpdateAsync"],
            Own("Account"));
        Assert.Null(client.Type("Event").GetMethod("SendCountOperation"));
        Assert.DoesNotContain(client.Type("Event").GetMethod("Count")!.GetParameters(), parameter => parameter.Name == "polling");
        Assert.Null(client.Assembly.GetType("Acme.Facility.AccountCollection"));

        string[] Own(string type) => [.. client.Type(type).GetMethods().Where(method => method.DeclaringType == client.Type(type) && !method.IsSpecialName).Select(method => method.Name).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_getter_that_is_named_like_another_action_asks_for_its_operations_by_its_whole_name()
    {
        SchemaText both = Facility.Account.With("\"Close\": {", "\"Report\": { \"http\": \"POST /projects/{Project}/account:again\", \"tracking\": \"lro\", \"returns\": { \"type\": \"Report\" } }, \"Close\": {");
        Client client = Client.Of(Facility.With(both));

        Assert.NotNull(client.Type("Account").GetMethod("GetGetReportOperation"));
        Assert.NotNull(client.Type("Account").GetMethod("GetReportOperation"));
    }
}
