using Media.AzureV2;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests;

/// <summary>Servers that answer wrongly or not at all: a typed error with the operation's handle, no wait without end, and no operation that is lost.</summary>
public sealed class LossTests : IDisposable
{
    private static readonly PollingOptions TenMinutes = new() { Timeout = TimeSpan.FromMinutes(10) };

    private static readonly Dictionary<string, Fault> Answers = new(StringComparer.Ordinal)
    {
        ["garbage"] = Fault.MalformedBody(),
        ["a page"] = Fault.WrongContentType(),
        ["nothing"] = Fault.EmptyBody(),
        ["another type"] = Fault.Body("[ 1, 2 ]"),
        ["deep nesting"] = Fault.Body(new string('[', 10_000)),
        ["half a body"] = Fault.TruncatedBody(),
        ["a foreign redirect"] = Fault.Redirect(new Uri("https://media.evil.example/api/")),
        ["a redirect in circles"] = Fault.Redirect(new Uri("https://account.restv2.westus.media.azure.net/api/Operations('nb:opid:1')")),
        ["an error"] = Fault.Status(500),
        ["a refusal"] = Fault.Status(403, code: "NobodyKnowsThisCode"),
        ["a drop"] = Fault.DropBefore(),
        ["an unknown state"] = Fault.OperationState("Pondering"),
    };

    private readonly Bench _bench = new();

    public static TheoryData<string, bool> Polls { get; } = new(
        from answer in Answers.Keys
        from async in new[] { true, false }
        select (answer, async));

    private CloudMediaContext Media => _bench.Media;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Polls))]
    public async Task A_poll_that_never_gets_a_usable_answer_ends_with_the_handle_and_asking_again_succeeds(string answer, bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        FaultRule rule = _bench.Faults.Add(Answers[answer], "GET", "/Operations*", times: int.MaxValue);
        DateTimeOffset begin = _bench.Clock.GetUtcNow();

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => Bench.Call(async, () => channel.Start(TenMinutes), () => channel.StartAsync(TenMinutes)));

        string id = Handle(error);
        Assert.StartsWith("nb:opid:UUID:", id, StringComparison.Ordinal);
        Assert.True(rule.Hits > 0);
        Assert.InRange(_bench.Clock.GetUtcNow() - begin, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        _bench.Faults.Clear();
        Operation<Channel> again = await Bench.Call(async, () => Media.Channels.GetOperation(id, channel.Id), () => Media.Channels.GetOperationAsync(id, channel.Id));
        await Bench.Call(async, () => again.WaitForCompletion(), () => again.WaitForCompletionAsync());
        Channel now = await again.GetTargetAsync();
        Assert.Equal((OperationState.Succeeded, ChannelState.Running), (again.State, now.State));
        Assert.Equal(1, Sent("/Start"));
    }

    [Theory]
    [MemberData(nameof(Polls))]
    public async Task One_bad_answer_to_a_poll_never_loses_the_operation(string answer, bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        _bench.Faults.Add(Answers[answer], "GET", "/Operations*");
        Operation<Channel> operation = await Bench.Call(async, () => channel.SendStartOperation(), () => channel.SendStartOperationAsync());

        try
        {
            await Bench.Call(async, () => operation.WaitForCompletion(TenMinutes), () => operation.WaitForCompletionAsync(TenMinutes));
        }
        catch (OperationPollException e)
        {
            Assert.Equal(operation.Id, e.OperationId);
            await Bench.Call(async, () => operation.WaitForCompletion(), () => operation.WaitForCompletionAsync());
        }

        Assert.Equal((OperationState.Succeeded, ChannelState.Running, 1), (operation.State, channel.State, Sent("/Start")));
    }

    [Theory]
    [InlineData("garbage", true)]
    [InlineData("garbage", false)]
    [InlineData("a page", true)]
    [InlineData("nothing", false)]
    [InlineData("another type", true)]
    [InlineData("deep nesting", false)]
    public async Task An_accepted_creation_or_start_is_followed_by_its_id_whatever_its_body_holds(string answer, bool async)
    {
        _bench.Faults.Add(Answers[answer], "POST", "*", times: int.MaxValue);

        Channel channel = await Bench.Call(async, () => Media.Channels.Create(Bench.Options()), () => Media.Channels.CreateAsync(Bench.Options()));
        await Bench.Call(async, () => channel.Start(), () => channel.StartAsync());

        Assert.Equal(("live", ChannelState.Running), (channel.Name, channel.State));
        Assert.Equal((1, 1), (Sent("/Channels"), Sent("/Start")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Half_a_body_of_an_accepted_creation_does_not_lose_the_operation(bool async)
    {
        _bench.Faults.Add(Fault.TruncatedBody(), "POST", "/Channels");

        Channel channel = await Bench.Call(async, () => Media.Channels.Create(Bench.Options()), () => Media.Channels.CreateAsync(Bench.Options()));

        Assert.Equal("live", channel.Name);
        Assert.Equal(1, Sent("/Channels"));
    }

    [Theory]
    [InlineData("/Channels", true)]
    [InlineData("/Channels", false)]
    [InlineData("/Channels*/Start", true)]
    [InlineData("/Channels*/Start", false)]
    public async Task A_write_that_is_redirected_to_strangers_is_an_error_and_they_get_nothing(string path, bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        _bench.Faults.Add(Answers["a foreign redirect"], "POST", path);

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => path == "/Channels"
            ? Bench.Call(async, () => Media.Channels.Create(Bench.Options("other")), () => Media.Channels.CreateAsync(Bench.Options("other")))
            : Bench.Call(async, () => channel.Start(), () => channel.StartAsync()));

        Assert.Contains("media.evil.example", error.Message, StringComparison.Ordinal);
        Assert.All(_bench.Requests.All, request => Assert.Equal("account.restv2.westus.media.azure.net", request.Uri.Host));
        await channel.RefreshAsync();
        Assert.Equal((ChannelState.Stopped, 1), (channel.State, Media.Channels.Count()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_creation_whose_answer_is_lost_is_found_and_not_repeated(bool async)
    {
        _bench.Faults.Add(Fault.DropAfter(), "POST", "/Channels");

        Channel channel = await Bench.Call(async, () => Media.Channels.Create(Bench.Options()), () => Media.Channels.CreateAsync(Bench.Options()));

        Assert.Equal((Media.Channels.Single().Id, "live", 1), (channel.Id, channel.Name, Sent("/Channels")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_to_a_write_of_which_reading_tells_nothing_says_that_its_outcome_is_unknown(bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        await channel.StartAsync();
        _bench.Faults.Add(Fault.DropAfter(), "POST", "*/Reset");

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => Bench.Call(async, () => channel.Reset(), () => channel.ResetAsync()));

        Assert.True(error.OutcomeUnknown);
        Assert.Equal((0, 1), (error.Status, Sent("/Reset")));
    }

    [Theory]
    [InlineData("create", true)]
    [InlineData("create", false)]
    [InlineData("start", true)]
    [InlineData("start", false)]
    public async Task A_failure_with_a_code_that_nobody_knows_names_the_code_and_the_operation(string place, bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        _bench.Faults.Add(Fault.OperationFails("QuantumFlux", "Try again in another universe."), "POST");

        OperationFailedException error = await Assert.ThrowsAsync<OperationFailedException>(() => place == "create"
            ? Bench.Call(async, () => Media.Channels.Create(Bench.Options("other")), () => Media.Channels.CreateAsync(Bench.Options("other")))
            : Bench.Call(async, () => channel.Start(), () => channel.StartAsync()));

        Assert.Equal(("QuantumFlux", OperationErrorCode.Unknown), (error.ErrorCode, error.GetErrorCode()));
        Operation again = Media.Operations.GetOperation(error.Operation.Id);
        Assert.Equal((OperationState.Failed, "QuantumFlux", "Try again in another universe."), (again.State, again.ErrorCode, again.ErrorMessage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_that_nobody_knows_is_told_by_its_text_and_the_wait_ends(bool async)
    {
        Channel channel = await Media.Channels.CreateAsync(Bench.Options());
        _bench.Faults.Add(Fault.EntityState("Levitating"), "GET", "/Channels*", times: int.MaxValue);
        DateTimeOffset begin = _bench.Clock.GetUtcNow();

        await Bench.Call(async, () => channel.Start(TenMinutes), () => channel.StartAsync(TenMinutes));

        Assert.Equal((ChannelState.Unknown, "Levitating"), (channel.State, channel.StateText));
        Assert.InRange(_bench.Clock.GetUtcNow() - begin, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        _bench.Faults.Clear();
        channel.Refresh();
        Assert.Equal(ChannelState.Running, channel.State);
    }

    private static string Handle(Exception error) => error switch
    {
        OperationFailedException failed => failed.Operation.Id,
        OperationPollException poll => poll.OperationId,
        OperationTimeoutException timeout => timeout.OperationId,
        _ => throw new InvalidOperationException("An error without the operation's handle: " + error, error),
    };

    private int Sent(string end) => _bench.Requests.All.Count(request => request.Method == HttpMethod.Post && request.Uri.AbsolutePath.EndsWith(end, StringComparison.Ordinal));
}
