using System.Net.Sockets;

namespace MediaOps.Runtime.Tests.Transport;

public sealed class RetryTests
{
    private readonly TransportFixture _fixture = new();

    private static HttpRequestException Refused => new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));

    private static HttpRequestException Broken => new(HttpRequestError.ResponseEnded, "reset");

    [Theory, CombinatorialStatus(408, 429, 500, 502, 503, 504)]
    public async Task A_read_is_repeated_after_a_passing_error(int status, bool async)
    {
        _fixture.Service.Reply(status).Reply(200, "{}");
        Assert.Equal("{}", await _fixture.TextAsync(TransportFixture.Get(), async));
        Assert.Equal(2, _fixture.Service.Requests.Count);
        Assert.All(_fixture.Service.Requests, request => Assert.Equal(!async, request.WasSync));
    }

    [Theory, CombinatorialStatus(400, 403, 404, 409, 412)]
    public async Task A_read_is_not_repeated_after_a_lasting_error(int status, bool async)
    {
        _fixture.Service.Reply(status);
        Assert.Equal(status, (await _fixture.FailsAsync(TransportFixture.Get(), async)).Status);
        Assert.Single(_fixture.Service.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_read_is_repeated_after_a_transport_fault_and_ends_after_the_last_retry(bool async)
    {
        _fixture.Service.Fail(Broken).Fail(new IOException("torn")).Fail(Refused).Fail(Broken).Reply(200);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async);
        Assert.Equal((0, false), (error.Status, error.OutcomeUnknown));
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Equal((4, 1), (_fixture.Service.Requests.Count, _fixture.Service.Left));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Delays_grow_with_jitter(bool async)
    {
        _fixture.Service.Reply(500).Reply(500).Reply(500).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Collection(
            _fixture.Clock.Delays,
            delay => Assert.InRange(delay.TotalSeconds, 0.64, 0.96),
            delay => Assert.InRange(delay.TotalSeconds, 1.28, 1.92),
            delay => Assert.InRange(delay.TotalSeconds, 2.56, 3.84));
    }

    [Theory]
    [InlineData("7", 7, true)]
    [InlineData("7", 7, false)]
    [InlineData("86400", 60, true)]
    [InlineData("99999999999999", 60, false)]
    [InlineData("Thu, 01 Jan 2015 00:00:30 GMT", 30, true)]
    [InlineData("Thu, 01 Jan 2015 00:00:30 GMT", 30, false)]
    public async Task The_service_says_how_long_to_wait_up_to_a_minute(string retryAfter, int seconds, bool async)
    {
        _fixture.Service.Reply(503, null, ("Retry-After", retryAfter)).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], _fixture.Clock.Delays);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_date_in_the_past_means_at_once(bool async)
    {
        _fixture.Service.Reply(429, null, ("Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT")).Reply(200);
        await _fixture.TextAsync(TransportFixture.Get(), async);
        Assert.Empty(_fixture.Clock.Delays);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_write_is_repeated_where_nothing_can_have_been_done(bool async)
    {
        _fixture.Service.Fail(Refused).Reply(429).Reply(503, null, ("Retry-After", "1")).Reply(202, "{}");
        Assert.Equal("{}", await _fixture.TextAsync(TransportFixture.Post(body: """{"Name":"live"}"""), async));
        Assert.All(_fixture.Service.Requests, request => Assert.Equal("""{"Name":"live"}""", request.Body));
        Assert.Equal(4, _fixture.Service.Requests.Count);
    }

    [Theory, CombinatorialStatus(408, 500, 502, 503, 504)]
    public async Task A_write_is_not_repeated_where_it_may_have_been_done(int status, bool async)
    {
        _fixture.Service.Reply(status);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.Equal((status, true), (error.Status, error.OutcomeUnknown));
        Assert.Single(_fixture.Service.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_write_whose_connection_broke_has_an_unknown_outcome(bool async)
    {
        _fixture.Service.Fail(Broken);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Post(), async);
        Assert.Equal((0, true), (error.Status, error.OutcomeUnknown));
        Assert.Contains("may have done it", error.Message, StringComparison.Ordinal);
        Assert.Single(_fixture.Service.Requests);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_write_that_never_left_has_a_known_outcome(bool async)
    {
        _fixture.Options.MaxRetries = 0;
        _fixture.Service.Fail(Refused);
        Assert.False((await _fixture.FailsAsync(TransportFixture.Post(), async)).OutcomeUnknown);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task All_attempts_carry_one_client_request_id(bool async)
    {
        _fixture.Service.Reply(500).Reply(500).Reply(404);
        ServiceException error = await _fixture.FailsAsync(TransportFixture.Get(), async);
        string id = Assert.Single(_fixture.Service.Requests.Select(request => request.Header("x-client-request-id")).Distinct(StringComparer.Ordinal))!;
        Assert.Equal(id, error.ClientRequestId);
        Assert.True(Guid.TryParse(id, out _));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_callers_token_ends_a_pause(bool async)
    {
        using var source = new CancellationTokenSource();
        _fixture.Service.Then((_, _) =>
        {
            source.Cancel();
            return ScriptedHandler.Response(500);
        });
        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.SendAsync(TransportFixture.Get(), async, source.Token));
        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.Single(_fixture.Service.Requests);
    }
}

/// <summary>Every status, sync and async.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialStatusAttribute(params int[] statuses) : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
        new([.. statuses.SelectMany(status => new ITheoryDataRow[] { new TheoryDataRow(status, true), new TheoryDataRow(status, false) })]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
