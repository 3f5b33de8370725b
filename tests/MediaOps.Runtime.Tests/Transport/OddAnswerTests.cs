namespace MediaOps.Runtime.Tests.Transport;

/// <summary>Answers that are right in an unusual form.</summary>
public sealed class OddAnswerTests
{
    private readonly TransportFixture _fixture = new()
    {
        Authentication = Authentication.None,
        Definition = new ServiceDefinition("Test")
        {
            Errors = new ErrorDefinition
            {
                CodeHeader = "x-amzn-ErrorType",
                CodeBody = "code",
                MessageBody = "msg",
                OkWhenPath = "success",
                OkWhenEquals = "true",
                Codes = [new("Gone", ["404", "NOT_FOUND"], "not-found", retry: false, http: null)],
            },
        },
    };

    [Theory, InlineData(true), InlineData(false)]
    public async Task Cookies_are_kept_for_one_client_and_sent_to_where_they_came_from(bool async)
    {
        _fixture.Service.Reply(200, null, ("Set-Cookie", "node=7; Path=/")).Reply(200).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal([null, "node=7"], _fixture.Service.Requests.Select(static request => request.Header("Cookie")));

        var other = new TransportFixture { Authentication = Authentication.None };
        other.Service.Reply(200);
        await other.TextAsync(TransportFixture.Get(), async);
        Assert.Null(other.Service.Requests[0].Header("Cookie"));
    }

    [Theory, InlineData("node=7; Domain=evil.example"), InlineData("=;=;;"), InlineData("node=7; Path=/elsewhere")]
    public async Task A_cookie_that_is_not_for_us_is_left_out(string cookie)
    {
        _fixture.Service.Reply(200, null, ("Set-Cookie", cookie)).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async: true);
        await _fixture.TextAsync(TransportFixture.Get(), async: true);
        Assert.Null(_fixture.Service.Requests[1].Header("Cookie"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_secret_in_the_header_of_the_code_is_hidden_before_the_code_is_cut_out(bool async)
    {
        const string Secret = "hunter2-top-secret:part-two";
        _fixture.Service.Reply(400, null, ("x-amzn-ErrorType", $"Bad-{Secret}:http://x"));
        ServiceException error = await _fixture.FailsAsync(new ServiceRequest(HttpMethod.Get, "x") { Secrets = [Secret] }, async);
        Assert.Equal("Bad-***", error.ErrorCode);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_byte_order_mark_and_a_missing_content_type_do_not_matter(bool async)
    {
        _fixture.Service.Reply(200, "\uFEFF{\"a\":1}");
        Assert.Equal("{\"a\":1}", await _fixture.TextAsync(TransportFixture.Get(), async));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_header_of_16_KB_is_read(bool async)
    {
        string text = new('x', 16 * 1024);
        _fixture.Service.Reply(200, null, ("operation-id", text));
        using ServiceResponse response = await _fixture.SendAsync(TransportFixture.Get(), async);
        Assert.Equal(text, response.Header("operation-id"));
    }

    [Theory, InlineData("NOT_FOUND"), InlineData("404")]
    public async Task An_error_with_status_200_is_an_error_and_a_code_has_several_spellings(string code)
    {
        _fixture.Service.Reply(200, $$"""{"success":false,"code":"{{code}}","msg":"no such stream"}""");
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async: true);
        Assert.Equal((200, code, "not-found"), (error.Status, error.ErrorCode, error.Category));
        Assert.Contains("no such stream", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("{\"success\":true}"), InlineData("{}"), InlineData("[]"), InlineData("")]
    public async Task An_answer_that_does_not_deny_success_is_one(string body)
    {
        _fixture.Service.Reply(200, body);
        Assert.Equal(body, await _fixture.TextAsync(TransportFixture.Get(), async: true));
    }

    [Fact]
    public async Task An_address_behind_a_code_in_a_header_is_not_part_of_the_code()
    {
        _fixture.Service.Reply(404, "{}", ("x-amzn-ErrorType", "NOT_FOUND:http://internal.example/"));
        Assert.Equal("NOT_FOUND", (await _fixture.FailsAsync(TransportFixture.Get(), async: true)).ErrorCode);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_key_stands_in_its_header_and_in_no_message(bool async)
    {
        var fixture = new TransportFixture { Authentication = Authentication.ApiKey(new StaticApiKeyCredential("s3cret"), "x-token") };
        fixture.Service.Reply(400, """{"error":{"message":"s3cret is wrong"}}""");
        ServiceException error = await fixture.FailsAsync(TransportFixture.Get(), async);
        Assert.Equal("s3cret", fixture.Service.Requests[0].Header("x-token"));
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task User_and_password_stand_in_the_header_and_in_no_message(bool async)
    {
        var fixture = new TransportFixture { Authentication = Authentication.Basic(new StaticBasicCredential("me", "pässword")) };
        fixture.Service.Reply(401).Reply(401, """{"error":{"message":"bWU6cMOkc3N3b3Jk is pässword"}}""");
        ServiceException error = await fixture.FailsAsync(TransportFixture.Get(), async);
        Assert.Equal("Basic bWU6cMOkc3N3b3Jk", fixture.Service.Requests[0].Header("Authorization"));
        Assert.DoesNotContain("pässword", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bWU6", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pässword", new UserPassword("me", "pässword").ToString(), StringComparison.Ordinal);
    }
}
