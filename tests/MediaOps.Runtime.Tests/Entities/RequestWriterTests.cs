using System.Text;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>What is sent beside the address: fixed members, keys, envelopes, masks, and what belongs to an update.</summary>
public sealed class RequestWriterTests
{
    private static readonly ServiceConnection Connection = new(
        new ServiceDefinition("Test"), new Uri("https://media.example/"), Authentication.None, new MediaOpsOptions { Handler = new ScriptedHandler() }, ("Project", "p1", "[a-z0-9]+"));

    [Fact]
    public void Fixed_members_are_filled_and_stand_beside_the_parameters()
    {
        ServiceRequest request = Write(new("Stop", ActionKind.Custom, "POST", "/p/{Project}/stop") { Body = """{"arn":"arn:{Project}:{Id}","on":false}""" }, RequestArguments.Of(Body("""{"x":1}""")));
        Assert.Equal(("/p/p1/stop", """{"arn":"arn:p1:7","on":false,"x":1}"""), (request.Path, Text(request)));
    }

    [Fact]
    public void A_key_is_made_once_for_a_call_and_stands_where_the_schema_says()
    {
        foreach (IdempotencyKind kind in Enum.GetValues<IdempotencyKind>())
        {
            ActionDefinition action = new("Start", ActionKind.Custom, "POST", "/start") { Idempotency = new IdempotencyDefinition(kind, "requestId") };
            ServiceRequest request = Write(action, RequestArguments.None);
            string all = request.Path + string.Concat(request.Headers.Select(static header => header.Key + header.Value)) + Text(request);
            Assert.Contains("requestId", all, StringComparison.Ordinal);
            Assert.NotEqual(all, Write(action, RequestArguments.None) is var other ? other.Path + string.Concat(other.Headers.Select(static header => header.Key + header.Value)) + Text(other) : "");
        }
    }

    [Fact]
    public void A_key_that_the_caller_gave_is_kept()
    {
        ActionDefinition action = new("Start", ActionKind.Custom, "POST", "/start") { Idempotency = new IdempotencyDefinition(IdempotencyKind.Query, "requestId") };
        Assert.Equal("/start?requestId=mine", Write(action, RequestArguments.None.Query("requestId", "mine")).Path);
        ActionDefinition inBody = new("Start", ActionKind.Custom, "POST", "/start") { Idempotency = new IdempotencyDefinition(IdempotencyKind.Body, "requestId") };
        Assert.Equal("""{"requestId":"mine"}""", Text(Write(inBody, Body("""{"requestId":"mine"}"""))));
    }

    [Fact]
    public void A_key_and_fixed_members_stand_in_a_body_as_deep_as_a_writer_writes()
    {
        string deep = new string('[', 900) + new string(']', 900);
        ActionDefinition action = new("Start", ActionKind.Custom, "POST", "/start") { Body = """{"on":false}""", Idempotency = new IdempotencyDefinition(IdempotencyKind.Body, "requestId") };
        Assert.StartsWith($$"""{"on":false,"x":{{deep}},"requestId":""", Text(Write(action, Body($$"""{"x":{{deep}}}"""))), StringComparison.Ordinal);
    }

    [Theory, InlineData(ActionKind.Create, true), InlineData(ActionKind.Update, true), InlineData(ActionKind.Custom, false)]
    public void An_envelope_wraps_the_entity_and_nothing_else(ActionKind kind, bool wraps)
        => Assert.Equal(wraps ? """{"stream":{"a":1}}""" : """{"a":1}""", Text(Write(new("Do", kind, "POST", "/x"), Body("""{"a":1}"""))));

    [Fact]
    public void Headers_and_query_members_are_encoded_and_a_line_break_is_refused()
    {
        ServiceRequest request = Write(new("Do", ActionKind.Custom, "POST", "/x?a=1"), RequestArguments.None.Query("b c", "d&e").Query("none", null).Header("X-One", "1").Header("X-None", null));
        Assert.Equal("/x?a=1&b%20c=d%26e", request.Path);
        Assert.Equal([new("X-One", "1")], request.Headers);
        Assert.Throws<ArgumentException>(() => RequestArguments.None.Header("X-One", "1\r\nX-Two: 2"));
        Assert.Throws<ArgumentException>(() => RequestArguments.None.Query("name", "half a pair \ud83c"));
    }

    [Fact]
    public void A_value_of_the_client_that_does_not_fit_is_refused_by_name()
    {
        static void Make(string value) => _ = new ServiceConnection(
            new ServiceDefinition("Test"), new Uri("https://media.example/"), Authentication.None, new MediaOpsOptions { Handler = new ScriptedHandler() }, ("Project", value, "[a-z]+"));

        Assert.Contains("Project", Assert.Throws<ArgumentException>(() => Make("P 1")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Make(""));
        Assert.Throws<ArgumentException>(() => Make(".."));
    }

    private static ServiceRequest Write(ActionDefinition action, RequestArguments arguments)
        => RequestWriter.Write(Connection, new EntityDefinition { Name = "Stream", Envelope = "stream" }, action, PathValues.Of("Id", "7"), arguments);

    private static RequestBody Body(string json) => RequestBody.Write(json, static (writer, text) => writer.WriteRawValue(text, skipInputValidation: true));

    private static string Text(ServiceRequest request) => Encoding.UTF8.GetString(request.Body.Bytes.Span);
}
