using MediaOps.Runtime.Tests.Transport;

namespace MediaOps.Runtime.Tests.Errors;

public sealed class ErrorTests
{
    private readonly TransportFixture _fixture = new()
    {
        Definition = new ServiceDefinition("Test")
        {
            ClientRequestIdHeader = "x-client",
            Errors = new ErrorDefinition
            {
                CodeHeader = "x-code",
                CodeBody = "fault['the.code']",
                MessageBody = "fault.words",
                RequestIdHeader = "request-id",
                RequestIdBody = "fault.id",
                Codes = [new ErrorCodeDefinition("WrongState", ["E7"], "precondition", retry: false, http: null)],
            },
        },
    };

    [Theory]
    [InlineData("""{"fault":{"the.code":"E7","words":"not now","id":"r1"},"error":{"code":"no","message":"no"}}""", "E7", "not now")]
    [InlineData("""{"odata.error":{"code":"E7","message":{"lang":"en","value":"not now"}}}""", "E7", "not now")]
    [InlineData("""{"error":{"code":"E7","message":"not now"}}""", "E7", "not now")]
    [InlineData("""{"error":{"code":"E7","message":{"value":"not now"}}}""", "E7", "not now")]
    [InlineData("""{"code":"E7","message":"not now"}""", "E7", "not now")]
    [InlineData("""{"error":"not now"}""", null, "not now")]
    [InlineData("\uFEFF  {\"error\":{\"code\":\"E7\",\"message\":\"not now\"}}", "E7", "not now")]
    [InlineData("""<?xml version="1.0"?><error xmlns="urn:x"><code>E7</code><message xml:lang="en">not now</message></error>""", "E7", "not now")]
    [InlineData("""<Error><Message>not now</Message><Code>E7</Code></Error>""", "E7", "not now")]
    public async Task Code_and_message_are_found(string body, string? code, string words)
    {
        foreach (bool async in new[] { true, false })
        {
            _fixture.Service.Reply(409, body, ("request-id", "req-1"));
            ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
            Assert.Equal((409, code, "req-1", code is null ? null : "precondition"), (error.Status, error.ErrorCode, error.RequestId, error.Category));
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.NotNull(error.ClientRequestId);
            Assert.False(error.OutcomeUnknown);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("Bad gateway")]
    [InlineData("<html><body>nginx")]
    [InlineData("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><error><code>&e;</code></error>""")]
    [InlineData("""{"error":{"code":{"a":1},"message":[1]}}""")]
    [InlineData("{\"error\":{\"code\":\"\\ud800\"}}")]
    public async Task Garbage_is_an_error_like_any_other(string body)
    {
        _fixture.Service.Reply(400, body);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async: true);
        Assert.Equal((400, null), (error.Status, error.ErrorCode));
        Assert.Contains("/api/Channels with 400", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_in_a_header_comes_first_and_an_id_in_the_body_serves_where_no_header_has_one()
    {
        _fixture.Service.Reply(400, """{"fault":{"the.code":"other","id":"body-id"}}""", ("x-code", "E7"));
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async: true);
        Assert.Equal(("E7", "precondition", "body-id"), (error.ErrorCode, error.Category, error.RequestId));
    }

    [Fact]
    public async Task A_message_from_outside_is_cleaned_and_cut()
    {
        _fixture.Service.Reply(400, "{\"error\":{\"message\":\"a\\r\\nb\\u001b[31m\\u202Ec " + new string('x', 5000) + "\"}}");
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async: true);
        Assert.Contains("a b [31m c xxx", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 500, 600);
        Assert.DoesNotContain(error.Message, static c => char.IsControl(c));
    }

    [Fact]
    public async Task A_query_never_gets_into_a_message()
    {
        _fixture.Service.Reply(404);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get("Channels?sig=M4rk3r"), async: true);
        Assert.DoesNotContain("M4rk3r", error.ToString(), StringComparison.Ordinal);
    }
}
