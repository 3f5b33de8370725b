using Media.GoogleLiveStream;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests.Services;

/// <summary>Names of several parts, operations in the first answer, masks, keys, cancellation.</summary>
public sealed class LiveStreamTests
{
    private const string Main = "projects/my-project/locations/europe-west1/channels/main";

    private static LiveStreamClient Connect(ServiceBench bench) =>
        new(new Uri("https://livestream.googleapis.com/v1/"), "my-project", "europe-west1", new StaticTokenCredential("token"), bench.Options);

    private static ChannelCreationOptions Options(string id = "main") => new() { ChannelId = id, Output = new ChannelOutput { Uri = "gs://bucket/live/" } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_lives_from_creation_to_deletion(bool async)
    {
        using var bench = new ServiceBench("livestream");
        LiveStreamClient media = Connect(bench);

        Channel channel = async ? await media.Channels.CreateAsync(Options()) : media.Channels.Create(Options());
        Assert.Equal((Main, ChannelState.Stopped), (channel.Name, channel.StreamingState));
        await Bench.Call(async, () => channel.Start(), () => channel.StartAsync());
        Assert.Equal(ChannelState.AwaitingInput, channel.StreamingState);
        await Bench.Call(async, () => channel.Stop(), () => channel.StopAsync());
        Assert.Equal(ChannelState.Stopped, channel.StreamingState);
        await Bench.Call(async, () => channel.Delete(), () => channel.DeleteAsync());

        Assert.Empty(bench.Emulator.Entities);
    }

    [Fact]
    public async Task The_number_of_a_code_means_the_code()
    {
        using var bench = new ServiceBench("livestream");
        Channel channel = await Connect(bench).Channels.CreateAsync(Options());
        bench.Faults.Add(Fault.OperationFails("FailedPrecondition", "no input"), "POST", "*:start");

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => channel.StartAsync());

        Assert.Equal("precondition", failure.Category);
        Assert.Contains("no input", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_can_be_canceled()
    {
        using var bench = new ServiceBench("livestream", clock => new EmulatorOptions { TimeProvider = clock, DurationOf = (_, action) => action == "Start" ? TimeSpan.FromHours(1) : null });
        Channel channel = await Connect(bench).Channels.CreateAsync(Options());

        Operation<Channel> start = await channel.SendStartOperationAsync();
        await start.CancelOperationAsync();
        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => start.WaitForCompletionAsync());

        Assert.Equal("1", failure.ErrorCode);
        Assert.Equal("Stopped", bench.State("Channel"));
    }

    [Fact]
    public async Task An_update_names_what_it_changes()
    {
        using var bench = new ServiceBench("livestream");
        LiveStreamClient media = Connect(bench);
        Channel channel = await media.Channels.CreateAsync(Options());

        channel.LogSeverity = LogSeverity.Debug;
        await channel.UpdateAsync();

        RecordedRequest patch = Assert.Single(bench.Requests.All, r => r.Method == HttpMethod.Patch);
        Assert.Contains("updateMask=logConfig.logSeverity", Uri.UnescapeDataString(patch.Uri.Query), StringComparison.Ordinal);
        Assert.Equal(LogSeverity.Debug, (await media.Channels.GetAsync(Main)).LogSeverity);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_carries_the_same_key()
    {
        using var bench = new ServiceBench("livestream");
        Channel channel = await Connect(bench).Channels.CreateAsync(Options());
        bench.Faults.Add(Fault.Status(503, TimeSpan.FromSeconds(2)), "POST", "*:start");

        await channel.StartAsync();

        RecordedRequest[] sent = [.. bench.Requests.All.Where(r => r.Uri.AbsolutePath.EndsWith(":start", StringComparison.Ordinal))];
        Assert.Equal(2, sent.Length);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.Contains("requestId", sent[0].Body, StringComparison.Ordinal);
        Assert.Equal(ChannelState.AwaitingInput, channel.StreamingState);
    }

    [Fact]
    public async Task Events_are_named_below_their_channel()
    {
        using var bench = new ServiceBench("livestream");
        LiveStreamClient media = Connect(bench);
        Channel channel = await media.Channels.CreateAsync(Options());

        Event made = await channel.Events.CreateAsync(new EventCreationOptions { EventId = "break", AdBreak = new AdBreakTask { Duration = TimeSpan.FromSeconds(30) } });

        Assert.Equal((Main + "/events/break", EventState.Scheduled), (made.Name, made.State));
        Assert.Equal([made.Name], media.EventsOf(Main).List().Select(e => e.Name));
        await made.DeleteAsync();
        Assert.Empty(channel.Events.List());
    }

    [Fact]
    public async Task Tokens_lead_through_a_list()
    {
        using var bench = new ServiceBench("livestream", clock => new EmulatorOptions { TimeProvider = clock, PageSize = 2, DurationOf = (_, _) => TimeSpan.Zero });
        LiveStreamClient media = Connect(bench);
        foreach (string id in new[] { "a", "b", "c" })
        {
            await media.Channels.CreateAsync(Options(id));
        }

        Assert.Equal(["a", "b", "c"], media.Channels.List().Select(channel => channel.Name.Split('/')[^1]));
    }

    [Fact]
    public async Task An_operation_is_followed_by_another_client_with_nothing_but_its_id()
    {
        using var bench = new ServiceBench("livestream");
        Operation<Channel> creation = await Connect(bench).Channels.SendCreateOperationAsync(Options());

        Operation<Channel> operation = await Connect(bench).Channels.GetOperationAsync(creation.Id);
        await operation.WaitForCompletionAsync();

        Assert.Equal(Main, (await operation.GetTargetAsync()).Name);
    }
}
